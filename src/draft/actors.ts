import { present, type Range } from '../diagnostics/index.js'
import {
  type AttributedQuotation,
  capitalise,
  coordinatedMentions,
  type Entity,
  type EntityIndex,
  type EntityMention,
  type EntityRole,
  isAffiliation,
  isRelationNoun,
  isVerbSubject,
  MIN_COORDINATED,
} from '../speech/index.js'

/** Somebody who acts or speaks in an article. */
export interface DraftActor {
  readonly id: string
  readonly name: string
  /** In the article's words. */
  readonly role?: string
  /** Where the article says so, or where it first names the actor. */
  readonly at: Range
  /** The article gives no name, and `name` is what it calls the actor. */
  readonly unnamed: boolean
  readonly entity?: Entity
}

/** The actors of a brief, those that do most first. */
export interface DraftActors {
  readonly all: readonly DraftActor[]
  /** The id of who speaks a quotation. */
  speakerOf(quote: AttributedQuotation): string | undefined
}

/**
 * Chooses the entities that act or speak: that are quoted, are the subject of a verb or have a role, and organisations in
 * lists. Places are actors only where they are quoted.
 */
export function chooseActors(entities: EntityIndex, quotes: readonly AttributedQuotation[]): DraftActors {
  const speaking = new Map<Entity | string, number>()
  for (const { speaker } of quotes) {
    const key =
      speaker.kind === 'named' ? speaker.entity : speaker.kind === 'unnamed' ? speaker.text : undefined
    if (key !== undefined) speaking.set(key, (speaking.get(key) ?? 0) + 1)
  }
  const listed = new Set(
    coordinatedMentions(entities.mentions).flatMap(list =>
      list.length >= MIN_COORDINATED ? list.map(({ entity }) => entity) : [],
    ),
  )
  const weighed = entities.all
    .map(entity => ({
      entity,
      weight: weightOfEntity(entity, speaking.get(entity) ?? 0, listed.has(entity)),
    }))
    .filter(({ weight }) => weight > 0)
    .sort((a, b) => b.weight - a.weight || firstMention(a.entity).start - firstMention(b.entity).start)
  const ids = new ActorIds()
  const byKey = new Map<Entity | string, DraftActor>()
  for (const { entity } of weighed.slice(0, MAX_ACTORS)) byKey.set(entity, draftActor(entity, ids))
  for (const { entity } of weighed.slice(MAX_ACTORS))
    if (speaking.has(entity)) byKey.set(entity, draftActor(entity, ids))
  for (const { speaker } of quotes)
    if (speaker.kind === 'unnamed' && !byKey.has(speaker.text)) {
      const name = capitalise(speaker.text.replace(/^(?:an?|the|one)\s+/i, ''))
      byKey.set(speaker.text, { id: ids.of(name), name, at: speaker, unnamed: true })
    }
  return {
    all: [...byKey.values()],
    speakerOf: ({ speaker }) =>
      speaker.kind === 'unknown'
        ? undefined
        : byKey.get(speaker.kind === 'named' ? speaker.entity : speaker.text)?.id,
  }
}

/** Actors that a draft lists; those that it quotes are listed whatever their number. */
export const MAX_ACTORS = 24

/** How much an entity does in an article: 0 where it is only mentioned. */
function weightOfEntity(entity: Entity, quotes: number, listed: boolean): number {
  const { type, mentions, roles } = entity
  if (quotes > 0) return 10 * quotes + mentions.length
  if (type === 'place') return 0
  const own = mentions.filter(mention => !isNounModifier(mention))
  const acts = own.filter(isAgent).length
  if (type === 'unknown') return acts > 1 && acts * 2 >= mentions.length ? acts : 0
  if (type === 'person') return acts > 0 || roles.length > 0 ? 3 * acts + own.length + roles.length : 0
  return acts > 0 || listed || own.length > 1 ? 2 * acts + own.length : 0
}

/** `Coast Guard ships`, `the Moe campaign`: the name modifies a noun. */
function isNounModifier({ sentence, last }: EntityMention): boolean {
  return sentence.words[last + 1]?.pos === 'NOUN'
}

/** The subject of a verb, or who did it: `conducted by the CIA`. */
function isAgent(mention: EntityMention): boolean {
  const { words } = mention.sentence
  const at =
    words[mention.firstWithTitle - 1]?.lower === 'the'
      ? mention.firstWithTitle - 2
      : mention.firstWithTitle - 1
  if (words[at]?.lower === 'by') return words[at - 1]?.pos === 'VERB'
  return words[at]?.pos !== 'ADP' && isVerbSubject(mention)
}

function draftActor(entity: Entity, ids: ActorIds): DraftActor {
  const first = firstMention(entity)
  const role = mostInformativeRole(entity)
  const short = entity.abbreviation && entity.abbreviation !== entity.name ? ` (${entity.abbreviation})` : ''
  return {
    id: ids.of(
      entity.type === 'person'
        ? present(entity.name.split(' ').at(-1), 'word of a name')
        : (entity.abbreviation ?? entity.name),
    ),
    name: entity.name + short,
    ...(role && { role: role.text }),
    at: role ?? { start: first.start, end: first.end },
    unnamed: false,
    entity,
  }
}

/** The longest role, up to a length; among equals the first. `Father` alone says nothing. */
function mostInformativeRole({ roles }: Entity) {
  return roles
    .filter(
      ({ text }) =>
        !isAffiliation(text) &&
        !isRelationNoun(text.replace(/^(?:an?|the|his|her|their) /i, '').toLowerCase()),
    )
    .toSorted((a, b) => roleLength(b) - roleLength(a))[0]
}

/** Characters from which a role is a sentence, and no better for being longer. */
const LONG_ROLE = 60

function roleLength({ text }: EntityRole): number {
  return Math.min(text.length, LONG_ROLE)
}

function firstMention(entity: Entity): EntityMention {
  return present(entity.mentions[0], 'mention of an entity')
}

/** Makes ids of names, each different. */
class ActorIds {
  readonly #used = new Set<string>()

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
    for (let number = 2; this.#used.has(id); number++) id = `${base}-${number}`
    this.#used.add(id)
    return id
  }
}
