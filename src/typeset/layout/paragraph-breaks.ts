import type { PdfmakeLine } from '../nodes/pdfmake-classes.js'

/** Lines of a paragraph that stay together on each side of a break. */
const LEAST_LINES = 2
/** A paragraph of no more lines than this is not broken. */
const UNBROKEN_LINES = 3

/**
 * How many lines of a paragraph go on this page: at least two on each side of a break, and a paragraph of
 * three lines whole. At the top of a page there is no better place, so that one line always goes.
 */
export function linesBeforeBreak(lines: readonly PdfmakeLine[], room: number, atTop: boolean): number {
  const fitting = countFittingLines(lines, room)
  if (fitting >= lines.length) return lines.length
  const left = lines.length - fitting
  const kept =
    lines.length <= UNBROKEN_LINES ? 0 : left < LEAST_LINES ? fitting - (LEAST_LINES - left) : fitting
  if (kept >= LEAST_LINES) return kept
  return atTop ? Math.max(1, fitting) : 0
}

/** How many of a paragraph's first lines stay together. */
export const leadingLines = (count: number): number => (count <= UNBROKEN_LINES ? count : LEAST_LINES)

/** Cuts the lines of a paragraph into the parts between which a page or a column may end. */
export function unbrokenLineGroups<Item>(lines: readonly Item[]): (readonly Item[])[] {
  if (lines.length <= UNBROKEN_LINES) return [lines]
  const middle = lines.slice(LEAST_LINES, -LEAST_LINES).map(line => [line])
  return [lines.slice(0, LEAST_LINES), ...middle, lines.slice(-LEAST_LINES)]
}

function countFittingLines(lines: readonly PdfmakeLine[], room: number): number {
  let rest = room
  for (const [index, line] of lines.entries()) {
    if (rest < line.getHeight()) return index
    rest -= line.getHeight()
  }
  return lines.length
}
