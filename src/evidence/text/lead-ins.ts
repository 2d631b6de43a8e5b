import { present, type Range } from '../../diagnostics/index.js'
import type { Token } from '../../speech/index.js'
import type { SourceToken } from './source-tokens.js'

/**
 * Marks the words in capitals that a paragraph begins with, after a dateline too: `THE MAYOR SAID today`. Newspapers set them so for
 * the look of the page, and a quotation need not.
 */
export function markLeadIns(
  text: string,
  tokens: readonly Token[],
  paragraphs: readonly Range[],
): readonly SourceToken[] {
  const marked: SourceToken[] = [...tokens]
  let at = 0
  for (const { start, end } of paragraphs) {
    while (at < tokens.length && (tokens[at]?.start ?? end) < start) at++
    if (!/^[^\p{L}]{0,12}\p{Lu}/u.test(text.slice(start, start + 14))) continue
    for (const lead of leadInFrom(tokens, at, end))
      marked[lead] = { ...present(marked[lead], 'token'), leadIn: true }
  }
  return marked
}

/** A longer run is a paragraph in capitals rather than its beginning. */
const LONGEST_LEAD_IN = 12

function leadInFrom(tokens: readonly Token[], from: number, end: number): number[] {
  let run: number[] = []
  for (let at = from; at < tokens.length && run.length <= LONGEST_LEAD_IN; at++) {
    const token = tokens[at]
    if (!token || token.start >= end) return []
    if (token.form === '"') continue
    if (token.form === '—') {
      run = []
      continue
    }
    if (/\p{Ll}/u.test(token.form)) {
      const words = run.filter(one => /\p{Lu}/u.test(tokens[one]?.form ?? ''))
      return words.length > 1 ? run : []
    }
    if (/:$/.test(token.form)) return []
    run.push(at)
  }
  return []
}
