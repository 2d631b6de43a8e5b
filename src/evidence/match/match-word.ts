import type { Token } from '../text/tokens.js'
import { type QuotedWord, withoutEndPunctuation } from './quotation.js'

/** Where a word stands in its part: the words at the edges may lack punctuation that the source has there. */
export interface WordPosition {
  readonly first: boolean
  readonly last: boolean
}

/** The form of a quoted word that the source's token has, or nothing where the two differ. */
export function matchingForm(word: QuotedWord, token: Token, edge: WordPosition): string | undefined {
  if (word.affixes) return matchesAffixes(word.affixes, token.form) ? word.forms[0] : undefined
  for (const form of word.forms) {
    if (form === token.form || form === token.variant) return form
    if (!edge.first && !edge.last) continue
    if (matchesAtEdge(form, token.form, edge)) return form
    if (token.variant !== undefined && matchesAtEdge(form, token.variant, edge)) return form
  }
  return undefined
}

/** Whether the source has a `?` or `!` where the quotation's part ends without one. */
export function dropsEndMark(word: QuotedWord, token: Token): boolean {
  return /[?!]/.test(endPunctuation(token.form)) && !/[?!]/.test(endPunctuation(word.forms[0]))
}

/** Whether a part ends as a statement: this is not what a question or an exclamation said. */
export function endsAsStatement(word: QuotedWord): boolean {
  return word.forms[0].length > 1 && /\.[,;:]*$/.test(word.forms[0])
}

function matchesAtEdge(form: string, source: string, edge: WordPosition): boolean {
  const core = edge.last ? withoutEndPunctuation(form) : form
  const opening = edge.first ? source.search(/[^([{'¿¡*_]/) : 0
  for (let start = 0; start <= opening; start++) {
    if (!source.startsWith(core, start)) continue
    const rest = source.slice(start + core.length)
    if (rest === '') return true
    if (!edge.last || !CLOSING_PUNCTUATION.test(rest)) continue
    return !(/[?!]/.test(rest) && /\.[,;:]*$/.test(form))
  }
  return false
}

/** Brackets and marks that close, and sentence punctuation. */
const CLOSING_PUNCTUATION = /^[)\]}',.;:?!*_]+$/

function endPunctuation(form: string): string {
  return /[)\]}',.;:?!*_]*$/.exec(form)?.[0] ?? ''
}

function matchesAffixes({ before, after }: { before: string; after: string }, source: string): boolean {
  const ending = withoutEndPunctuation(after)
  const core = ending === after ? source : withoutEndPunctuation(source)
  return core.length >= before.length + ending.length && core.startsWith(before) && core.endsWith(ending)
}
