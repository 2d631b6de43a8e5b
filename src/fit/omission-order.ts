import { present } from '../diagnostics/index.js'
import type { Item } from '../edition/index.js'

/** An item that may be left out, with its share of the text. */
export interface OptionalItem extends Item {
  /** Characters. */
  readonly weight: number
}

/**
 * The order in which items are left out, the least important first: all that `could` be shown before any that
 * `should`. Among these, each comes from the list that then has most items left, so that no section is emptied while
 * another is full; of lists equally long, from the one printed last. From a list its last item goes first, from a
 * timeline its earliest event, since readers act on the latest. Items that must be shown count towards the length of a
 * list.
 */
export function omissionOrder(optional: readonly OptionalItem[], shown: readonly Item[]): OptionalItem[] {
  const lists = [...new Set(optional.map(item => item.field))].map((field): ItemList => {
    const length = shown.filter(item => item.field === field).length
    return { field, length, queue: [] }
  })
  const ordered: OptionalItem[] = []
  for (const priority of ['could', 'should'] as const) {
    for (const list of lists) list.queue = queueOf(optional, list.field, priority)
    for (let list = longestOf(lists); list; list = longestOf(lists)) {
      ordered.push(present(list.queue.shift(), 'next item of a list'))
      list.length--
    }
  }
  return ordered
}

interface ItemList {
  readonly field: string
  /** Items left. */
  length: number
  /** Items of one priority that may be left out, the next first. */
  queue: OptionalItem[]
}

function queueOf(
  optional: readonly OptionalItem[],
  field: string,
  priority: Item['priority'],
): OptionalItem[] {
  const items = optional.filter(item => item.field === field && item.priority === priority)
  return field === 'timeline' ? items : items.reverse()
}

/** The longest of the lists that have something to leave out, and of equally long ones the one printed last. */
function longestOf(lists: readonly ItemList[]): ItemList | undefined {
  const candidates = lists.filter(({ queue }) => queue.length > 0)
  const longest = Math.max(...candidates.map(({ length }) => length))
  return candidates.findLast(({ length }) => length === longest)
}
