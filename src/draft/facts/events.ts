import { alternatives, capitalise, lazyData, type TaggedWord, wordSets } from '../../speech/index.js'
import { type CandidateSentence, type ExtractedSentence, extractWhole } from './candidates.js'
import { type DateMention, dateFinder } from './dates.js'

/** What happened, and when: an EDTF date where that is known, else the article's words for it. */
export interface DraftEvent extends ExtractedSentence {
  readonly date?: string
  readonly when?: string
}

/** Finds the sentences that tell what happened at a time; `today` is the day that `last Tuesday` is counted from. */
export async function findEvents(
  candidates: readonly CandidateSentence[],
  today: string | undefined,
): Promise<DraftEvent[]> {
  const datesIn = await dateFinder(today)
  const events: DraftEvent[] = []
  for (const candidate of candidates) {
    const { words } = candidate.sentence
    const tense = tenseOf(words)
    if (!tense || candidate.isAnaphoric) continue
    const dates = datesIn(candidate.text, tense === 'past')
    const event = draftEvent(candidate, dates, tense)
    if (event) events.push(event)
    if (events.length === MAX_EVENTS) break
  }
  return events
}

export const MAX_EVENTS = 12

/** The tense of the event of a sentence; undefined where there is none. */
function tenseOf(words: readonly TaggedWord[]): 'past' | 'future' | undefined {
  if (words.some(({ pos, lower }) => pos === 'AUX' && timeWords().modals.has(lower))) return undefined
  if (words.some(({ lower, pos }) => lower === 'will' && pos === 'AUX')) return 'future'
  const isPast = words.some(
    ({ pos, lower }) =>
      (pos === 'VERB' && (/ed$/.test(lower) || timeWords().pastForms.has(lower))) ||
      /^(?:was|were|had|did)$/.test(lower),
  )
  return isPast ? 'past' : undefined
}

const timeWords = lazyData(() => {
  const words = wordSets('draft/facts/data/en/events.txt', [
    'irregular-past',
    'modals',
    'openings',
    'time-words',
  ])
  const openings = alternatives([...words.openings].map(capitalise))
  return {
    pastForms: words['irregular-past'],
    modals: words.modals,
    opening: new RegExp(`^((?:${openings})\\b[^,;:.]{3,90}),\\s+(?=\\S)`, 'u'),
    time: new RegExp(`\\b(?:${alternatives(words['time-words'])})\\b`, 'i'),
  }
})

function draftEvent(
  candidate: CandidateSentence,
  dates: readonly DateMention[],
  tense: 'past' | 'future',
): DraftEvent | undefined {
  const opening = openingPhrase(candidate)
  const [known] = dates.filter(({ edtf, start }) => edtf !== undefined && isEventDate(candidate.text, start))
  if (known?.edtf !== undefined) {
    const leads = opening !== undefined && known.end <= opening.length
    return {
      ...(leads ? withoutOpening(candidate, opening) : shortened(candidate)),
      reason: known.text,
      date: known.edtf,
    }
  }
  if (opening !== undefined && timeWords().time.test(opening))
    return { ...withoutOpening(candidate, opening), reason: opening, when: opening }
  const [first] = dates.filter(({ start }) => isEventDate(candidate.text, start))
  if (!first || tense === 'future') return undefined
  return { ...shortened(candidate), reason: first.text, when: capitalise(first.text) }
}

/**
 * Whether a date is that of the sentence's own event, and not of a subordinate clause (`which in March imposed`), of a
 * beginning (`since 2015`) or of a possessor (`Friday’s test`).
 */
function isEventDate(text: string, start: number): boolean {
  const clause = text.slice(text.lastIndexOf(',', start) + 1, start + PREPOSITION_LENGTH)
  if (/\b(?:who|which|that|whose|where|when|if|until)\b/i.test(clause)) return false
  // `Forty towns have applied since May`: what has gone on since then is told under its beginning.
  if (/\bsince\b/i.test(clause) && !/\b(?:has|have)\s+\p{L}+(?:ed|en|n)\b/iu.test(clause)) return false
  if (/^\s*(?:despite|although|though|unlike|after|before|following)\b/i.test(clause)) return false
  return !/^[\p{L}. ]{3,12}['’]s\b/u.test(text.slice(start, start + 16))
}

/** Characters of a preposition that may be part of a date. */
const PREPOSITION_LENGTH = 5

/** The phrase that a sentence begins with, up to the comma before its subject: `On his first day back in office`. */
function openingPhrase({ text, start, sentence }: CandidateSentence): string | undefined {
  const [, opening] = timeWords().opening.exec(text) ?? []
  const last = opening && sentence.words.findLast(word => word.end <= start + opening.length)
  return last && /^(?:PROPN|NOUN|NUM|ADV|PART)$/.test(last.pos) ? opening : undefined
}

/** An event without the phrase that dates it. */
function withoutOpening(candidate: CandidateSentence, opening: string): ExtractedSentence {
  const rest = candidate.text.slice(opening.length).replace(/^,\s+/, '')
  return shortened({ ...candidate, text: capitalise(rest) })
}

/** An event of some two lines, cut before a clause. */
function shortened(candidate: CandidateSentence): ExtractedSentence {
  const { text } = candidate
  const whole = extractWhole(candidate, '')
  if (text.length <= MAX_EVENT_LENGTH) return whole
  const clauses = [
    ...text.matchAll(/,\s+(?=(?:\p{Ll}+ing|which|who|while|as|after|but|because|although)\b)/gu),
  ]
  const cut = clauses.findLast(({ index }) => index <= MAX_EVENT_LENGTH && index >= MIN_EVENT_LENGTH)
  return cut ? { ...whole, text: `${text.slice(0, cut.index)}.` } : whole
}

/** Characters. A longer event is cut before a clause, unless that leaves too little. */
export const MAX_EVENT_LENGTH = 200
export const MIN_EVENT_LENGTH = 60
