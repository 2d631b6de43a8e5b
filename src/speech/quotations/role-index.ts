import type { Entity, EntityIndex } from '../entities/entity.js'
import type { TaggedWord } from '../language/tagged-words.js'
import { lastIndexBefore } from '../language/text.js'

/** An entity, with the words of each of its roles. */
interface RoleHolder {
  readonly entity: Entity
  readonly roles: ReadonlySet<string>[]
}

/** Who has which role, by each word of the role. */
export class RoleIndex {
  readonly #byWord = new Map<string, RoleHolder[]>()

  constructor(entities: EntityIndex) {
    for (const entity of entities.all) {
      const texts = new Set(entity.roles.map(({ text }) => text.toLowerCase()))
      const roles = [...texts].map(text => new Set(text.split(/[^\p{L}]+/u)))
      const holder = { entity, roles }
      for (const word of new Set(roles.flatMap(role => [...role]))) {
        const others = this.#byWord.get(word)
        if (others) others.push(holder)
        else this.#byWord.set(word, [holder])
      }
    }
  }

  /**
   * Among the entities mentioned before that have the role of a phrase, the one whose role has most of its words; among equals
   * the one mentioned last.
   */
  holderOf(words: readonly TaggedWord[], head: TaggedWord): Entity | undefined {
    const sought = words.map(({ lower }) => lower).filter(word => /^\p{L}{3,}/u.test(word) && word !== 'the')
    let best: { entity: Entity; score: number; lastMention: number } | undefined
    for (const { entity, roles } of this.#byWord.get(head.lower) ?? []) {
      const last = entity.mentions[lastIndexBefore(entity.mentions, head.start, ({ start }) => start)]
      if (!last) continue
      const scores = roles
        .filter(role => role.has(head.lower))
        .map(role => sought.filter(word => role.has(word)).length)
      const score = Math.max(0, ...scores)
      if (!best || score > best.score || (score === best.score && last.start > best.lastMention))
        best = { entity, score, lastMention: last.start }
    }
    return best?.entity
  }
}
