import { cellsWidth, type TerminalCell, terminalCells, terminalWidth } from './printable.js'
import type { Place } from './source-file.js'

/** The line that a finding is about, cut to the width available, and the marks under it. */
export interface CodeFrame {
  readonly line: number
  readonly text: string
  readonly marks: string
}

/** Shows a place in its line, `width` columns of it; a range of several lines is marked up to the first line's end. */
export function codeFrame({ file, range }: Place, width: number): CodeFrame | undefined {
  if (file.text === '') return undefined
  const line = file.position(range.start).line
  const whole = file.line(line)
  const start = Math.min(range.start, whole.end)
  const end = Math.max(start, Math.min(range.end, whole.end))
  const before = terminalCells(file.text.slice(Math.max(whole.start, start - width), start))
  const shownEnd = Math.min(end, start + width)
  const marked = terminalCells(file.text.slice(start, shownEnd))
  const after = terminalCells(file.text.slice(shownEnd, Math.min(whole.end, shownEnd + width)))
  const cutBefore = start - width > whole.start
  return { line, ...cutToWidth(before, marked, after, cutBefore, shownEnd + width < whole.end, width) }
}

function cutToWidth(
  before: TerminalCell[],
  marked: TerminalCell[],
  after: TerminalCell[],
  cutBefore: boolean,
  cutAfter: boolean,
  width: number,
): Omit<CodeFrame, 'line'> {
  const all = cellsWidth(before) + cellsWidth(marked) + cellsWidth(after)
  const shownBefore = all <= width ? before : lastCells(before, Math.floor(width / 3))
  const shownMarked = firstCells(marked, width - cellsWidth(shownBefore))
  const shownAfter = firstCells(after, width - cellsWidth(shownBefore) - cellsWidth(shownMarked))
  const isCutAfter = cutAfter || shownMarked.length < marked.length || shownAfter.length < after.length
  const prefix = cutBefore || shownBefore.length < before.length ? '… ' : ''
  const shown = [...shownBefore, ...shownMarked, ...shownAfter].map(cell => cell.text).join('')
  const indent = terminalWidth(prefix) + cellsWidth(shownBefore)
  return {
    text: `${prefix}${shown}${isCutAfter ? ' …' : ''}`.trimEnd(),
    marks: ' '.repeat(indent) + '^'.repeat(Math.max(1, cellsWidth(shownMarked))),
  }
}

function firstCells(cells: readonly TerminalCell[], width: number): TerminalCell[] {
  let used = 0
  const end = cells.findIndex(cell => {
    used += cell.width
    return used > width
  })
  return cells.slice(0, end === -1 ? cells.length : end)
}

function lastCells(cells: readonly TerminalCell[], width: number): TerminalCell[] {
  return firstCells(cells.toReversed(), width).toReversed()
}
