import type { IsolateBoundary } from '../nodes/layout-nodes.js'
import type { PdfmakeLine } from '../nodes/pdfmake-classes.js'
import type { Word } from '../nodes/word.js'
import { wordsOfLine } from './typeset-line.js'

/**
 * Positions the words of a line in visual order; the line keeps them in reading order. Space at the end of the line has no
 * width, on whichever side of the last word it is (UAX 9, L1).
 */
export function inVisualOrder(line: PdfmakeLine): PdfmakeLine {
  const words = wordsOfLine(line)
  if (words.every(word => word.level === 0)) return line
  let x = 0
  for (const word of visualOrder(words)) {
    const cut = word === words.at(-1) ? word.trailingCut : 0
    word.x = isRightToLeft(word) ? x - cut : x
    x += word.width - cut
  }
  return line
}

/** Points from the left of a line to where its visible text begins and ends. */
export function visibleSpan(line: PdfmakeLine): { left: number; right: number } {
  const words = wordsOfLine(line).map((word, index, { length }) =>
    index === length - 1 ? withoutTrailingSpace(word) : word,
  )
  return {
    left: Math.min(...words.map(({ x }) => x)),
    right: Math.max(...words.map(({ x, width }) => x + width)),
  }
}

/** The position and width of a word without the space at its end. */
export function withoutTrailingSpace({ x, width, trailingCut, level }: Word): { x: number; width: number } {
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
