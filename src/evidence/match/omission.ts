import { nameKey } from '../text/actor-names.js'
import type { SourceText } from '../text/source-text.js'
import { hasLetterOrDigit, lookupKey } from '../text/tokens.js'
import type { TokenSpan } from './locate.js'
import { isNegation } from './negations.js'
import type { QuotationGap } from './quotation.js'

/**
 * What a declared alteration leaves out: `nothing`; the `reporter`'s own interruption; `speech`, words of the speaker (or
 * a statement apart); `negation`, where these words deny.
 */
export type Omission = 'nothing' | 'reporter' | 'speech' | 'negation'

export interface OmissionContext {
  /** The language of the source (BCP 47). */
  readonly lang: string
  /** The whole source is the speaker's own, as a speech is: there is no reporter in it. */
  readonly ownWords: boolean
  /** Keys of the names of the other actors: a reporter who names one of them may have passed the word on. */
  readonly otherNames: ReadonlySet<string>
}

/** Judges what stands in the source between two parts of a quotation. */
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

/** Judges the words just before a quotation that begins with words in brackets: these stand in for some of them. */
export function classifyLeadingInsertion(
  first: TokenSpan,
  source: SourceText,
  about: OmissionContext,
): Omission {
  for (let at = first.first - 1; at >= Math.max(0, first.first - MOST_REPLACED_WORDS); at--) {
    if (!isWordAt(source, at) || /[,.;:?!]$/.test(source.tokens[at]?.form ?? '')) break
    if (isNegation(keyAt(source, at), about.lang)) return 'negation'
  }
  return 'nothing'
}

/** How many words of the same clause an insertion at the beginning may stand in for. */
const MOST_REPLACED_WORDS = 3
/** The longest interruption, in words; what is longer is a report, and the parts are two statements. */
const LONGEST_INTERRUPTION = 15

/** One clause of the reporter between a closing and an opening mark, naming nobody else who could have spoken. */
function isInterruption(
  words: readonly number[],
  before: TokenSpan,
  after: TokenSpan,
  source: SourceText,
  others: ReadonlySet<string>,
): boolean {
  if (words.length > LONGEST_INTERRUPTION) return false
  if ((source.paragraphOf[after.first] ?? 0) - (source.paragraphOf[before.last] ?? 0) > 1) return false
  if (words.some(at => others.has(nameKey(keyAt(source, at))))) return false
  return !words.slice(0, -1).some(at => endsSentence(source.tokens[at]?.form ?? ''))
}

function endsSentence(form: string): boolean {
  if (/[?!]['")\]]*$/.test(form)) return true
  return (
    /\.['")\]]*$/.test(form) &&
    !/^\p{L}\.|\.\p{L}|^(?:[MDS]rs?|Ms|Mme|Mlle|Sra|Prof|Gen|Gov|Sen|Rep|Lt|Col|St|Hr|Fr|No)\./u.test(form)
  )
}

function isWordAt(source: SourceText, at: number): boolean {
  return hasLetterOrDigit(source.tokens[at]?.form ?? '')
}

function keyAt(source: SourceText, at: number): string {
  return lookupKey(source.tokens[at]?.form ?? '')
}
