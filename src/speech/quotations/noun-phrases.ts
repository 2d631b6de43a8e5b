import type { EntityIndex, EntityMention } from '../entities/entity.js'
import { isGenitive, type TaggedWord } from '../language/tagged-words.js'
import {
  isCalendarWord,
  isPhrasePreposition,
  isPossessivePronoun,
  isSubjectPronoun,
} from '../lexicon/function-words.js'
import { isWordItem, type SentenceItem, type SentenceItems } from './reporting-sentences.js'

/** The subject of a verb, or the source of a statement: a name, a pronoun, or another noun phrase. */
export type Subject =
  | { readonly kind: 'name'; readonly mention: EntityMention; readonly at: TaggedWord }
  | { readonly kind: 'pronoun'; readonly word: TaggedWord }
  | {
      readonly kind: 'phrase'
      /** With what follows it: `a spokesman for the campaign`. */
      readonly words: readonly TaggedWord[]
      readonly head: TaggedWord
      /** `Moe` in `Moe’s campaign`. */
      readonly possessor?: EntityMention
      /** `Moe` in `a statement by Moe`. */
      readonly author?: EntityMention
    }

/** The subject that a noun phrase between two items (both inclusive) is; undefined where it cannot be one. */
export function subjectIn(
  items: SentenceItems,
  first: number,
  last: number,
  entities: EntityIndex,
): Subject | undefined {
  const words = items.slice(first, last + 1).filter(isWordItem)
  const coreEnd = words.findIndex((word, index) => index > 0 && endsPhraseCore(word, entities))
  const core = coreEnd === -1 ? words : words.slice(0, coreEnd)
  const [opening] = core
  const head = core.findLast(word => /^(?:NOUN|PROPN|PRON|ADJ|NUM|DET)$/.test(word.pos))
  if (!opening || !head) return undefined
  if (core.length === 1 && isSubjectPronoun(opening.lower)) return { kind: 'pronoun', word: opening }
  if (head.pos === 'PRON') return undefined
  const mention = entities.mentionAt(head)
  const isName = mention && head.start >= mention.start
  if (mention && isName) return { kind: 'name', mention, at: head }
  const firstMention = (some: readonly TaggedWord[]) =>
    some.map(word => entities.mentionAt(word)).find(one => one !== undefined)
  const possessor = firstMention(core)
  const by = words.findIndex(({ lower }) => /^(?:by|from)$/.test(lower))
  const author = by === -1 ? undefined : firstMention(words.slice(by + 1, by + 1 + MAX_AUTHOR_WORDS))
  return { kind: 'phrase', words, head, ...(possessor && { possessor }), ...(author && { author }) }
}

/** Words after `by` among which the author of a document is named. */
export const MAX_AUTHOR_WORDS = 3

/** Whether a word ends the core of a noun phrase: what follows it is a complement. */
function endsPhraseCore(word: TaggedWord, entities: EntityIndex): boolean {
  return (
    (word.pos === 'ADP' && !entities.mentionAt(word)) ||
    word.text === '(' ||
    /^(?:who|which|that)$/.test(word.lower)
  )
}

/** The first item of the noun phrase that ends at one; `undefined` where no such phrase ends there. */
export function nounPhraseStart(
  items: SentenceItems,
  last: number,
  entities: EntityIndex,
): number | undefined {
  const end = items[last]
  if (!isWordItem(end) || !isNominal(end, entities) || isCalendarWord(end.lower)) return undefined
  if (end.pos === 'PRON') return last
  let first = last
  for (;;) {
    const before = items[first - 1]
    if (!isWordItem(before)) return first
    const here = items[first] as TaggedWord
    if (before.pos === 'NOUN' && startsPersonName(here, before, entities)) return first
    if (isPhrasePart(before, entities) && !isCalendarWord(before.lower) && here.pos !== 'DET') first--
    else if (here.pos === 'DET' && /^(?:all|both|half)$/.test(before.lower)) first--
    else if (before.pos === 'ADP' && isNoun(items[first - 2], entities) && isPhrasePreposition(before.lower))
      first -= 2
    else if (before.pos === 'ADP' && isAdjective(items[first - 2]) && isNoun(items[first - 3], entities))
      first -= 3
    // `a statement issued by the council`
    else if (before.pos === 'ADP' && isPastParticiple(items[first - 2]) && isNoun(items[first - 3], entities))
      first -= 3
    else return first
  }
}

function isPastParticiple(item: SentenceItem | undefined): boolean {
  return isWordItem(item) && item.pos === 'VERB' && /(?:ed|en|wn|nt|ught|ade|old)$/.test(item.lower)
}

/** `on her page Mayor Ann Moe wrote`: a noun that is no part of the title before a name belongs to something else. */
function startsPersonName(here: TaggedWord, before: TaggedWord, entities: EntityIndex): boolean {
  const mention = entities.mentionAt(here)
  return mention?.entity.type === 'person' && entities.mentionAt(before) === undefined
}

/** `people familiar with the talks` */
function isAdjective(item: SentenceItem | undefined): boolean {
  return isWordItem(item) && item.pos === 'ADJ'
}

/** The last item of the noun phrase that begins at one. */
export function nounPhraseEnd(
  items: SentenceItems,
  first: number,
  entities: EntityIndex,
): number | undefined {
  const opening = items[first]
  if (!isWordItem(opening)) return undefined
  if (opening.pos === 'PRON' && !isPossessivePronoun(opening.lower)) return first
  let last = first - 1
  for (let at = first; at < items.length; at++) {
    const word = items[at]
    if (!isWordItem(word)) break
    if (isCalendarWord(word.lower)) break
    const starts = at === first && (word.pos === 'DET' || word.pos === 'PRON')
    if (starts || isPhrasePart(word, entities)) {
      if (at > first && word.pos === 'DET') break
      last = at
    } else break
  }
  return last < first ? undefined : last
}

function isNominal(word: TaggedWord, entities: EntityIndex): boolean {
  return (
    /^(?:NOUN|PROPN|PRON|NUM)$/.test(word.pos) ||
    /^(?:some|many|others|most)$/.test(word.lower) ||
    entities.mentionAt(word) !== undefined
  )
}

function isNoun(item: SentenceItem | undefined, entities: EntityIndex): boolean {
  return isWordItem(item) && isNominal(item, entities) && item.pos !== 'PRON'
}

function isPhrasePart(word: TaggedWord, entities: EntityIndex): boolean {
  if (entities.mentionAt(word) || isGenitive(word)) return true
  if (word.pos === 'PRON') return isPossessivePronoun(word.lower)
  return /^(?:NOUN|PROPN|ADJ|DET|NUM)$/.test(word.pos) && !/^[^\p{L}\p{N}]/u.test(word.text)
}
