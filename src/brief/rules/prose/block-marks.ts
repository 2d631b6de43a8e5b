import type { Range } from '../../../diagnostics/index.js'
import {
  allProseBlocks,
  type ProseBlock,
  type ProseBlockKinds,
  type ProseParagraph,
  type ProseTable,
} from '../../notation/prose-block.js'
import type { ProseLine } from '../../notation/prose-lines.js'

/** A mark of a block that is printed as it stands. */
export interface UnsetBlock extends Range {
  /** In the plural. */
  readonly what: string
  /** Whether the field takes such blocks where they are written otherwise. */
  readonly isOtherForm?: boolean
  /** What becomes of it, where it is not printed as it stands. */
  readonly fate?: string
  readonly hint: string
}

/** What the field of a text takes, and how to name the field that takes more: `background`. */
export interface BlockTaker {
  readonly takes: ProseBlockKinds
  readonly otherField: string
}

/** The blocks of a text that its field does not take. */
export function* unsetBlocks(blocks: readonly ProseBlock[], field: BlockTaker): Generator<UnsetBlock> {
  for (const block of blocks) {
    if (block.kind === 'list' && field.takes === 'none')
      yield {
        start: block.start,
        end: block.start + block.mark.length,
        what: 'lists',
        hint: `write it as sentences, or move it to ${field.otherField}, which takes lists`,
      }
  }
  for (const block of allProseBlocks(blocks)) {
    if (block.kind === 'list') for (const [first] of block.items) yield* taskBox(first)
    else if (block.kind === 'paragraph') yield* marksOfParagraph(block, field)
    else if (block.kind === 'heading') yield* marksOfLine(block.lines[0], 'headings')
    else if (block.kind === 'table') {
      yield* centredColumns(block)
      for (const { cells } of [block.head, ...block.rows])
        for (const cell of cells) yield* marksOfLine(cell, 'cells')
    }
  }
}

/** Marks at the beginning of a cell or a heading, which holds one line of words. */
const MARKS_IN_LINE: readonly (readonly [pattern: RegExp, what: string])[] = [
  [/^#{1,6}[ \t]+\S/, 'headings'],
  [/^>(?![>=]|[ \t]?[\d.,])[ \t]*\S/, 'block quotations'],
  [/^[-*+][ \t]+\p{L}/u, 'lists'],
]

function* centredColumns({ rule, aligns }: ProseTable): Generator<UnsetBlock> {
  const dashes = rule.cells[aligns.indexOf('center')]
  if (dashes)
    yield {
      ...rangeOfLine(dashes),
      what: 'centred columns',
      fate: 'it stands on the left',
      hint: 'write `---` for words, or `---:` for figures',
    }
}

function* marksOfLine(line: ProseLine | undefined, place: string): Generator<UnsetBlock> {
  const what = line && MARKS_IN_LINE.find(([pattern]) => pattern.test(line.text))?.[1]
  if (line && what !== undefined)
    yield { ...rangeOfLine(line), what: `${what} in ${place}`, hint: 'write its words without the mark' }
}

/** What a line of a paragraph shows to be another block (CommonMark 0.31; Pandoc’s tables and definitions). */
interface LineMark {
  readonly pattern: RegExp
  readonly what: string
  /** What to write in its place. */
  readonly hint: string
  /** Left out of blocks that long prose takes: the field is named that takes it. */
  readonly isNoBlock?: boolean
  /** What to write in long prose, where the mark is another than those read there; left out where none is left. */
  readonly hintInLong?: string
  /** Whether it is a mark in long prose alone. */
  readonly isOfLong?: boolean
  /** Whether the paragraph must have other lines. */
  readonly isOneOfMany?: boolean
  /** Whether the line before must be of the same paragraph. */
  readonly follows?: boolean
}

/** What a line begins with that any of the patterns below takes. */
const LINE_MARK_START = /^[#=\-*_|+>`~:\\ \t[]/

const AS_PARAGRAPH = 'write it as a paragraph of its own'
const TABLE_HINT = 'write its rows as sentences or as a list'

const LINE_MARKS: readonly LineMark[] = [
  {
    pattern: /^#{1,6}(?:[ \t]+\S|$)/,
    what: 'headings',
    hint: AS_PARAGRAPH,
    hintInLong: 'write the signs at the beginning of a line, and its words after them',
  },
  {
    pattern: /^[-*+]$/,
    what: 'items without words',
    hint: 'write its words after the mark, or remove it',
    isNoBlock: true,
    isOneOfMany: true,
  },
  {
    pattern: /^(?:={2,}|-{2,})[ \t]*$/,
    what: 'headings',
    hint: AS_PARAGRAPH,
    hintInLong: 'write `## ` before the words above it, and leave the line out',
    follows: true,
  },
  {
    pattern: /^([-*_])(?:[ \t]*\1){2,}[ \t]*$/,
    what: 'rules',
    hint: 'remove it; an empty line parts paragraphs',
    isNoBlock: true,
  },
  { pattern: /^(?:\|[ \t]+\S|\|(?:.+\|)?$|(?=.*\|)[|:\- \t]{3,}$)/, what: 'tables', hint: TABLE_HINT },
  {
    pattern: /^(?:\+[-=+:]{3,}\+$|-{2,}(?:[ \t]+-{2,})+$)/,
    what: 'tables',
    hint: TABLE_HINT,
    hintInLong: 'write `|` between the cells of its rows, and `|---|---|` below its head',
  },
  {
    pattern: /^>(?![>=]|[ \t]?[\d.,])[ \t]*\S/,
    what: 'block quotations',
    hint: 'put what was said into `quotes`, or between quotation marks',
    hintInLong: 'write `>` at the beginning of each line',
  },
  {
    pattern: /^>[ \t]?[\d.,]\S*(?:[ \t]+\S+){7,}/,
    what: 'block quotations of one line that a figure begins',
    hint: 'say it in the text, or put what was said into `quotes` or between quotation marks',
    hintInLong: 'put what was said between quotation marks; `\\>` is the sign',
    isOfLong: true,
  },
  { pattern: /^(?:`{3,}|~{3,})/, what: 'code', hint: AS_PARAGRAPH, isNoBlock: true },
  {
    pattern: /^\[[^\]^@]+\]:[ \t]*(?:<|https?:|www\.|mailto:|\/)/i,
    what: 'links by reference',
    hint: 'write it at the link: `[words](https://…)`',
    isNoBlock: true,
  },
  {
    pattern: /^:[ \t]+\S/,
    what: 'definition lists',
    hint: 'write it as a sentence',
    follows: true,
    isNoBlock: true,
  },
  { pattern: /^:{3,}/, what: 'divisions', hint: 'remove it', isNoBlock: true },
  { pattern: /^\\begin\{/, what: 'TeX', hint: 'write it as plain text', isNoBlock: true },
]

/** Whether a line is one of a pipe table. */
export const isTableLine = (text: string): boolean =>
  /^(?:\|[ \t]+\S|\|(?:.+\|)?$|(?=.*\|)[|:\- \t]{3,}$)/.test(text.trimEnd())

/** One finding a kind and paragraph: the lines of a table are one fault. */
function* marksOfParagraph(paragraph: ProseParagraph, field: BlockTaker): Generator<UnsetBlock> {
  const { lines, indented } = paragraph
  const said = new Set<string>()
  const [first] = lines
  if (indented && first) yield { ...rangeOfLine(first), what: 'code', hint: 'remove the indentation' }
  for (const [index, line] of lines.entries()) {
    if (!LINE_MARK_START.test(line.text)) continue
    const mark = LINE_MARKS.find(
      ({ pattern, follows, isOneOfMany }) =>
        (!follows || index > 0) && !(isOneOfMany && lines.length === 1) && pattern.test(line.text.trimEnd()),
    )
    const hint = mark && hintFor(mark, field)
    if (!mark || hint === undefined || said.has(mark.what)) continue
    said.add(mark.what)
    const tableHead = mark.what === 'tables' && index > 0 ? lines[index - 1] : undefined
    const shown = tableHead?.text.includes('|') ? tableHead : line
    const isOtherForm = field.takes === 'long' && !mark.isNoBlock
    yield { ...rangeOfLine(shown), what: mark.what, isOtherForm, hint }
  }
  if (lines.length > 1) yield* runTogether(lines)
}

/** Undefined where the mark is none that is printed as it stands. */
function hintFor(mark: LineMark, { takes, otherField }: BlockTaker): string | undefined {
  if (mark.isNoBlock) return mark.hint
  if (mark.isOfLong && takes !== 'long') return undefined
  return takes === 'long'
    ? mark.hintInLong
    : `${mark.hint}, or move it to ${otherField}, which takes ${mark.what}`
}

/** The characters of a line. */
export const rangeOfLine = ({ text, start }: ProseLine): Range => ({
  start,
  end: start + text.trimEnd().length,
})

/** Ways to write items that Markdown does not have, or not here: each of at least two lines. */
const BULLET = /^([•◦‣⁃▪▫●○■□✓✔–—·*+-])[ \t\u00a0]+\S/u
const COUNTED = /^(\(?)(\d{1,9}|[a-z]|[ivx]{2,4})([.)])[ \t\u00a0]+\S/

/** Lines that begin as items do are joined to one paragraph. */
function* runTogether(lines: readonly ProseLine[]): Generator<UnsetBlock> {
  const bullets = new Map<string, ProseLine[]>()
  let before: { readonly form: string; readonly rank: number; readonly line: ProseLine } | undefined
  let counted: ProseLine | undefined
  for (const line of lines) {
    const [, bullet] = BULLET.exec(line.text) ?? []
    if (bullet !== undefined) bullets.set(bullet, [...(bullets.get(bullet) ?? []), line])
    const [, open = '', number, close = ''] = COUNTED.exec(line.text) ?? []
    if (number === undefined) continue
    const here = { form: open + close, rank: rankOf(number), line }
    if (before?.form === here.form && here.rank === before.rank + 1) counted ??= before.line
    before = here
  }
  const lists = [...bullets.values()].filter(({ length }) => length > 1).map(([line]) => line)
  for (const line of [...lists, counted]) {
    if (!line) continue
    yield {
      ...rangeOfLine(line),
      what: 'lists',
      hint: 'begin each item with `- `, or with `1. `, `2. ` and so on, in a field that takes lists',
    }
  }
}

const ROMAN = ['i', 'ii', 'iii', 'iv', 'v', 'vi', 'vii', 'viii', 'ix', 'x']

/** The place of a number, a Roman number or a letter in its series. */
function rankOf(number: string): number {
  if (/^\d/.test(number)) return Number(number)
  const roman = ROMAN.indexOf(number) + 1
  return roman || number.charCodeAt(0) - 96
}

function* taskBox(block: ProseBlock | undefined): Generator<UnsetBlock> {
  const line = block?.kind === 'paragraph' ? block.lines[0] : undefined
  if (line && /^\[[ xX]\][ \t]/.test(line.text))
    yield { start: line.start, end: line.start + 3, what: 'boxes to tick', hint: 'remove it' }
}
