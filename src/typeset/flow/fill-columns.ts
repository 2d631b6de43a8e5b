import type { LayoutNode } from '../nodes/layout-nodes.js'
import type { FootNote } from '../nodes/paragraph.js'
import { type ColumnPart, countThatFits, keptTogether } from './balance-columns.js'
import type { ColumnFlow, FloatingPart } from './column-flow.js'

/** What a page has room for. Heights are points. */
export interface PageRoom {
  /** Between the position and the end of the page. */
  readonly available: number
  notesIn(node: LayoutNode, width: number): readonly FootNote[]
  /** The height that notes take at the foot of the page. */
  roomOf(notes: readonly FootNote[]): number
}

/** What stands on a page of text that flows through columns. */
export interface FilledPage {
  /** How many of the parts stand in its columns. */
  readonly count: number
  /** What stands below the columns, as wide as all of them. */
  readonly feet: readonly FloatingPart[]
  /** The height of the columns where they are full, in points. */
  readonly height: number
}

/**
 * Decides what of the text stands on this page: as many parts as its columns hold with the notes that these call, and at the
 * foot of the page those floating parts that the text of the page reaches and that leave it room. Where one has none, it and
 * those after it wait for the next page, so that they keep their order.
 */
export function fillPage(
  parts: readonly ColumnPart[],
  floats: readonly FloatingPart[],
  flow: ColumnFlow,
  room: PageRoom,
): FilledPage {
  const feet: FloatingPart[] = []
  let filled = fillColumns(parts, flow, room, feet)
  for (const float of floats) {
    if (float.after > filled.count) break
    const shorter = fillColumns(parts, flow, room, [...feet, float])
    if (shorter.count < float.after || shorter.count === 0) break
    feet.push(float)
    filled = shorter
  }
  return { ...filled, feet }
}

function fillColumns(
  parts: readonly ColumnPart[],
  { columns, width, whole }: ColumnFlow,
  room: PageRoom,
  feet: readonly FloatingPart[],
): Pick<FilledPage, 'count' | 'height'> {
  const available = feet.reduce((rest, { above, height }) => rest - above - height, room.available)
  const ofFeet = feet.flatMap(({ node }) => room.notesIn(node, whole))
  const heightWith = (count: number) => {
    const called = parts.slice(0, count).flatMap(({ node }) => room.notesIn(node, width))
    return available - room.roomOf([...called, ...ofFeet])
  }
  const fitting = (count: number) => countThatFits(parts.slice(0, count), columns, heightWith(count))
  let count = countThatFits(parts, columns, available)
  for (let fewer = fitting(count); fewer < count; fewer = fitting(count)) count = fewer
  for (let at = count; at < parts.length; ) {
    const { end } = keptTogether(parts, at, false)
    if (fitting(end) < end) break
    count = end
    at = end
  }
  return { count, height: heightWith(count) }
}
