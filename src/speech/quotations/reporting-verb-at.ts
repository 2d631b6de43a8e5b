import type { EntityIndex } from '../entities/entity.js'
import { isGenitive, isOfClass, type TaggedWord } from '../language/tagged-words.js'
import { isIndirectQuestion, isPassiveMarker, particleOf } from '../lexicon/attribution.js'
import { isEvaluativeVerb, isNounHomograph, isReportingVerb } from '../lexicon/reporting-verbs.js'
import { type SentenceItems, wordAt } from './reporting-sentences.js'

/** A verb that reports; `went on` and `put it` among them. */
export function isReporting(items: SentenceItems, at: number, entities: EntityIndex): boolean {
  const word = wordAt(items, at)
  if (!word || entities.mentionAt(word)) return false
  const { lower, pos } = word
  const next = wordAt(items, at + 1)
  const particle = particleOf(lower)
  if (particle !== undefined) return next?.lower === particle && !goesOnTo(items, at)
  if (!isReportingVerb(lower) || pos === 'ADJ' || pos === 'ADP') return false
  const before = wordAt(items, at - 1)
  // `asked about the storm, Smith said`: who is asked, and not who asks.
  if (lower === 'asked' && isOfClass(next, isIndirectQuestion)) return mayBeSubject(before, entities)
  if (!isNounHomograph(lower) || pos === 'VERB') return true
  const followsSubject =
    before !== undefined &&
    (before.pos === 'PRON' || entities.mentionAt(before) !== undefined) &&
    !isGenitive(before)
  return followsSubject && next?.pos !== 'NOUN' && next?.pos !== 'PROPN'
}

/** `went on to sell`: what follows is done, not said. */
function goesOnTo(items: SentenceItems, at: number): boolean {
  const verb = wordAt(items, at + 3)
  return (
    wordAt(items, at + 1)?.lower === 'on' &&
    wordAt(items, at + 2)?.lower === 'to' &&
    verb !== undefined &&
    !isReportingVerb(verb.lower)
  )
}

function mayBeSubject(word: TaggedWord | undefined, entities: EntityIndex): boolean {
  return (
    word !== undefined && (/^(?:PRON|NOUN|AUX)$/.test(word.pos) || entities.mentionAt(word) !== undefined)
  )
}

/** An evaluative verb; after a name also one that the tagger takes for an adjective: `Smith branded it`. */
export function isEvaluative(items: SentenceItems, at: number, entities: EntityIndex): boolean {
  const word = wordAt(items, at)
  if (!word || !isEvaluativeVerb(word.lower)) return false
  const before = wordAt(items, at - 1)
  return (
    word.pos === 'VERB' ||
    (word.pos === 'ADJ' && before !== undefined && entities.mentionAt(before) !== undefined)
  )
}

/** `was told`, `was quoted as saying`: the subject does not speak. */
export function isPassive(items: SentenceItems, at: number): boolean {
  if (!isOfClass(wordAt(items, at), lower => /(?:ed|told)$/.test(lower))) return false
  let before = at - 1
  while (wordAt(items, before)?.pos === 'ADV') before--
  return isOfClass(wordAt(items, before), isPassiveMarker)
}
