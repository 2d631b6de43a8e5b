import type { Report } from '../diagnostics/index.js'
import type { Item } from '../edition/index.js'
import type { EditionVariant } from './edition-variant.js'
import type { OmittedContent } from './omit-items.js'
import { optionalFigures } from './optional-figures.js'

/**
 * Says what an edition goes without to keep its limit: its figures at the first of them, its items once for each list
 * and priority, at the first of these. That what could be left out was is as its author wished; that what should be
 * shown was needs a look.
 */
export function reportOmissions(
  { figures, items }: OmittedContent,
  whole: EditionVariant,
  report: Report,
): void {
  const { audience, items: all } = whole.edition
  const say = (paths: readonly string[], total: number, what: string) =>
    `\`${audience.name}\` leaves out ${paths.length} of ${total} \`${what}\` to keep to ${pageCount(audience.limit)}: ${paths.map(path => `\`${path}\``).join(', ')}`
  const [figure] = figures
  const drawn = optionalFigures(whole.document).length
  const kinds = figures.map(({ figure }) => figure)
  if (figure) report('could-left-out', figure.place, say(kinds, drawn, 'figures'))
  const hints = ['mark what it cannot go without `priority: must`, or shorten what it shows']
  for (const left of byListAndPriority(items)) {
    const [first] = left
    if (!first) continue
    const total = all.filter(item => item.field === first.field).length
    const paths = left.map(item => item.path)
    const message = say(paths, total, first.field)
    if (first.priority === 'could') report('could-left-out', first.place, message)
    else report('should-left-out', first.place, message, hints.pop())
  }
}

/** Groups in the order in which the first of each was given up; the items of each in the order of the brief. */
function byListAndPriority(items: readonly Item[]): Item[][] {
  const groups = new Map<string, Item[]>()
  for (const item of items) {
    const key = `${item.priority} ${item.field}`
    groups.set(key, [...(groups.get(key) ?? []), item])
  }
  return [...groups.values()].map(group => group.sort((a, b) => a.index - b.index))
}

const pageCount = (count: number) => (count === 1 ? '1 page' : `${count} pages`)
