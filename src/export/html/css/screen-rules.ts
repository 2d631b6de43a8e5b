import type { PageWidths } from '../page-widths.js'
import { cssRule, rem, round } from './css-rule.js'
import { type CssContext, textDeclarations } from './style-declarations.js'

/** Em of the reader's type: screens that are wider have wide type, contents beside the text, and rows as rows. */
export const WIDE_SCREEN = 48
const CONTENTS_BESIDE = 75
const ROWS = 40
/** Rem: titles that are larger are set smaller on narrow screens, by so much. */
const LARGE_TITLE = 1.5
const SMALLER = 0.84
/** Rem: the contents beside the text, and what is between. */
const CONTENTS = 15
const GAP = 3

/** How the page is arranged, and what its elements have in common in any theme. */
export function layoutRules({ measure, page, scales }: PageWidths, context: CssContext): string {
  const { sheet, colours } = context
  const ground = colours.value('#ffffff')
  const [line, warning, link] = [colours.named('line'), colours.named('warning'), colours.named('link')]
  return [
    '*,*::before,*::after{box-sizing:border-box}\n',
    cssRule(
      'html',
      `font-size:${round(scales.narrow * 100)}%`,
      '-webkit-text-size-adjust:100%;text-size-adjust:100%',
    ),
    cssRule(
      'body',
      'margin:0;padding:0 1rem',
      `background:${ground}`,
      'overflow-wrap:break-word',
      'font-size:1rem',
      'font-family:var(--body-family)',
      ...textDeclarations(sheet.style('p'), context),
      `--page:${rem(page)}`,
    ),
    '.page-head,.page,.page-foot{max-width:var(--page);margin-inline:auto}\n',
    '.page-head{padding-block:1rem 0}\n',
    `.page-foot{padding-block:1rem 1.5rem;margin-block-start:3rem;border-block-start:1px solid ${line}}\n`,
    '.page-foot p{margin-block:0 .35rem}\n',
    'main:focus{outline:0}\n',
    `main :is(p,ul,ol,dl,.quotation,.h2,.h3,.h4){max-width:${rem(measure)}}\n`,
    `main :is(.aside,section.box){max-width:${rem(measure)}}\n`,
    'main :is(.aside,section.box):has(.table,.drawing,.columns){max-width:none}\n',
    `.masthead :is(p){max-width:${rem(measure * 1.2)}}\n`,
    ':is(.h1,.h2,.h3,.h4){text-wrap:balance;font-weight:400}\n',
    ':is(ul,ol,dl,dd,figure,blockquote){margin:0;padding:0}\n',
    ':is(.masthead,.aside,section.box,li,dd,td,th,blockquote,.columns>div,.table-foot,.mark)>:first-child{margin-block-start:0}\n',
    ':is(.masthead,.aside,section.box,li,dd,td,th,blockquote,.columns>div,.table-foot,.mark)>:last-child{margin-block-end:0}\n',
    ':is(dl.rail,dl.column)>div{display:grid}\n',
    '.drawing,.mark svg{display:block;max-width:100%;height:auto}\n',
    '.drawing{font-family:var(--figure-family)}\n',
    '.mark{margin-block:.25rem}\n',
    'img{max-width:100%;height:auto;display:block}\n',
    '.ticks{display:flex;justify-content:space-between;flex-wrap:wrap;column-gap:.6em;max-width:9.6rem}\n',
    '.ticks p{margin:0}\n',
    '.stacked p{margin-block:0}\n',
    '.signature-line{max-width:100%}\n',
    '.signature-line::before{content:"";display:block;height:2.6rem;border-block-end:1px solid;margin-block-end:.2rem}\n',
    'sup{font-size:.7em;line-height:0;vertical-align:baseline;position:relative;inset-block-end:.45em}\n',
    'a.whole{white-space:nowrap}\n',
    'abbr{text-decoration:none}\n',
    '.source-ref{unicode-bidi:isolate}\n',
    '.source-ref:hover,.contents a:hover,.label-of:hover{text-decoration:underline}\n',
    `table{border-collapse:collapse;width:100%;hyphens:auto}\n`,
    'th{text-align:start;font-weight:inherit}\n',
    ':is(td,th) :is(p,ul,ol){margin-block:0}\n',
    '.of-figures{text-align:right;font-variant-numeric:tabular-nums}\n',
    '[dir=rtl] .of-figures{text-align:left}\n',
    '.of-figures p{direction:ltr}\n',
    'table:has(.of-figures){hyphens:manual}\n',
    '.scrolls{overflow-x:auto}\n',
    '.table-foot{margin-block-start:.35rem}\n',
    '.table-foot>*{margin-block:.15rem}\n',
    '.quotation.turned-rtl,.quotation.turned-ltr{text-align:end}\n',
    '.quotation blockquote{text-align:start}\n',
    '.contents ol{list-style:none;margin:0;padding:0}\n',
    '.contents li{margin:0}\n',
    `.contents a{display:block;padding-block:.2rem;text-decoration:none;color:${colours.named('text')}}\n`,
    '.contents>ol>li>a{font-weight:700}\n',
    '.markings{display:flex;flex-wrap:wrap;gap:.4rem;margin-block-end:.75rem}\n',
    '.page-foot .markings{margin-block:1rem 0}\n',
    '.marking{margin:0;padding:.15em .5em;line-height:1.3;border:1px solid transparent}\n',
    '.at-left{margin-right:auto}.at-right{margin-left:auto}.at-center{margin-inline:auto}\n',
    cssRule(
      '.notice',
      'display:flex;flex-wrap:wrap;gap:0 1.5rem',
      `border:1px solid ${warning};border-inline-start-width:5px`,
      `color:${warning}`,
      'font:700 .9rem/1.4 var(--heading-family)',
      'padding:.35rem .75rem;margin-block-end:1rem',
    ),
    '.notice p{margin:0}\n',
    '.unseen,.skip:not(:focus){position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%);white-space:nowrap}\n',
    cssRule(
      '.skip',
      'display:inline-block;padding:.5rem 1rem',
      `background:${link};color:${ground}`,
      'font:700 1rem/1.4 var(--heading-family)',
    ),
    `:focus-visible{outline:3px solid ${link};outline-offset:2px}\n`,
    `:target{outline:2px solid ${line};outline-offset:.25rem}\n`,
    'main:target{outline:0}\n',
  ].join('')
}

/** What hangs on the width of a screen: lengths are those of the reader's type, so that they hold for enlarged text too. */
export function widthRules({ page, scales }: PageWidths, middle: number, context: CssContext): string {
  const [line, muted] = [context.colours.named('line'), context.colours.named('muted')]
  const from = (em: number) => `@media screen and (min-width:${round(em)}em)`
  const below = (em: number) => `@media screen and (max-width:${round(em - 0.01)}em)`
  const margins = 2 * scales.narrow
  const [middleFits, wideFits] = [middle * scales.wide + margins, page * scales.wide + margins]
  const title = context.sheet.style('h1').size ?? 1
  const label = textDeclarations(context.sheet.style('th'), context).join(';')
  return [
    '.on-middle,.on-narrow{display:none}\n',
    `${below(wideFits)}{.on-wide{display:none}.on-middle{display:block}}\n`,
    `${below(middleFits)}{.on-wider,.on-middle{display:none}.on-narrow{display:block;width:100%;max-width:26rem}}\n`,
    `${from(WIDE_SCREEN)}{html{font-size:${round(scales.wide * 100)}%}body{padding-inline:2rem}.page-head{padding-block-start:1.5rem}.columns{grid-template-columns:var(--tracks)}}\n`,
    `@media print{.columns{grid-template-columns:var(--tracks)}}\n`,
    `${below(WIDE_SCREEN)}{.contents{border-block:1px solid ${line};padding-block:.5rem}}\n`,
    `${from(CONTENTS_BESIDE * Math.max(1, scales.wide / 1.125))}{`,
    `body.with-contents{--page:${rem(page + CONTENTS + GAP)}}`,
    `.with-contents .page{display:grid;grid-template-columns:${rem(CONTENTS)} minmax(0,1fr);column-gap:${rem(GAP)};align-items:start}`,
    `.page>.contents{position:sticky;top:1rem;max-height:calc(100vh - 2rem);overflow-y:auto;font-size:.875rem;margin-block:0;padding-inline-end:.5rem}`,
    '.page>main>:first-child{margin-block-start:0}}\n',
    `${below(ROWS * scales.narrow)}{`,
    title > LARGE_TITLE ? `.h1{font-size:${rem(Math.max(LARGE_TITLE, title * SMALLER))}}` : '',
    '.stacks,.stacks :is(tbody,tr,th,td,caption){display:block}',
    'colgroup{display:none}',
    '.stacks thead{position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%)}',
    '.stacks.stacks>tbody>tr>*{border:0;padding:.15rem 0}',
    `.stacks.stacks>tbody>tr{border-block-start:1px solid ${line};padding-block:.6rem}`,
    '.stacks.stacks>tbody>tr.tied{border:0;padding-block-start:0}',
    `.stacks [data-label]::before{content:attr(data-label);display:block;margin-block-start:.25rem;${label};color:${muted}}`,
    '.stacks .of-figures{text-align:inherit}}\n',
  ].join('')
}
