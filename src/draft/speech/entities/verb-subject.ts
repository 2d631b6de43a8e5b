import { isReportingVerb } from '../lexicon/reporting-verbs.js'
import type { EntityMention } from './find-entities.js'

/** Whether a verb follows a name, perhaps after what stands in commas or brackets: `Smith, 34, a lawyer, said`. */
export function isVerbSubject({ sentence: { words }, last }: EntityMention): boolean {
  const after = (at: number, text: string) =>
    words.findIndex((word, index) => index > at && word.text === text)
  const isVerb = (at: number) => {
    let next = at
    while (words[next]?.pos === 'ADV') next++
    const verb = words[next]
    if (!verb || /ing$/.test(verb.lower)) return false
    return verb.pos === 'VERB' || verb.pos === 'AUX' || isReportingVerb(verb.lower)
  }
  let at = last + 1
  if (words[at]?.text === '(') at = after(at, ')') + 1 || at
  for (let appositions = 0; appositions <= MAX_APPOSITIONS; appositions++) {
    if (words[at]?.text !== ',') return isVerb(at)
    if (isVerb(at + 1)) return true
    const close = after(at, ',')
    if (close === -1 || close - at > MAX_APPOSITION_WORDS) return false
    at = isVerb(close + 1) ? close + 1 : close
  }
  return false
}

const MAX_APPOSITIONS = 3
/** Words between two commas after a name. */
const MAX_APPOSITION_WORDS = 16
