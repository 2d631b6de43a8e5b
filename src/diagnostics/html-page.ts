import { withEntities } from './escape-html.js'
import { inertText } from './inert-text.js'

/** The parts of a page; all but the title is HTML. */
export interface HtmlPageParts {
  readonly title: string
  readonly header: string
  readonly main: string
  readonly footer?: string
}

/** A report as one HTML file that loads nothing and runs nothing, for any screen, bright or dark, and for paper. */
export function htmlPage({ title, header, main, footer }: HtmlPageParts): string {
  return `<!DOCTYPE html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<title>${htmlText(title)}</title>
<style>${STYLE}</style>
</head>
<body>
<header>
${header}
</header>
<main>
${main}
</main>
${footer === undefined ? '' : `<footer>${footer}</footer>\n`}</body>
</html>
`
}

/** Text for the content of an element, or for an attribute. */
export function htmlText(text: string): string {
  return withEntities(inertText(text), /[&<>"']/g)
}

/** Each colour of text has a contrast of 4.5:1 on its ground (WCAG 2.2, 1.4.3), each line 3:1 (1.4.11). */
const STYLE = `
:root { color-scheme: light dark; --text: #1a1a1a; --paper: #fff; --muted: #4d4d4d; --tint: #f2f2f2; --line: #767676; --link: #0b4f8a; --mark: #fff0b3; --error: #a40000; --warning: #8a5a00; }
@media screen and (prefers-color-scheme: dark) { :root { --text: #e8e8e8; --paper: #16181b; --muted: #b4b4b4; --tint: #24272c; --line: #8a8a8a; --link: #8ec1f5; --mark: #5c4b00; --error: #ff9b93; --warning: #e8b75a; } }
* { box-sizing: border-box; }
body { margin: 0 auto; padding: 1rem; max-width: 64rem; font: 1rem/1.5 system-ui, sans-serif; color: var(--text); background: var(--paper); overflow-wrap: anywhere; }
h1, h2, h3, h4 { line-height: 1.25; margin: 1.5em 0 .5em; }
h1 { margin-top: .25em; }
h3 { border-top: 1px solid var(--line); padding-top: .75em; }
a { color: var(--link); }
table { border-collapse: collapse; width: 100%; margin: 1em 0; }
caption { text-align: start; font-weight: bold; padding: .25em 0; }
th, td { border: 1px solid var(--line); padding: .25em .5em; text-align: start; vertical-align: top; font-weight: normal; }
thead th { font-weight: bold; background: var(--tint); overflow-wrap: normal; }
td.number, th.number { text-align: end; font-variant-numeric: tabular-nums; white-space: nowrap; }
td > ul, td > p { margin: 0; padding: 0; }
td > ul { list-style: none; }
.pair { display: grid; gap: 1rem; grid-template-columns: repeat(auto-fit, minmax(min(100%, 20rem), 1fr)); }
.pair h4 { margin: 0 0 .25em; font-size: 1em; }
.pair p { margin: 0; }
blockquote { margin: 0; padding: .5em .75em; border-inline-start: .25em solid var(--link); background: var(--tint); white-space: pre-line; }
.context { color: var(--muted); }
mark { background: var(--mark); color: inherit; text-decoration: underline; }
dl { display: grid; grid-template-columns: minmax(7rem, auto) minmax(0, 1fr); gap: .25em 1em; margin: 1em 0; }
dt { font-weight: bold; }
dd { margin: 0; }
ul.findings { list-style: none; padding: 0; }
ul.findings > li { margin: .75em 0; padding-inline-start: .75em; border-inline-start: .25em solid var(--line); }
.error { border-inline-start: .25em solid var(--error); padding-inline-start: .5em; }
ul.findings > li.error { border-color: var(--error); }
ul.findings > li.warning { border-color: var(--warning); }
.error strong { color: var(--error); }
.warning strong { color: var(--warning); }
.frame { display: block; background: var(--tint); padding: .25em .5em; white-space: pre-wrap; }
.line { border-bottom: 1px solid; height: 3em; }
@media (max-width: 30rem) { dl { grid-template-columns: 1fr; gap: 0; } dd { margin-bottom: .5em; } h1 { font-size: 1.6em; } h2 { font-size: 1.3em; } }
@media print { :root { color-scheme: light; } body { max-width: none; padding: 0; font-size: 10pt; } article, tr { break-inside: avoid; } h2, h3, h4, caption { break-after: avoid; } section + section { break-before: page; } }
`
