import { lastBefore } from '../language/last-before.js'
import type { Word } from '../language/tag.js'
import type { Named, WhoIsWho } from '../names/who-is-who.js'

/** Somebody with the words of each of their roles. */
interface Holder {
  readonly named: Named
  readonly roles: ReadonlySet<string>[]
}

/** Who holds which role, by each word of the role. */
export class Holders {
  readonly #byWord = new Map<string, Holder[]>()

  constructor(who: WhoIsWho) {
    for (const named of who.all) {
      const texts = new Set(named.roles.map(({ text }) => text.toLowerCase()))
      const roles = [...texts].map(text => new Set(text.split(/[^\p{L}]+/u)))
      const holder = { named, roles }
      for (const word of new Set(roles.flatMap(role => [...role]))) {
        const others = this.#byWord.get(word)
        if (others) others.push(holder)
        else this.#byWord.set(word, [holder])
      }
    }
  }

  /** Of those named so far who have the role of a phrase, the one with most of its words; of equals who was named last. */
  holderOf(words: readonly Word[], head: Word): Named | undefined {
    const asked = words.map(({ lower }) => lower).filter(word => /^\p{L}{3,}/u.test(word) && word !== 'the')
    let best: { named: Named; score: number; at: number } | undefined
    for (const { named, roles } of this.#byWord.get(head.lower) ?? []) {
      const last = named.mentions[lastBefore(named.mentions, head.start, ({ start }) => start)]
      if (!last) continue
      const scores = roles
        .filter(role => role.has(head.lower))
        .map(role => asked.filter(word => role.has(word)).length)
      const score = Math.max(0, ...scores)
      if (!best || score > best.score || (score === best.score && last.start > best.at))
        best = { named, score, at: last.start }
    }
    return best?.named
  }
}
