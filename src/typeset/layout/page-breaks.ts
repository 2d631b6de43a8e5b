import type { Line } from '../pdfmake-classes.js'

/** Lines of a paragraph that stay together on each side of a break. */
const TOGETHER = 2
/** A paragraph of no more lines than this is not broken. */
const WHOLE = 3

/**
 * How many lines of a paragraph go on this page: at least two on each side of a break, and a paragraph of
 * three lines whole. At the top of a page there is no better place, so that one line always goes.
 */
export function linesBeforeBreak(lines: readonly Line[], room: number, atTop: boolean): number {
  const fitting = fittingLines(lines, room)
  if (fitting >= lines.length) return lines.length
  const left = lines.length - fitting
  const kept = lines.length <= WHOLE ? 0 : left < TOGETHER ? fitting - (TOGETHER - left) : fitting
  if (kept >= TOGETHER) return kept
  return atTop ? Math.max(1, fitting) : 0
}

/** How many of a paragraph's first lines stay together. */
export const linesThatStart = (count: number): number => (count <= WHOLE ? count : TOGETHER)

/** Cuts the lines of a paragraph into the parts between which a page or a column may end. */
export function partsOfLines<Item>(lines: readonly Item[]): (readonly Item[])[] {
  if (lines.length <= WHOLE) return [lines]
  const middle = lines.slice(TOGETHER, -TOGETHER).map(line => [line])
  return [lines.slice(0, TOGETHER), ...middle, lines.slice(-TOGETHER)]
}

function fittingLines(lines: readonly Line[], room: number): number {
  let rest = room
  for (const [index, line] of lines.entries()) {
    if (rest < line.getHeight()) return index
    rest -= line.getHeight()
  }
  return lines.length
}
