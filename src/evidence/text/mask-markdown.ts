import type { CitationGroup } from '../../brief/index.js'

/**
 * Masks what is not text of the author in inline Markdown: citations, code, the addresses of links, emphasis marks and
 * escapes. Each masked character is replaced by one without width, so that offsets do not change.
 */
export function maskMarkdown(text: string, citations: readonly CitationGroup[]): string {
  let masked = text
  for (const { range } of citations) {
    const start = masked.slice(0, range.start).trimEnd().length
    masked = masked.slice(0, start) + maskText(masked.slice(start, range.end)) + masked.slice(range.end)
  }
  return masked
    .replace(/\\([!-/:-@[-`{-~])/g, `${ESCAPE}$1`)
    .replace(CODE, maskText)
    .replace(LINK, (_all, words: string, address: string) =>
      [WORD_JOINER, words, WORD_JOINER, maskText(address)].join(''),
    )
    .replace(EMPHASIS, maskText)
}

/** Replaces a backslash, so that the character after it is not taken for markup. Without width too. */
const ESCAPE = '\u2061'
const CODE = new RegExp(String.raw`(?<!${ESCAPE})(\x60+)(?!\x60)[\s\S]*?[^\x60]\1(?!\x60)`, 'g')
const LINK = new RegExp(String.raw`(?<!${ESCAPE})\[([^[\]]*)\](\([^()\s]*(?:\s+"[^"]*")?\))`, 'g')
const EMPHASIS = new RegExp(String.raw`(?<!${ESCAPE})(?:\*+|(?<![\p{L}\p{N}])_+|_+(?![\p{L}\p{N}]))`, 'gu')

/** The word joiner: without width, and dropped by the normalisation. */
const WORD_JOINER = '\u2060'

function maskText(text: string): string {
  return WORD_JOINER.repeat(text.length)
}
