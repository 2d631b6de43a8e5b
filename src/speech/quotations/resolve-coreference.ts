import type { EntityIndex } from '../entities/entity.js'
import { rangeOf, type TaggedWord, textOfWords } from '../language/tagged-words.js'
import { isIndefinite } from '../lexicon/function-words.js'
import { isRoleNoun } from '../lexicon/roles.js'
import { isDocumentNoun, isSpeakerNoun } from '../lexicon/speakers.js'
import { Antecedents } from './antecedents.js'
import { jointMentions } from './joint-speakers.js'
import type { Subject } from './noun-phrases.js'
import { RoleIndex } from './role-index.js'
import { jointSpeaker, namedSpeaker, type Speaker } from './speaker.js'

/** Resolves subjects to the entities that they refer to. */
export class CoreferenceResolver {
  readonly #roles: RoleIndex
  readonly #antecedents: Antecedents

  constructor(
    readonly entities: EntityIndex,
    isQuoted: (offset: number) => boolean,
  ) {
    this.#roles = new RoleIndex(entities)
    this.#antecedents = new Antecedents(entities, this.#roles, isQuoted)
  }

  /** `isSpeaker` tells whether the subject speaks for certain, whatever it is. */
  resolve(subject: Subject, isSpeaker: boolean): Speaker {
    if (subject.kind === 'name') return jointSpeaker(jointMentions(subject.mention, this.entities))
    if (subject.kind === 'pronoun') return this.#pronoun(subject.word)
    return this.#phrase(subject, isSpeaker)
  }

  #pronoun(word: TaggedWord): Speaker {
    const antecedent = this.#antecedents.antecedentOf(word)
    if (antecedent?.kind === 'named') return { ...antecedent, anaphor: word.text }
    if (antecedent) return antecedent
    if (!/^(?:s?he)$/.test(word.lower))
      return { kind: 'unknown', why: `the article says only “${word.text}”` }
    return { kind: 'unknown', why: `nobody is named whom “${word.text}” could mean` }
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
      return { kind: 'unnamed', text, ...rangeOf(words) }
    }
    if (isSpeaker || isSpeakerNoun(head.lower)) return { kind: 'unnamed', text, ...rangeOf(words) }
    if (possessor && possessor.entity.type !== 'place') return namedSpeaker(possessor.entity)
    return { kind: 'unknown', why: `“${text}” names nobody` }
  }
}
