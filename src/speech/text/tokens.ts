import { fold } from './fold.js'

/** A word with the punctuation attached to it, or a dash, a double quotation mark or an ellipsis. */
export interface Token {
  /** The normalised form: `—`, `"` or `…` for a mark that is a token of its own. */
  readonly form: string
  /** An alternative form: a word broken at a line end, with its hyphen. */
  readonly variant?: string
  /** Offsets in the original text (UTF-16), `end` exclusive. */
  readonly start: number
  readonly end: number
}

/**
 * Splits a text into the units in which quotations are compared. White space, dashes, double quotation marks and
 * ellipses separate tokens, so that their shape and the space around them do not matter; everything else in a token does.
 */
export function tokenise(text: string): Token[] {
  const folded = fold(text)
  const tokens: Token[] = []
  for (const match of folded.text.matchAll(TOKEN)) {
    const [raw] = match
    const start = folded.originalOffset(match.index)
    const end = folded.originalOffset(match.index + raw.length)
    const last = tokens.at(-1)
    if (raw === '"' && last && touchesWord(text, last, start, end))
      tokens[tokens.length - 1] = { ...last, form: last.form.replace(/(?<=.)[,.;:]+$/, '') }
    else if (last && DETACHED_PUNCTUATION.test(raw)) {
      if (last.form === '"' && SENTENCE_PUNCTUATION.test(raw)) continue
      if (isWordToken(last) && PUNCTUATION_AFTER_SPACE.test(raw)) {
        tokens[tokens.length - 1] = { ...last, form: last.form + raw, end }
        continue
      }
    }
    tokens.push(tokenOf(raw, start, end))
  }
  return tokens
}

/** Whether a token is a word, not a dash, quotation mark or ellipsis. */
export function isWordToken(token: Token): boolean {
  return token.form !== '"' && token.form !== '—' && token.form !== '…'
}

/** Whether a form has a letter or a digit, and so counts as a word. */
export function hasLetterOrDigit(form: string): boolean {
  return /[\p{L}\p{N}]/u.test(form)
}

/** The key by which a word is looked up: lower case, without punctuation at its edges or brackets around its first letter. */
export function lookupKey(form: string): string {
  const open = form.startsWith('[') ? form.replace(/^\[(\p{L})\](?=\p{L})/u, '$1') : form
  return (HAS_EDGE_PUNCTUATION.test(open) ? open.replace(EDGE_PUNCTUATION, '') || open : open).toLowerCase()
}

const TOKEN =
  /"|—|(?:…|\.(?:\s?\.){2,})\.?|-{2,}|(?:[^\s"—….-]+|-(?!-)(?:(?<=[\p{L}\p{N}]-)[ \t]*\r?\n[ \t]*(?=[\p{L}\p{N}]))?|\.(?!\s?\.\s?\.))+/gu
const DETACHED_PUNCTUATION = /^[,.;:!?]+$/
/** French has a space before these. */
const PUNCTUATION_AFTER_SPACE = /^[;:!?]+$/
const SENTENCE_PUNCTUATION = /^[,.;:]+$/
const HAS_EDGE_PUNCTUATION = /^[([{'¿¡*_<]|[)\]}',.;:!?*_>]$/
const EDGE_PUNCTUATION = /^[([{'¿¡*_<]+|[)\]}',.;:!?*_>]+$/g

/** Whether a mark directly follows a word; French has a space before `»`. */
function touchesWord(text: string, last: Token, start: number, end: number): boolean {
  return last.end === start || (text.charAt(start) === '»' && !/\p{L}/u.test(text.charAt(end)))
}

/** An ellipsis as one character or as full stops, or hyphens used as a dash. */
const STANDALONE_MARK = /^(?:-+$|…|\.\s?\.)/

function tokenOf(raw: string, start: number, end: number): Token {
  if (STANDALONE_MARK.test(raw)) return { form: raw.startsWith('-') ? '—' : '…', start, end }
  const form = withoutPunctuationAtMark(raw)
  if (!form.includes('\n')) return { form, start, end }
  const hyphenated = form.replace(/-\s+/g, '-')
  const joined = form.replace(/(?<=\p{L})-\s+(?=\p{L})/gu, '').replace(/-\s+/g, '-')
  return joined === hyphenated
    ? { form: joined, start, end }
    : { form: joined, variant: hyphenated, start, end }
}

/** Drops sentence punctuation before or after a single closing mark. */
function withoutPunctuationAtMark(form: string): string {
  return form.includes("'") ? form.replace(/(?<=.)[,.;:]+'$|'[,.;:]+$/, "'") : form
}
