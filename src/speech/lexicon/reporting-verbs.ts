import { lazyData, wordSets } from './data-file.js'

const words = lazyData(() => {
  const { regular, irregular, ...others } = wordSets('speech/lexicon/data/en/reporting-verbs.txt', [
    'regular',
    'irregular',
    'evaluative',
    'also-nouns',
    'attitude',
  ])
  return { ...others, reporting: new Set([...irregular, ...[...regular].flatMap(inflected)]) }
})

/** Whether a word (in lower case) is a form of a verb that reports speech. */
export function isReportingVerb(lower: string): boolean {
  return words().reporting.has(lower)
}

/** A verb that does not introduce direct speech by itself, but whose subject mostly speaks a short quotation after it. */
export function isEvaluativeVerb(lower: string): boolean {
  return words().evaluative.has(lower)
}

/** A verb of what somebody thinks, which is mostly somebody else’s report of it where another speaks in its sentence. */
export function isAttitudeVerb(lower: string): boolean {
  return words().attitude.has(lower)
}

/** A form that is as often a noun: it counts as a verb only where the grammar of the sentence leaves nothing else. */
export function isNounHomograph(lower: string): boolean {
  return words()['also-nouns'].has(lower)
}

/** The regular forms of a verb. Some of them no verb has: a form that never occurs does no harm. */
function inflected(verb: string): string[] {
  if (/[^aeiou]y$/.test(verb))
    return [verb, ...['ies', 'ied'].map(end => verb.slice(0, -1) + end), `${verb}ing`]
  const third = /(?:s|x|z|sh|ch)$/.test(verb) ? `${verb}es` : `${verb}s`
  const stem = verb.replace(/e$/, '')
  return [verb, third, `${stem}ed`, `${stem}ing`, ...doubled(verb).flatMap(one => [`${one}ed`, `${one}ing`])]
}

/** A consonant after one short vowel is doubled: `admitted`, `quipped`. */
function doubled(verb: string): string[] {
  return /[^aeiou][aeiou][bdglmnprt]$|qui[pt]$/.test(verb) ? [verb + verb.at(-1)] : []
}
