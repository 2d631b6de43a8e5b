import { capitalised } from '../language/capitalised.js'
import type { Word } from '../language/tag.js'
import { type Candidate, type Taken, takeWhole } from './candidates.js'
import { dateFinder, type FoundDate } from './dates.js'

/** What happened, and when: an EDTF date where that is known, else the article's words for it. */
export interface DatedEvent extends Taken {
  readonly date?: string
  readonly when?: string
}

/** Finds the sentences that tell what happened at a time; `today` is the day that `last Tuesday` is counted from. */
export async function findEvents(
  candidates: readonly Candidate[],
  today: string | undefined,
): Promise<DatedEvent[]> {
  const datesIn = await dateFinder(today)
  const events: DatedEvent[] = []
  for (const candidate of candidates) {
    const { words } = candidate.sentence
    const tense = tenseOf(words)
    if (!tense || candidate.leansBack) continue
    const dates = datesIn(candidate.text, tense === 'past')
    const event = eventOf(candidate, dates, tense)
    if (event) events.push(event)
    if (events.length === MOST_EVENTS) break
  }
  return events
}

const MOST_EVENTS = 12

/** Past, or to come on a date; undefined where the sentence tells of no event. */
function tenseOf(words: readonly Word[]): 'past' | 'future' | undefined {
  if (
    words.some(({ pos, lower }) => pos === 'AUX' && /^(?:could|would|might|may|should|can|must)$/.test(lower))
  )
    return undefined
  if (words.some(({ lower, pos }) => lower === 'will' && pos === 'AUX')) return 'future'
  const isPast = words.some(
    ({ pos, lower }) =>
      (pos === 'VERB' && (/ed$/.test(lower) || PAST.has(lower))) || /^(?:was|were|had|did)$/.test(lower),
  )
  return isPast ? 'past' : undefined
}

const PAST = new Set(
  (
    'said told took gave came went won lost met held began left made sent fell rose ran set cut put hit led became got found built brought bought caught ' +
    'chose drew drove ate fought flew forgot grew heard hid kept knew laid let paid read rode rang saw sold shot shut sang sank sat slept spoke spent ' +
    'stood stole struck swore taught thought threw understood woke wore wrote broke shook froze withdrew overthrew'
  ).split(' '),
)

function eventOf(
  candidate: Candidate,
  dates: readonly FoundDate[],
  tense: 'past' | 'future',
): DatedEvent | undefined {
  const opening = openingOf(candidate)
  const [known] = dates.filter(({ edtf, start }) => edtf !== undefined && isOfEvent(candidate.text, start))
  if (known?.edtf !== undefined) {
    const leads = opening !== undefined && known.end <= opening.length
    return {
      ...(leads ? without(candidate, opening) : short(candidate)),
      reason: known.text,
      date: known.edtf,
    }
  }
  if (opening !== undefined && TIMES.test(opening))
    return { ...without(candidate, opening), reason: opening, when: opening }
  const [first] = dates.filter(({ start }) => isOfEvent(candidate.text, start))
  if (!first || tense === 'future') return undefined
  return { ...short(candidate), reason: first.text, when: capitalised(first.text) }
}

/**
 * Whether a date says when the sentence's own event was: not in a clause that only tells more (`which in March imposed`),
 * not where something began (`since 2015`), and not whose (`Friday’s test`).
 */
function isOfEvent(text: string, start: number): boolean {
  const clause = text.slice(text.lastIndexOf(',', start) + 1, start + PREPOSITION)
  if (/\b(?:who|which|that|whose|where|when|if|since|until)\b/i.test(clause)) return false
  if (/^\s*(?:despite|although|though|unlike|after|before|following)\b/i.test(clause)) return false
  return !/^[\p{L}. ]{3,12}['’]s\b/u.test(text.slice(start, start + 16))
}

/** Characters of a preposition that may be part of a date. */
const PREPOSITION = 5

/** The phrase that a sentence begins with, up to the comma before its subject: `On his first day back in office`. */
function openingOf({ text, start, sentence }: Candidate): string | undefined {
  const [, opening] = OPENING.exec(text) ?? []
  const last = opening && sentence.words.findLast(word => word.end <= start + opening.length)
  return last && /^(?:PROPN|NOUN|NUM|ADV|PART)$/.test(last.pos) ? opening : undefined
}

const OPENING =
  /^((?:On|In|During|After|Before|Since|Following|At|By|Amid|Within|Until|Upon|Two|Three|Days|Weeks|Months|Years|Hours|Last|Earlier|Late|Early|Yesterday|That)\b[^,;:.]{3,90}),\s+(?=\S)/u

/** Words that make a phrase a time. */
const TIMES =
  /\b(?:day|days|week|weeks|weekend|month|months|year|years|decade|decades|morning|evening|night|hours|term|office|election|elections|campaign|war|summit|meeting|inauguration|debate|visit|speech|attack|vote|trial|hearing|talks|crisis|storm|response to|wake of|took office|aftermath|following|after|before|since)\b/i

/** The event without the phrase that says when. */
function without(candidate: Candidate, opening: string): Taken {
  const rest = candidate.text.slice(opening.length).replace(/^,\s+/, '')
  return short({ ...candidate, text: capitalised(rest) })
}

/** At most some two lines, cut where a clause ends. */
function short(candidate: Candidate): Taken {
  const { text } = candidate
  const whole = takeWhole(candidate, '')
  if (text.length <= LONGEST) return whole
  const clauses = [
    ...text.matchAll(/,\s+(?=(?:\p{Ll}+ing|which|who|while|as|after|but|because|although)\b)/gu),
  ]
  const cut = clauses.findLast(({ index }) => index <= LONGEST && index >= SHORTEST)
  return cut ? { ...whole, text: `${text.slice(0, cut.index)}.` } : whole
}

/** Characters. */
const LONGEST = 200
const SHORTEST = 60
