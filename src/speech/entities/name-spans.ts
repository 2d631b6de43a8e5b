import { isGenitive, isOfClass, type Sentence, type TaggedWord } from '../language/tagged-words.js'
import { isCalendarWord, isNameParticle, isPronounLike, isSentenceOpener } from '../lexicon/function-words.js'
import { isGivenName } from '../lexicon/given-names.js'
import { isOrganisationNoun, takesOfComplement } from '../lexicon/organisations.js'
import { isAffiliation, isPlaceName } from '../lexicon/places.js'
import { isOfficeComplement, isPersonalTitle, isRoleNoun, isRoleWord } from '../lexicon/roles.js'

/** A name where a sentence gives it, without the titles before it. */
export interface NameSpan {
  readonly sentence: Sentence
  /** Indexes into the words of that sentence, both inclusive. */
  readonly first: number
  readonly last: number
  readonly words: readonly string[]
  /** What precedes the name as a part of its noun phrase: `Former U.S. President`, `harbour chief`, `Mrs.`. */
  readonly title: readonly string[]
  /** The index of the first word of title and name. */
  readonly firstWithTitle: number
}

/**
 * Finds the runs of capitalised words that may be names. At the beginning of a sentence, words that the article writes in
 * lower case elsewhere are none.
 */
export function findNameSpans(sentences: readonly Sentence[]): NameSpan[] {
  const lowerCase = new Set(
    sentences.flatMap(({ words }) =>
      words.filter(({ text }) => /^\p{Ll}/u.test(text)).map(({ text }) => text),
    ),
  )
  return sentences.flatMap(sentence => {
    if (isTitleCased(sentence)) return []
    const found: NameSpan[] = []
    for (let at = 0; at < sentence.words.length; at++) {
      if (!startsName(sentence, at, lowerCase)) continue
      const last = nameSpanEnd(sentence, at)
      const span = nameSpanWithin(sentence, at, last)
      if (span) found.push(span)
      at = last
    }
    return found
  })
}

/** Where all words but function words are capitalised, capitals tell nothing. */
function isTitleCased({ words }: Sentence): boolean {
  const long = words.filter(({ text }) => /^\p{L}{4,}/u.test(text))
  return (
    long.length >= MIN_TITLE_CASED &&
    long.every(word => isCapitalised(word) || /^(?:ADP|SCONJ|CCONJ|DET|PRON|AUX)$/.test(word.pos))
  )
}

/** Words of four letters or more: a sentence of fewer may consist of names. */
export const MIN_TITLE_CASED = 4

function startsName({ words }: Sentence, at: number, lowerCase: ReadonlySet<string>): boolean {
  const word = words[at]
  if (!word || !isCapitalised(word) || isCalendarWord(word.lower) || isPronounLike(word.lower)) return false
  const [prefix] = word.text.split('-')
  if (prefix !== undefined && prefix !== word.text && isAffiliation(prefix)) return false
  const before = words[at - 1]
  const opensSentence = !before || /^[“"‘«:(—–-]$|^--$|^[.?!]/.test(before.text)
  if (!opensSentence) return true
  if (word.pos === 'ADV' && !isGivenName(word.text)) return false
  const isFollowed = continuesName(words[at + 1])
  if (lowerCase.has(word.lower)) return isFollowed && (word.pos === 'PROPN' || isRoleNoun(word.lower))
  const isLikely = isFollowed || word.pos === 'PROPN' || (word.pos === 'NOUN' && isRoleNoun(word.lower))
  return isLikely && !isSentenceOpener(word.lower)
}

function continuesName(word: TaggedWord | undefined): boolean {
  return word !== undefined && isCapitalised(word) && !isCalendarWord(word.lower)
}

function isCapitalised({ text }: TaggedWord): boolean {
  return /^@?\p{Lu}/u.test(text) || /^(?:[a-z]|al-|el-|d['’])\p{Lu}/u.test(text)
}

/** Names go on over `de la`, over `of` after a noun for an organisation, and over `and` in what follows such an `of`. */
function nameSpanEnd({ words }: Sentence, first: number): number {
  let last = first
  for (;;) {
    const next = words[last + 1]
    if (!next) return last
    if (continuesName(next) && next.pos !== 'PUNCT') last++
    else {
      const connectors = connectorLength(words, first, last)
      if (connectors === 0 || !continuesName(words[last + connectors + 1])) return last
      last += connectors + 1
    }
    if (last - first >= MAX_NAME_WORDS) return last
  }
}

/** Words after which a name is not looked for any further. */
export const MAX_NAME_WORDS = 10

/** The number of lower-case words after a word that may belong to a name. */
function connectorLength(words: readonly TaggedWord[], first: number, last: number): number {
  const [next, afterNext] = [words[last + 1], words[last + 2]]
  if (isOfClass(next, isNameParticle))
    return isOfClass(afterNext, lower => /^(?:la|las|los|der|den)$/.test(lower)) ? 2 : 1
  const isOf = next?.lower === 'of'
  if (isOf || next?.lower === 'for') {
    const head = words[last]
    if (!isOfClass(head, isOrganisationNoun) && !(isOf && isOfClass(head, takesOfComplement))) return 0
    return afterNext?.lower === 'the' ? 2 : 1
  }
  if (next?.lower === '&') return 1
  const hasComplement =
    words.slice(first, last + 1).some(({ lower }) => lower === 'of' || lower === 'for') &&
    isOfClass(words[first], isOrganisationNoun)
  return next?.lower === 'and' && hasComplement && !isPlaceName(words[last]?.text ?? '') ? 1 : 0
}

/** Splits a run into a name and the titles before it. Titles alone, or words of origin alone, are no name. */
function nameSpanWithin(sentence: Sentence, first: number, last: number): NameSpan | undefined {
  const { words } = sentence
  const isOrganisation = isOfClass(words[last], isOrganisationNoun)
  let nameStart = first
  if (!isOrganisation) {
    for (let at = first; at < last; at++) {
      if (!isOfClass(words[at], isPersonalTitle)) continue
      const next = words[at + 1]?.lower === 'of' ? officeComplementEnd(words, at + 2, last) : at + 1
      if (isCapitalised((words[next] ?? words[at]) as TaggedWord)) nameStart = next
    }
    if (nameStart === first && first === 0 && last - first >= 2 && isAgentNoun(words[first])) nameStart++
    if (nameStart > last) return undefined
    while (nameStart < last && isAffiliation(words[nameStart]?.text ?? '')) nameStart++
  }
  const own = words.slice(nameStart, last + 1)
  const isTitleAlone =
    own.some(({ lower }) => isPersonalTitle(lower)) &&
    own.every(
      ({ lower }) =>
        isPersonalTitle(lower) || /^(?:of|the|for|and)$/.test(lower) || isOfficeComplement(lower),
    )
  if (isTitleAlone || own.every(({ text }) => isAffiliation(text))) return undefined
  const firstWithTitle = titleStart(words, first, nameStart)
  return {
    sentence,
    first: nameStart,
    last,
    words: own.map(({ text }) => text),
    title: words.slice(firstWithTitle, nameStart).map(({ text }) => text),
    firstWithTitle,
  }
}

/** `Sculptor Emil Brandt`: a noun for a profession at the beginning of a sentence, by its ending. */
function isAgentNoun(word: TaggedWord | undefined): boolean {
  return (
    word !== undefined &&
    word.text.length >= SHORTEST_AGENT_NOUN &&
    /(?:[^aeiou]er|[st]or|ist|ian|eer|man|woman|master)$/.test(word.lower) &&
    !isGivenName(word.text)
  )
}

/** Letters. */
const SHORTEST_AGENT_NOUN = 5

/** The index of the first word after an office and its complement: of `Ann` in `Secretary of State Ann Moe`. */
function officeComplementEnd(words: readonly TaggedWord[], first: number, last: number): number {
  let at = first
  while (at <= last && isOfClass(words[at], isOfficeComplement)) at++
  return at
}

/** `harbour chief Bo Lund`: where the lower-case words before a name begin that give its office. */
function titleStart(words: readonly TaggedWord[], first: number, nameStart: number): number {
  const before = words[first - 1]
  const hasOffice =
    first < nameStart
      ? words.slice(first, nameStart).some(({ lower }) => isRoleWord(lower))
      : before?.pos !== 'PROPN' && isOfClass(before, isRoleNoun)
  if (!hasOffice) return first
  let start = first
  // `former Mayor Ann Moe`, but not the noun in `on her page Mayor Ann Moe wrote`.
  const isOfKind = (word: TaggedWord | undefined) =>
    first === nameStart || word?.pos === 'ADJ' || /^\p{Lu}/u.test(word?.text ?? '')
  while (start > 0 && isPartOfTitle(words, start - 1) && isOfKind(words[start - 1])) start--
  return start
}

function isPartOfTitle(words: readonly TaggedWord[], at: number): boolean {
  const word = words[at]
  if (!word || isCalendarWord(word.lower)) return false
  if (isGenitive(word)) return words[at - 1]?.pos === 'PROPN' || words[at - 1]?.pos === 'NOUN'
  return /^(?:NOUN|PROPN|ADJ)$/.test(word.pos) && /^\p{L}/u.test(word.text)
}
