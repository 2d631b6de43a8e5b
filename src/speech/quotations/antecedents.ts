import type { Entity, EntityIndex, EntityMention } from '../entities/entity.js'
import { isGenitive, rangeOf, type Sentence, type TaggedWord, textOfWords } from '../language/tagged-words.js'
import { isPossessivePronoun } from '../lexicon/function-words.js'
import type { Gender } from '../lexicon/given-names.js'
import { isOrganisationNoun } from '../lexicon/organisations.js'
import { genderOfRole, isPlainRoleNoun } from '../lexicon/roles.js'
import { isDocumentNoun, isSpeakerNoun } from '../lexicon/speakers.js'
import { jointMentions } from './joint-speakers.js'
import type { RoleIndex } from './role-index.js'
import { INTRODUCED, introduces, SUBJECT, salienceOf } from './salience.js'
import { jointSpeaker, namedSpeaker, type Speaker } from './speaker.js'

/** Finds whom pronouns mean: each in the order of the text, so that one that is resolved leads to the next. */
export class Antecedents {
  /** In the order of the text. */
  readonly #candidates: Candidate[] = []
  /** By where the pronoun begins. */
  readonly #resolved = new Map<number, Candidate | undefined>()
  /** The gender by which somebody of unknown gender was spoken of. */
  readonly #spokenOf = new Map<unknown, Gender>()

  constructor(
    readonly entities: EntityIndex,
    readonly roles: RoleIndex,
    isQuoted: (offset: number) => boolean,
  ) {
    let ordinal = 0
    for (const sentence of entities.sentences) {
      let isReporters = false
      const { words } = sentence
      for (let at = 0; at < words.length; at++) {
        const word = words[at] as TaggedWord
        if (isQuoted(word.start)) continue
        isReporters ||= /^[\p{L}\p{N}]/u.test(word.text)
        const mention = entities.mentionAt(word)
        if (mention) {
          this.#addMention(mention, ordinal)
          at = mention.last
        } else if (PERSONAL.has(word.lower)) this.#addPronoun(word, sentence, at, ordinal)
        else this.#addPhrase(sentence, at, ordinal)
      }
      if (isReporters) ordinal++
    }
  }

  /** Whom a pronoun of the reporter's own words means. */
  antecedentOf(word: TaggedWord): Speaker | undefined {
    return this.#resolved.get(word.start)?.speaker
  }

  #addMention(mention: EntityMention, ordinal: number): void {
    const { entity, sentence, firstWithTitle, last, start } = mention
    const place = { words: sentence.words, first: firstWithTitle, last }
    const role = salienceOf(place)
    const kind = kindOf(mention, role)
    if (!kind) return
    const salience = Math.min(SUBJECT, role + (introduces(mention) ? INTRODUCED : 0))
    const gender = entity.gender
    this.#candidates.push({
      who: entity,
      speaker: namedSpeaker(entity),
      kind,
      gender,
      start,
      ordinal,
      salience,
    })
    const joint = jointMentions(mention, this.entities)
    const [first, final] = [joint[0], joint.at(-1)]
    if (joint.length === 1 || first !== mention || !final) return
    const together = salienceOf({ words: sentence.words, first: firstWithTitle, last: final.last })
    this.#candidates.push({
      who: joint.map(one => one.entity.name).join(' and '),
      speaker: jointSpeaker(joint),
      kind: 'group',
      gender: undefined,
      start,
      ordinal,
      salience: together,
    })
  }

  #addPronoun(word: TaggedWord, { words }: Sentence, at: number, ordinal: number): void {
    const { found, isSure } = this.#find(word, ordinal)
    this.#resolved.set(word.start, found)
    if (!found) return
    const gender = GENDERS.get(word.lower)
    if (gender && isSure && !found.gender) this.#spokenOf.set(found.who, gender)
    const salience = salienceOf({ words, first: at, last: at })
    this.#candidates.push({ ...found, start: word.start, ordinal, salience })
  }

  /** `the lawyer`, `his son`: somebody without a name, or whoever has this role. */
  #addPhrase({ words }: Sentence, at: number, ordinal: number): void {
    const head = words[at] as TaggedWord
    if (head.pos !== 'NOUN') return
    const kind = phraseKind(head)
    const next = words[at + 1]
    if (!kind || next?.pos === 'NOUN' || isGenitive(next) || this.#isName(next)) return
    let first = at
    while (isPhraseWord(words[first - 1])) first--
    // A role beside a name is that of whoever has the name.
    if (words[first - 1]?.text === ',' && this.#isName(words[first - 2])) return
    if (next?.text === ',' && this.#isName(words[at + 2])) return
    const salience = salienceOf({ words, first, last: at })
    if (salience < PHRASE_SALIENCE) return
    const phrase = words.slice(first, at + 1)
    if (kind === 'person' && !phrase.some(isDeterminer)) return
    const holder = kind === 'person' ? this.roles.holderOf(phrase, head) : undefined
    const gender = holder?.gender ?? genderOfRole(head.lower)
    // `The nominee` is mostly somebody whom the article has named.
    if (kind === 'person' && !holder && !gender && phrase[0]?.lower === 'the') return
    const text = textOfWords(phrase)
    this.#candidates.push({
      who: holder ?? text.toLowerCase(),
      speaker: holder ? namedSpeaker(holder, text) : { kind: 'unnamed', text, ...rangeOf(phrase) },
      kind,
      gender,
      start: head.start,
      ordinal,
      salience: salience - (holder ? 0 : UNNAMED_PENALTY),
    })
  }

  #isName(word: TaggedWord | undefined): boolean {
    return word !== undefined && this.entities.mentionAt(word) !== undefined
  }

  #find(word: TaggedWord, ordinal: number): { found: Candidate | undefined; isSure: boolean } {
    const gender = GENDERS.get(word.lower)
    const kinds = KINDS.get(word.lower) ?? []
    let best: { candidate: Candidate; score: number } | undefined
    let ofGender = 0
    for (let index = this.#candidates.length - 1; index >= 0; index--) {
      const candidate = this.#candidates[index] as Candidate
      const distance = ordinal - candidate.ordinal
      if (word.start - candidate.start > MAX_PRONOUN_DISTANCE || (!gender && distance > MAX_IT_SENTENCES))
        break
      if (!kinds.includes(candidate.kind)) continue
      const known = candidate.gender ?? this.#spokenOf.get(candidate.who)
      if (gender && candidate.gender && candidate.gender !== gender) continue
      const score =
        candidate.salience -
        distance * SENTENCE_PENALTY +
        (gender && known === gender ? KNOWN_GENDER : 0) -
        (gender && known && known !== gender ? OTHER_GENDER : 0) -
        (candidate.kind === 'unknown' ? UNKNOWN_KIND : 0)
      if (!best || score > best.score) best = { candidate, score }
      if (known) ofGender = Math.max(ofGender, score)
    }
    return { found: best?.candidate, isSure: best !== undefined && best.score - ofGender >= SURE }
  }
}

type Kind = 'person' | 'body' | 'group' | 'document' | 'unknown'

/** What a pronoun may refer to, and how likely it does. */
interface Candidate {
  readonly who: Entity | string
  readonly speaker: Speaker
  readonly kind: Kind
  readonly gender: Gender | undefined
  readonly start: number
  /** The number of the reporter's sentence. */
  readonly ordinal: number
  readonly salience: number
}

const PERSONAL: ReadonlySet<string> = new Set(['he', 'she', 'it', 'they'])
const GENDERS: ReadonlyMap<string, Gender> = new Map([
  ['he', 'male'],
  ['she', 'female'],
])
const KINDS: ReadonlyMap<string, readonly Kind[]> = new Map<string, readonly Kind[]>([
  ['he', ['person', 'unknown']],
  ['she', ['person', 'unknown']],
  ['it', ['body', 'document']],
  ['they', ['group', 'body']],
])

/** The most characters from a mention to a pronoun for it: some four paragraphs. */
export const MAX_PRONOUN_DISTANCE = 1600
/** The sentences of the reporter back to which `it` and `they` may refer. */
export const MAX_IT_SENTENCES = 2
const SENTENCE_PENALTY = 0.75
/** A gender that is known is worth less than a step of salience: a subject whose gender nobody knows is still the subject. */
const KNOWN_GENDER = 0.25
const OTHER_GENDER = 1.5
/** By how much somebody of unknown gender is likelier than whoever is known to have it, for the pronoun to tell it. */
const SURE = 2
const UNKNOWN_KIND = 0.25
const UNNAMED_PENALTY = 0.5
/** Noun phrases that are neither subjects nor agents are not referred to as speakers. */
const PHRASE_SALIENCE = 2.5

/** Whether a mention is of a person or a body; things that are mentioned without doing anything are neither. */
function kindOf(mention: EntityMention, role: number): Kind | undefined {
  const { type } = mention.entity
  if (type === 'person') return 'person'
  if (type === 'organisation' || type === 'place') return 'body'
  const mayBeName = role >= PHRASE_SALIENCE || mention.words.length === 2
  return mayBeName && !/\p{Ll}\p{Lu}/u.test(mention.entity.name) ? 'unknown' : undefined
}

function phraseKind(head: TaggedWord): Kind | undefined {
  const { lower } = head
  if (isPlainRoleNoun(lower)) return /(?:s|men|people)$/.test(lower) ? 'group' : 'person'
  if (isDocumentNoun(lower)) return 'document'
  if (isOrganisationNoun(lower)) return 'body'
  // Whatever its meaning: who else could `they` be, of whom the sentence before is?
  if (!isSpeakerNoun(lower)) return isPlural(lower) ? 'group' : undefined
  return isPlural(lower) ? 'group' : 'body'
}

/** `a lawyer`, `his son`, `Moe’s son`: a bare noun is a part of another phrase. */
function isDeterminer(word: TaggedWord): boolean {
  return word.pos === 'DET' || word.pos === 'NUM' || isGenitive(word) || isPossessivePronoun(word.lower)
}

function isPlural(lower: string): boolean {
  return /[^s]s$|^(?:people|police|men|women|children|some|many|family|couple|pair)$/.test(lower)
}

function isPhraseWord(word: TaggedWord | undefined): boolean {
  if (!word) return false
  return /^(?:DET|ADJ|NOUN|PROPN|NUM)$/.test(word.pos) || isGenitive(word) || isPossessivePronoun(word.lower)
}
