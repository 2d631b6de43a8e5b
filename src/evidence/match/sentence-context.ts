import { hasLetterOrDigit } from '../../speech/index.js'
import { formAt, keyAt, paragraphAt, type SourceText } from '../text/source-text.js'

/** A word of a source, and what follows it before the next. */
export interface ContextWord {
  /** Its token number. */
  readonly at: number
  readonly key: string
  /** What parts it from the next word of the sentence: `comma` also for a dash, brackets and the reporter's interruption. */
  readonly breakAfter: 'none' | 'comma' | 'strong'
}

/** The words of the same sentence and the same utterance before a token, in the order of the text. */
export function wordsBefore(source: SourceText, token: number, ownWords: boolean): ContextWord[] {
  const words: ContextWord[] = []
  const quoted = !ownWords && source.inQuotationMarks[token] === true
  let pending: ContextWord['breakAfter'] = 'none'
  for (let at = token - 1; at >= Math.max(0, token - MOST_WORDS); at--) {
    if (quoted && !source.inQuotationMarks[at]) {
      const end = endOfInterruption(source, at, -1)
      if (end === undefined) break
      at = end
      pending = 'comma'
    }
    if (!continues(source, at, quoted)) break
    const after = stronger(breakAt(source, at), pending)
    if (!hasLetterOrDigit(formAt(source, at))) pending = after
    else {
      words.push({ at, key: keyAt(source, at), breakAfter: after })
      pending = 'none'
    }
  }
  return words.reverse()
}

/** The words of the same sentence and the same utterance after a token; `lead` is what parts it from the first of them. */
export function wordsAfter(
  source: SourceText,
  token: number,
  ownWords: boolean,
  beyondMarks = true,
): { readonly lead: ContextWord['breakAfter']; readonly words: readonly ContextWord[] } {
  const words: ContextWord[] = []
  const quoted = !ownWords && source.inQuotationMarks[token] === true
  let lead = breakAt(source, token)
  const add = (found: ContextWord['breakAfter']) => {
    const last = words.at(-1)
    if (last) words[words.length - 1] = { ...last, breakAfter: stronger(last.breakAfter, found) }
    else lead = stronger(lead, found)
  }
  if (!continues(source, token, quoted)) return { lead, words }
  for (let at = token + 1; at < Math.min(source.tokens.length, token + MOST_WORDS); at++) {
    if (quoted && !source.inQuotationMarks[at]) {
      const end = beyondMarks ? endOfInterruption(source, at, 1) : undefined
      if (end === undefined) break
      at = end
      add('comma')
    }
    if (hasLetterOrDigit(formAt(source, at)))
      words.push({ at, key: keyAt(source, at), breakAfter: breakAt(source, at) })
    else add(breakAt(source, at))
    if (!continues(source, at, quoted)) break
  }
  return { lead, words }
}

/** Whether a sentence ends with a token: with its stop, question or exclamation mark, or with its paragraph. */
export function endsSentenceAt(source: SourceText, at: number): boolean {
  const raw = rawAt(source, at)
  const next = source.tokens[at + 1]
  if (!next || paragraphAt(source, at) !== paragraphAt(source, at + 1)) return true
  if (/[?!？！؟。।]['"’”»›)\]*_]*\s*$/u.test(raw)) return true
  if (isGreekQuestion(source, at)) return true
  if (!/\.['"’”»›)\]*_]*\s*$/.test(raw) || formAt(source, at) === '…') return false
  if (/^["'“‘«(]?\p{Ll}/u.test(source.file.text.slice(next.start, next.end))) return false
  if (/^N[or]\./.test(raw)) return !/^\d/.test(formAt(source, at + 1))
  return !ABBREVIATION.test(raw)
}

/** The characters of a token and all that follow it before the next. */
export function rawAt({ tokens, file }: SourceText, at: number): string {
  const token = tokens[at]
  return token ? file.text.slice(token.start, tokens[at + 1]?.start ?? file.text.length) : ''
}

/** Greek asks with `;`: where three words in a row are Greek, the text is. */
export function isGreekQuestion(source: SourceText, at: number): boolean {
  return (
    GREEK_QUESTION.test(rawAt(source, at)) && [at, at - 1, at - 2].every(word => isGreek(source.keys[word]))
  )
}

/** Whether a word is in Greek letters. */
export function isGreek(word: string | undefined): boolean {
  return word !== undefined && /^\p{Script=Greek}/u.test(word)
}

/** A Greek word with a question mark. */
export const GREEK_QUESTION = /\p{Script=Greek}\p{M}*['"’”»›)\]]*\s*[;\u037e]/u

/** The words on each side that are looked at: no sentence of a speaker is longer. */
const MOST_WORDS = 300
/** The longest interruption by a reporter within a sentence, in words. */
const LONGEST_TAG = 15
const ABBREVIATION =
  /^["'“‘«(]?(?:\p{L}\.|\p{L}+\.\p{L}|(?:[MDS]rs?|Ms|Mme|Mlle|Sra|Prof|Gen|Gov|Sen|Rep|Lt|Col|St|Hr|Fr)\.)/u

/** Whether the sentence goes on after a token. */
function continues(source: SourceText, at: number, quoted: boolean): boolean {
  const raw = rawAt(source, at)
  const next = source.tokens[at + 1]
  // A stop before a closing mark ends the sentence, however the reporter goes on.
  if (quoted && next && source.inQuotationMarks[at] && !source.inQuotationMarks[at + 1])
    return !/[.?!？！؟。][)\]’']*\s*$/u.test(raw) || ABBREVIATION.test(raw)
  return !endsSentenceAt(source, at)
}

/** Where the utterance goes on beyond words of the reporter; nothing where these end a sentence, or are too many. */
function endOfInterruption(source: SourceText, from: number, step: 1 | -1): number | undefined {
  let words = 0
  for (let at = from; at >= 0 && at < source.tokens.length; at += step) {
    if (source.inQuotationMarks[at]) return at
    if (endsSentenceAt(source, at)) return undefined
    if (hasLetterOrDigit(formAt(source, at)) && ++words > LONGEST_TAG) return undefined
  }
  return undefined
}

function breakAt(source: SourceText, at: number): ContextWord['breakAfter'] {
  const form = formAt(source, at)
  const raw = rawAt(source, at)
  if (form === '—' || /[;:][^\p{L}\p{N}]*$/u.test(raw)) return 'strong'
  return form === '…' || /[,，、،)\]?!.][^\p{L}\p{N}]*$/u.test(raw) ? 'comma' : 'none'
}

function stronger(
  one: ContextWord['breakAfter'],
  other: ContextWord['breakAfter'],
): ContextWord['breakAfter'] {
  if (one === 'strong' || other === 'strong') return 'strong'
  return one === 'comma' || other === 'comma' ? 'comma' : 'none'
}
