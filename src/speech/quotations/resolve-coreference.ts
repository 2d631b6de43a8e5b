import type { Entity, EntityIndex, EntityMention } from '../entities/entity.js'
import { isVerbSubject } from '../entities/verb-subject.js'
import { isGenitive, rangeOf, type TaggedWord, textOfWords } from '../language/tagged-words.js'
import { lastIndexBefore } from '../language/text.js'
import { isIndefinite } from '../lexicon/function-words.js'
import type { Gender } from '../lexicon/given-names.js'
import { isRoleNoun } from '../lexicon/roles.js'
import { isDocumentNoun, isSpeakerNoun } from '../lexicon/speakers.js'
import type { Subject } from './noun-phrases.js'
import { RoleIndex } from './role-index.js'

/** Who speaks: an entity, somebody whom the article does not name, or nobody known to the rules. */
export type Speaker =
  | {
      readonly kind: 'named'
      readonly entity: Entity
      /** The pronoun or the role in place of the name. */
      readonly anaphor?: string
    }
  | { readonly kind: 'unnamed'; readonly text: string; readonly start: number; readonly end: number }
  | { readonly kind: 'unknown'; readonly why: string }

/** Resolves subjects to the entities that they refer to. */
export class CoreferenceResolver {
  /** In the order of the article. */
  readonly #candidates: AntecedentCandidate[] = []
  readonly #roles: RoleIndex

  constructor(
    readonly entities: EntityIndex,
    isQuoted: (offset: number) => boolean,
  ) {
    this.#roles = new RoleIndex(entities)
    for (const mention of entities.mentions)
      if (mayBeAntecedent(mention) && !isQuoted(mention.start))
        this.#candidates.push({ mention, salience: salienceOf(mention) })
  }

  /** `last` is who spoke before; `isSpeaker` tells whether the subject speaks for certain, whatever it is. */
  resolve(subject: Subject, last: Entity | undefined, isSpeaker: boolean): Speaker {
    if (subject.kind === 'name') return namedSpeaker(subject.mention.entity)
    if (subject.kind === 'pronoun') return this.#pronoun(subject.word, last)
    return this.#phrase(subject, isSpeaker)
  }

  #pronoun(word: TaggedWord, last: Entity | undefined): Speaker {
    if (word.lower === 'it') {
      const organisation = this.#antecedentOfIt(word)
      if (organisation) return namedSpeaker(organisation, word.text)
    }
    const gender = PRONOUN_GENDERS.get(word.lower)
    if (!gender) return { kind: 'unknown', why: `the article says only “${word.text}”` }
    const antecedent = this.#antecedent(word, gender, last)
    return antecedent
      ? namedSpeaker(antecedent, word.text)
      : { kind: 'unknown', why: `nobody is named whom “${word.text}” could mean` }
  }

  /** The organisation or place mentioned first in the sentence that last mentions one before `it`. */
  #antecedentOfIt(word: TaggedWord): Entity | undefined {
    const { mentions } = this.entities
    const nearbyMention = (index: number) => {
      const mention = mentions[index]
      return mention && word.start - mention.start < MAX_IT_DISTANCE ? mention : undefined
    }
    let found: EntityMention | undefined
    for (let index = lastIndexBefore(mentions, word.start, ({ start }) => start); ; index--) {
      const mention = nearbyMention(index)
      if (!mention || (found && found.sentence !== mention.sentence)) return found?.entity
      if (mention.entity.type === 'organisation' || mention.entity.type === 'place') found = mention
    }
  }

  #antecedent(word: TaggedWord, gender: Gender, last: Entity | undefined): Entity | undefined {
    let best: { entity: Entity; score: number } | undefined
    for (
      let index = lastIndexBefore(this.#candidates, word.start, ({ mention }) => mention.start);
      index >= 0;
      index--
    ) {
      const { mention, salience } = this.#candidates[index] as AntecedentCandidate
      const { entity, sentence } = mention
      if (word.start - mention.start > MAX_PRONOUN_DISTANCE) break
      if (entity.gender && entity.gender !== gender) continue
      const isInSentence = sentence.end > word.start
      const distance = isInSentence ? 0 : (word.start - sentence.end) / DISTANCE_UNIT
      const score =
        salience +
        (isInSentence ? 2 : 0) +
        (entity.gender === gender ? 1 : 0) +
        (entity === last ? 2 : 0) -
        Math.min(distance, 4)
      if (!best || score > best.score) best = { entity, score }
    }
    return best?.entity ?? (last && last.gender !== oppositeGender(gender) ? last : undefined)
  }

  #phrase(subject: Subject & { kind: 'phrase' }, isSpeaker: boolean): Speaker {
    const { head, words, possessor, author } = subject
    const text = textOfWords(words)
    const [opening] = words
    const isDefinite = !opening || !isIndefinite(opening.lower)
    if (isDefinite && isRoleNoun(head.lower) && !/s$/.test(head.lower)) {
      const holder = this.#roles.holderOf(words, head)
      if (holder) return namedSpeaker(holder, text)
    }
    if (isDocumentNoun(head.lower)) {
      const owner = possessor ?? author
      if (owner && owner.entity.type !== 'place') return namedSpeaker(owner.entity)
      return { kind: 'unknown', why: `the article gives “${text}” as the source` }
    }
    if (isSpeaker || isSpeakerNoun(head.lower)) return { kind: 'unnamed', text, ...rangeOf(words) }
    if (possessor && possessor.entity.type !== 'place') return namedSpeaker(possessor.entity)
    return { kind: 'unknown', why: `“${text}” names nobody` }
  }
}

/** A mention that a pronoun may refer to, and how likely it does. */
interface AntecedentCandidate {
  readonly mention: EntityMention
  readonly salience: number
}

/** A person, or an entity of unknown type that does something. */
function mayBeAntecedent(mention: EntityMention): boolean {
  const { type } = mention.entity
  return type === 'person' || (type === 'unknown' && isVerbSubject(mention))
}

/** Subjects are more salient than objects, and these more than possessors. */
function salienceOf(mention: EntityMention): number {
  const { sentence, firstWithTitle, last } = mention
  if (isVerbSubject(mention)) return 3
  const isPossessor = isGenitive(sentence.words[last + 1])
  return isPossessor || sentence.words[firstWithTitle - 1]?.pos === 'ADP' ? 1 : 2
}

/** Characters between a pronoun and a sentence that count as much as one step of salience. */
export const DISTANCE_UNIT = 150

/** The most characters from a mention to a pronoun for it: some four paragraphs. */
export const MAX_PRONOUN_DISTANCE = 1600

const PRONOUN_GENDERS: ReadonlyMap<string, Gender> = new Map([
  ['he', 'male'],
  ['she', 'female'],
])

/** The characters from a mention within which `it` may refer to it. */
export const MAX_IT_DISTANCE = 250

function namedSpeaker(entity: Entity, anaphor?: string): Speaker {
  return { kind: 'named', entity, ...(anaphor !== undefined && { anaphor }) }
}

function oppositeGender(gender: Gender): Gender {
  return gender === 'male' ? 'female' : 'male'
}
