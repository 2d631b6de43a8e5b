import { htmlFindings, htmlPage, htmlText } from '../../diagnostics/index.js'
import type {
  BriefSection,
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
  return htmlPage({
    title,
    header: `<h1>${REPORT_WORDING.title}</h1>
<p>${REPORT_WORDING.introduction}</p>
<p>${REPORT_WORDING.limits}</p>
${briefs.length > 1 ? contentsOf(briefs) : ''}`,
    main: briefs.map(sectionOf).join('\n'),
    footer: `<p>${REPORT_WORDING.signature}</p><p class="line"></p>`,
  })
}

function contentsOf(briefs: readonly BriefSection[]): string {
  const entries = briefs.map(
    (brief, index) =>
      `<li><a href="#brief-${index + 1}">${titleInLanguage(brief)}</a> (${htmlText(brief.file)})</li>`,
  )
  return `<nav aria-label="Briefs"><ol>\n${entries.join('\n')}\n</ol></nav>\n`
}

function sectionOf(brief: BriefSection, index: number): string {
  const id = `brief-${index + 1}`
  const parts = [
    `<section aria-labelledby="${id}">`,
    `<h2 id="${id}"${languageOf(brief)} dir="auto">${htmlText(sectionTitle(brief))}</h2>`,
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
          htmlFindings(brief.findings),
        ]
      : []),
    '</section>',
  ]
  return parts.join('\n')
}

function titleInLanguage(brief: BriefSection): string {
  const [lang, title] = [languageOf(brief), htmlText(sectionTitle(brief))]
  return lang === '' ? title : `<span${lang}>${title}</span>`
}

function languageOf({ title, lang }: BriefSection): string {
  return title === undefined || lang === undefined ? '' : ` lang="${htmlText(lang)}"`
}

function countsTable({ counts, name }: BriefSection): string {
  const rows = counts.map(
    ({ label, number }) =>
      `<tr><th scope="row">${htmlText(label)}</th><td class="number">${number}</td></tr>`,
  )
  return `<table>
<caption>What was found in ${htmlText(name)}</caption>
<thead><tr><th scope="col">Of the brief</th><th scope="col" class="number">Number</th></tr></thead>
<tbody>
${rows.join('\n')}
</tbody>
</table>`
}

function quotationOf(quotation: QuotationEntry, id: string, number: number): string {
  const { field, line, words, passage, lang, comparison, findings } = quotation
  const language = lang === undefined ? '' : ` lang="${htmlText(lang)}"`
  const shown = words.map(({ text, isAlteration }) =>
    isAlteration ? `<mark>${htmlText(text)}</mark>` : htmlText(text),
  )
  const parts = [
    `<article aria-labelledby="${id}">`,
    `<h3 id="${id}">${number}. ${htmlText(field)}, line ${line}</h3>`,
    '<div class="pair">',
    `<div><h4>${REPORT_WORDING.asInBrief}</h4><blockquote${language} dir="auto">${shown.join('')}</blockquote></div>`,
    `<div><h4>${REPORT_WORDING.inSource}</h4>${
      passage
        ? `<blockquote${language} dir="auto"><span class="context">${htmlText(passage.before)}</span><strong>${htmlText(passage.words)}</strong><span class="context">${htmlText(passage.after)}</span></blockquote>`
        : `<p>${REPORT_WORDING.noPassage}</p>`
    }</div>`,
    '</div>',
    details(quotation.details),
    ...(comparison ? [comparisonOf(quotation, number)] : []),
    ...(findings.length > 0 ? ['<h4>Findings</h4>', htmlFindings(findings)] : []),
    '</article>',
  ]
  return parts.join('\n')
}

function comparisonOf({ comparison, lang }: QuotationEntry, number: number): string {
  if (!comparison) return ''
  if (comparison.isTooLong) return `<p>${REPORT_WORDING.tooLong}</p>`
  if (comparison.differences.length === 0) return `<p>${REPORT_WORDING.exact}</p>`
  const language = lang === undefined ? '' : ` lang="${htmlText(lang)}"`
  const rows = comparison.differences.map(
    ({ kind, brief, source }) =>
      `<tr><th scope="row">${DIFFERENCE_WORDING[kind]}</th><td${language} dir="auto">${htmlText(brief) || '–'}</td><td${language} dir="auto">${htmlText(source) || '–'}</td></tr>`,
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
  return `<h4><bdi>${htmlText(id)}</bdi>: <bdi>${htmlText(title)}</bdi></h4>\n${details(known)}`
}

function details(entries: readonly ReportDetail[]): string {
  const rows = entries.map(({ term, value, url }) => {
    const link = url !== undefined && /^https?:/i.test(url)
    const shown = link ? `<a href="${htmlText(url)}">${htmlText(value)}</a>` : `<bdi>${htmlText(value)}</bdi>`
    return `<dt>${htmlText(term)}</dt><dd>${shown}</dd>`
  })
  return `<dl>\n${rows.join('\n')}\n</dl>`
}
