import { ASKING, STOPS } from './characters.js'
import { detachSingleMarks } from './detach-single-marks.js'
import { fold } from './fold.js'
import type { Token } from './token.js'

export type { Token }

/**
 * Splits a text into the units in which quotations are compared. White space, dashes, quotation marks and ellipses separate
 * tokens, so that their shape, their level and the space around them do not matter; everything else in a token does.
 */
export function tokenise(text: string): Token[] {
  return detachSingleMarks(text, splitIntoTokens(text, true))
}

/** The tokens of the first locks: single marks stay with their words, as does the white space of `5 %`. */
export function tokeniseAsInOldLocks(text: string): Token[] {
  return splitIntoTokens(text, false)
}

function splitIntoTokens(text: string, declared: boolean): Token[] {
  const folded = fold(text)
  const tokens: Token[] = []
  for (const match of folded.text.matchAll(TOKEN)) {
    const pieces = declared && DIVISIBLE.test(match[0]) ? match[0].split(DIVISION) : [match[0]]
    let at = match.index
    for (const [index, raw] of pieces.entries()) {
      const start = folded.originalOffset(at)
      at += raw.length
      const end = folded.originalOffset(at)
      const last = tokens.at(-1)
      if (raw === '"' && last && touchesWord(text, last, start, end))
        tokens[tokens.length - 1] = { ...last, form: last.form.replace(STOPS_AT_END, '') }
      else if (last && DETACHED_PUNCTUATION.test(raw)) {
        if (last.form === '"' && SENTENCE_PUNCTUATION.test(raw)) continue
        if (isWordToken(last) && PUNCTUATION_AFTER_SPACE.test(raw)) {
          tokens[tokens.length - 1] = { ...last, form: last.form + raw, end }
          continue
        }
      }
      const token = tokenOf(raw, start, end)
      if (!declared) tokens.push(token)
      else if (last && PER_CENT.test(raw) && isFigureBefore(text, last, start))
        tokens[tokens.length - 1] = { ...last, form: last.form + token.form, end }
      else {
        const form = OPTIONAL_ARABIC.test(raw) ? token.form.replace(OPTIONAL_ARABIC_SIGNS, '') : token.form
        const glued = index > 0 && /^\p{Nd}/u.test(raw)
        tokens.push(glued ? { ...token, form, glued } : { ...token, form })
      }
    }
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
/** After an abbreviation before its number (`No.5`), and between the clauses of a script without spaces. */
const DIVISION = /(?<=\p{L}\.)(?=\p{Nd})|(?<=[。，、；：！？])(?=[\p{L}\p{N}])/u
const DIVISIBLE = /\p{L}\.\p{Nd}|[。，、；：！？][\p{L}\p{N}]/u
const PER_CENT = /^[%‰٪]/
/** Vowel signs and the sign that lengthens a line, which Arabic may write or leave out. */
const OPTIONAL_ARABIC = /[\u0640\u064b-\u0652\u0670]/
const OPTIONAL_ARABIC_SIGNS = /[\u0640\u064b-\u0652\u0670]/g
const STOPS_AT_END = new RegExp(`(?<=.)[${STOPS}]+$`)
const DETACHED_PUNCTUATION = /^[,.;:!?]+$/
/** French has a space before these. */
const PUNCTUATION_AFTER_SPACE = /^[;:!?]+$/
const SENTENCE_PUNCTUATION = /^[,.;:]+$/
const HAS_EDGE_PUNCTUATION = new RegExp(String.raw`^[([{'¿¡*_<]|[)\]}'*_>${STOPS}${ASKING}]$`)
const EDGE_PUNCTUATION = new RegExp(String.raw`^[([{'¿¡*_<]+|[)\]}'*_>${STOPS}${ASKING}]+$`, 'g')

/** Whether a mark directly follows a word; French has a space before `»`. */
function touchesWord(text: string, last: Token, start: number, end: number): boolean {
  return last.end === start || (text.charAt(start) === '»' && !/\p{L}/u.test(text.charAt(end)))
}

function isFigureBefore(text: string, last: Token, start: number): boolean {
  return /\p{Nd}$/u.test(last.form) && !/\S|\n\s*\n/.test(text.slice(last.end, start))
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
  return form.includes("'") ? form.replace(STOPS_AT_SINGLE_MARK, "'") : form
}

const STOPS_AT_SINGLE_MARK = new RegExp(`(?<=.)[${STOPS}]+'$|'[${STOPS}]+$`)
