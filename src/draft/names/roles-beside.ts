import { textOf, type Word } from '../language/tag.js'
import { isOffice } from '../lexicon/roles.js'
import type { NameRun } from './find-names.js'
import type { Mention, Role } from './who-is-who.js'

/** The roles that an article gives somebody beside the name: before it, before it with a comma, or after it. */
export function rolesBeside(run: NameRun, mentionAt: (word: Word) => Mention | undefined): Role[] {
  const { words } = run.sentence
  const roles: Role[] = []
  const add = (first: number, last: number) => {
    const [start, end] = [words[first], words[last]]
    if (start && end && words.slice(first, last + 1).some(({ lower }) => isOffice(lower)))
      roles.push({ text: textOf(words.slice(first, last + 1)), start: start.start, end: end.end })
  }
  if (run.from < run.first) add(run.from, run.first - 1)
  const before = apposedBefore(words, run)
  if (before !== undefined) add(before, run.from - 2)
  const after = apposedAfter(words, run.last, mentionAt)
  if (after) add(after.first, after.last)
  return roles
}

/** `the town’s newly elected mayor, Ann Moe`: where the office begins. */
function apposedBefore(words: readonly Word[], { from, last }: NameRun): number | undefined {
  const office = words[from - 2]
  if (words[from - 1]?.text !== ',' || !office || !isOffice(office.lower) || office.pos === 'VERB')
    return undefined
  const after = words[last + 1]
  if (after && !/^[,.;:—”"]$/.test(after.text)) return undefined
  let first = from - 2
  while (first > 0 && isInPhrase(words, first - 1)) first--
  const isOwned = words.slice(first, from).some(({ lower }) => lower === "'s")
  return isOwned && words[first - 1]?.pos === 'DET' ? first - 1 : first
}

/** `Bo Lund, Moe’s campaign manager,`: what stands between the commas, if it is an office. */
function apposedAfter(
  words: readonly Word[],
  last: number,
  mentionAt: (word: Word) => Mention | undefined,
): { first: number; last: number } | undefined {
  if (words[last + 1]?.text !== ',') return undefined
  const first = last + 2
  let end = first
  while (end < words.length && end - first < LONGEST && !endsRole(words, end) && !isFiniteVerb(words[end]))
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
  if (isFiniteVerb(closing)) return undefined
  const core = untilLink(words.slice(first, end))
  if (!core.some(({ lower }) => isOffice(lower)) || core.some(isActed)) return undefined
  // What has a title of its own is somebody else: `Moe, Lund and Mayor Solheim,`.
  if (core.some(word => mentionAt(word)?.title.length)) return undefined
  if (end - first < LONGEST && !/^[“”"]$/.test(closing.text)) return { first, last: end - 1 }
  const cut = words.slice(first, end).findLastIndex(({ pos }) => /^(?:ADP|SCONJ|CCONJ)$/.test(pos))
  return cut < core.length ? undefined : { first, last: first + cut - 1 }
}

/** A verb that is no part of a name or a title: `few leaders so openly stand up`. */
function isActed({ pos, lower }: Word): boolean {
  return pos === 'VERB' && !/(?:ed|ing)$/.test(lower)
}

/** Words up to the first that ties what follows to them: `the head` of `the head of the union`. */
function untilLink(words: readonly Word[]): readonly Word[] {
  const until = words.findIndex(({ pos }) => pos === 'ADP' || pos === 'SCONJ')
  return until === -1 ? words : words.slice(0, until)
}

/** Words that a role is long at most; longer ones are cut before what they tell last. */
const LONGEST = 18
const ENDS = /^(?:[,.;:()—–]|--|[“”"]|who|which|whose|but)$/

/** `and` goes on in a name: `the Center for Strategic and International Studies`. */
function endsRole(words: readonly Word[], at: number): boolean {
  const word = words[at]?.text ?? ''
  if (word !== 'and') return ENDS.test(word)
  return !(/^\p{Lu}/u.test(words[at - 1]?.text ?? '') && /^\p{Lu}/u.test(words[at + 1]?.text ?? ''))
}

function isFiniteVerb(word: Word | undefined): boolean {
  return (
    (word?.pos === 'VERB' && /(?:ed|s)$/.test(word.lower)) || word?.pos === 'AUX' || word?.lower === 'said'
  )
}

function isInPhrase(words: readonly Word[], at: number): boolean {
  const word = words[at]
  if (!word) return false
  if (/^(?:'s|')$/.test(word.lower)) return true
  if (word.pos === 'VERB') return /(?:ed|ing)$/.test(word.lower) && words[at - 1]?.pos === 'ADV'
  return /^(?:NOUN|PROPN|ADJ|ADV|NUM)$/.test(word.pos) && /^\p{L}/u.test(word.text)
}
