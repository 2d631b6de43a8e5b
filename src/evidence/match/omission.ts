import { hasLetterOrDigit } from '../../speech/index.js'
import { hasSenseWords, type SenseWords, senseWordsOf } from '../sense/sense-words.js'
import { findTriggers } from '../sense/triggers.js'
import { nameKey } from '../text/actor-names.js'
import { formAt, keyAt, paragraphAt, type SourceText } from '../text/source-text.js'
import {
  doubt,
  isAsked,
  isComplementised,
  isTransparent,
  judgeBeginning,
  judgeEnd,
  type SenseDoubt,
  segmentStarts,
  worstOf,
} from './cut-sense.js'
import type { TokenSpan } from './locate.js'
import type { QuotationGap } from './quotation.js'
import { type ContextWord, endsSentenceAt, wordsAfter, wordsBefore } from './sentence-context.js'

/**
 * What a declared alteration leaves out: `nothing`; the `reporter`'s own interruption; `speech`, words of the speaker (or
 * everything between two separate statements); `negation`, words of the speaker that turn the sense.
 */
export type Omission = 'nothing' | 'reporter' | 'speech' | 'negation'

export interface OmissionContext {
  /** The language of the source (BCP 47). */
  readonly lang: string
  /** The whole source is the speaker's own, such as a speech: it has no reporter. */
  readonly ownWords: boolean
  /** Keys of the names of the other actors: where a reporter names one of them, that actor may be the next to speak. */
  readonly otherNames: Pick<ReadonlySet<string>, 'has'>
  /** Whether the author's own sentence denies what is quoted in it: the town will not “close the port”. */
  readonly deniedByAuthor?: () => boolean
}

/** What is left out between two parts, and what that does to the sense. */
export interface JudgedOmission {
  readonly omission: Omission
  readonly doubt?: SenseDoubt
}

/** Judges what the source has between two parts of a quotation. */
export function judgeOmission(
  before: TokenSpan,
  after: TokenSpan,
  gap: QuotationGap,
  source: SourceText,
  about: OmissionContext,
): JudgedOmission {
  const between: number[] = []
  for (let at = before.last + 1; at < after.first; at++) if (isWordAt(source, at)) between.push(at)
  const keys = between.map(at => keyAt(source, at))
  if (keys.length === 0 || keys.join(' ') === gap.inserted.filter(hasLetterOrDigit).join(' '))
    return { omission: 'nothing' }
  const reported =
    !about.ownWords &&
    source.inQuotationMarks[before.last] === true &&
    source.inQuotationMarks[after.first] === true
  const speech = reported ? between.filter(at => source.inQuotationMarks[at]) : between
  const found = judgeLeftOut(before, after, speech, source, about)
  if (found?.severity === 'error') return { omission: 'negation', doubt: found }
  const reporter = speech.length === 0 && isInterruption(between, before, after, source, about.otherNames)
  return { omission: reporter ? 'reporter' : 'speech', ...(found && { doubt: found }) }
}

/** Whether the language of a source has lists of words that turn the sense, so that an omission is checked. */
export function isSenseChecked({ lang }: OmissionContext): boolean {
  return hasSenseWords(lang)
}

/** Judges what is cut off: the end of one sentence, whole sentences, the beginning of another; or words within one. */
function judgeLeftOut(
  before: TokenSpan,
  after: TokenSpan,
  speech: readonly number[],
  source: SourceText,
  about: OmissionContext,
): SenseDoubt | undefined {
  const lists = senseWordsOf(about.lang)
  const rest = wordsAfter(source, before.last, about.ownWords, { until: after.first + 1 })
  const last = keyAt(source, before.last)
  const next = keyAt(source, after.first)
  const words = rest.words.filter(({ at }) => at < after.first)
  if (rest.words.length > words.length) return judgeWithinSentence({ ...rest, words }, last, next, lists)
  const lead = wordsBefore(source, after.first, about.ownWords, before.last + 1)
  const from = words.at(-1)?.at ?? before.last
  const to = lead[0]?.at ?? after.first
  const whole = speech.filter(at => at > from && at < to)
  return worstOf(
    [
      judgeEnd(rest, last, true, lists),
      judgeWholeSentences(whole, source, lists),
      judgeBeginning(lead, next, true, lists),
    ].flatMap(one => (one ? [one] : [])),
  )
}

/** Judges words that are left out of the middle of a sentence. */
function judgeWithinSentence(
  { lead, words }: { readonly lead: ContextWord['breakAfter']; readonly words: readonly ContextWord[] },
  last: string,
  next: string,
  lists: SenseWords,
): SenseDoubt | undefined {
  const keys = words.map(({ key }) => key)
  const starts = segmentStarts(words)
  const isJoint = (key: string) => lists.contrasts.has(key) || lists.coordinators.has(key)
  const complete = isJoint(keys[0] ?? '') && (isJoint(next) || words.at(-1)?.breakAfter !== 'none')
  const doubts = findTriggers(keys, lists).flatMap(trigger => {
    const rest = keys.slice(trigger.end)
    const adjacent = isTransparent(rest, lists)
    const opens = trigger.start === 0 || starts.has(trigger.start)
    if (trigger.effect === 'condition') {
      const asked = isAsked(keys[trigger.start - 1] ?? last, lists)
      return doubt((opens || adjacent) && !asked ? 'error' : 'warning', trigger, words)
    }
    if (isEnclosed(words, trigger.start, lead, lists)) return []
    if (trigger.effect === 'negation') {
      const ended =
        rest.some(key => lists.contrasts.has(key)) ||
        words.slice(trigger.end - 1).some(({ breakAfter }) => breakAfter === 'strong')
      return doubt(complete || ended ? 'warning' : 'error', trigger, words)
    }
    if (trigger.effect === 'limit')
      return doubt(trigger.start === 0 || adjacent ? 'error' : 'warning', trigger, words)
    if (trigger.effect === 'denial') {
      const governs = adjacent || lists.complementisers.has(rest.at(-1) ?? '')
      return doubt(
        governs || (isComplementised(rest, lists) && rest.length < 3) ? 'error' : 'warning',
        trigger,
        words,
      )
    }
    return trigger.effect === 'double' || adjacent ? doubt('warning', trigger, words) : []
  })
  return worstOf(doubts)
}

/** Whether a word stands in a clause beside the main one, between commas: “the port, which nobody likes, will close”. */
function isEnclosed(
  words: readonly ContextWord[],
  at: number,
  lead: ContextWord['breakAfter'],
  { subordinators }: SenseWords,
): boolean {
  const start = words.findLastIndex((word, index) => index < at && word.breakAfter !== 'none') + 1
  const end = words.findIndex((word, index) => index >= at && word.breakAfter !== 'none')
  const opened = start > 0 || lead !== 'none'
  return opened && end >= 0 && subordinators.has(words[start]?.key ?? '')
}

/** Whole sentences deny those around them only where they take these up: “No.”, “That is a lie.” */
function judgeWholeSentences(
  tokens: readonly number[],
  source: SourceText,
  lists: SenseWords,
): SenseDoubt | undefined {
  let sentence: ContextWord[] = []
  for (const at of tokens) {
    sentence.push({ at, key: keyAt(source, at), breakAfter: 'none' })
    if (!endsSentenceAt(source, at) && source.inQuotationMarks[at] === source.inQuotationMarks[at + 1])
      continue
    const keys = sentence.map(({ key }) => key)
    const denial = findTriggers(keys, lists).find(
      ({ effect }) => effect === 'negation' || effect === 'denial',
    )
    const taken =
      denial &&
      (keys.length <= 2 ||
        (denial.effect === 'denial' &&
          denial.end === keys.length &&
          denial.start <= 4 &&
          lists.demonstratives.has(keys[0]?.split("'")[0] ?? '')))
    if (denial && taken) return doubt('error', denial, sentence)[0]
    sentence = []
  }
  return undefined
}

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
  others: Pick<ReadonlySet<string>, 'has'>,
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
