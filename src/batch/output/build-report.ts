import {
  type Diagnostic,
  findingEntry,
  htmlFindings,
  htmlPage,
  htmlText,
  sortDiagnostics,
} from '../../diagnostics/index.js'
import { editionPath, nameInLanguage, nameOfEntry } from '../record/edition-name.js'
import { type ManifestEntry, unshownByAccident } from '../record/manifest-entry.js'
import { type AttentionRow, attentionOf, type UnreadBrief } from './attention.js'
import type { Tally } from './tally.js'

/** What a report of a build is made from. */
export interface BuildReportContent {
  readonly tallies: readonly Tally[]
  readonly unread: readonly UnreadBrief[]
  /** The editions that stand. */
  readonly editions: Iterable<ManifestEntry>
  readonly diagnostics: readonly Diagnostic[]
  readonly interrupted: boolean
  /** The address of a file of the workspace, from where the report is. */
  readonly hrefOf: (file: string) => string
}

/**
 * Writes the report of a build for people who were not there: what needs them, the gravest first, and then each brief with its editions
 * and all findings. It says nothing of when and how long, so that the same editions have the same report.
 */
export function buildReport(content: BuildReportContent): string {
  const { tallies, unread, diagnostics, interrupted } = content
  const briefs = briefsOf(tallies, unread)
  const attention = attentionOf(tallies, unread)
  const files = new Set(briefs.map(({ file }) => file))
  const others = sortDiagnostics(diagnostics).filter(({ place }) => !files.has(place.file.path))
  const editions = groupEditions(content.editions)
  const main = [
    attentionSection(attention.rows, attention.counts, idsOf(briefs)),
    ...(others.length > 0
      ? [
          `<section aria-labelledby="others"><h2 id="others">Findings outside of the briefs</h2>\n${findings(others)}</section>`,
        ]
      : []),
    ...briefs.map((brief, index) => briefSection(brief, `brief-${index + 1}`, editions, content)),
  ]
  return htmlPage({
    title: 'Build report',
    header: `<h1>Build report</h1>
<p>What came of ${counted(briefs.length, 'brief', 'briefs')} and ${counted(sumOf(tallies), 'edition', 'editions')}${interrupted ? ', in a build that was interrupted' : ''}. For the team alone: lines of briefs that stand here may be for some audiences only.</p>`,
    main: main.join('\n'),
  })
}

interface ReportedEditions {
  readonly name: string
  readonly file: string
  readonly tallies: readonly Tally[]
}

function briefsOf(tallies: readonly Tally[], unread: readonly UnreadBrief[]): ReportedEditions[] {
  const briefs = new Map(
    unread.map(({ brief, file }) => [file, { name: brief, file, tallies: [] as Tally[] }]),
  )
  for (const tally of tallies) {
    const { brief: name, file } = tally
    const known = briefs.get(file) ?? { name, file, tallies: [] }
    known.tallies.push(tally)
    briefs.set(file, known)
  }
  return [...briefs.values()].sort((a, b) => (a.file < b.file ? -1 : 1))
}

const idsOf = (briefs: readonly ReportedEditions[]) =>
  new Map(briefs.map(({ file }, index) => [file, `brief-${index + 1}`]))

const sumOf = (tallies: readonly Tally[]) =>
  tallies.reduce((sum, { printed, cached, failed }) => sum + printed + cached + failed, 0)

function groupEditions(editions: Iterable<ManifestEntry>): ReadonlyMap<string, ManifestEntry[]> {
  const groups = new Map<string, ManifestEntry[]>()
  for (const entry of editions) {
    const key = groupKey({ brief: entry.brief, audience: nameInLanguage(nameOfEntry(entry)) })
    groups.set(key, [...(groups.get(key) ?? []), entry])
  }
  return groups
}

const groupKey = ({ brief, audience }: { readonly brief: string; readonly audience: string }) =>
  `${brief}\n${audience}`

function attentionSection(
  rows: readonly AttentionRow[],
  counts: readonly string[],
  ids: ReadonlyMap<string, string>,
): string {
  const table = rows.map(
    ({ brief, file, audiences, why }) =>
      `<tr><th scope="row"><a href="#${ids.get(file)}">${htmlText(brief)}</a></th><td>${htmlText(audiences.join(', ') || 'all')}</td><td>${htmlText(why)}</td></tr>`,
  )
  const content =
    rows.length === 0
      ? '<p>Nothing needs a person.</p>'
      : `<p>${htmlText(counts.join(', '))}.</p>
<table>
<caption>By brief, the gravest first</caption>
<thead><tr><th scope="col">Brief</th><th scope="col">Editions</th><th scope="col">Why</th></tr></thead>
<tbody>
${table.join('\n')}
</tbody>
</table>`
  return `<section aria-labelledby="attention"><h2 id="attention">To be looked at</h2>
${content}
</section>`
}

function briefSection(
  { name, file, tallies }: ReportedEditions,
  id: string,
  editions: ReadonlyMap<string, readonly ManifestEntry[]>,
  { diagnostics, hrefOf }: BuildReportContent,
): string {
  const found = sortDiagnostics(diagnostics.filter(({ place }) => place.file.path === file))
  const rows = tallies.flatMap(tally => editionRows(tally, editions.get(groupKey(tally)) ?? [], hrefOf))
  const table = `<table>
<caption>Editions of ${htmlText(name)}</caption>
<thead><tr><th scope="col">Edition</th><th scope="col" class="number">Pages</th><th scope="col">To be looked at</th></tr></thead>
<tbody>
${rows.join('\n')}
</tbody>
</table>`
  return `<section aria-labelledby="${id}">
<h2 id="${id}">${htmlText(name)}</h2>
<p>${htmlText(file)}</p>
${rows.length > 0 ? table : '<p class="error">This brief has errors, and no editions.</p>'}
${found.length > 0 ? `<h3>Findings</h3>\n${findings(found)}` : ''}
</section>`
}

/** Of a mail merge, the editions with something to be looked at, and how many there are besides. */
function editionRows(
  tally: Tally,
  entries: readonly ManifestEntry[],
  hrefOf: (file: string) => string,
): string[] {
  const { audience, failed } = tally
  const isMerge = entries.some(({ recipient }) => recipient !== null)
  const editions = filesByEdition(entries)
  const listed = isMerge
    ? editions.filter(([entry]) => lacksOf(entry).length > 0).slice(0, MOST_RECIPIENTS)
    : editions
  const rest = editions.length - listed.length
  const row = (title: string, pages: string, look: string) =>
    `<tr><th scope="row">${title}</th><td class="number">${pages}</td><td>${look}</td></tr>`
  return [
    ...(failed > 0
      ? [row(htmlText(audience), '–', `<strong>failed</strong>${failed > 1 ? ` (${failed} editions)` : ''}`)]
      : []),
    ...listed.map(([entry, ...others]) => {
      const title = [nameInLanguage(nameOfEntry(entry)), entry.recipient].filter(Boolean).join(', ')
      const link = (file: string, text: string) => `<a href="${htmlText(hrefOf(file))}">${htmlText(text)}</a>`
      const twins = others.map(twin => link(twin.file, twinName(twin)))
      const own = entry.format === 'pdf' ? title : `${title} ${twinName(entry)}`
      return row([link(entry.file, own), ...twins].join(', '), pagesWithin(entry), lackList(entry))
    }),
    ...(rest > 0
      ? [
          row(
            htmlText(audience),
            '',
            `${counted(rest, 'edition', 'editions')} ${listed.length > 0 ? 'more' : ''} in the manifest`,
          ),
        ]
      : []),
  ]
}

const pagesWithin = ({ pages, limit, annex_pages }: ManifestEntry) =>
  pages === null ? '' : `${pages} of ${limit}${annex_pages ? `, annexes ${annex_pages}` : ''}`

/** The files of each edition, the PDF first where there is one. */
function filesByEdition(entries: readonly ManifestEntry[]): [ManifestEntry, ...ManifestEntry[]][] {
  const editions = new Map<string, [ManifestEntry, ...ManifestEntry[]]>()
  for (const entry of entries) {
    const path = editionPath(nameOfEntry(entry))
    const known = editions.get(path)
    if (known) known.push(entry)
    else editions.set(path, [entry])
  }
  return [...editions.values()]
}

/** Such as `html`, and `png 2` for the second page. */
function twinName(entry: ManifestEntry): string {
  const { page } = nameOfEntry(entry)
  return page === undefined ? entry.format : `${entry.format} ${page}`
}

/** Editions of a mail merge that are listed for one audience of a brief. */
const MOST_RECIPIENTS = 200

function lackList(entry: ManifestEntry): string {
  const lacks = lacksOf(entry).map(({ what, names }) => {
    const list = names.map(name => `<code>${htmlText(name)}</code>`).join(', ')
    return `<li>${what}${list === '' ? '' : `: ${list}`}</li>`
  })
  return lacks.length > 0 ? `<ul>${lacks.join('')}</ul>` : ''
}

interface Lack {
  readonly what: string
  readonly names: readonly string[]
}

function lacksOf(entry: ManifestEntry): Lack[] {
  const { unverified } = entry.quotes
  const names = (what: string, list: readonly string[]): Lack[] =>
    list.length > 0 ? [{ what: `${list.length} ${what}`, names: list }] : []
  return [
    ...(unverified > 0
      ? [{ what: `${counted(unverified, 'quotation', 'quotations')} not proved`, names: [] }]
      : []),
    ...names('left out to keep the limit', [...entry.left_out, ...entry.figures_left_out]),
    ...names('not shown', unshownByAccident(entry)),
  ]
}

function findings(found: readonly Diagnostic[]): string {
  return htmlFindings(found.map(finding => findingEntry(finding, true)))
}

function counted(number: number, one: string, many: string): string {
  return `${number} ${number === 1 ? one : many}`
}
