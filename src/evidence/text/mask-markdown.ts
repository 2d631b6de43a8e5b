import type { CitationGroup } from '../../brief/index.js'

/**
 * Covers what in inline Markdown is no word of the author: citations, code, the addresses of links, marks of emphasis and
 * escapes. Each character is covered by one without width, so that offsets stay.
 */
export function maskMarkdown(text: string, citations: readonly CitationGroup[]): string {
  let masked = text
  for (const { range } of citations) {
    const start = masked.slice(0, range.start).trimEnd().length
    masked = masked.slice(0, start) + coverText(masked.slice(start, range.end)) + masked.slice(range.end)
  }
  return masked
    .replace(/\\([!-/:-@[-`{-~])/g, `${ESCAPE}$1`)
    .replace(CODE, coverText)
    .replace(LINK, (_all, words: string, address: string) =>
      [WORD_JOINER, words, WORD_JOINER, coverText(address)].join(''),
    )
    .replace(EMPHASIS, coverText)
}

/** What covers a backslash: the mark after it is the author's. Without width too. */
const ESCAPE = '\u2061'
const CODE = new RegExp(String.raw`(?<!${ESCAPE})(\x60+)(?!\x60)[\s\S]*?[^\x60]\1(?!\x60)`, 'g')
const LINK = new RegExp(String.raw`(?<!${ESCAPE})\[([^[\]]*)\](\([^()\s]*(?:\s+"[^"]*")?\))`, 'g')
const EMPHASIS = new RegExp(String.raw`(?<!${ESCAPE})(?:\*+|(?<![\p{L}\p{N}])_+|_+(?![\p{L}\p{N}]))`, 'gu')

/** The word joiner: without width, and left out by the normalisation. */
const WORD_JOINER = '\u2060'

function coverText(text: string): string {
  return WORD_JOINER.repeat(text.length)
}
