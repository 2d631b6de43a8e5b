import { hasLetterOrDigit } from '../../speech/index.js'
import { nameKey } from '../text/actor-names.js'
import { formAt, keyAt, paragraphAt, type SourceText } from '../text/source-text.js'
import type { TokenSpan } from './locate.js'
import { isNegation } from './negations.js'
import type { QuotationGap } from './quotation.js'

/**
 * What a declared alteration leaves out: `nothing`; the `reporter`'s own interruption; `speech`, words of the speaker (or
 * everything between two separate statements); `negation`, words of the speaker that negate.
 */
export type Omission = 'nothing' | 'reporter' | 'speech' | 'negation'

export interface OmissionContext {
  /** The language of the source (BCP 47). */
  readonly lang: string
  /** The whole source is the speaker's own, such as a speech: it has no reporter. */
  readonly ownWords: boolean
  /** Keys of the names of the other actors: where a reporter names one of them, that actor may be the next to speak. */
  readonly otherNames: ReadonlySet<string>
}

/** Classifies what the source has between two parts of a quotation. */
export function classifyOmission(
  before: TokenSpan,
  after: TokenSpan,
  gap: QuotationGap,
  source: SourceText,
  about: OmissionContext,
): Omission {
  const between: number[] = []
  for (let at = before.last + 1; at < after.first; at++) if (isWordAt(source, at)) between.push(at)
  const keys = between.map(at => keyAt(source, at))
  if (keys.length === 0 || keys.join(' ') === gap.inserted.filter(hasLetterOrDigit).join(' '))
    return 'nothing'
  const reported =
    !about.ownWords &&
    source.inQuotationMarks[before.last] === true &&
    source.inQuotationMarks[after.first] === true
  const speech = reported ? between.filter(at => source.inQuotationMarks[at]) : between
  if (speech.some(at => isNegation(keyAt(source, at), about.lang))) return 'negation'
  if (speech.length > 0) return 'speech'
  return isInterruption(between, before, after, source, about.otherNames) ? 'reporter' : 'speech'
}

/** Classifies the words just before a quotation that begins with words in brackets, which may replace some of them. */
export function classifyLeadingInsertion(
  first: TokenSpan,
  source: SourceText,
  about: OmissionContext,
): Omission {
  for (let at = first.first - 1; at >= Math.max(0, first.first - MOST_REPLACED_WORDS); at--) {
    if (!isWordAt(source, at) || /[,.;:?!]$/.test(formAt(source, at))) break
    if (isNegation(keyAt(source, at), about.lang)) return 'negation'
  }
  return 'nothing'
}

/** How many words of the same clause an insertion at the beginning may replace. */
const MOST_REPLACED_WORDS = 3
/** The longest interruption, in words: a longer one is a report between two statements. */
const LONGEST_INTERRUPTION = 15
/** How many paragraphs further on the speaker may continue after an interruption. */
const MOST_PARAGRAPHS = 1

/** Whether the words are one clause of the reporter that names nobody else who could have spoken. */
function isInterruption(
  words: readonly number[],
  before: TokenSpan,
  after: TokenSpan,
  source: SourceText,
  others: ReadonlySet<string>,
): boolean {
  if (words.length > LONGEST_INTERRUPTION) return false
  if (paragraphAt(source, after.first) - paragraphAt(source, before.last) > MOST_PARAGRAPHS) return false
  if (words.some(at => others.has(nameKey(keyAt(source, at))))) return false
  return !words.slice(0, -1).some(at => endsSentence(formAt(source, at)))
}

function endsSentence(form: string): boolean {
  if (/[?!]['")\]]*$/.test(form)) return true
  return (
    /\.['")\]]*$/.test(form) &&
    !/^\p{L}\.|\.\p{L}|^(?:[MDS]rs?|Ms|Mme|Mlle|Sra|Prof|Gen|Gov|Sen|Rep|Lt|Col|St|Hr|Fr|No)\./u.test(form)
  )
}

function isWordAt(source: SourceText, at: number): boolean {
  return hasLetterOrDigit(formAt(source, at))
}
