import { isReportingVerb } from '../lexicon/reporting-verbs.js'
import type { Mention } from './who-is-who.js'

/** Whether a verb follows a name, perhaps after what stands in commas or brackets: `Smith, a lawyer, said`. */
export function isSubject({ sentence: { words }, last }: Mention): boolean {
  let at = last + 1
  if (words[at]?.text === '(') at = words.findIndex(({ text }, index) => index > at && text === ')') + 1 || at
  if (words[at]?.text === ',' && /^(?:VERB|AUX)$/.test(words[at + 1]?.pos ?? '')) at++
  if (words[at]?.text === ',') {
    const close = words.findIndex(({ text }, index) => index > at && text === ',')
    if (close > 0 && close - at < LONGEST_APPOSITION) at = close + 1
  }
  while (words[at]?.pos === 'ADV') at++
  const verb = words[at]
  if (!verb || /ing$/.test(verb.lower)) return false
  return verb.pos === 'VERB' || verb.pos === 'AUX' || isReportingVerb(verb.lower)
}

/** Words between the commas after a name. */
const LONGEST_APPOSITION = 16
