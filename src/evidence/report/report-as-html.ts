import { inertText } from './inert-text.js'
import type {
  BriefSection,
  FindingEntry,
  QuotationEntry,
  ReportContent,
  ReportDetail,
  SourceEntry,
} from './report-content.js'
import { DIFFERENCE_WORDING, REPORT_WORDING, sectionTitle } from './report-wording.js'

/** The report as one HTML file that loads nothing and runs nothing, to be read on any screen or printed. */
export function reportAsHtml({ briefs }: ReportContent): string {
  const [only] = briefs.length === 1 ? briefs : []
  const title = only ? `${REPORT_WORDING.title}: ${sectionTitle(only)}` : REPORT_WORDING.title
  return `<!DOCTYPE html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<title>${escaped(title)}</title>
<style>${STYLE}</style>
</head>
<body>
<header>
<h1>${REPORT_WORDING.title}</h1>
<p>${REPORT_WORDING.introduction}</p>
<p>${REPORT_WORDING.limits}</p>
${briefs.length > 1 ? contentsOf(briefs) : ''}</header>
<main>
${briefs.map(sectionOf).join('\n')}
</main>
<footer><p>${REPORT_WORDING.signature}</p><p class="line"></p></footer>
</body>
</html>
`
}

const STYLE = `
:root { color-scheme: light; }
* { box-sizing: border-box; }
body { margin: 0 auto; padding: 1rem; max-width: 64rem; font: 1rem/1.5 system-ui, sans-serif; color: #1a1a1a; background: #fff; overflow-wrap: anywhere; }
h1, h2, h3, h4 { line-height: 1.25; margin: 1.5em 0 .5em; }
h3 { border-top: 1px solid #767676; padding-top: .75em; }
a { color: #0b4f8a; }
table { border-collapse: collapse; width: 100%; margin: 1em 0; }
caption { text-align: start; font-weight: bold; padding: .25em 0; }
th, td { border: 1px solid #767676; padding: .25em .5em; text-align: start; vertical-align: top; font-weight: normal; }
thead th { font-weight: bold; background: #f2f2f2; }
td.number { text-align: end; font-variant-numeric: tabular-nums; }
.pair { display: grid; gap: 1rem; grid-template-columns: repeat(auto-fit, minmax(min(100%, 20rem), 1fr)); }
.pair h4 { margin: 0 0 .25em; font-size: 1em; }
blockquote { margin: 0; padding: .5em .75em; border-inline-start: .25em solid #0b4f8a; background: #f7f7f7; white-space: pre-line; }
.context { color: #4d4d4d; }
mark { background: #fff0b3; color: inherit; text-decoration: underline; }
dl { display: grid; grid-template-columns: minmax(7rem, auto) minmax(0, 1fr); gap: .25em 1em; margin: 1em 0; }
dt { font-weight: bold; }
dd { margin: 0; }
.error { border-inline-start: .25em solid #a40000; padding-inline-start: .5em; }
.warning { border-inline-start: .25em solid #8a5a00; padding-inline-start: .5em; }
.line { border-bottom: 1px solid; height: 3em; }
@media (max-width: 30rem) { dl { grid-template-columns: 1fr; gap: 0; } dd { margin-bottom: .5em; } }
@media print { body { max-width: none; padding: 0; font-size: 10pt; } article, tr { break-inside: avoid; } h2, h3, h4, caption { break-after: avoid; } section + section { break-before: page; } }
`

function contentsOf(briefs: readonly BriefSection[]): string {
  const entries = briefs.map(
    (brief, index) =>
      `<li><a href="#brief-${index + 1}">${escaped(sectionTitle(brief))}</a> (${escaped(brief.file)})</li>`,
  )
  return `<nav aria-label="Briefs"><ol>\n${entries.join('\n')}\n</ol></nav>\n`
}

function sectionOf(brief: BriefSection, index: number): string {
  const id = `brief-${index + 1}`
  const lang = brief.title === undefined || brief.lang === undefined ? '' : ` lang="${escaped(brief.lang)}"`
  const parts = [
    `<section aria-labelledby="${id}">`,
    `<h2 id="${id}"${lang} dir="auto">${escaped(sectionTitle(brief))}</h2>`,
    details([
      { term: 'Brief', value: brief.file },
      ...(brief.asOf === undefined ? [] : [{ term: 'As of', value: brief.asOf }]),
    ]),
    ...(brief.title === undefined ? [`<p class="error">${REPORT_WORDING.unread}</p>`] : [countsTable(brief)]),
    ...(brief.title !== undefined && brief.quotations.length === 0
      ? [`<p>${REPORT_WORDING.noQuotations}</p>`]
      : []),
    ...brief.quotations.map((quotation, at) => quotationOf(quotation, `${id}-${at + 1}`, at + 1)),
    ...(brief.sources.length > 0 ? [`<h3>Sources that are quoted</h3>`, ...brief.sources.map(sourceOf)] : []),
    ...(brief.findings.length > 0
      ? [
          `<h3>${brief.quotations.length > 0 ? 'Other findings' : 'Findings'}</h3>`,
          findingsList(brief.findings),
        ]
      : []),
    '</section>',
  ]
  return parts.join('\n')
}

function countsTable({ counts, name }: BriefSection): string {
  const rows = counts.map(
    ({ label, number }) => `<tr><th scope="row">${escaped(label)}</th><td class="number">${number}</td></tr>`,
  )
  return `<table>
<caption>What was found in ${escaped(name)}</caption>
<thead><tr><th scope="col">Of the brief</th><th scope="col">Number</th></tr></thead>
<tbody>
${rows.join('\n')}
</tbody>
</table>`
}

function quotationOf(quotation: QuotationEntry, id: string, number: number): string {
  const { field, line, words, passage, lang, comparison, findings } = quotation
  const language = lang === undefined ? '' : ` lang="${escaped(lang)}"`
  const shown = words.map(({ text, isAlteration }) =>
    isAlteration ? `<mark>${escaped(text)}</mark>` : escaped(text),
  )
  const parts = [
    `<article aria-labelledby="${id}">`,
    `<h3 id="${id}">${number}. ${escaped(field)}, line ${line}</h3>`,
    '<div class="pair">',
    `<div><h4>${REPORT_WORDING.asInBrief}</h4><blockquote${language} dir="auto">${shown.join('')}</blockquote></div>`,
    `<div><h4>${REPORT_WORDING.inSource}</h4>${
      passage
        ? `<blockquote${language} dir="auto"><span class="context">${escaped(passage.before)}</span><strong>${escaped(passage.words)}</strong><span class="context">${escaped(passage.after)}</span></blockquote>`
        : `<p>${REPORT_WORDING.noPassage}</p>`
    }</div>`,
    '</div>',
    details(quotation.details),
    ...(comparison ? [comparisonOf(quotation, number)] : []),
    ...(findings.length > 0 ? ['<h4>Findings</h4>', findingsList(findings)] : []),
    '</article>',
  ]
  return parts.join('\n')
}

function comparisonOf({ comparison, lang }: QuotationEntry, number: number): string {
  if (!comparison) return ''
  if (comparison.isTooLong) return `<p>${REPORT_WORDING.tooLong}</p>`
  if (comparison.differences.length === 0) return `<p>${REPORT_WORDING.exact}</p>`
  const language = lang === undefined ? '' : ` lang="${escaped(lang)}"`
  const rows = comparison.differences.map(
    ({ kind, brief, source }) =>
      `<tr><th scope="row">${DIFFERENCE_WORDING[kind]}</th><td${language} dir="auto">${escaped(brief) || '–'}</td><td${language} dir="auto">${escaped(source) || '–'}</td></tr>`,
  )
  return `<table>
<caption>Where the characters differ in quotation ${number}</caption>
<thead><tr><th scope="col">Difference</th><th scope="col">${REPORT_WORDING.asInBrief}</th><th scope="col">${REPORT_WORDING.inSource}</th></tr></thead>
<tbody>
${rows.join('\n')}
</tbody>
</table>`
}

function sourceOf({ id, title, details: known }: SourceEntry): string {
  return `<h4><bdi>${escaped(id)}</bdi>: <bdi>${escaped(title)}</bdi></h4>\n${details(known)}`
}

function findingsList(findings: readonly FindingEntry[]): string {
  const items = findings.map(({ severity, code, place, message, hints }) => {
    const more = hints.map(hint => `<br>hint: ${escaped(hint)}`).join('')
    return `<li class="${severity}"><strong>${severity}</strong> <code>${code}</code> ${escaped(place)}: ${escaped(message)}${more}</li>`
  })
  return `<ul>\n${items.join('\n')}\n</ul>`
}

function details(entries: readonly ReportDetail[]): string {
  const rows = entries.map(({ term, value, url }) => {
    const link = url !== undefined && /^https?:/i.test(url)
    const shown = link ? `<a href="${escaped(url)}">${escaped(value)}</a>` : `<bdi>${escaped(value)}</bdi>`
    return `<dt>${escaped(term)}</dt><dd>${shown}</dd>`
  })
  return `<dl>\n${rows.join('\n')}\n</dl>`
}

function escaped(text: string): string {
  return inertText(text).replace(/[&<>"']/g, character => ENTITIES[character] ?? character)
}

const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
}
