import type { Token } from '../../speech/index.js'
import { type QuotedWord, withoutEndPunctuation } from './quotation.js'

/** Whether a word is the first or the last of its part: these may lack punctuation that the source has there. */
export interface WordPosition {
  readonly first: boolean
  readonly last: boolean
}

/** The form of a quoted word that the source's token has, or nothing where the two differ. */
export function matchingForm(word: QuotedWord, token: Token, position: WordPosition): string | undefined {
  if (word.affixes) return matchesAffixes(word.affixes, token.form) ? word.forms[0] : undefined
  for (const form of word.forms) {
    if (form === token.form || form === token.variant) return form
    if (!position.first && !position.last) continue
    if (matchesAtEdge(form, token.form, position)) return form
    if (token.variant !== undefined && matchesAtEdge(form, token.variant, position)) return form
  }
  return undefined
}

/** Whether the source has a `?` or `!` where the quotation's part ends without one. */
export function dropsEndMark(word: QuotedWord, token: Token): boolean {
  return /[?!]/.test(endPunctuation(token.form)) && !/[?!]/.test(endPunctuation(word.forms[0]))
}

/** Whether a part ends as a statement, which a question or an exclamation in the source is not. */
export function endsAsStatement(word: QuotedWord): boolean {
  return word.forms[0].length > 1 && /\.[,;:]*$/.test(word.forms[0])
}

function matchesAtEdge(form: string, source: string, position: WordPosition): boolean {
  const core = position.last ? withoutEndPunctuation(form) : form
  const opening = position.first ? source.search(/[^([{'¿¡*_]/) : 0
  for (let start = 0; start <= opening; start++) {
    if (!source.startsWith(core, start)) continue
    const rest = source.slice(start + core.length)
    if (rest === '') return true
    if (!position.last || !CLOSING_PUNCTUATION.test(rest)) continue
    return !(/[?!]/.test(rest) && /\.[,;:]*$/.test(form))
  }
  return false
}

/** Closing brackets and quotation marks, and sentence punctuation. */
const CLOSING_PUNCTUATION = /^[)\]}',.;:?!*_]+$/

function endPunctuation(form: string): string {
  return /[)\]}',.;:?!*_]*$/.exec(form)?.[0] ?? ''
}

function matchesAffixes({ before, after }: { before: string; after: string }, source: string): boolean {
  const ending = withoutEndPunctuation(after)
  const core = ending === after ? source : withoutEndPunctuation(source)
  return core.length >= before.length + ending.length && core.startsWith(before) && core.endsWith(ending)
}
