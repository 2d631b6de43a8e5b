import { isGenitive, type TaggedWord, textOfWords } from '../language/tagged-words.js'
import { isRoleWord } from '../lexicon/roles.js'
import type { EntityMention, EntityRole } from './entity.js'
import type { NameSpan } from './name-spans.js'

/** The roles beside a mention: before the name, or in apposition before or after it. */
export function rolesOfMention(
  run: NameSpan,
  mentionAt: (word: TaggedWord) => EntityMention | undefined,
): EntityRole[] {
  const { words } = run.sentence
  const roles: EntityRole[] = []
  const add = (first: number, last: number) => {
    const [start, end] = [words[first], words[last]]
    if (start && end && words.slice(first, last + 1).some(({ lower }) => isRoleWord(lower)))
      roles.push({ text: textOfWords(words.slice(first, last + 1)), start: start.start, end: end.end })
  }
  if (run.firstWithTitle < run.first) add(run.firstWithTitle, run.first - 1)
  const before = appositionBefore(words, run)
  if (before !== undefined) add(before, run.firstWithTitle - 2)
  const after = appositionAfter(words, run.last, mentionAt)
  if (after) add(after.first, after.last)
  return roles
}

/** `the town’s newly elected mayor, Ann Moe`: where the role begins. */
function appositionBefore(
  words: readonly TaggedWord[],
  { firstWithTitle: from, last }: NameSpan,
): number | undefined {
  const office = words[from - 2]
  if (words[from - 1]?.text !== ',' || !office || !isRoleWord(office.lower) || office.pos === 'VERB')
    return undefined
  const after = words[last + 1]
  if (after && !/^[,.;:—”"]$/.test(after.text)) return undefined
  let first = from - 2
  while (first > 0 && isRolePhraseWord(words, first - 1)) first--
  const isOwned = words.slice(first, from).some(({ lower }) => lower === "'s")
  return isOwned && words[first - 1]?.pos === 'DET' ? first - 1 : first
}

/** `Bo Lund, Moe’s campaign manager,`: the apposition, if it is a role. */
function appositionAfter(
  words: readonly TaggedWord[],
  last: number,
  mentionAt: (word: TaggedWord) => EntityMention | undefined,
): { first: number; last: number } | undefined {
  if (words[last + 1]?.text !== ',') return undefined
  const first = last + 2
  let end = first
  while (
    end < words.length &&
    end - first < MAX_ROLE_WORDS &&
    !endsRole(words, end) &&
    !looksFinite(words[end])
  )
    end++
  const closing = words[end]
  const opening = words[first]
  if (!opening || !closing || end === first || !/^(?:DET|ADJ|NOUN|PROPN|PRON|ADV)$/.test(opening.pos))
    return undefined
  if (
    /^(?:who|which|he|she|it|they|we|and|but|i|that|whose|few|many|some|several|most|all|both|other|others)$/.test(
      opening.lower,
    )
  )
    return undefined
  if (looksFinite(closing)) return undefined
  const core = phraseCore(words.slice(first, end))
  if (!core.some(({ lower }) => isRoleWord(lower)) || core.some(isActionVerb)) return undefined
  // A name with a title is somebody else: `Moe, Lund and Mayor Solheim,`.
  if (core.some(word => mentionAt(word)?.title.length)) return undefined
  if (end - first < MAX_ROLE_WORDS && !/^[“”"]$/.test(closing.text)) return { first, last: end - 1 }
  const cut = words.slice(first, end).findLastIndex(({ pos }) => /^(?:ADP|SCONJ|CCONJ)$/.test(pos))
  return cut < core.length ? undefined : { first, last: first + cut - 1 }
}

/** A verb that shows a clause, and no role: `few leaders so openly stand up`. */
function isActionVerb({ pos, lower }: TaggedWord): boolean {
  return pos === 'VERB' && !/(?:ed|ing)$/.test(lower)
}

/** The words before the first preposition or conjunction: `the head` of `the head of the union`. */
function phraseCore(words: readonly TaggedWord[]): readonly TaggedWord[] {
  const until = words.findIndex(({ pos }) => pos === 'ADP' || pos === 'SCONJ')
  return until === -1 ? words : words.slice(0, until)
}

/** Words from which a role is cut before its last complement. */
export const MAX_ROLE_WORDS = 18
const ROLE_END = /^(?:[,.;:()—–]|--|[“”"]|who|which|whose|but)$/

/** `and` goes on in a name: `the Center for Strategic and International Studies`. */
function endsRole(words: readonly TaggedWord[], at: number): boolean {
  const word = words[at]?.text ?? ''
  if (word !== 'and') return ROLE_END.test(word)
  return !(/^\p{Lu}/u.test(words[at - 1]?.text ?? '') && /^\p{Lu}/u.test(words[at + 1]?.text ?? ''))
}

function looksFinite(word: TaggedWord | undefined): boolean {
  return (
    (word?.pos === 'VERB' && /(?:ed|s)$/.test(word.lower)) || word?.pos === 'AUX' || word?.lower === 'said'
  )
}

function isRolePhraseWord(words: readonly TaggedWord[], at: number): boolean {
  const word = words[at]
  if (!word) return false
  if (isGenitive(word)) return true
  if (word.pos === 'VERB') return /(?:ed|ing)$/.test(word.lower) && words[at - 1]?.pos === 'ADV'
  return /^(?:NOUN|PROPN|ADJ|ADV|NUM)$/.test(word.pos) && /^\p{L}/u.test(word.text)
}
