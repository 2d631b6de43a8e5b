import {
  type ProseBlock,
  type ProseBlockQuotation,
  type ProseLine,
  proseParagraphText,
} from '../../brief/index.js'
import type { Range } from '../../diagnostics/index.js'
import { countQuotedWords, FEWEST_QUOTED_WORDS } from '../../speech/index.js'

/** What a block quotation quotes: the characters from its first word to its last. */
export interface QuotedBlock extends Range {
  /** Characters of the whole block, with who said it and the citations below it. */
  readonly block: Range
  /** The paragraph before it, which may introduce it. */
  readonly lead: Range | undefined
  /** Who said it, as inline Markdown. */
  readonly attribution: string | undefined
}

/**
 * The block quotations of a text that must be proved, each as a whole, without the line that names the speaker below.
 * `masked` is the text with its Markdown masked.
 */
export function blockQuotations(blocks: readonly ProseBlock[], text: string, masked: string): QuotedBlock[] {
  return blocks.flatMap((block, index): QuotedBlock[] => {
    if (block.kind === 'list') return block.items.flatMap(item => blockQuotations(item, text, masked))
    if (block.kind === 'note') return blockQuotations(block.blocks, text, masked)
    if (block.kind !== 'quotation') return []
    const words = withoutMaskedEnd(masked, rangeOfWords(block))
    if (countQuotedWords(masked.slice(words.start, words.end)) < FEWEST_QUOTED_WORDS) return []
    const [before, after] = [blocks[index - 1], blocks[index + 1]]
    const end =
      after?.kind === 'paragraph' && isOnlyMasked(masked, rangeOfLines(after.lines))
        ? rangeOfLines(after.lines).end
        : block.end
    return [
      {
        ...words,
        block: { start: block.start, end },
        lead: before?.kind === 'paragraph' ? rangeOfLines(before.lines) : undefined,
        attribution: block.attribution && proseParagraphText(block.attribution),
      },
    ]
  })
}

function rangeOfWords({ blocks, start }: ProseBlockQuotation): Range {
  const [first, last] = [firstLine(blocks), lastLine(blocks)]
  return first && last ? { start: first.start, end: last.start + last.text.length } : { start, end: start }
}

function firstLine([block]: readonly ProseBlock[]): ProseLine | undefined {
  if (block?.kind === 'list') return firstLine(block.items[0] ?? [])
  if (block?.kind === 'quotation') return firstLine(block.blocks)
  return block?.kind === 'paragraph' || block?.kind === 'heading' ? block.lines[0] : undefined
}

function lastLine(blocks: readonly ProseBlock[]): ProseLine | undefined {
  const block = blocks.at(-1)
  if (block?.kind === 'list') return lastLine(block.items.at(-1) ?? [])
  if (block?.kind === 'quotation') return block.attribution?.lines.at(-1) ?? lastLine(block.blocks)
  return block?.kind === 'paragraph' || block?.kind === 'heading' ? block.lines.at(-1) : undefined
}

function rangeOfLines(lines: readonly ProseLine[]): Range {
  const [first, last] = [lines[0], lines.at(-1)]
  return { start: first?.start ?? 0, end: last ? last.start + last.text.length : 0 }
}

/** Whether nothing but citations stands there. */
const isOnlyMasked = (masked: string, { start, end }: Range): boolean =>
  /^[\s\u2060\u2061]*$/.test(masked.slice(start, end))

/** A citation at the end of a block is outside of what is quoted. */
function withoutMaskedEnd(masked: string, { start, end }: Range): Range {
  return { start, end: start + masked.slice(start, end).replace(/[\s\u2060]+$/, '').length }
}
