import type { BuildResult } from '../../batch/build-briefs.js'
import { attentionOf } from '../../batch/output/attention.js'
import type { Tally } from '../../batch/output/tally.js'
import type { BuildOptions } from '../../batch/plan/build-options.js'
import type { BuildPreview } from '../../batch/preview-build.js'
import { countEditions, nameInLanguage, nameOfEntry } from '../../batch/record/edition-name.js'
import type { ManifestEntry } from '../../batch/record/manifest-entry.js'
import { countFindings, hasErrors, printable } from '../../diagnostics/index.js'
import { attentionSummary } from './attention.js'
import { formatTable } from './table.js'

/**
 * What a build came to: an edition a line, or in a mail merge an audience of a brief, and all together. Of a large batch
 * only what needs a person.
 */
export function buildSummary(result: BuildResult, options: BuildOptions): string {
  const rows = options.data === undefined ? editionRows(result) : mergeRows(result)
  return (
    (result.tallies.length + result.unread.length > MOST_LISTED
      ? attentionSummary(attentionOf(result.tallies, result.unread), moreIn(result))
      : formatTable(rows.rows, rows.right)) +
    orphanLines(result.orphans, options.prune ? 'removed' : 'kept') +
    (result.report === undefined ? '' : `build report: ${printable(result.report)}\n`) +
    totalLine(result)
  )
}

/** Editions, or audiences of briefs in a mail merge, that are listed one by one. */
const MOST_LISTED = 30

function moreIn({ report }: BuildResult): string {
  return report === undefined ? '`--report FILE.html` lists all' : `see \`${printable(report)}\``
}

/** What a build would do. */
export function previewSummary({ editions, orphans }: BuildPreview, { prune }: BuildOptions): string {
  const rows = editions.map(edition => [edition.brief, nameInLanguage(edition), edition.state, edition.file])
  const heading = rows.length > 0 ? [['brief', 'edition', 'state', 'file']] : []
  const toPrint = editions.filter(({ state }) => state === 'new' || state === 'changed')
  const total = `${editionsIn(countEditions(editions))} planned, ${countEditions(toPrint)} to be printed\n`
  return formatTable([...heading, ...rows]) + orphanLines(orphans, prune ? 'to be removed' : 'kept') + total
}

interface TableRows {
  readonly rows: readonly (readonly string[])[]
  /** Columns aligned at the right. */
  readonly right: readonly number[]
}

function editionRows({ tallies, editions, unread }: BuildResult): TableRows {
  const entries = new Map<string, ManifestEntry>()
  const formats = new Map<string, Set<string>>()
  for (const entry of editions) {
    const path = `${entry.brief}/${nameInLanguage(nameOfEntry(entry))}`
    // The first is the PDF, if there is one.
    if (!entries.has(path)) entries.set(path, entry)
    formats.set(path, (formats.get(path) ?? new Set()).add(entry.format))
  }
  const hasTwins = [...formats.values()].some(each => each.size > 1)
  const isFitted = [...entries.values()].some(entry => fittingMeasures(entry) !== '')
  const isMixed = unread.length > 0 || tallies.some(({ printed }) => printed === 0)
  const lacks = lackColumns(tallies)
  const rows = tallies.map(tally => {
    const path = `${tally.brief}/${tally.audience}`
    const entry = entries.get(path)
    return [
      tally.brief,
      tally.audience,
      entry ? pagesWithin(entry) : '',
      ...(isMixed ? [stateOf(tally)] : []),
      ...lacks.map(({ key }) => String(tally[key] || '')),
      entry?.file ?? '',
      ...(hasTwins ? [[...(formats.get(path) ?? [])].join(', ')] : []),
      ...(isFitted ? [entry ? fittingMeasures(entry) : ''] : []),
    ]
  })
  const cells = 4 + lacks.length + Number(hasTwins) + Number(isFitted)
  const unreadRows = unread.map(({ brief }) => [brief, '', '', 'has errors', ...Array(cells - 3).fill('')])
  const state = isMixed ? ['state'] : []
  const lead = ['brief', 'edition', 'pages', ...state]
  const names = lacks.map(({ heading }) => heading)
  const headings = [
    ...lead,
    ...names,
    'file',
    ...(hasTwins ? ['formats'] : []),
    ...(isFitted ? ['fitted with'] : []),
  ]
  const right = [2, ...names.map((_, index) => lead.length + index)]
  const all = [...unreadRows, ...rows]
  return { rows: all.length > 0 ? [headings, ...all] : [], right }
}

/** Pages of how many, and those of annexes, for which there is no limit. */
const pagesWithin = ({ pages, limit, annex_pages }: ManifestEntry) =>
  pages === null ? '' : `${pages}/${limit}${annex_pages ? ` + ${annex_pages}` : ''}`

/** Columns for what is printed without a proof, and for what is not shown; each only where there is any. */
function lackColumns(tallies: readonly Tally[]) {
  const columns = [
    { key: 'unproved', heading: 'not proved' },
    { key: 'unshown', heading: 'not shown' },
  ] as const
  return columns.filter(({ key }) => tallies.some(tally => tally[key] > 0))
}

function stateOf({ printed, failed }: Tally): string {
  return printed > 0 ? 'printed' : failed > 0 ? 'failed' : 'from cache'
}

function mergeRows({ tallies }: BuildResult): TableRows {
  const lacks = lackColumns(tallies)
  const rows = tallies.map(tally => {
    const { brief, audience, printed, cached, failed, pages, leftOut } = tally
    const numbers = [printed, cached, failed, pages, leftOut, ...lacks.map(({ key }) => tally[key])]
    return [brief, audience, ...numbers.map(String)]
  })
  const names = lacks.map(({ heading }) => heading)
  const headings = ['brief', 'edition', 'printed', 'from cache', 'failed', 'pages', 'left out', ...names]
  return {
    rows: rows.length > 0 ? [headings, ...rows] : [],
    right: headings.map((_, index) => index).slice(2),
  }
}

/** Of many, the first few; `--json` and the folder have them all. */
function orphanLines(orphans: readonly string[], fate: 'kept' | 'removed' | 'to be removed'): string {
  if (orphans.length === 0) return ''
  const shown = orphans.slice(0, SHOWN_ORPHANS).map(file => `  ${printable(file)}\n`)
  const more = orphans.length > SHOWN_ORPHANS ? `  and ${orphans.length - SHOWN_ORPHANS} more\n` : ''
  const what =
    fate === 'kept'
      ? 'no edition is planned for; `--prune` removes them'
      : `${fate}, as no edition is planned for them`
  return `${filesIn(orphans)} ${what}:\n${shown.join('')}${more}`
}

const SHOWN_ORPHANS = 20

function totalLine({ tallies, failed, interrupted, ms, diagnostics }: BuildResult): string {
  const sum = (key: 'printed' | 'cached') => tallies.reduce((all, tally) => all + tally[key], 0)
  const cached = sum('cached')
  const parts = [
    `${editionsIn(sum('printed'))} printed`,
    ...(cached > 0 ? [`${cached} from cache`] : []),
    ...(failed > 0 ? [`${failed} failed`] : []),
  ]
  const found = hasErrors(diagnostics) ? ` (${countFindings(diagnostics)})` : ''
  const lead = interrupted ? 'interrupted: ' : ''
  return `${lead}${parts.join(', ')} in ${(ms / 1000).toFixed(1)} s${found}\n`
}

const editionsIn = (number: number) => `${number} ${number === 1 ? 'edition' : 'editions'}`

/** Such as `2 PDFs`, and `3 files` where there are others among them. */
function filesIn(files: readonly string[]): string {
  const what = files.every(file => file.endsWith('.pdf')) ? 'PDF' : 'file'
  return `${files.length} ${what}${files.length === 1 ? '' : 's'}`
}

/** What keeping the page limit, or filling the page, took. */
function fittingMeasures({ left_out, figures_left_out, type_scale, spacing_scale }: ManifestEntry): string {
  const percent = (scale: number | null) => `${Math.round((scale ?? 1) * 100)} %`
  const left = ({ length }: readonly string[], what: string) =>
    length === 0 ? '' : `${length} ${what}${length === 1 ? '' : 's'} left out`
  return [
    (spacing_scale ?? 1) === 1 ? '' : `spacing ${percent(spacing_scale)}`,
    (type_scale ?? 1) === 1 ? '' : `type ${percent(type_scale)}`,
    left(figures_left_out, 'figure'),
    left(left_out, 'item'),
  ]
    .filter(part => part !== '')
    .join(', ')
}
