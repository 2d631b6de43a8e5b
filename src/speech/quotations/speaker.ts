import { present } from '../../diagnostics/index.js'
import type { Entity, EntityMention } from '../entities/entity.js'

/** Who speaks: an entity, somebody whom the article does not name, several together, or nobody known to the rules. */
export type Speaker =
  | {
      readonly kind: 'named'
      readonly entity: Entity
      /** The pronoun or the role in place of the name. */
      readonly anaphor?: string
      /** Those who speak with it. */
      readonly others?: readonly Entity[]
    }
  | { readonly kind: 'unnamed'; readonly text: string; readonly start: number; readonly end: number }
  | { readonly kind: 'unknown'; readonly why: string }

/** Those who are named together. */
export function jointSpeaker(mentions: readonly EntityMention[]): Speaker {
  const [entity, ...others] = new Set(mentions.map(mention => mention.entity))
  return namedSpeaker(present(entity, 'a speaker'), undefined, others)
}

/** Somebody whom the article names, perhaps by a pronoun or a role. */
export function namedSpeaker(entity: Entity, anaphor?: string, others: readonly Entity[] = []): Speaker {
  return {
    kind: 'named',
    entity,
    ...(anaphor !== undefined && { anaphor }),
    ...(others.length > 0 && { others }),
  }
}
