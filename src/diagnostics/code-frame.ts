import { type Cell, cells, columns } from './printable.js'
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
  const before = cells(file.text.slice(Math.max(whole.start, start - width), start))
  const shownEnd = Math.min(end, start + width)
  const marked = cells(file.text.slice(start, shownEnd))
  const after = cells(file.text.slice(shownEnd, Math.min(whole.end, shownEnd + width)))
  const cutBefore = start - width > whole.start
  return { line, ...fit(before, marked, after, cutBefore, shownEnd + width < whole.end, width) }
}

function fit(
  before: Cell[],
  marked: Cell[],
  after: Cell[],
  cutBefore: boolean,
  cutAfter: boolean,
  width: number,
): Omit<CodeFrame, 'line'> {
  const all = widthOf(before) + widthOf(marked) + widthOf(after)
  const lead = all <= width ? before : takeLast(before, Math.floor(width / 3))
  const body = takeFirst(marked, width - widthOf(lead))
  const tail = takeFirst(after, width - widthOf(lead) - widthOf(body))
  const head = cutBefore || lead.length < before.length ? '… ' : ''
  const foot = cutAfter || body.length < marked.length || tail.length < after.length ? ' …' : ''
  const text = head + [...lead, ...body, ...tail].map(cell => cell.text).join('') + foot
  const marks = ' '.repeat(columns(head) + widthOf(lead)) + '^'.repeat(Math.max(1, widthOf(body)))
  return { text: text.trimEnd(), marks }
}

const widthOf = (line: readonly Cell[]) => line.reduce((sum, cell) => sum + cell.width, 0)

function takeFirst(line: readonly Cell[], width: number): Cell[] {
  let used = 0
  const end = line.findIndex(cell => {
    used += cell.width
    return used > width
  })
  return line.slice(0, end === -1 ? line.length : end)
}

function takeLast(line: readonly Cell[], width: number): Cell[] {
  return takeFirst(line.toReversed(), width).toReversed()
}
