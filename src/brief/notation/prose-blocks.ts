/** A line of prose, and where it begins in the text (UTF-16). */
export interface ProseLine {
  readonly text: string
  readonly start: number
}

/** A block of Markdown that prose may have where its field takes blocks. */
export type ProseBlock = ProseParagraph | ProseList

export interface ProseParagraph {
  readonly kind: 'paragraph'
  /** Without the white space around them; none is empty. */
  readonly lines: readonly ProseLine[]
  /** Set in by four spaces or more after an empty line, as code is in Markdown. */
  readonly indented: boolean
}

export interface ProseList {
  readonly kind: 'list'
  readonly ordered: boolean
  /** Of its first mark. */
  readonly start: number
  /** The first mark as it is written. */
  readonly mark: string
  readonly items: readonly (readonly ProseBlock[])[]
}

/**
 * Splits prose into paragraphs and lists, as CommonMark 0.31 does, but for what an author hardly means as a list: a single
 * line with a number (`2024. The year …`), numbers that do not begin with 1 or do not follow one another, and a sign before
 * a number (`+ 3 %`). An item may hold paragraphs and lists that are indented. `joinsLines` is true of a text that is no
 * literal scalar: each of its line ends was an empty line (YAML 1.2.2, 6.5).
 */
export function parseProseBlocks(text: string, joinsLines: boolean): ProseBlock[] {
  return parseProseLines(linesOf(text, joinsLines))
}

/** As `parseProseBlocks`, of lines. */
export function parseProseLines(lines: readonly ProseLine[]): ProseBlock[] {
  return blocksOf(lines, 0)
}

/** The text of a paragraph, as inline Markdown. */
export const proseParagraphText = ({ lines }: ProseParagraph): string =>
  lines.map(({ text }) => text).join('\n')

/** Lists within lists within lists; what is indented further is text of its item. */
const MAX_DEPTH = 4

function linesOf(text: string, joinsLines: boolean): ProseLine[] {
  const lines: ProseLine[] = []
  let start = 0
  for (const line of text.split('\n')) {
    lines.push({ text: line.endsWith('\r') ? line.slice(0, -1) : line, start })
    if (joinsLines) lines.push({ text: '', start })
    start += line.length + 1
  }
  return lines
}

const isBlank = (line: ProseLine | undefined): boolean => line === undefined || /^[ \t\f]*$/.test(line.text)

function blocksOf(lines: readonly ProseLine[], depth: number): ProseBlock[] {
  const [only, second] = lines
  if (only && !second && !ITEM.test(only.text) && !isBlank(only)) return [paragraphOf([only])]
  const blocks: ProseBlock[] = []
  const marks = depth < MAX_DEPTH ? listMarks(lines) : new Map<number, ListMark>()
  let paragraph: ProseLine[] = []
  const endParagraph = () => {
    if (paragraph.length > 0) blocks.push(paragraphOf(paragraph))
    paragraph = []
  }
  for (let at = 0; at < lines.length; ) {
    const line = lines[at]
    const mark = marks.get(at)
    if (!line || isBlank(line)) {
      endParagraph()
      at += 1
    } else if (mark) {
      endParagraph()
      const { list, next } = listAt(lines, at, mark, marks, depth)
      blocks.push(list)
      at = next
    } else {
      paragraph.push(line)
      at += 1
    }
  }
  endParagraph()
  return blocks
}

function paragraphOf(lines: readonly ProseLine[]): ProseParagraph {
  return {
    kind: 'paragraph',
    lines: lines.map(trimmed),
    indented: lines.every(({ text }) => indentOf(text) >= CODE_INDENT),
  }
}

const CODE_INDENT = 4

function indentOf(text: string): number {
  return text.replaceAll('\t', '    ').search(/[^ ]/)
}

/** Two spaces or more at the end of a line are a line break, and stay. */
function trimmed({ text, start }: ProseLine): ProseLine {
  const cut = text.length - text.trimStart().length
  return { text: text.slice(cut).replace(/\t[ \t]*$/, ''), start: start + cut }
}

/** A mark that begins an item. */
interface ListMark {
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

function listMarks(lines: readonly ProseLine[]): ReadonlyMap<number, ListMark> {
  const marks = new Map<number, ListMark>()
  for (const [at, { text }] of lines.entries()) {
    const [whole, indent = '', mark = ''] = ITEM.exec(text) ?? []
    if (whole === undefined || RULE.test(text) || SIGN.test(text)) continue
    marks.set(at, {
      ordered: /\d/.test(mark),
      mark,
      indent: indentOf(text),
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
    const startsBlock = mark !== undefined || (!isBlank(line) && isBlank(lines[at - 1]))
    if (!startsBlock) continue
    const number = mark?.ordered ? Number.parseInt(mark.mark, 10) : undefined
    const indent = indentOf(line.text)
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

/** The list that begins in a line, and the number of the line after it. */
function listAt(
  lines: readonly ProseLine[],
  from: number,
  first: ListMark,
  marks: ReadonlyMap<number, ListMark>,
  depth: number,
): { readonly list: ProseList; readonly next: number } {
  const items: (readonly ProseBlock[])[] = []
  let next = from
  for (let at: number | undefined = from; at !== undefined; ) {
    const mark: ListMark = marks.get(at) ?? first
    next = endOfItem(lines, at, mark, marks)
    items.push(blocksOf(itemLines(lines.slice(at, next), mark), depth + 1))
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
  while (at < lines.length && isBlank(lines[at])) at += 1
  return at
}

/** An item goes on in lines that follow without a gap or are indented, up to a mark that is not. */
function endOfItem(
  lines: readonly ProseLine[],
  from: number,
  { indent }: ListMark,
  marks: ReadonlyMap<number, ListMark>,
): number {
  let end = from + 1
  for (let at = end; at < lines.length; at = end) {
    const next = firstWithText(lines, at)
    const line = lines[next]
    if (!line) return end
    const within = indentOf(line.text) >= indent + NESTING
    if (!within && (marks.has(next) || next > at)) return end
    end = next + 1
  }
  return end
}

/** The lines of an item without its mark and the indentation that this asks for. */
function itemLines([first, ...rest]: readonly ProseLine[], { content }: ListMark): ProseLine[] {
  if (!first) return []
  const cut = (line: ProseLine, width: number) => ({
    text: line.text.slice(width),
    start: line.start + width,
  })
  const indented = (line: ProseLine) => Math.min(content, line.text.length - line.text.trimStart().length)
  return [cut(first, content), ...rest.map(line => cut(line, indented(line)))]
}
