import { type TerminalCell, terminalCells, terminalWidth } from './printable.js'
import type { Place } from './source-file.js'

/** The line that a finding is about, cut to what fits, and the marks that go under it. */
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
  const lead = all <= width ? before : lastCells(before, Math.floor(width / 3))
  const body = firstCells(marked, width - cellsWidth(lead))
  const tail = firstCells(after, width - cellsWidth(lead) - cellsWidth(body))
  const head = cutBefore || lead.length < before.length ? '… ' : ''
  const foot = cutAfter || body.length < marked.length || tail.length < after.length ? ' …' : ''
  const text = head + [...lead, ...body, ...tail].map(cell => cell.text).join('') + foot
  const marks = ' '.repeat(terminalWidth(head) + cellsWidth(lead)) + '^'.repeat(Math.max(1, cellsWidth(body)))
  return { text: text.trimEnd(), marks }
}

const cellsWidth = (line: readonly TerminalCell[]) => line.reduce((sum, cell) => sum + cell.width, 0)

function firstCells(line: readonly TerminalCell[], width: number): TerminalCell[] {
  let used = 0
  const end = line.findIndex(cell => {
    used += cell.width
    return used > width
  })
  return line.slice(0, end === -1 ? line.length : end)
}

function lastCells(line: readonly TerminalCell[], width: number): TerminalCell[] {
  return firstCells(line.toReversed(), width).toReversed()
}
