import type { ProseBlock, ProseList } from './prose-block.js'
import { cutLine, indentOfLine, isBlankLine, type ProseLine } from './prose-lines.js'

/** A mark that begins an item. */
export interface ListMark {
  readonly ordered: boolean
  readonly mark: string
  /** Columns before it. */
  readonly indent: number
  /** Characters of its line before it, and before the text after it. */
  readonly at: number
  readonly content: number
}

const ITEM = /^([ \t]*)([-*+]|\d{1,9}[.)])[ \t]+(?=\S)/
const RULE = /^[ \t]*([-*_])(?:[ \t]*\1){2,}[ \t]*$/
/** `+ 3 %` is a sign. A hyphen before a number has always been a mark. */
const SIGN = /^[ \t]*\+[ \t]+[\d.,]/

/** Whether a line may begin an item. */
export const mayBeItem = (text: string): boolean => ITEM.test(text)

/** The marks of items by their lines; of those with numbers the ones that make a list. */
export function listMarks(lines: readonly ProseLine[]): ReadonlyMap<number, ListMark> {
  const marks = new Map<number, ListMark>()
  for (const [at, { text }] of lines.entries()) {
    const [whole, indent = '', mark = ''] = ITEM.exec(text) ?? []
    if (whole === undefined || RULE.test(text) || SIGN.test(text)) continue
    marks.set(at, {
      ordered: /\d/.test(mark),
      mark,
      indent: indentOfLine(text),
      at: indent.length,
      content: whole.length,
    })
  }
  if (marks.size === 0) return marks
  const inSequence = sequences(marks, lines)
  return new Map([...marks].filter(([at, { ordered }]) => !ordered || inSequence.has(at)))
}

/** The lines with numbers that make a list: at least two, counted from 1 or all 1, with nothing of the level above between. */
function sequences(marks: ReadonlyMap<number, ListMark>, lines: readonly ProseLine[]): ReadonlySet<number> {
  const kept = new Set<number>()
  const open: { readonly mark: ListMark; readonly at: number[]; last: number }[] = []
  const closeFrom = (indent: number) => {
    while ((open.at(-1)?.mark.indent ?? -1) >= indent) {
      const run = open.pop()
      if (run && run.at.length > 1) for (const at of run.at) kept.add(at)
    }
  }
  for (const [at, line] of lines.entries()) {
    const mark = marks.get(at)
    const startsBlock = mark !== undefined || (!isBlankLine(line) && isBlankLine(lines[at - 1]))
    if (!startsBlock) continue
    const number = mark?.ordered ? Number.parseInt(mark.mark, 10) : undefined
    const indent = indentOfLine(line.text)
    closeFrom(indent + NESTING)
    const run = open.at(-1)
    if (
      number !== undefined &&
      run &&
      mark?.mark.at(-1) === run.mark.mark.at(-1) &&
      indent < run.mark.indent + NESTING &&
      (number === run.last + 1 || (number === 1 && run.last === 1))
    ) {
      run.at.push(at)
      run.last = number
      continue
    }
    if (run && indent < run.mark.indent + NESTING) closeFrom(run.mark.indent)
    if (mark && number === 1) open.push({ mark, at: [at], last: 1 })
  }
  closeFrom(0)
  return kept
}

/** Columns by which a block is indented to stand within the item above it. */
const NESTING = 2

/** What the reading of a list asks of what is around it. */
export interface ListSurroundings {
  readonly lines: readonly ProseLine[]
  readonly marks: ReadonlyMap<number, ListMark>
  /** Whether another block begins in a line, which therefore belongs to no item above it. */
  readonly beginsBlock: (at: number) => boolean
  readonly blocksOf: (lines: readonly ProseLine[]) => ProseBlock[]
}

/** The list that begins in a line, and the number of the line after it. */
export function listAt(
  from: number,
  first: ListMark,
  around: ListSurroundings,
): { readonly list: ProseList; readonly next: number } {
  const { lines, marks } = around
  const items: (readonly ProseBlock[])[] = []
  let next = from
  for (let at: number | undefined = from; at !== undefined; ) {
    const mark: ListMark = marks.get(at) ?? first
    next = endOfItem(at, mark, around)
    items.push(around.blocksOf(itemLines(lines.slice(at, next), mark)))
    const following = firstWithText(lines, next)
    const other = marks.get(following)
    at = other && isSibling(other, first) ? following : undefined
  }
  const start = (lines[from]?.start ?? 0) + first.at
  return { list: { kind: 'list', ordered: first.ordered, start, mark: first.mark, items }, next }
}

const isSibling = (one: ListMark, other: ListMark): boolean =>
  one.mark.at(-1) === other.mark.at(-1) && Math.abs(one.indent - other.indent) < NESTING

function firstWithText(lines: readonly ProseLine[], from: number): number {
  let at = from
  while (at < lines.length && isBlankLine(lines[at])) at += 1
  return at
}

/** An item goes on in lines that follow without a gap or are indented, up to a mark or another block that is not. */
function endOfItem(
  from: number,
  { indent }: ListMark,
  { lines, marks, beginsBlock }: ListSurroundings,
): number {
  let end = from + 1
  for (let at = end; at < lines.length; at = end) {
    const next = firstWithText(lines, at)
    const line = lines[next]
    if (!line) return end
    const within = indentOfLine(line.text) >= indent + NESTING
    if (!within && (marks.has(next) || next > at || beginsBlock(next))) return end
    end = next + 1
  }
  return end
}

/** The lines of an item without its mark and the indentation that this asks for. */
function itemLines([first, ...rest]: readonly ProseLine[], { content }: ListMark): ProseLine[] {
  if (!first) return []
  const indented = (line: ProseLine) => Math.min(content, line.text.length - line.text.trimStart().length)
  return [cutLine(first, content), ...rest.map(line => cutLine(line, indented(line)))]
}
