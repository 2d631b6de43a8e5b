import type { DiagnosticCode, Range } from '../../../diagnostics/index.js'
import {
  allProseBlocks,
  type ProseBlock,
  type ProseBlockQuotation,
  type ProsePicture,
  type ProseTable,
} from '../../notation/prose-block.js'
import { isTableLine, rangeOfLine } from './block-marks.js'

/** Something wrong with a block of long prose. */
export interface BlockFault extends Range {
  readonly code: DiagnosticCode
  readonly message: string
  readonly hint: string
}

/**
 * What is wrong with the tables, quotations and pictures of long prose. `placeholder` stands for characters that a recipient
 * fills in; where lines are joined, the rows of a table are.
 */
export function* faultsOfBlocks(
  blocks: readonly ProseBlock[],
  placeholder: string,
  joinsLines: boolean,
): Generator<BlockFault> {
  for (const block of allProseBlocks(blocks)) {
    if (block.kind === 'table') yield* faultsOfTable(block)
    else if (block.kind === 'quotation') yield* faultsOfQuotation(block)
    else if (block.kind === 'picture') yield* faultsOfPicture(block, placeholder)
    else if (block.kind === 'paragraph' && !joinsLines) {
      const row = block.lines.find(({ text }) => isTableLine(text))
      if (row)
        yield {
          ...rangeOfLine(row),
          code: 'prose-block',
          message: 'a table has no head',
          hint: 'write a row with the names of its columns, a row such as `|---|---|` below it, and then the others',
        }
    }
  }
}

function* faultsOfTable({ head, rule, rows }: ProseTable): Generator<BlockFault> {
  const width = head.cells.length
  if (head.cells.every(({ text }) => text === ''))
    yield {
      ...rangeOf(head),
      code: 'prose-block',
      message: 'the head of the table holds no words',
      hint: 'name what stands in each column',
    }
  if (rows.length === 0)
    yield {
      ...rangeOf(head),
      code: 'prose-block',
      message: 'the table has no row below its head',
      hint: 'add rows, directly below the row of dashes',
    }
  for (const row of [rule, ...rows]) {
    const count = row.cells.length
    if (count === width) continue
    yield {
      ...rangeOf(row),
      code: 'prose-block',
      message: `this row of a table has ${cellsInWords(count)}, its head ${width}`,
      hint:
        count === 1
          ? 'write a bar after each cell, also an empty one, or an empty line after the table'
          : 'write a bar after each cell, also an empty one; `\\|` is a bar in a text',
    }
  }
}

const cellsInWords = (count: number) => (count === 1 ? '1 cell' : `${count} cells`)
const rangeOf = ({ start, end }: Range): Range => ({ start, end })

/** In the plural. */
const NAMES: Readonly<Partial<Record<ProseBlock['kind'], string>>> = {
  heading: 'headings',
  table: 'tables',
  picture: 'pictures',
  note: 'texts of notes',
}

function* faultsOfQuotation(quotation: ProseBlockQuotation): Generator<BlockFault> {
  if (quotation.blocks.length === 0)
    yield {
      ...rangeOf(quotation),
      code: 'prose-block',
      message: 'a block quotation holds no words',
      hint: 'write what was said after each `>`, or remove it',
    }
  for (const block of allProseBlocks(quotation.blocks)) {
    const what = NAMES[block.kind]
    if (what === undefined) continue
    yield {
      ...rangeOfBlock(block, quotation),
      code: 'prose-block',
      message: `a block quotation takes no ${what}`,
      hint: 'write it before or after the quotation, without `>`',
    }
  }
}

function rangeOfBlock(block: ProseBlock, otherwise: Range): Range {
  if (block.kind === 'table') return rangeOf(block.head)
  if (block.kind === 'heading')
    return { start: block.start, end: (block.lines[0]?.start ?? 0) + (block.lines[0]?.text.length ?? 0) }
  return 'end' in block ? rangeOf(block) : rangeOf(otherwise)
}

function* faultsOfPicture(picture: ProsePicture, placeholder: string): Generator<BlockFault> {
  const { alt, file } = picture
  if (alt.text.trim() === '')
    yield {
      ...rangeOf(picture),
      code: 'missing-alt',
      message: 'a picture has no alternative text',
      hint: `say what it shows: \`![A map of the two crossings](${file})\``,
    }
  if (/^[a-z][a-z0-9+.-]+:/i.test(file) || file.startsWith('//'))
    yield {
      ...rangeOf(picture),
      code: 'invalid-value',
      message: 'a picture is a file beside the brief, not an address',
      hint: 'save the picture beside the brief, and write the path of the file',
    }
  else if (file.includes(placeholder))
    yield {
      ...rangeOf(picture),
      code: 'invalid-value',
      message: 'the path of a picture has a field of the recipient',
      hint: 'give the audience another wording for another picture',
    }
}
