import type { LayoutNode } from '../nodes/layout-nodes.js'
import type { FootNote } from '../nodes/paragraph.js'
import { type ColumnPart, keptTogether, partsThatFit } from './balance-columns.js'
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
  /** What stands in its columns, in the order of the text: all that comes before what is left, but for what floats. */
  readonly parts: readonly ColumnPart[]
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
    if (float.after > reachOf(filled, parts)) break
    const shorter = fillColumns(parts, flow, room, [...feet, float])
    if (reachOf(shorter, parts) < float.after || shorter.parts.length === 0) break
    feet.push(float)
    filled = shorter
  }
  return { ...filled, feet }
}

/** How many parts, from the first, stand on the page without a gap: what floats keeps its order, in columns and over them. */
function reachOf(filled: Pick<FilledPage, 'parts'>, parts: readonly ColumnPart[]): number {
  const gap = parts.findIndex((part, index) => part !== filled.parts[index])
  return gap === -1 ? parts.length : gap
}

function fillColumns(
  parts: readonly ColumnPart[],
  { columns, width, whole }: ColumnFlow,
  room: PageRoom,
  feet: readonly FloatingPart[],
): Pick<FilledPage, 'parts' | 'height'> {
  const available = feet.reduce((rest, { above, height }) => rest - above - height, room.available)
  const ofFeet = feet.flatMap(({ node }) => room.notesIn(node, whole))
  const heightWith = (some: readonly ColumnPart[]) => {
    const called = some.flatMap(({ node }) => room.notesIn(node, width))
    return available - room.roomOf([...called, ...ofFeet])
  }
  const fitting = (some: readonly ColumnPart[]) => partsThatFit(some, columns, heightWith(some))
  let placed = partsThatFit(parts, columns, available)
  for (let fewer = fitting(placed); fewer.length < placed.length; fewer = fitting(placed)) placed = fewer
  for (let more = withNext(parts, placed); more; more = withNext(parts, placed)) {
    if (fitting(more).length < more.length) break
    placed = more
  }
  return { parts: placed, height: heightWith(placed) }
}

/** With the next text that stays together, or what is left of that which floats where no text is left. */
function withNext(
  parts: readonly ColumnPart[],
  placed: readonly ColumnPart[],
): readonly ColumnPart[] | undefined {
  const taken = new Set(placed)
  const isLeft = (part: ColumnPart) => !taken.has(part)
  const text = parts.findIndex(part => isLeft(part) && part.below === undefined)
  const at = text === -1 ? parts.findIndex(isLeft) : text
  if (at === -1) return undefined
  for (const part of parts.slice(at, keptTogether(parts, at, false).end)) taken.add(part)
  return parts.filter(part => taken.has(part))
}
