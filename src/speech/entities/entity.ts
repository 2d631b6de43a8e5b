import type { Sentence, TaggedWord } from '../language/tagged-words.js'
import type { Gender } from '../lexicon/given-names.js'
import type { NameSpan } from './name-spans.js'

export type EntityType = 'person' | 'organisation' | 'place' | 'unknown'

/** A person, organisation or place that an article names, with all mentions of it: a cluster of aliases. */
export interface Entity {
  /** The fullest name. */
  readonly name: string
  /** An initialism that the article also uses: `WHF`. */
  abbreviation?: string
  type: EntityType
  gender: Gender | undefined
  /** In the words and the order of the article. */
  readonly roles: EntityRole[]
  readonly mentions: EntityMention[]
}

/** The words by which an article gives somebody a role, and where they are in it. */
export interface EntityRole {
  readonly text: string
  readonly start: number
  readonly end: number
}

export interface EntityMention extends NameSpan {
  readonly entity: Entity
  /** Characters of the article, without titles. */
  readonly start: number
  readonly end: number
}

/** The entities of an article and their mentions. */
export interface EntityIndex {
  readonly all: readonly Entity[]
  /** Those in which they are mentioned, and all others. */
  readonly sentences: readonly Sentence[]
  /** In the order of the article. */
  readonly mentions: readonly EntityMention[]
  /** The mention that a word is part of, its title included. */
  mentionAt(word: TaggedWord): EntityMention | undefined
}

/** Runs of mentions with nothing between them but commas, `and`, articles and initialisms in brackets. */
export function coordinatedMentions(mentions: readonly EntityMention[]): EntityMention[][] {
  const lists: EntityMention[][] = []
  for (const mention of mentions) {
    const last = lists.at(-1)?.at(-1)
    const between =
      last?.sentence === mention.sentence
        ? mention.sentence.words.slice(last.last + 1, mention.firstWithTitle)
        : undefined
    if (
      between &&
      between.length > 0 &&
      between.every(({ text }) => /^(?:,|and|or|the|\(|\)|&|\p{Lu}{2,6})$/u.test(text)) &&
      lists.at(-1)?.push(mention)
    )
      continue
    lists.push([mention])
  }
  return lists
}
