import { isReportingVerb } from '../lexicon/reporting-verbs.js'
import type { EntityMention } from './entity.js'

/** Whether a verb follows a name, perhaps after appositions or brackets: `Smith, 34, a lawyer, said`. */
export function isVerbSubject({ sentence: { words }, last }: EntityMention): boolean {
  const indexAfter = (at: number, text: string) =>
    words.findIndex((word, index) => index > at && word.text === text)
  const isVerb = (at: number) => {
    let next = at
    while (words[next]?.pos === 'ADV') next++
    const verb = words[next]
    if (!verb || /ing$/.test(verb.lower)) return false
    return verb.pos === 'VERB' || verb.pos === 'AUX' || isReportingVerb(verb.lower)
  }
  let at = last + 1
  if (words[at]?.text === '(') at = indexAfter(at, ')') + 1 || at
  for (let appositions = 0; appositions <= MAX_APPOSITIONS; appositions++) {
    if (words[at]?.text !== ',') return isVerb(at)
    if (isVerb(at + 1)) return true
    const comma = indexAfter(at, ',')
    if (comma === -1 || comma - at > MAX_APPOSITION_WORDS) return false
    at = isVerb(comma + 1) ? comma + 1 : comma
  }
  return false
}

/** Appositions between a subject and its verb. */
export const MAX_APPOSITIONS = 3

/** Words from a comma after a name to the next. */
export const MAX_APPOSITION_WORDS = 16
