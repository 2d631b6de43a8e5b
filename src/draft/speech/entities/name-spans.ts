import type { Sentence, TaggedWord } from '../language/tag-sentences.js'
import { isCalendarWord } from '../lexicon/calendar.js'
import { isPronounLike, isSentenceOpener } from '../lexicon/function-words.js'
import { isOrganisationNoun, takesOfComplement } from '../lexicon/organisations.js'
import { isAffiliation, isPlaceName } from '../lexicon/places.js'
import { isOfficeComplement, isPersonalTitle, isRoleNoun, isRoleWord } from '../lexicon/roles.js'

/** A name as it stands in a sentence, without the titles before it. */
export interface NameSpan {
  readonly sentence: Sentence
  /** Numbers of the words of that sentence, both included. */
  readonly first: number
  readonly last: number
  readonly words: readonly string[]
  /** What stands before the name in the same breath: `Former U.S. President`, `harbour chief`, `Mrs.`. */
  readonly title: readonly string[]
  /** The number of the first word of name and title. */
  readonly firstWithTitle: number
}

/** Finds the runs of capital words that may name somebody; words that the article writes small elsewhere begin none. */
export function findNameSpans(sentences: readonly Sentence[]): NameSpan[] {
  const small = new Set(
    sentences.flatMap(({ words }) =>
      words.filter(({ text }) => /^\p{Ll}/u.test(text)).map(({ text }) => text),
    ),
  )
  return sentences.flatMap(sentence => {
    if (isTitleCased(sentence)) return []
    const found: NameSpan[] = []
    for (let at = 0; at < sentence.words.length; at++) {
      if (!startsName(sentence, at, small)) continue
      const last = nameSpanEnd(sentence, at)
      found.push(...nameSpanWithin(sentence, at, last))
      at = last
    }
    return found
  })
}

/** Where all words but the smallest are written large, capitals tell nothing. */
function isTitleCased({ words }: Sentence): boolean {
  const long = words.filter(({ text }) => /^\p{L}{4,}/u.test(text))
  return (
    long.length >= 4 &&
    long.every(word => isCapital(word) || /^(?:ADP|SCONJ|CCONJ|DET|PRON|AUX)$/.test(word.pos))
  )
}

function startsName({ words }: Sentence, at: number, small: ReadonlySet<string>): boolean {
  const word = words[at]
  if (!word || !isCapital(word) || isCalendarWord(word.lower) || isPronounLike(word.lower)) return false
  if (/-/.test(word.text) && isAffiliation(word.text.split('-')[0] ?? '')) return false
  const before = words[at - 1]
  const opens = !before || /^[“"‘«:(—–-]$|^--$|^[.?!]/.test(before.text)
  if (!opens) return true
  const next = words[at + 1]
  const isFollowed = next !== undefined && isCapital(next) && !isCalendarWord(next.lower)
  if (small.has(word.lower)) return isFollowed && (word.pos === 'PROPN' || isRoleNoun(word.lower))
  const isLikely = isFollowed || word.pos === 'PROPN' || (word.pos === 'NOUN' && isRoleNoun(word.lower))
  return isLikely && !isSentenceOpener(word.lower)
}

function isCapital({ text }: TaggedWord): boolean {
  return /^@?\p{Lu}/u.test(text) || /^(?:[a-z]|al-|el-|d['’])\p{Lu}/u.test(text)
}

/** Names run on over `de la`, over `of` after a kind of body, and over `and` in what follows such an `of`. */
function nameSpanEnd({ words }: Sentence, first: number): number {
  let last = first
  for (;;) {
    const next = words[last + 1]
    if (!next) return last
    if (isCapital(next) && !isCalendarWord(next.lower) && next.pos !== 'PUNCT') last++
    else {
      const width = connectorLength(words, first, last)
      const after = words[last + width + 1]
      if (width === 0 || !after || !isCapital(after) || isCalendarWord(after.lower)) return last
      last += width + 1
    }
    if (last - first > MAX_NAME_WORDS) return last
  }
}

/** Words that a name has at most. */
const MAX_NAME_WORDS = 9

/** The number of small words after a word that may belong to a name. */
function connectorLength(words: readonly TaggedWord[], first: number, last: number): number {
  const next = words[last + 1]?.lower ?? ''
  if (/^(?:de|del|della|di|da|dos|du|la|le|van|von|der|den|bin|ibn|al|y|ter|ten)$/.test(next))
    return /^(?:la|las|los|der|den)$/.test(words[last + 2]?.lower ?? '') ? 2 : 1
  const run = words.slice(first, last + 1).map(({ lower }) => lower)
  const tail = run.at(-1) ?? ''
  if (next === 'of' || next === 'for') {
    if (!isOrganisationNoun(tail) && !(next === 'of' && takesOfComplement(tail))) return 0
    return words[last + 2]?.lower === 'the' ? 2 : 1
  }
  if (next === '&') return 1
  const inBody = run.some(word => word === 'of' || word === 'for') && isOrganisationNoun(run[0] ?? '')
  return next === 'and' && inBody && !isPlaceName(words[last]?.text ?? '') ? 1 : 0
}

/** Parts a run into the name and the titles before it; a run of titles alone, of origins alone or of marks is no name. */
function nameSpanWithin(sentence: Sentence, first: number, last: number): NameSpan[] {
  const { words } = sentence
  let from = first
  for (let at = first; at < last; at++) {
    if (!isPersonalTitle(words[at]?.lower ?? '') || isOrganisationNoun(words[last]?.lower ?? '')) continue
    const object = words[at + 1]?.lower === 'of' ? officeComplementEnd(words, at + 2, last) : at + 1
    if (object > at && isCapital(words[object] ?? (words[at] as TaggedWord))) from = object
  }
  if (from > last) return []
  if (!isOrganisationNoun(words[last]?.lower ?? ''))
    while (from < last && isAffiliation(words[from]?.text ?? '')) from++
  if (from > last) return []
  const own = words.slice(from, last + 1)
  const isTitleAlone =
    own.some(({ lower }) => isPersonalTitle(lower)) &&
    own.every(
      ({ lower }) =>
        isPersonalTitle(lower) || /^(?:of|the|for|and)$/.test(lower) || isOfficeComplement(lower),
    )
  if (isTitleAlone || own.every(({ text }) => isAffiliation(text))) return []
  const start = titleStart(words, first, from)
  return [
    {
      sentence,
      first: from,
      last,
      words: own.map(({ text }) => text),
      title: words.slice(start, from).map(({ text }) => text),
      firstWithTitle: start,
    },
  ]
}

/** What follows `State` in `Secretary of State Ann Moe`: the number of the first word that is no object of an office. */
function officeComplementEnd(words: readonly TaggedWord[], first: number, last: number): number {
  let at = first
  while (at <= last && isOfficeComplement(words[at]?.lower ?? '')) at++
  return at
}

/** `harbour chief Bo Lund`: the small words before a name that are its office. */
function titleStart(words: readonly TaggedWord[], first: number, name: number): number {
  const before = words[first - 1]
  const hasOffice =
    first < name
      ? words.slice(first, name).some(({ lower }) => isRoleWord(lower))
      : before && before.pos !== 'PROPN' && isRoleNoun(before.lower)
  if (!hasOffice) return first
  let start = first
  while (start > 0 && isPartOfTitle(words, start - 1)) start--
  return start
}

function isPartOfTitle(words: readonly TaggedWord[], at: number): boolean {
  const word = words[at]
  if (!word || isCalendarWord(word.lower)) return false
  if (/^(?:'s|')$/.test(word.lower)) return words[at - 1]?.pos === 'PROPN' || words[at - 1]?.pos === 'NOUN'
  return /^(?:NOUN|PROPN|ADJ)$/.test(word.pos) && /^[\p{L}]/u.test(word.text)
}
