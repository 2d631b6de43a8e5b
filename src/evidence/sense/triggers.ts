import { expandKey, type SenseEffect, type SenseWords } from './sense-words.js'

/** Words that deny, limit or condition: `start` and `end` (exclusive) count the words of the sequence. */
export interface SenseTrigger {
  /** `double`: a negation and a denial, which may cancel one another. */
  readonly effect: Exclude<SenseEffect, 'harmless'> | 'double'
  readonly start: number
  readonly end: number
}

/** Finds the words that turn the sense in a sequence of lookup keys. */
export function findTriggers(keys: readonly string[], words: SenseWords): SenseTrigger[] {
  const expanded = keys.flatMap((key, at) => expandKey(key).map(word => ({ word, at })))
  const found: SenseTrigger[] = []
  for (let at = 0; at < expanded.length; ) {
    const here = expanded[at]
    const phrase = here && longestPhrase(here.word, at, expanded, words)
    if (!here || !phrase) {
      at++
      continue
    }
    const end = at + phrase.words.length
    const last = expanded[end - 1] ?? here
    if (phrase.effect !== 'harmless' && !isNumberSign(here.word, expanded[end]?.word))
      found.push({ effect: phrase.effect, start: here.at, end: last.at + 1 })
    else if (/^(?:pas|non)$/.test(here.word)) dropElidedNegation(found, here.at, keys)
    at = end
  }
  return joinDoubles(found)
}

function longestPhrase(
  first: string,
  at: number,
  expanded: readonly { readonly word: string }[],
  { phrases }: SenseWords,
) {
  return phrases
    .get(first)
    ?.find(phrase => phrase.words.every((word, offset) => expanded[at + offset]?.word === word))
}

/** `No. 5` counts and does not deny. */
function isNumberSign(word: string, next: string | undefined): boolean {
  return word === 'no' && /^\d/.test(next ?? '')
}

/** In French, `ne` before `pas seulement` denies as little as this does. */
function dropElidedNegation(found: SenseTrigger[], at: number, keys: readonly string[]): void {
  const last = found.at(-1)
  if (last && at - last.start <= MOST_WORDS_OF_VERB && /^n(?:e$|')/.test(keys[last.start] ?? '')) found.pop()
}

/** How many words a French negation may stand around. */
const MOST_WORDS_OF_VERB = 5

/** “I do not deny that”: what the two together mean is for an editor to say. */
function joinDoubles(found: readonly SenseTrigger[]): SenseTrigger[] {
  const joined: SenseTrigger[] = []
  for (const trigger of found) {
    const last = joined.at(-1)
    const close = last !== undefined && trigger.start - last.end <= 1
    if (close && last.effect === 'negation' && trigger.effect === 'denial')
      joined[joined.length - 1] = { effect: 'double', start: last.start, end: trigger.end }
    else joined.push(trigger)
  }
  return joined
}
