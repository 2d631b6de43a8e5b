import { type FindingEntry, inertText } from '../../diagnostics/index.js'
import type {
  BriefSection,
  QuotationEntry,
  ReportContent,
  ReportDetail,
  SourceEntry,
} from './report-content.js'
import { DIFFERENCE_WORDING, REPORT_WORDING, sectionTitle } from './report-wording.js'

/** The report in CommonMark with tables, in which no word of a brief or source is markup. */
export function reportAsMarkdown({ briefs }: ReportContent): string {
  const blocks = [
    `# ${REPORT_WORDING.title}`,
    REPORT_WORDING.introduction,
    REPORT_WORDING.limits,
    ...(briefs.length > 1
      ? [
          list(
            briefs.map((brief, at) => `${at + 1}. ${literal(sectionTitle(brief))} (${literal(brief.file)})`),
          ),
        ]
      : []),
    ...briefs.flatMap(sectionOf),
    `${REPORT_WORDING.signature} \\_\\_\\_\\_\\_\\_\\_\\_\\_\\_\\_\\_\\_\\_\\_\\_`,
  ]
  return `${blocks.join('\n\n')}\n`
}

function sectionOf(brief: BriefSection): string[] {
  const { file, asOf, title, quotations, sources, findings, counts } = brief
  return [
    `## ${literal(sectionTitle(brief))}`,
    details([
      { term: 'Brief', value: file },
      ...(asOf === undefined ? [] : [{ term: 'As of', value: asOf }]),
    ]),
    title === undefined
      ? REPORT_WORDING.unread
      : table(
          ['Of the brief', 'Number'],
          counts.map(({ label, number }) => [label, `${number}`]),
          '--:',
        ),
    ...(title !== undefined && quotations.length === 0 ? [REPORT_WORDING.noQuotations] : []),
    ...quotations.flatMap(quotationOf),
    ...(sources.length > 0 ? ['### Sources that are quoted', ...sources.flatMap(sourceOf)] : []),
    ...(findings.length > 0
      ? [`### ${quotations.length > 0 ? 'Other findings' : 'Findings'}`, findingsList(findings)]
      : []),
  ]
}

function quotationOf(quotation: QuotationEntry, index: number): string[] {
  const { field, line, words, passage, comparison, findings } = quotation
  const shown = words.map(({ text, isAlteration }) => (isAlteration ? strong(text) : literal(text)))
  return [
    `### ${index + 1}. ${literal(field)}, line ${line}`,
    `#### ${REPORT_WORDING.asInBrief}`,
    `> ${shown.join('')}`,
    `#### ${REPORT_WORDING.inSource}`,
    passage
      ? `> ${[literal(passage.before), strong(passage.words), literal(passage.after)].join('')}`
      : REPORT_WORDING.noPassage,
    details(quotation.details),
    ...(comparison ? [comparisonOf(quotation)] : []),
    ...(findings.length > 0 ? ['#### Findings', findingsList(findings)] : []),
  ]
}

function comparisonOf({ comparison }: QuotationEntry): string {
  if (!comparison || comparison.isTooLong) return REPORT_WORDING.tooLong
  if (comparison.differences.length === 0) return REPORT_WORDING.exact
  return table(
    ['Difference', REPORT_WORDING.asInBrief, REPORT_WORDING.inSource],
    comparison.differences.map(({ kind, brief, source }) => [
      DIFFERENCE_WORDING[kind],
      brief || '–',
      source || '–',
    ]),
  )
}

function sourceOf({ id, title, details: known }: SourceEntry): string[] {
  return [`#### ${literal(id)}: ${literal(title)}`, details(known)]
}

function findingsList(findings: readonly FindingEntry[]): string {
  return list(
    findings.map(({ severity, code, place, message, hints }) => {
      const more = hints.map(hint => `; hint: ${literal(hint)}`).join('')
      return `- **${severity}** \`${code}\` ${literal(place)}: ${literal(message)}${more}`
    }),
  )
}

function details(entries: readonly ReportDetail[]): string {
  return list(entries.map(({ term, value }) => `- **${literal(term)}**: ${literal(value)}`))
}

function list(items: readonly string[]): string {
  return items.join('\n')
}

function table(head: readonly string[], rows: readonly (readonly string[])[], last = '---'): string {
  const rule = head.map((_, index) => (index === head.length - 1 ? last : '---'))
  return [head, rule, ...rows.map(row => row.map(literal))]
    .map(cells => `| ${cells.join(' | ')} |`)
    .join('\n')
}

/** Emphasis needs words at both of its ends. */
function strong(text: string): string {
  const [, before = '', words = '', after = ''] = /^(\s*)([\s\S]*?)(\s*)$/.exec(text) ?? []
  return words === '' ? literal(text) : `${literal(before)}**${literal(words)}**${literal(after)}`
}

/** Text in one line, in which no character is markup: not of Markdown, of HTML, nor of tables, also at the beginning of a line. */
function literal(text: string): string {
  return inertText(text)
    .replace(/\s+/g, ' ')
    .replace(/[\\`*_[\]<>|&~$#]/g, '\\$&')
    .replace(/^[-+=]/, '\\$&')
    .replace(/^(\d{1,9})([.)])/, '$1\\$2')
}
