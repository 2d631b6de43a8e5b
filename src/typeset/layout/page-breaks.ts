import type { Line } from '../pdfmake-classes.js'

/**
 * How many lines of a paragraph go on this page: at least two on each side of a break, and a paragraph of
 * three lines whole. At the top of a page there is no better place, so that one line always goes.
 */
export function linesBeforeBreak(lines: readonly Line[], room: number, atTop: boolean): number {
  const fitting = fittingLines(lines, room)
  if (fitting >= lines.length) return lines.length
  const left = lines.length - fitting
  const kept = lines.length <= 3 ? 0 : left === 1 ? fitting - 1 : fitting
  if (kept >= 2) return kept
  return atTop ? Math.max(1, fitting) : 0
}

function fittingLines(lines: readonly Line[], room: number): number {
  let rest = room
  for (const [index, line] of lines.entries()) {
    if (rest < line.getHeight()) return index
    rest -= line.getHeight()
  }
  return lines.length
}
