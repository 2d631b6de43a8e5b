import type { Range } from '../diagnostics/index.js'
import { capitalised } from './language/capitalised.js'
import { isOrigin } from './lexicon/places.js'
import { isRelation } from './lexicon/roles.js'
import { isSubject } from './names/is-subject.js'
import { listsOf, type Mention, type Named, type WhoIsWho } from './names/who-is-who.js'
import type { FoundQuote } from './quotes/find-quotes.js'

/** Somebody who acts or speaks in an article. */
export interface DraftActor {
  readonly id: string
  readonly name: string
  /** As the article words it. */
  readonly role?: string
  /** Where the article says so, or where it first names the actor. */
  readonly at: Range
  /** The article gives no name: the words stand for somebody. */
  readonly unnamed: boolean
  readonly named?: Named
}

/** Who is in a brief, the weightiest first, and under which id. */
export interface Cast {
  readonly actors: readonly DraftActor[]
  /** The id of who speaks a quotation. */
  speakerOf(quote: FoundQuote): string | undefined
}

/**
 * Chooses who acts or speaks: who is quoted, who is the subject of a verb or has an office, and bodies that are listed.
 * Places are none unless they speak.
 */
export function castOf(who: WhoIsWho, quotes: readonly FoundQuote[]): Cast {
  const speaking = new Map<Named | string, number>()
  for (const { speaker } of quotes) {
    const key =
      speaker.kind === 'named' ? speaker.named : speaker.kind === 'unnamed' ? speaker.text : undefined
    if (key !== undefined) speaking.set(key, (speaking.get(key) ?? 0) + 1)
  }
  const listed = new Set(
    listsOf(who.mentions).flatMap(list => (list.length >= 3 ? list.map(({ named }) => named) : [])),
  )
  const weighed = who.all
    .map(named => ({ named, weight: weigh(named, speaking.get(named) ?? 0, listed.has(named)) }))
    .filter(({ weight }) => weight > 0)
    .sort((a, b) => b.weight - a.weight || firstOf(a.named).start - firstOf(b.named).start)
  const ids = new Ids()
  const byKey = new Map<Named | string, DraftActor>()
  for (const { named } of weighed.slice(0, MOST_ACTORS)) byKey.set(named, actorOf(named, ids))
  for (const { named } of weighed.slice(MOST_ACTORS))
    if (speaking.has(named)) byKey.set(named, actorOf(named, ids))
  for (const { speaker } of quotes)
    if (speaker.kind === 'unnamed' && !byKey.has(speaker.text)) {
      const name = capitalised(speaker.text.replace(/^(?:an?|the|one)\s+/i, ''))
      byKey.set(speaker.text, { id: ids.of(name), name, at: speaker, unnamed: true })
    }
  return {
    actors: [...byKey.values()],
    speakerOf: ({ speaker }) =>
      speaker.kind === 'unknown'
        ? undefined
        : byKey.get(speaker.kind === 'named' ? speaker.named : speaker.text)?.id,
  }
}

/** Actors that a draft lists, beyond those that it quotes. */
const MOST_ACTORS = 24

/** How much somebody does in an article; nothing for who only stands in it. */
function weigh(named: Named, quotes: number, listed: boolean): number {
  const { kind, mentions, roles } = named
  if (quotes > 0) return 10 * quotes + mentions.length
  if (kind === 'place') return 0
  const own = mentions.filter(mention => !isModifier(mention))
  const acts = own.filter(isActing).length
  if (kind === 'unknown') return acts > 1 && acts * 2 >= mentions.length ? acts : 0
  if (kind === 'person') return acts > 0 || roles.length > 0 ? 3 * acts + own.length + roles.length : 0
  return acts > 0 || listed || own.length > 1 ? 2 * acts + own.length : 0
}

/** `Coast Guard ships`, `the Moe campaign`: the name only says whose or which. */
function isModifier({ sentence, last }: Mention): boolean {
  return sentence.words[last + 1]?.pos === 'NOUN'
}

/** The subject of a verb, or who did it: `conducted by the CIA`. */
function isActing(mention: Mention): boolean {
  const { words } = mention.sentence
  const at = words[mention.from - 1]?.lower === 'the' ? mention.from - 2 : mention.from - 1
  if (words[at]?.lower === 'by') return words[at - 1]?.pos === 'VERB'
  return words[at]?.pos !== 'ADP' && isSubject(mention)
}

function actorOf(named: Named, ids: Ids): DraftActor {
  const first = firstOf(named)
  const role = bestRole(named)
  const short = named.short && named.short !== named.name ? ` (${named.short})` : ''
  return {
    id: ids.of(
      named.kind === 'person' ? (named.name.split(' ').at(-1) ?? named.name) : (named.short ?? named.name),
    ),
    name: named.name + short,
    ...(role && { role: role.text }),
    at: role ?? { start: first.start, end: first.end },
    unnamed: false,
    named,
  }
}

/** The role that says most: the longest, as long as it is no sentence; of equals the first. `Father` alone says nothing. */
function bestRole({ roles }: Named) {
  return roles
    .filter(
      ({ text }) =>
        !isOrigin(text) && !isRelation(text.replace(/^(?:an?|the|his|her|their) /i, '').toLowerCase()),
    )
    .toSorted((a, b) => Math.min(b.text.length, 60) - Math.min(a.text.length, 60))[0]
}

function firstOf(named: Named): Mention {
  return named.mentions[0] as Mention
}

/** Short names in small letters, each given once. */
class Ids {
  readonly #given = new Set<string>()

  of(name: string): string {
    const base =
      name
        .normalize('NFD')
        .replace(/\p{M}/gu, '')
        .toLowerCase()
        .replace(/[^\p{L}\p{N}]+/gu, '-')
        .replace(/^-+|-+$/g, '')
        .slice(0, 40) || 'actor'
    let id = base
    for (let number = 2; this.#given.has(id); number++) id = `${base}-${number}`
    this.#given.add(id)
    return id
  }
}
