import type { SourceText } from '../text/source-text.js'
import type { SenseDoubt } from './cut-sense.js'
import type { TokenSpan } from './locate.js'
import { lastOf, type QuotationPart } from './quotation.js'
import { GREEK_QUESTION, isGreek, isGreekQuestion, rawAt, wordsAfter } from './sentence-context.js'

/**
 * Judges whether a part of a quotation prints a question as a statement. `end` is where the next part begins, so that a
 * sentence which goes on there is not cut.
 */
export function judgeQuestion(
  part: QuotationPart,
  span: TokenSpan,
  end: number | undefined,
  source: SourceText,
  ownWords: boolean,
  contrasts: ReadonlySet<string>,
): SenseDoubt | undefined {
  const here = rawAt(source, span.last)
  const quoted = lastOf(part).forms[0]
  const asks = asksAt(source, span.last)
  const greek =
    GREEK_QUESTION.test(quoted) && part.slice(-3).every(({ key }) => isGreek(key)) && part.length > 2
  const asksInQuote = /[?？؟]/.test(endOf(quoted)) || (GREEK_QUESTION.test(quoted) && (greek || asks))
  if (asks || greek)
    return asks === asksInQuote ? undefined : { severity: 'error', first: span.last, last: span.last }
  const { lead, words } = wordsAfter(source, span.last, ownWords, false)
  const last = words.at(-1)
  if (!last || (end !== undefined && last.at >= end)) return undefined
  if (!asksAt(source, last.at)) return undefined
  const opens = words.some(({ at }) => rawAt(source, at).includes('¿')) || here.includes('¿', 1)
  const first = words[0]
  const parted =
    lead === 'strong' ||
    words.some(({ breakAfter }, at) => breakAfter === 'strong' && at < words.length - 1) ||
    (lead === 'comma' && first !== undefined && contrasts.has(first.key))
  return opens || parted ? undefined : { severity: 'warning', first: span.last, last: last.at }
}

/** Whether a word of a source ends a question. */
function asksAt(source: SourceText, at: number): boolean {
  return /[?？؟]/.test(endOf(rawAt(source, at).trimEnd())) || isGreekQuestion(source, at)
}

/** The punctuation at the end of a word, with the marks that close a quotation. */
function endOf(text: string): string {
  return /[^\p{L}\p{N}]*$/u.exec(text)?.[0] ?? ''
}
