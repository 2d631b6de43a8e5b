import type { Item } from '../edition/index.js'

/** An item that may be left out, and how much of the pages it is. */
export interface OptionalItem extends Item {
  /** Characters. */
  readonly weight: number
}

/**
 * The order in which items are left out, the least important first: all that `could` be shown before any that
 * `should`. Among these one at a time from the list that has most items left, so that no section empties while
 * another is full; of lists equally long, from the one printed last. A list gives up its last item, a timeline its
 * earliest event, since readers act on the latest. Items that must be shown count towards the length of a list.
 */
export function omissionOrder(optional: readonly OptionalItem[], shown: readonly Item[]): OptionalItem[] {
  const fields = [...new Set(optional.map(item => item.field))]
  const length = new Map(fields.map(field => [field, shown.filter(item => item.field === field).length]))
  const ordered: OptionalItem[] = []
  for (const priority of ['could', 'should'] as const) {
    const queues = new Map(fields.map(field => [field, queueOf(optional, field, priority)]))
    for (;;) {
      const field = longest(fields, queues, length)
      const next = field !== undefined && queues.get(field)?.shift()
      if (!field || !next) break
      length.set(field, (length.get(field) ?? 0) - 1)
      ordered.push(next)
    }
  }
  return ordered
}

function queueOf(
  optional: readonly OptionalItem[],
  field: string,
  priority: Item['priority'],
): OptionalItem[] {
  const items = optional.filter(item => item.field === field && item.priority === priority)
  return field === 'timeline' ? items : items.reverse()
}

/** Of the lists that have something to give up, the longest; `fields` are in the order in which they are printed. */
function longest(
  fields: readonly string[],
  queues: ReadonlyMap<string, readonly OptionalItem[]>,
  length: ReadonlyMap<string, number>,
): string | undefined {
  let found: string | undefined
  for (const field of fields)
    if (
      (queues.get(field)?.length ?? 0) > 0 &&
      (length.get(field) ?? 0) >= (found === undefined ? 0 : (length.get(found) ?? 0))
    )
      found = field
  return found
}
