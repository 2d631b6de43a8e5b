import { type Place, present, type Report } from '../diagnostics/index.js'
import type { Audience, Item } from '../edition/index.js'
import type { PageText } from '../typeset/index.js'
import type { EditionInputs, EditionVariant } from './edition-variant.js'
import type { LayoutTrial } from './layout-trials.js'
import type { OmittedContent } from './omit-items.js'
import { optionalFigures } from './optional-figures.js'
import { documentSections } from './printed-items.js'

/**
 * Reports what an edition leaves out to keep its limit: figures at the first of them, items once for each list and
 * priority, at the first of these. Items that only could be shown are left out as their author wished; those that
 * should be shown need attention.
 */
export function reportOmissions(
  { figures, items }: OmittedContent,
  whole: EditionVariant,
  audience: Audience,
  report: Report,
): void {
  const { items: all } = whole.edition
  const messageFor = (paths: readonly string[], total: number, what: string) =>
    `\`${audience.name}\` leaves out ${paths.length} of ${total} \`${what}\` to keep to ${pageCount(audience.limit)}: ${paths.map(path => `\`${path}\``).join(', ')}`
  const [figure] = figures
  const drawn = optionalFigures(whole.document).length
  const kinds = figures.map(({ figure }) => figure)
  if (figure) report('could-left-out', figure.place, messageFor(kinds, drawn, 'figures'))
  const hints = ['mark what it cannot go without `priority: must`, or shorten what it shows']
  for (const omitted of byListAndPriority(items)) {
    const first = present(omitted[0], 'first item of a group')
    const total = all.filter(item => item.field === first.field).length
    const paths = omitted.map(item => item.path)
    const message = messageFor(paths, total, first.field)
    if (first.priority === 'could') report('could-left-out', first.place, message)
    else report('should-left-out', first.place, message, hints.pop())
  }
}

/** Groups in the order in which the first item of each was left out; each with its items in the order of the brief. */
function byListAndPriority(items: readonly Item[]): Item[][] {
  const groups = new Map<string, Item[]>()
  for (const item of items) {
    const key = `${item.priority} ${item.field}`
    groups.set(key, [...(groups.get(key) ?? []), item])
  }
  return [...groups.values()].map(group => group.sort((a, b) => a.index - b.index))
}

/** Reports an edition that is longer than its audience allows, with nothing left to be done about it. */
export function reportTooLong(
  { variant, laidOut, pages }: LayoutTrial,
  shortened: boolean,
  { audience }: EditionInputs,
  limitPlace: Place,
  report: Report,
): void {
  const { name, limit } = audience
  const text = laidOut?.text.slice(0, pages) ?? []
  const over = text.slice(limit).reduce((sum, page) => sum + countLines(page), 0)
  const condition = shortened ? ' with nothing but what must be shown' : ' in its tightest setting'
  const heaviest = heaviestSections(text, variant.document.blocks)
    .map(({ heading, lines }) => `\`${heading}\` (${lines})`)
    .join(', ')
  report(
    'over-page-limit',
    limitPlace,
    `edition \`${name}\` of \`${variant.edition.brief}\` has ${pageCount(pages)}${condition}, its limit is ${limit}: it is ${over === 1 ? '1 line' : `${over} lines`} too long`,
    heaviest === '' ? undefined : `shorten what takes most lines: ${heaviest}`,
    `give items \`audiences\` or a lower \`priority\`, or prose a shorter wording for \`${name}\``,
    `set another \`limit\` for \`${name}\` under \`audiences\``,
  )
}

/** Lines at the same height, as in columns, count as one; headers and footers do not count. */
function countLines(page: PageText): number {
  const heights = new Set(page.map(line => Math.round(line.y)))
  return Math.max(1, heights.size - RUNNING_LINES)
}

/** The header and the footer of a page. */
const RUNNING_LINES = 2

/** The sections that take most lines, and how many each takes. */
function heaviestSections(
  text: readonly PageText[],
  blocks: LayoutTrial['variant']['document']['blocks'],
): { heading: string; lines: number }[] {
  const sections = documentSections(blocks).filter(section => section.heading !== undefined)
  const sectionAt = new Map(
    sections.flatMap((section, index) => section.words.map(({ place }) => [placeKey(place), index] as const)),
  )
  const heights = new Map<number, Set<string>>()
  for (const [page, lines] of text.entries())
    for (const { place, y } of lines) {
      const index = sectionAt.get(placeKey(place))
      if (index === undefined) continue
      const known = heights.get(index) ?? new Set()
      heights.set(index, known.add(`${page} ${Math.round(y)}`))
    }
  return [...heights]
    .map(([index, { size }]) => ({
      heading: present(sections[index]?.heading, 'heading of a section'),
      lines: size,
    }))
    .sort((a, b) => b.lines - a.lines)
    .slice(0, MAX_SECTIONS)
}

/** Sections that the finding names. */
const MAX_SECTIONS = 3

const placeKey = ({ file, range }: Place) => `${file.path}:${range.start}:${range.end}`

const pageCount = (count: number) => (count === 1 ? '1 page' : `${count} pages`)
