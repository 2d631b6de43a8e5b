import { present } from '../../diagnostics/index.js'
import { Line } from '../nodes/line.js'
import type { IsolateBoundary } from '../nodes/paragraph.js'
import type { Word } from '../nodes/word.js'

/**
 * Sets words in a line, each where it comes in visual order; the line keeps them in reading order. Space at the end of the
 * line has no width, on whichever side of the last word it is (UAX 9, L1).
 */
export function setLine(words: readonly Word[], room: number, isLast = true): Line {
  const positions = words.map(() => 0)
  let x = 0
  if (words.every(word => word.level === 0))
    for (const [index, word] of words.entries()) {
      positions[index] = x
      x += word.width
    }
  else {
    const items = words.map((word, index) => ({ word, index, level: word.level, apart: word.apart }))
    for (const { word, index } of visualOrder(items)) {
      const cut = index === words.length - 1 ? word.trailingCut : 0
      positions[index] = isRightToLeft(word) ? x - cut : x
      x += word.width - cut
    }
  }
  return new Line(words, positions, room, isLast)
}

/** Points from the left of a line to where its visible text begins and ends. */
export function visibleSpan({ words, positions }: Line): { left: number; right: number } {
  let [left, right] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY]
  for (const [index, word] of words.entries()) {
    const at = present(positions[index], 'position of a word')
    const span = index === words.length - 1 ? withoutTrailingSpace(word, at) : { x: at, width: word.width }
    left = Math.min(left, span.x)
    right = Math.max(right, span.x + span.width)
  }
  return { left, right }
}

/** The position and width of a word at `x` without the space at its end. */
export function withoutTrailingSpace(
  { width, trailingCut, level }: Pick<Word, 'width' | 'trailingCut' | 'level'>,
  x: number,
): { x: number; width: number } {
  return { x: isRightToLeft({ level }) ? x + trailingCut : x, width: width - trailingCut }
}

/** Whether text runs from right to left. */
export const isRightToLeft = ({ level }: { readonly level: number }): boolean => level % 2 === 1

/** Text with an embedding level; the boundary of an isolate may come before it. */
interface BidiItem {
  readonly level: number
  readonly apart?: IsolateBoundary | undefined
}

/** From the highest level to the lowest odd one, reverses every sequence at that level or above (UAX 9, L2). */
export function visualOrder<Item extends BidiItem>(items: readonly Item[]): Item[] {
  const order = withBoundaries(items)
  const levels = order.map(({ level }) => level)
  const lowestOdd = Math.min(...levels.filter(level => level % 2 === 1))
  for (let level = Math.max(...levels); level >= lowestOdd; level--) {
    let start = 0
    for (let end = 0; end <= order.length; end++) {
      if ((order[end]?.level ?? -1) >= level) continue
      order.splice(start, end - start, ...order.slice(start, end).reverse())
      start = end + 1
    }
  }
  return order.flatMap(({ item }) => (item ? [item] : []))
}

function withBoundaries<Item extends BidiItem>(items: readonly Item[]): { level: number; item?: Item }[] {
  return items.flatMap((item, index) => {
    const previous = items[index - 1]
    const parting = previous && item.apart && item.apart !== previous.apart ? [item.apart] : []
    return [...parting.map(({ level }) => ({ level })), { level: item.level, item }]
  })
}
