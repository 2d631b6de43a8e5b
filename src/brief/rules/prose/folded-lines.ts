import type { Range } from '../../../diagnostics/index.js'
import type { ProseBlock } from '../../notation/prose-block.js'
import { parseProseLines } from '../../notation/prose-blocks.js'
import type { ProseLine } from '../../notation/prose-lines.js'
import { placeInText, type ReadContext, type TextValue } from '../../read/read-context.js'
import { rangeWithin } from '../../yaml/alignment.js'
import { keepsLines } from '../../yaml/keeps-lines.js'
import { type BlockTaker, unsetBlocks } from './block-marks.js'

/**
 * Reports a folded, plain or quoted text that joins its lines, so that the marks at their beginnings are within the text;
 * whether there is any.
 */
export function reportFoldedLines(
  value: TextValue,
  text: string,
  taker: BlockTaker,
  context: ReadContext,
): boolean {
  const { scalar } = value
  const { source } = scalar.token ?? {}
  if (source === undefined || !FOLDED_MARK.test(source) || keepsLines(context.file, scalar.range))
    return false
  for (const lines of foldedParagraphs(value, text, context)) {
    if (lines.length < 2) continue
    const unset = firstFolded(lines, taker)
    if (!unset) continue
    const message = `the lines of this text are joined, and the marks of its ${unset.what} printed as they stand`
    const place = placeInText(value, unset.start, unset.end, context.file)
    context.report('block-mark', place, message, 'begin the text with `|`, which keeps its lines')
    return true
  }
  return false
}

const FOLDED_MARK = /\n[ \t]*(?:[-*+•◦‣▪●] |\d{1,9}[.)] |#{1,6} |> |!\[|\[\^[^\]\s]+\]:|\|)/

/** The paragraphs of a text in the lines of the file. */
function* foldedParagraphs(value: TextValue, text: string, { file }: ReadContext): Generator<ProseLine[]> {
  let lines: ProseLine[] = []
  let start = 0
  const endLine = (at: number) => {
    lines.push({ text: text.slice(start, at), start })
    start = at + 1
  }
  for (const { 0: space, index } of text.matchAll(/[ \n]/g)) {
    if (space === ' ') {
      const { start: from, end } = rangeWithin(value.scalar, index, index + 1)
      if (file.text.slice(from, end).includes('\n')) endLine(index)
    } else {
      endLine(index)
      yield lines
      lines = []
    }
  }
  endLine(text.length)
  yield lines
}

/** A block that begins within joined lines. */
interface FoldedBlock extends Range {
  readonly what: string
}

/** Of a list at least two items are asked for: a line may begin with a dash by chance. */
function firstFolded(lines: readonly ProseLine[], taker: BlockTaker): FoldedBlock | undefined {
  const blocks = parseProseLines(lines, taker.takes)
  const start = lines[0]?.start ?? 0
  const lists = blocks.some(block => block.kind === 'list' && block.items.length > 1)
  const other = { ...taker, takes: taker.takes === 'long' ? 'long' : lists ? 'none' : 'lists' } as const
  const unset = [...unsetBlocks(blocks, other)].find(
    mark => mark.start > start && FOLDED_KINDS.has(mark.what),
  )
  return unset ?? (taker.takes === 'long' ? firstBlockWithin(blocks, start) : undefined)
}

const FOLDED_KINDS: ReadonlySet<string> = new Set(['lists', 'headings', 'tables', 'block quotations'])

function firstBlockWithin(blocks: readonly ProseBlock[], start: number): FoldedBlock | undefined {
  for (const block of blocks) {
    if (block.kind === 'paragraph') continue
    if (block.kind === 'list') {
      if (block.items.length > 1 && block.start > start)
        return { start: block.start, end: block.start + block.mark.length, what: 'lists' }
    } else if (block.kind === 'table') {
      return { start: block.head.start, end: block.head.end, what: 'tables' }
    } else if (block.start > start) {
      const end = 'end' in block ? block.end : block.start + block.level
      return { start: block.start, end, what: FOLDED_NAMES[block.kind] }
    }
  }
  return undefined
}

const FOLDED_NAMES = {
  heading: 'headings',
  quotation: 'block quotations',
  picture: 'pictures',
  note: 'notes',
} as const
