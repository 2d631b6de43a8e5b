import type { Report } from '../diagnostics/index.js'
import type { Item } from '../edition/index.js'
import { isFigure, optionalFigures } from './figures.js'
import type { Version } from './version.js'

/**
 * Says which items an edition goes without to keep its limit: once for each list and priority, at the first of
 * them. That what could be left out was is as its author wished; that what should be shown was needs a look.
 */
export function reportLeftOut(
  items: readonly Item[],
  { edition: { audience, items: all }, document }: Version,
  report: Report,
): void {
  const { name, limit } = audience
  const hints = ['mark what it cannot go without `priority: must`, or shorten what it shows']
  for (const left of byListAndPriority(items)) {
    const [first] = left
    if (!first) continue
    const listed = isFigure(first) ? optionalFigures(document) : all
    const total = listed.filter(item => item.field === first.field).length
    const paths = left.map(item => `\`${item.path}\``).join(', ')
    const counts = `${left.length} of ${total} \`${first.field}\``
    const message = `\`${name}\` leaves out ${counts} to keep to ${pages(limit)}: ${paths}`
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

const pages = (count: number) => (count === 1 ? '1 page' : `${count} pages`)
