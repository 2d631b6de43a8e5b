import { findPicture } from './links.js'
import { partAttribution } from './prose-attribution.js'
import type {
  ProseBlock,
  ProseBlockKinds,
  ProseBlockQuotation,
  ProseHeading,
  ProseNote,
  ProseParagraph,
  ProsePicture,
} from './prose-block.js'
import {
  cutLine,
  indentOfLine,
  isBlankLine,
  linesOfProse,
  type ProseLine,
  trimmedLine,
} from './prose-lines.js'
import { type ListMark, listAt, listMarks, mayBeItem } from './prose-lists.js'
import { beginsTable, tableAt } from './prose-tables.js'

/**
 * Splits prose into its blocks. Paragraphs and lists are those of CommonMark 0.31, but for what an author hardly means as a
 * list: a single line with a number (`2024. The year …`), numbers that do not begin with 1 or do not follow one another, and
 * a sign before a number (`+ 3 %`). An item may hold blocks that are indented. Long prose has sub-headings, tables, block
 * quotations, pictures and the texts of notes as well. `joinsLines` is true of a text that is no literal scalar.
 */
export function parseProseBlocks(text: string, joinsLines: boolean, takes: ProseBlockKinds): ProseBlock[] {
  return parseProseLines(linesOfProse(text, joinsLines), takes)
}

/** As `parseProseBlocks`, of lines. */
export function parseProseLines(lines: readonly ProseLine[], takes: ProseBlockKinds): ProseBlock[] {
  return blocksOf(lines, 0, takes === 'long')
}

/** Blocks within blocks; what is indented further is text of its block. */
const MAX_DEPTH = 4

function blocksOf(lines: readonly ProseLine[], depth: number, long: boolean): ProseBlock[] {
  const [only, second] = lines
  const isPlain = only && !second && !mayBeItem(only.text) && !isBlankLine(only)
  if (isPlain && !(long && LONG_MARK.test(only.text))) return [paragraphOf([only])]
  return new BlockReader(lines, depth, long && depth < MAX_DEPTH).blocks()
}

/** What a line of any block of long prose but a paragraph begins with. */
const LONG_MARK = /^[ \t]*[#>![]/
const HEADING = /^ {0,3}(#{1,6})[ \t]+(?=\S)/
const NOTE = /^ {0,3}\[\^([^\]\s]+)\]:[ \t]*/
const QUOTED = /^ {0,3}>[ \t]?/

/** Reads the blocks of some lines, of one level. */
class BlockReader {
  readonly #marks: ReadonlyMap<number, ListMark>

  constructor(
    readonly lines: readonly ProseLine[],
    readonly depth: number,
    readonly long: boolean,
  ) {
    this.#marks = depth < MAX_DEPTH ? listMarks(lines) : new Map()
  }

  blocks(): ProseBlock[] {
    const blocks: ProseBlock[] = []
    let paragraph: ProseLine[] = []
    const endParagraph = () => {
      if (paragraph.length > 0) blocks.push(paragraphOf(paragraph))
      paragraph = []
    }
    for (let at = 0; at < this.lines.length; ) {
      const line = this.lines[at]
      const found = line && !isBlankLine(line) ? this.#blockAt(line, at) : undefined
      if (!line || isBlankLine(line) || found) endParagraph()
      else paragraph.push(line)
      if (found) blocks.push(found.block)
      at = found?.next ?? at + 1
    }
    endParagraph()
    return blocks
  }

  /** The block other than a paragraph that begins in a line, and the number of the line after it. */
  #blockAt(line: ProseLine, at: number): { readonly block: ProseBlock; readonly next: number } | undefined {
    if (this.long && beginsTable(this.lines, at)) {
      const read = tableAt(this.lines, at, next => this.#beginsBlock(next))
      if (read) return { block: read.table, next: read.next }
    }
    const mark = this.#marks.get(at)
    if (mark) {
      const { lines, depth, long } = this
      const { list, next } = listAt(at, mark, {
        lines,
        marks: this.#marks,
        beginsBlock: other => this.#beginsOther(other) || (this.long && beginsTable(lines, other)),
        blocksOf: item => blocksOf(item, depth + 1, long),
      })
      return { block: list, next }
    }
    if (!this.long || !LONG_MARK.test(line.text)) return undefined
    if (this.#beginsQuotation(at)) return this.#quotationAt(at)
    if (NOTE.test(line.text)) return this.#noteAt(line, at)
    const block = headingOf(line) ?? pictureOf(line)
    return block && { block, next: at + 1 }
  }

  /** Whether a block other than a paragraph or a table begins in a line. */
  #beginsBlock(at: number): boolean {
    return this.#marks.has(at) || this.#beginsOther(at)
  }

  /** Whether a block of long prose begins in a line. */
  #beginsOther(at: number): boolean {
    const line = this.lines[at]
    if (!this.long || !line || !LONG_MARK.test(line.text)) return false
    const { text } = line
    return HEADING.test(text) || NOTE.test(text) || this.#beginsQuotation(at) || pictureOf(line) !== undefined
  }

  /** `> 5 %` and `>= 3` say that something is more, unless another line goes on as a quotation does. */
  #beginsQuotation(at: number): boolean {
    const { text } = this.lines[at] ?? { text: '' }
    if (!QUOTED.test(text) || /^ {0,3}>=/.test(text)) return false
    if (!/^ {0,3}>[ \t]?[\d.,]/.test(text)) return true
    return QUOTED.test(this.lines[at + 1]?.text ?? '')
  }

  /** Lines that follow the last one without a mark belong to its paragraph (CommonMark 0.31, 5.1, “laziness”). */
  #quotationAt(from: number): { readonly block: ProseBlockQuotation; readonly next: number } {
    const inner: ProseLine[] = []
    let next = from
    for (let line = this.lines[next]; line && !isBlankLine(line); line = this.lines[next]) {
      const mark = QUOTED.exec(line.text)?.[0]
      if (mark === undefined && (isBlankLine(inner.at(-1)) || this.#beginsBlock(next))) break
      inner.push(cutLine(line, mark?.length ?? 0))
      next += 1
    }
    const parts = partAttribution(blocksOf(inner, this.depth + 1, this.long))
    const [first, last] = [this.lines[from], this.lines[next - 1]]
    const start = first ? first.start + first.text.length - first.text.trimStart().length : 0
    return { block: { kind: 'quotation', start, end: last ? endOf(last) : start, ...parts }, next }
  }

  /** The text goes on in lines that follow without a gap, or are indented. */
  #noteAt(line: ProseLine, from: number): { readonly block: ProseNote; readonly next: number } {
    const [mark = '', label = ''] = NOTE.exec(line.text) ?? []
    const inner = [cutLine(line, mark.length)]
    let next = from + 1
    for (let at = next; at < this.lines.length; at += 1) {
      const other = this.lines[at]
      if (!other || isBlankLine(other)) continue
      const indent = indentOfLine(other.text)
      if (at > next ? indent < NESTING_OF_NOTE : this.#beginsBlock(at) && indent < NESTING_OF_NOTE) break
      for (const each of this.lines.slice(next, at + 1)) {
        const width = Math.min(CODE_INDENT, each.text.length - each.text.trimStart().length)
        inner.push(cutLine(each, width))
      }
      next = at + 1
    }
    const start = line.start + mark.length - mark.trimStart().length
    const end = start + mark.trim().length
    return {
      block: { kind: 'note', label, start, end, blocks: blocksOf(inner, this.depth + 1, this.long) },
      next,
    }
  }
}

const CODE_INDENT = 4
/** Columns by which a further paragraph of a note is indented. */
const NESTING_OF_NOTE = 2

const endOf = ({ text, start }: ProseLine): number => start + text.trimEnd().length

function paragraphOf(lines: readonly ProseLine[]): ProseParagraph {
  return {
    kind: 'paragraph',
    lines: lines.map(trimmedLine),
    indented: lines.every(({ text }) => indentOfLine(text) >= CODE_INDENT),
  }
}

/** Signs at its end are no words of a heading (CommonMark 0.31, 4.2). */
function headingOf(line: ProseLine): ProseHeading | undefined {
  const [mark, signs] = HEADING.exec(line.text) ?? []
  if (mark === undefined || signs === undefined) return undefined
  const words = cutLine(line, mark.length)
  const text = words.text.replace(/(?:^|[ \t])#+[ \t]*$/, '').trimEnd()
  if (text === '') return undefined
  const start = line.start + mark.length - mark.trimStart().length
  return { kind: 'heading', level: signs.length, start, lines: [{ ...words, text }] }
}

function pictureOf(line: ProseLine): ProsePicture | undefined {
  if (!/^[ \t]*!\[/.test(line.text) || indentOfLine(line.text) >= CODE_INDENT) return undefined
  const { text, start } = trimmedLine({ ...line, text: line.text.trimEnd() })
  const picture = findPicture(text)
  if (!picture) return undefined
  const part = ({ start: from, end }: { readonly start: number; readonly end: number }): ProseLine => ({
    text: text.slice(from, end),
    start: start + from,
  })
  return {
    kind: 'picture',
    start,
    end: start + text.length,
    alt: part(picture.alt),
    file: picture.address,
    caption: picture.title && part(picture.title),
  }
}
