import { ASKING, STOPS, type Token } from '../../speech/index.js'
import type { SourceToken } from '../text/source-tokens.js'
import { type QuotedWord, withoutEndPunctuation } from './quotation.js'

/** Whether a word is the first or the last of its part: these may lack punctuation that the source has there. */
export interface WordPosition {
  readonly first: boolean
  readonly last: boolean
}

/** The form of a quoted word that the source's token has, or nothing where the two differ. */
export function matchingForm(
  word: QuotedWord,
  token: SourceToken,
  position: WordPosition,
): string | undefined {
  if (word.affixes) return matchesAffixes(word.affixes, token.form) ? word.forms[0] : undefined
  for (const form of word.forms) {
    if (form === token.form || form === token.variant) return form
    if (!position.first && !position.last) continue
    if (matchesAtEdge(form, token.form, position)) return form
    if (token.variant !== undefined && matchesAtEdge(form, token.variant, position)) return form
  }
  return token.leadIn
    ? matchingForm(inCapitals(word), { ...token, leadIn: false }, position) && word.forms[0]
    : undefined
}

/** A word as the capitals of a lead-in write it. */
function inCapitals({ forms: [first, ...others], ...word }: QuotedWord): QuotedWord {
  return { ...word, forms: [first.toUpperCase(), ...others.map(form => form.toUpperCase())] }
}

/** Whether the source has a `?` or `!` where the quotation's part ends without one. */
export function dropsEndMark(word: QuotedWord, token: Token): boolean {
  return ASKS.test(endPunctuation(token.form)) && !ASKS.test(endPunctuation(word.forms[0]))
}

/** Whether a part ends as a statement, which a question or an exclamation in the source is not. */
export function endsAsStatement(word: QuotedWord): boolean {
  return word.forms[0].length > 1 && ENDS_AS_STATEMENT.test(word.forms[0])
}

function matchesAtEdge(form: string, source: string, position: WordPosition): boolean {
  const core = position.last ? withoutEndPunctuation(form) : form
  const opening = position.first ? source.search(/[^([{'¿¡*_]/) : 0
  for (let start = 0; start <= opening; start++) {
    if (!source.startsWith(core, start)) continue
    const rest = source.slice(start + core.length)
    if (rest === '') return true
    if (!position.last || !CLOSING_PUNCTUATION.test(rest)) continue
    return !(ASKS.test(rest) && ENDS_AS_STATEMENT.test(form))
  }
  return false
}

/** Closing brackets and quotation marks, and sentence punctuation. */
const CLOSING_PUNCTUATION = new RegExp(String.raw`^[)\]}'*_${STOPS}${ASKING}]+$`)
const ASKS = new RegExp(`[${ASKING}]`)
/** A full stop of any script, and what may follow it. */
const ENDS_AS_STATEMENT = /[.。．۔।][,;:]*$/

function endPunctuation(form: string): string {
  return END_PUNCTUATION.exec(form)?.[0] ?? ''
}

const END_PUNCTUATION = new RegExp(String.raw`[)\]}'*_${STOPS}${ASKING}]*$`)

function matchesAffixes({ before, after }: { before: string; after: string }, source: string): boolean {
  const ending = withoutEndPunctuation(after)
  const core = ending === after ? source : withoutEndPunctuation(source)
  return core.length >= before.length + ending.length && core.startsWith(before) && core.endsWith(ending)
}
