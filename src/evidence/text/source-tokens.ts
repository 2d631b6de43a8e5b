import type { Token } from '../../speech/index.js'

/** A token of a source. */
export interface SourceToken extends Token {
  /** One of the words in capitals that a paragraph begins with. */
  readonly leadIn?: boolean
}

/** The tokens of a source and, for each, whether it is within quotation marks. */
export interface SourceTokens {
  /** Without the opening marks that are repeated at each paragraph of a long quotation. */
  readonly tokens: readonly SourceToken[]
  /** Counted from 1. */
  readonly paragraphOf: readonly number[]
  readonly inQuotationMarks: readonly boolean[]
}

/**
 * Tells the words within quotation marks from the reporter's. A quotation that is never closed ends with its
 * paragraph, unless the next paragraph repeats the opening mark.
 */
export function readSourceTokens(
  text: string,
  all: readonly SourceToken[],
  paragraphAt: (offset: number) => number,
): SourceTokens {
  const tokens: SourceToken[] = []
  const paragraphOf: number[] = []
  const inQuotationMarks: boolean[] = []
  let open: '"' | "'" | undefined
  let nested = 0
  let paragraph = 0
  let end = 0
  for (const token of all) {
    const current = paragraphAt(token.start)
    if (current !== paragraph) {
      paragraph = current
      const continued = open === '"' && repeatsOpeningMark(text, token, end)
      nested = 0
      if (continued) continue
      open = undefined
    }
    end = token.end
    const single = token.single ? { opens: false, closes: false } : singleMarks(text, token)
    if (!open && single.opens) open = "'"
    tokens.push(token)
    paragraphOf.push(current)
    const outer = token.single ? open !== '"' : nested === 0
    inQuotationMarks.push(open !== undefined && !(token.form === '"' && outer))
    if (token.single) {
      if (!open && token.single === 'opening') open = "'"
      else if (open === "'" && token.single === 'closing') open = undefined
    } else if (token.form === '"') {
      const mark = text.charAt(token.start)
      if (open !== '"') {
        if (mark !== '”') open = '"'
      } else if (mark === '“' && text.charAt(token.start - 1) !== '„' && opensNested(text, token)) nested++
      else if (nested > 0) nested--
      else open = undefined
    } else if (open === "'" && single.closes) open = undefined
  }
  return { tokens, paragraphOf, inQuotationMarks }
}

/** Whether a mark begins a paragraph, with a word after it; `end` is where the word before it ends. */
function repeatsOpeningMark(text: string, token: Token, end: number): boolean {
  if (token.form !== '"' || text.charAt(token.start) === '”') return false
  return /\S/.test(text.charAt(token.end)) && /[\r\n\u0085\u2028\u2029]/.test(text.slice(end, token.start))
}

/** A `“` before a word opens a nested quotation; after a word it closes German `„…“`. */
function opensNested(text: string, token: Token): boolean {
  return !/[\p{L}\p{N}\p{P}]/u.test(text.charAt(token.start - 1))
}

function singleMarks(text: string, token: Token): { opens: boolean; closes: boolean } {
  if (!token.form.includes("'")) return { opens: false, closes: false }
  const raw = text.slice(token.start, token.end)
  return {
    opens: /^\P{L}?[‘‹']\p{L}/u.test(raw),
    closes: /[’›'][\p{P}]*$/u.test(raw) && token.form.length > 1,
  }
}
