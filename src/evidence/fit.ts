import { type QuotedWord, withoutStop } from './quotation.js'
import type { Token } from './tokens.js'

/** Where a word stands in its part: the words at the edges may lack punctuation that the source has there. */
export interface Edge {
  readonly first: boolean
  readonly last: boolean
}

/** The form of a quoted word that the source's token has, or nothing where the two differ. */
export function fittingForm(word: QuotedWord, token: Token, edge: Edge): string | undefined {
  if (word.frame) return fitsFrame(word.frame, token.form) ? word.forms[0] : undefined
  for (const form of word.forms) {
    if (form === token.form || form === token.variant) return form
    if (!edge.first && !edge.last) continue
    if (fitsAtEdge(form, token.form, edge)) return form
    if (token.variant !== undefined && fitsAtEdge(form, token.variant, edge)) return form
  }
  return undefined
}

/** Whether the source has a `?` or `!` where the quotation's part ends without one. */
export function cutsMark(word: QuotedWord, token: Token): boolean {
  return /[?!]/.test(tailOf(token.form)) && !/[?!]/.test(tailOf(word.forms[0]))
}

/** Whether a part ends as a statement: this is not what a question or an exclamation said. */
export function endsAsStatement(word: QuotedWord): boolean {
  return word.forms[0].length > 1 && /\.[,;:]*$/.test(word.forms[0])
}

function fitsAtEdge(form: string, source: string, edge: Edge): boolean {
  const core = edge.last ? withoutStop(form) : form
  const opening = edge.first ? source.search(/[^([{'¿¡*_]/) : 0
  for (let start = 0; start <= opening; start++) {
    if (!source.startsWith(core, start)) continue
    const rest = source.slice(start + core.length)
    if (rest === '') return true
    if (!edge.last || !CLOSING.test(rest)) continue
    return !(/[?!]/.test(rest) && /\.[,;:]*$/.test(form))
  }
  return false
}

/** Brackets and marks that close, and sentence punctuation. */
const CLOSING = /^[)\]}',.;:?!*_]+$/

function tailOf(form: string): string {
  return /[)\]}',.;:?!*_]*$/.exec(form)?.[0] ?? ''
}

function fitsFrame({ before, after }: { before: string; after: string }, source: string): boolean {
  const ending = withoutStop(after)
  const core = ending === after ? source : withoutStop(source)
  return core.length >= before.length + ending.length && core.startsWith(before) && core.endsWith(ending)
}
