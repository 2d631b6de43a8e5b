import type { Place, Report } from '../diagnostics/index.js'
import type { PageText } from '../typeset/index.js'
import type { EditionInputs } from './edition-variant.js'
import type { LayoutTrial } from './layout-trials.js'
import { documentSections } from './printed-items.js'

/** Reports an edition that is longer than its audience allows, though nothing more can be done about it. */
export function reportTooLong(
  { version, laidOut, pages }: LayoutTrial,
  shortened: boolean,
  { audience }: EditionInputs,
  limitPlace: Place,
  report: Report,
): void {
  const { name, limit } = audience
  const text = laidOut?.text ?? []
  const over = text.slice(limit).reduce((sum, page) => sum + countLines(page), 0)
  const count = pages === 1 ? '1 page' : `${pages} pages`
  const though = shortened ? ' with nothing but what must be shown' : ' in its tightest setting'
  const heaviest = heaviestSections(text, version.document.blocks)
    .map(({ heading, lines }) => `\`${heading}\` (${lines})`)
    .join(', ')
  report(
    'over-page-limit',
    limitPlace,
    `edition \`${name}\` of \`${version.edition.brief}\` has ${count}${though}, its limit is ${limit}: it is ${over === 1 ? '1 line' : `${over} lines`} too long`,
    heaviest === '' ? undefined : `shorten what takes most lines: ${heaviest}`,
    `give items \`audiences\` or a lower \`priority\`, or prose a shorter wording for \`${name}\``,
    `set another \`limit\` for \`${name}\` under \`audiences\``,
  )
}

/** Lines at the same height, as in the columns of a page, are one; so are the running lines, which do not count. */
function countLines(page: PageText): number {
  const heights = new Set(page.map(line => Math.round(line.y)))
  return Math.max(1, heights.size - RUNNING_LINES)
}

/** At the head and at the foot of a page. */
const RUNNING_LINES = 2

/** Sections by the lines that they take, at most three. */
function heaviestSections(
  text: readonly PageText[],
  blocks: LayoutTrial['version']['document']['blocks'],
): { heading: string; lines: number }[] {
  const parts = documentSections(blocks).filter(part => part.heading !== undefined)
  const partAt = new Map(
    parts.flatMap((part, index) => part.words.map(({ place }) => [placeKey(place), index] as const)),
  )
  const heights = new Map<number, Set<string>>()
  for (const [page, lines] of text.entries())
    for (const { place, y } of lines) {
      const index = partAt.get(placeKey(place))
      if (index === undefined) continue
      const known = heights.get(index) ?? new Set()
      heights.set(index, known.add(`${page} ${Math.round(y)}`))
    }
  return [...heights]
    .map(([index, { size }]) => ({ heading: parts[index]?.heading ?? '', lines: size }))
    .sort((a, b) => b.lines - a.lines)
    .slice(0, 3)
}

const placeKey = ({ file, range }: Place) => `${file.path}:${range.start}:${range.end}`
