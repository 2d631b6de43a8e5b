import { lookupKey, tokenise } from '../../speech/index.js'
import { senseWordsOf } from '../sense/sense-words.js'
import { findTriggers } from '../sense/triggers.js'

/**
 * Whether a text denies, limits or conditions in its last sentence, so that what is quoted after it is not said outright: the
 * town will not “close the port for good”.
 */
export function isDeniedByAuthor(before: string, lang: string): boolean {
  const sentence =
    before
      .slice(-LONGEST_SENTENCE)
      .split(/[.!?]\s/)
      .at(-1) ?? ''
  const keys = tokenise(sentence).map(({ form }) => lookupKey(form))
  return findTriggers(keys, senseWordsOf(lang)).some(({ effect }) => effect !== 'frame')
}

/** In characters. */
const LONGEST_SENTENCE = 400
