import type { Entity, EntityIndex, EntityMention } from '../entities/entity.js'
import { isVerbSubject } from '../entities/verb-subject.js'
import { type TaggedWord, textOfWords } from '../language/tagged-words.js'
import { lastIndexBefore } from '../language/text.js'
import type { Gender } from '../lexicon/given-names.js'
import { isRoleNoun } from '../lexicon/roles.js'
import { isDocumentNoun, isSpeakerNoun } from '../lexicon/speakers.js'
import type { Subject } from './noun-phrases.js'
import { RoleIndex } from './role-index.js'

/** Who speaks: somebody named, somebody the article leaves without a name, or nobody that the rules know. */
export type Speaker =
  | {
      readonly kind: 'named'
      readonly entity: Entity
      /** The pronoun or the role that stands for the name. */
      readonly anaphor?: string
    }
  | { readonly kind: 'unnamed'; readonly text: string; readonly start: number; readonly end: number }
  | { readonly kind: 'unknown'; readonly why: string }

/** Finds whom a subject means at its place in the article. */
export class CoreferenceResolver {
  /** Those whom a pronoun may mean, in the order of the article. */
  readonly #focus: AntecedentCandidate[] = []
  readonly #holders: RoleIndex

  constructor(
    readonly entities: EntityIndex,
    isQuoted: (offset: number) => boolean,
  ) {
    this.#holders = new RoleIndex(entities)
    for (const mention of entities.mentions)
      if (mayBeAntecedent(mention) && !isQuoted(mention.start))
        this.#focus.push({ mention, weight: salienceOf(mention) })
  }

  /** `last` is who spoke before; `isSaid`, whether the subject does speak, whatever it is. */
  resolve(subject: Subject, last: Entity | undefined, isSaid: boolean): Speaker {
    if (subject.kind === 'name') return namedSpeaker(subject.mention.entity)
    if (subject.kind === 'pronoun') return this.#pronoun(subject.word, last)
    return this.#phrase(subject, isSaid)
  }

  #pronoun(word: TaggedWord, last: Entity | undefined): Speaker {
    if (word.lower === 'it') {
      const body = this.#body(word)
      if (body) return namedSpeaker(body, word.text)
    }
    const gender = PRONOUN_GENDERS.get(word.lower)
    if (!gender) return { kind: 'unknown', why: `the article says only “${word.text}”` }
    const found = this.#antecedent(word, gender, last)
    return found
      ? namedSpeaker(found, word.text)
      : { kind: 'unknown', why: `nobody is entity whom “${word.text}” could mean` }
  }

  /** The body or country named last before a place, in its sentence or the one before. */
  #body(word: TaggedWord): Entity | undefined {
    const { mentions } = this.entities
    const bodyAt = (index: number) => {
      const mention = mentions[index]
      return mention && word.start - mention.start < MAX_IT_DISTANCE ? mention : undefined
    }
    let found: EntityMention | undefined
    for (let index = lastIndexBefore(mentions, word.start, ({ start }) => start); ; index--) {
      const mention = bodyAt(index)
      if (!mention || (found && found.sentence !== mention.sentence)) return found?.entity
      if (mention.entity.type === 'organisation' || mention.entity.type === 'place') found = mention
    }
  }

  #antecedent(word: TaggedWord, gender: Gender, last: Entity | undefined): Entity | undefined {
    let best: { entity: Entity; score: number } | undefined
    for (
      let index = lastIndexBefore(this.#focus, word.start, ({ mention }) => mention.start);
      index >= 0;
      index--
    ) {
      const { mention, weight } = this.#focus[index] as AntecedentCandidate
      const { entity, sentence } = mention
      if (word.start - mention.start > MAX_PRONOUN_DISTANCE) break
      if (entity.gender && entity.gender !== gender) continue
      const isInSentence = sentence.end > word.start
      const distance = isInSentence ? 0 : (word.start - sentence.end) / DISTANCE_UNIT
      const score =
        weight +
        (isInSentence ? 2 : 0) +
        (entity.gender === gender ? 1 : 0) +
        (entity === last ? 2 : 0) -
        Math.min(distance, 4)
      if (!best || score > best.score) best = { entity, score }
    }
    return best?.entity ?? (last && last.gender !== oppositeGender(gender) ? last : undefined)
  }

  #phrase(subject: Subject & { kind: 'phrase' }, isSaid: boolean): Speaker {
    const { head, words, possessor, author } = subject
    const text = textOfWords(words)
    const [opening] = words
    const definite =
      !opening || !/^(?:a|an|another|some|one|many|several|two|three|no|other)$/.test(opening.lower)
    if (definite && isRoleNoun(head.lower) && !/s$/.test(head.lower)) {
      const holder = this.#holders.holderOf(words, head)
      if (holder) return namedSpeaker(holder, text)
    }
    if (isDocumentNoun(head.lower)) {
      const owner = possessor ?? author
      if (owner && owner.entity.type !== 'place') return namedSpeaker(owner.entity)
      return { kind: 'unknown', why: `the article gives “${text}” as the source` }
    }
    if (isSaid || isSpeakerNoun(head.lower))
      return { kind: 'unnamed', text, start: words[0]?.start ?? 0, end: words.at(-1)?.end ?? 0 }
    if (possessor && possessor.entity.type !== 'place') return namedSpeaker(possessor.entity)
    return { kind: 'unknown', why: `“${text}” names nobody` }
  }
}

/** Somebody whom a pronoun may mean, the likelier the more weight. */
interface AntecedentCandidate {
  readonly mention: EntityMention
  readonly weight: number
}

/** Of those of whom it is not known what they are, one that does something. */
function mayBeAntecedent(mention: EntityMention): boolean {
  const { type: kind } = mention.entity
  return kind === 'person' || (kind === 'unknown' && isVerbSubject(mention))
}

/** Subjects are meant before objects, and these before owners. */
function salienceOf(mention: EntityMention): number {
  const { sentence, firstWithTitle: from, last } = mention
  if (isVerbSubject(mention)) return 3
  const isOwner = /^(?:'s|')$/.test(sentence.words[last + 1]?.lower ?? '')
  return isOwner || sentence.words[from - 1]?.pos === 'ADP' ? 1 : 2
}

/** Characters between a pronoun and a name that cost as much as being no subject. */
const DISTANCE_UNIT = 150
/** Characters that a pronoun looks back over at most: some four paragraphs. */
const MAX_PRONOUN_DISTANCE = 1600

const PRONOUN_GENDERS: ReadonlyMap<string, Gender> = new Map([
  ['he', 'male'],
  ['she', 'female'],
])

/** Characters that `it` looks back over at most. */
const MAX_IT_DISTANCE = 250

function namedSpeaker(one: Entity, via?: string): Speaker {
  return { kind: 'named', entity: one, ...(via !== undefined && { anaphor: via }) }
}

function oppositeGender(gender: Gender): Gender {
  return gender === 'male' ? 'female' : 'male'
}
