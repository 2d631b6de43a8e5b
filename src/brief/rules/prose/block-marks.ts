import type { Range } from '../../../diagnostics/index.js'
import type { ProseBlock, ProseLine, ProseParagraph } from '../../notation/prose-blocks.js'

/** A mark of a block that is printed as it stands. */
export interface UnsetBlock extends Range {
  /** In the plural. */
  readonly what: string
  readonly hint: string
}

/** The blocks of a text that its field does not take: of paragraphs and lists those that `lists` does not allow. */
export function* unsetBlocks(blocks: readonly ProseBlock[], lists: boolean): Generator<UnsetBlock> {
  for (const block of blocks) {
    if (block.kind === 'paragraph') {
      yield* marksOfParagraph(block)
    } else {
      if (!lists)
        yield {
          start: block.start,
          end: block.start + block.mark.length,
          what: 'lists',
          hint: 'write it as sentences, or move it to `background`, which takes lists',
        }
      for (const item of block.items) {
        yield* taskBox(item[0])
        yield* unsetBlocks(item, true)
      }
    }
  }
}

/** What a line of a paragraph shows to be another block (CommonMark 0.31; Pandoc’s tables, notes and definitions). */
interface LineMark {
  readonly pattern: RegExp
  readonly what: string
  readonly hint: string
  /** Whether the line before must be of the same paragraph. */
  readonly follows?: boolean
}

/** What a line begins with that any of the patterns below takes. */
const LINE_MARK_START = /^[#=\-*_|+>`~[:\\ \t]/

const AS_PARAGRAPH = 'write it as a paragraph of its own'

const LINE_MARKS: readonly LineMark[] = [
  { pattern: /^#{1,6}[ \t]+\S/, what: 'headings', hint: AS_PARAGRAPH },
  { pattern: /^(?:={2,}|-{2,})[ \t]*$/, what: 'headings', hint: AS_PARAGRAPH, follows: true },
  {
    pattern: /^([-*_])(?:[ \t]*\1){2,}[ \t]*$/,
    what: 'rules',
    hint: 'remove it; an empty line parts paragraphs',
  },
  {
    pattern: /^(?:\|[ \t]+\S|\|.+\|$|\+[-=+:]{3,}\+$|-{2,}(?:[ \t]+-{2,})+$|(?=.*\|)[|:\- \t]{3,}$)/,
    what: 'tables',
    hint: 'write its rows as sentences or as a list',
  },
  {
    pattern: /^>(?![>=]|[ \t]?[\d.,])[ \t]*\S/,
    what: 'block quotations',
    hint: 'put what was said into `quotes`, or between quotation marks',
  },
  { pattern: /^(?:`{3,}|~{3,})/, what: 'code', hint: AS_PARAGRAPH },
  {
    pattern: /^\[\^[^\]\s]+\]:/,
    what: 'notes',
    hint: 'say it in the text, or cite a source: `[@id, p. 4]`',
  },
  {
    pattern: /^\[[^\]^@]+\]:[ \t]*(?:<|https?:|www\.|mailto:|\/)/i,
    what: 'links by reference',
    hint: 'write it at the link: `[words](https://…)`',
  },
  { pattern: /^:[ \t]+\S/, what: 'definition lists', hint: 'write it as a sentence', follows: true },
  { pattern: /^:{3,}/, what: 'divisions', hint: 'remove it' },
  { pattern: /^\\begin\{/, what: 'TeX', hint: 'write it as plain text' },
]

/** One finding a kind and paragraph: the lines of a table are one fault. */
function* marksOfParagraph(paragraph: ProseParagraph): Generator<UnsetBlock> {
  const { lines, indented } = paragraph
  const said = new Set<string>()
  const [first] = lines
  if (indented && first) yield { ...rangeOf(first), what: 'code', hint: 'remove the indentation' }
  for (const [index, line] of lines.entries()) {
    if (!LINE_MARK_START.test(line.text)) continue
    const mark = LINE_MARKS.find(
      ({ pattern, follows }) => (!follows || index > 0) && pattern.test(line.text.trimEnd()),
    )
    if (!mark || said.has(mark.what)) continue
    said.add(mark.what)
    const tableHead = mark.what === 'tables' && index > 0 ? lines[index - 1] : undefined
    const shown = tableHead?.text.includes('|') ? tableHead : line
    yield { ...rangeOf(shown), what: mark.what, hint: mark.hint }
  }
  if (lines.length > 1) yield* runTogether(lines)
}

const rangeOf = ({ text, start }: ProseLine): Range => ({ start, end: start + text.trimEnd().length })

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
      ...rangeOf(line),
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
