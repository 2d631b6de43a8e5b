import { parseDate } from './notation/dates.js'

/**
 * The indices of a timeline's items in the order of their dates. Items without one stay after the item that
 * they follow; equal dates keep their order. The data itself is not reordered, so that paths keep their meaning.
 */
export function timelineOrder(items: readonly { readonly date?: string | undefined }[]): number[] {
  const groups: { readonly sortKey: number; readonly indices: number[] }[] = []
  for (const [index, { date }] of items.entries()) {
    const sortKey = date === undefined ? undefined : parseDate(date)?.sortKey
    const last = groups.at(-1)
    if (sortKey === undefined && last) last.indices.push(index)
    else groups.push({ sortKey: sortKey ?? Number.NEGATIVE_INFINITY, indices: [index] })
  }
  return groups.sort((a, b) => compare(a.sortKey, b.sortKey)).flatMap(group => group.indices)
}

/** A difference would be no number where both are infinite. */
function compare(a: number, b: number): number {
  return a < b ? -1 : Number(a > b)
}
