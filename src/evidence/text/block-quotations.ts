import type { Range } from '../../diagnostics/index.js'
import { countQuotedWords, FEWEST_QUOTED_WORDS } from '../../speech/index.js'

/**
 * The block quotations of a prose text that must be proved, a paragraph at a time: lines that begin with `>`, without the
 * line that names the speaker below. `masked` is the text with its Markdown masked.
 */
export function blockQuotations(text: string, masked: string): Range[] {
  const blocks: Range[] = []
  let block: Range | undefined
  let start = 0
  for (const line of text.split('\n')) {
    const end = start + line.length
    const words = QUOTED_LINE.exec(line)?.[1]
    const isQuoted = words !== undefined && words.trim() !== '' && !ATTRIBUTION.test(words)
    if (isQuoted && block) block = { start: block.start, end }
    else if (isQuoted) block = { start: end - words.length, end }
    else if (block) {
      blocks.push(block)
      block = undefined
    }
    start = end + 1
  }
  if (block) blocks.push(block)
  return blocks
    .map(range => withoutMaskedEnd(masked, range))
    .filter(range => countQuotedWords(masked.slice(range.start, range.end)) >= FEWEST_QUOTED_WORDS)
}

/** Not a figure after a sign: `> 5 %`. */
const QUOTED_LINE = /^ {0,3}>(?! ?\d)(?: {0,3}>)*[ \t]?(.*)$/
/** `— Ines Vela, mayor`. */
const ATTRIBUTION = /^\s*(?:[—–―]|--|- ?(?=\p{Lu}))/u

/** A citation at the end of a block is outside of what is quoted. */
function withoutMaskedEnd(masked: string, { start, end }: Range): Range {
  return { start, end: start + masked.slice(start, end).replace(/[\s\u2060]+$/, '').length }
}
