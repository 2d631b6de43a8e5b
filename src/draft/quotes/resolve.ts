import { lastBefore } from '../language/last-before.js'
import { textOf, type Word } from '../language/tag.js'
import type { Gender } from '../lexicon/given-names.js'
import { isRole } from '../lexicon/roles.js'
import { isDocument, speaks } from '../lexicon/speakers.js'
import { isSubject } from '../names/is-subject.js'
import type { Mention, Named, WhoIsWho } from '../names/who-is-who.js'
import { Holders } from './holders.js'
import type { Subject } from './phrases.js'

/** Who speaks: somebody named, somebody the article leaves without a name, or nobody that the rules know. */
export type Speaker =
  | {
      readonly kind: 'named'
      readonly named: Named
      /** The pronoun or the role that stands for the name. */
      readonly via?: string
    }
  | { readonly kind: 'unnamed'; readonly text: string; readonly start: number; readonly end: number }
  | { readonly kind: 'unknown'; readonly why: string }

/** Finds whom a subject means at its place in the article. */
export class Resolver {
  /** Those whom a pronoun may mean, in the order of the article. */
  readonly #focus: Focus[] = []
  readonly #holders: Holders

  constructor(
    readonly who: WhoIsWho,
    isQuoted: (offset: number) => boolean,
  ) {
    this.#holders = new Holders(who)
    for (const mention of who.mentions)
      if (mayBePerson(mention) && !isQuoted(mention.start))
        this.#focus.push({ mention, weight: weightOf(mention) })
  }

  /** `last` is who spoke before; `isSaid`, whether the subject does speak, whatever it is. */
  resolve(subject: Subject, last: Named | undefined, isSaid: boolean): Speaker {
    if (subject.kind === 'name') return named(subject.mention.named)
    if (subject.kind === 'pronoun') return this.#pronoun(subject.word, last)
    return this.#phrase(subject, isSaid)
  }

  #pronoun(word: Word, last: Named | undefined): Speaker {
    if (word.lower === 'it') {
      const body = this.#body(word)
      if (body) return named(body, word.text)
    }
    const gender = GENDERS.get(word.lower)
    if (!gender) return { kind: 'unknown', why: `the article says only “${word.text}”` }
    const found = this.#antecedent(word, gender, last)
    return found
      ? named(found, word.text)
      : { kind: 'unknown', why: `nobody is named whom “${word.text}” could mean` }
  }

  /** The body or country named last before a place, in its sentence or the one before. */
  #body(word: Word): Named | undefined {
    const { mentions } = this.who
    const bodyAt = (index: number) => {
      const mention = mentions[index]
      return mention && word.start - mention.start < NEAR ? mention : undefined
    }
    let found: Mention | undefined
    for (let index = lastBefore(mentions, word.start, ({ start }) => start); ; index--) {
      const mention = bodyAt(index)
      if (!mention || (found && found.sentence !== mention.sentence)) return found?.named
      if (mention.named.kind === 'organisation' || mention.named.kind === 'place') found = mention
    }
  }

  #antecedent(word: Word, gender: Gender, last: Named | undefined): Named | undefined {
    let best: { named: Named; score: number } | undefined
    for (
      let index = lastBefore(this.#focus, word.start, ({ mention }) => mention.start);
      index >= 0;
      index--
    ) {
      const { mention, weight } = this.#focus[index] as Focus
      const { named, sentence } = mention
      if (word.start - mention.start > FARTHEST) break
      if (named.gender && named.gender !== gender) continue
      const isInSentence = sentence.end > word.start
      const distance = isInSentence ? 0 : (word.start - sentence.end) / CLOSE
      const score =
        weight +
        (isInSentence ? 2 : 0) +
        (named.gender === gender ? 1 : 0) +
        (named === last ? 2 : 0) -
        Math.min(distance, 4)
      if (!best || score > best.score) best = { named, score }
    }
    return best?.named ?? (last && last.gender !== opposite(gender) ? last : undefined)
  }

  #phrase(subject: Subject & { kind: 'phrase' }, isSaid: boolean): Speaker {
    const { head, words, possessor, author } = subject
    const text = textOf(words)
    const [opening] = words
    const definite =
      !opening || !/^(?:a|an|another|some|one|many|several|two|three|no|other)$/.test(opening.lower)
    if (definite && isRole(head.lower) && !/s$/.test(head.lower)) {
      const holder = this.#holders.holderOf(words, head)
      if (holder) return named(holder, text)
    }
    if (isDocument(head.lower)) {
      const owner = possessor ?? author
      if (owner && owner.named.kind !== 'place') return named(owner.named)
      return { kind: 'unknown', why: `the article gives “${text}” as the source` }
    }
    if (isSaid || speaks(head.lower))
      return { kind: 'unnamed', text, start: words[0]?.start ?? 0, end: words.at(-1)?.end ?? 0 }
    if (possessor && possessor.named.kind !== 'place') return named(possessor.named)
    return { kind: 'unknown', why: `“${text}” names nobody` }
  }
}

/** Somebody whom a pronoun may mean, the likelier the more weight. */
interface Focus {
  readonly mention: Mention
  readonly weight: number
}

/** Of those of whom it is not known what they are, one that does something. */
function mayBePerson(mention: Mention): boolean {
  const { kind } = mention.named
  return kind === 'person' || (kind === 'unknown' && isSubject(mention))
}

/** Subjects are meant before objects, and these before owners. */
function weightOf(mention: Mention): number {
  const { sentence, from, last } = mention
  if (isSubject(mention)) return 3
  const isOwner = /^(?:'s|')$/.test(sentence.words[last + 1]?.lower ?? '')
  return isOwner || sentence.words[from - 1]?.pos === 'ADP' ? 1 : 2
}

/** Characters between a pronoun and a name that cost as much as being no subject. */
const CLOSE = 150
/** Characters that a pronoun looks back over at most: some four paragraphs. */
const FARTHEST = 1600

const GENDERS: ReadonlyMap<string, Gender> = new Map([
  ['he', 'male'],
  ['she', 'female'],
])

/** Characters that `it` looks back over at most. */
const NEAR = 250

function named(one: Named, via?: string): Speaker {
  return { kind: 'named', named: one, ...(via !== undefined && { via }) }
}

function opposite(gender: Gender): Gender {
  return gender === 'male' ? 'female' : 'male'
}
