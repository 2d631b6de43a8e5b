import type { Line } from '../pdfmake-classes.js'
import type { Apart } from './nodes.js'
import { wordsOf } from './set-line.js'
import type { Word } from './word.js'

/**
 * Places the words of a line in the order in which they are seen; the line keeps them in the order in which they are
 * read. Space at its end takes no room, on whichever side of the last word it stands (UAX 9, L1).
 */
export function inVisualOrder(line: Line): Line {
  const words = wordsOf(line)
  if (words.every(word => word.level === 0)) return line
  let x = 0
  for (const word of visualOrder(words)) {
    const cut = word === words.at(-1) ? word.trailingCut : 0
    word.x = isReversed(word) ? x - cut : x
    x += word.width - cut
  }
  return line
}

/** Points from the beginning of a line to where what is seen of it begins and ends. */
export function extentOf(line: Line): { left: number; right: number } {
  const words = wordsOf(line).map((word, index, { length }) =>
    index === length - 1 ? withoutSpace(word) : word,
  )
  return {
    left: Math.min(...words.map(({ x }) => x)),
    right: Math.max(...words.map(({ x, width }) => x + width)),
  }
}

/** Where a word stands without the space at its end. */
export function withoutSpace({ x, width, trailingCut, level }: Word): { x: number; width: number } {
  return { x: isReversed({ level }) ? x + trailingCut : x, width: width - trailingCut }
}

/** Whether text runs from right to left. */
export const isReversed = ({ level }: { readonly level: number }): boolean => level % 2 === 1

/** What has a place in a line: text, or only a level that parts the texts beside it. */
interface Ordered {
  readonly level: number
  readonly apart?: Apart | undefined
}

/** From the highest level to the lowest odd one, whatever stands at a level or above it is turned around (UAX 9, L2). */
export function visualOrder<Item extends Ordered>(items: readonly Item[]): Item[] {
  const order = withPartings(items)
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

function withPartings<Item extends Ordered>(items: readonly Item[]): { level: number; item?: Item }[] {
  return items.flatMap((item, index) => {
    const previous = items[index - 1]
    const parting = previous && item.apart && item.apart !== previous.apart ? [item.apart] : []
    return [...parting.map(({ level }) => ({ level })), { level: item.level, item }]
  })
}
