import type { Sentence, TaggedWord } from '../language/tag-sentences.js'
import { type Gender, genderOf, isGivenName } from '../lexicon/given-names.js'
import { isCommonInitialism, isOrganisationNoun } from '../lexicon/organisations.js'
import { isPlaceName } from '../lexicon/places.js'
import { isReportingVerb } from '../lexicon/reporting-verbs.js'
import { HONORIFICS, isPersonalTitle } from '../lexicon/roles.js'
import { findNameSpans, type NameSpan } from './name-spans.js'
import { rolesOfMention } from './roles-of-mention.js'

export type EntityType = 'person' | 'organisation' | 'place' | 'unknown'

/** Somebody or something that an article names, under all the names that it gives. */
export interface Entity {
  /** The fullest name. */
  readonly name: string
  /** The initials that the article also calls it by: `WHF`. */
  abbreviation?: string
  type: EntityType
  gender: Gender | undefined
  /** As the article words them, in its order. */
  readonly roles: EntityRole[]
  readonly mentions: EntityMention[]
}

export interface EntityRole {
  readonly text: string
  /** Where the article says so. */
  readonly start: number
  readonly end: number
}

export interface EntityMention extends NameSpan {
  readonly entity: Entity
  /** Characters of the article, without titles. */
  readonly start: number
  readonly end: number
}

/** Who an article names, and where. */
export interface EntityIndex {
  readonly entities: readonly Entity[]
  /** In the order of the article. */
  readonly mentions: readonly EntityMention[]
  /** The mention that a word is part of, its title included. */
  mentionAt(word: TaggedWord): EntityMention | undefined
}

/** Gathers the names of an article by whom they name: full names first, then surnames, initials and given names alone. */
export function findEntities(sentences: readonly Sentence[]): EntityIndex {
  const found = findNameSpans(sentences)
  const registry = new AliasClusters()
  const full = found.filter(({ words }) => words.length > 1)
  for (const run of full.toSorted((a, b) => b.words.length - a.words.length)) registry.addFull(run)
  for (const [index, run] of found.entries())
    if (isBracketedAbbreviation(run)) registry.addInitials(run, found[index - 1])
  const runs = found.filter(run => !isBracketedAbbreviation(run))
  const mentions = runs.map(run => registry.mention(run))
  const ofWord = new Map<number, EntityMention>()
  for (const mention of mentions) {
    mention.entity.mentions.push(mention)
    for (const word of mention.sentence.words.slice(mention.firstWithTitle, mention.last + 1))
      ofWord.set(word.start, mention)
  }
  for (const mention of mentions)
    mention.entity.roles.push(...rolesOfMention(mention, word => ofWord.get(word.start)))
  for (const named of registry.all) classify(named)
  classifyCoordinated(mentions)
  return { entities: registry.all, mentions, mentionAt: word => ofWord.get(word.start) }
}

/** The names met so far, and how they are looked up. */
class AliasClusters {
  readonly all: Entity[] = []
  readonly #byKey = new Map<string, Entity>()
  /** By surname, given name or the initials of a body. */
  readonly #byPart = new Map<string, Entity[]>()

  /** A name of several words: the same given name and surname are the same person, whatever stands between. */
  addFull(run: NameSpan): void {
    const { key, surname } = clusterKeys(run.words)
    if (this.#byKey.has(key) || this.#byPart.has(key)) return
    const named = this.#new(run.words.join(' '), key)
    const isBodyName = run.words.some(word => isOrganisationNoun(word.toLowerCase()))
    if (isBodyName) {
      this.#part(initials(run.words), named)
      this.#part(key, named)
      // `the Security Council` is the United Nations Security Council.
      for (let from = 1; from < run.words.length - 1; from++)
        if (!/^(?:of|for|and|the)$/.test(run.words[from] ?? ''))
          this.#part(clusterKeys(run.words.slice(from)).key, named)
    } else {
      this.#part(surname, named)
      // `Mr. Haddad` is Nour al-Haddad.
      this.#part(surname.replace(/^(?:al|el)-/, ''), named)
      this.#part(withoutDiacritics(run.words[0] ?? ''), named)
      if (run.words.length > 2) this.#part(initials(run.words), named)
    }
  }

  /** `World Harbour Fund (WHF)`: the initials are another name of what stands before them. */
  addInitials(run: NameSpan, before: NameSpan | undefined): void {
    if (!before || before.sentence !== run.sentence || before.last !== run.first - 2) return
    const named = this.#byKey.get(clusterKeys(before.words).key)
    const [short = ''] = run.words
    if (!named) return
    named.abbreviation = short
    this.#part(withoutDiacritics(short), named)
  }

  mention(run: NameSpan): EntityMention {
    const named = this.#find(run) ?? this.#new(run.words.join(' '), clusterKeys(run.words).key)
    const start = run.sentence.words[run.first]?.start ?? 0
    const end = run.sentence.words[run.last]?.end ?? start
    const mention = { ...run, entity: named, start, end }
    this.#lastSeen.set(named, start)
    const [short = ''] = run.words
    if (run.words.length === 1 && named.name.includes(' ') && /^\p{Lu}{2,6}$/u.test(short))
      named.abbreviation = short
    return mention
  }

  readonly #lastSeen = new Map<Entity, number>()

  #find(run: NameSpan): Entity | undefined {
    const { key } = clusterKeys(run.words)
    const exact = this.#byKey.get(key)
    if (run.words.length > 1) return exact ?? this.#byPart.get(key)?.[0]
    if (isPlaceName(run.words[0] ?? '')) return exact
    const gender = genderOfTitle(run.title)
    const candidates = (this.#byPart.get(key) ?? []).filter(({ name }) => {
      const own = genderOf(name.split(' ')[0] ?? '')
      return !gender || !own || gender === own
    })
    const seen = candidates.filter(named => this.#lastSeen.has(named))
    const latest = seen.sort((a, b) => (this.#lastSeen.get(b) ?? 0) - (this.#lastSeen.get(a) ?? 0))[0]
    return latest ?? candidates[0] ?? exact
  }

  #new(name: string, key: string): Entity {
    const named: Entity = { name, type: 'unknown', gender: undefined, roles: [], mentions: [] }
    this.all.push(named)
    this.#byKey.set(key, named)
    return named
  }

  #part(part: string, named: Entity): void {
    const others = this.#byPart.get(part)
    if (!others) this.#byPart.set(part, [named])
    else if (!others.includes(named)) others.push(named)
  }
}

/** Initials in brackets: `(WHF)`. */
function isBracketedAbbreviation({ sentence, first, last, words }: NameSpan): boolean {
  return (
    words.length === 1 &&
    /^\p{Lu}{2,}s?$/u.test(words[0] ?? '') &&
    sentence.words[first - 1]?.text === '(' &&
    sentence.words[last + 1]?.text === ')'
  )
}

/** Names in one list are of one kind: `the Gulf Front, Los Faros, and La Marea`. */
function classifyCoordinated(mentions: readonly EntityMention[]): void {
  for (const list of coordinatedMentions(mentions)) {
    const members = new Set(list.map(({ entity }) => entity))
    const bodies = [...members].filter(({ type }) => type === 'organisation').length
    if (members.size < 3 || bodies * 2 < members.size) continue
    for (const named of members)
      if (named.type === 'unknown' || (named.type === 'person' && !named.gender && named.roles.length === 0))
        named.type = 'organisation'
  }
}

/** Runs of names with nothing between them but commas, `and`, articles and initials in brackets. */
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

/** What a full name is known by: the given name and the surname of a person, all the words of a body. */
function clusterKeys(words: readonly string[]): { key: string; surname: string } {
  const own = words.map(withoutDiacritics).filter(word => !/^(?:jr|sr|ii|iii|iv)\.?$/.test(word))
  const surname = own.at(-1) ?? ''
  const isBodyName = own.some(isOrganisationNoun)
  const isPerson = !isBodyName && own.length === 3 && /^\p{L}\.?$/u.test(own[1] ?? '')
  return { key: isPerson ? `${own[0]} ${surname}` : own.join(' '), surname }
}

function withoutDiacritics(word: string): string {
  return word.toLowerCase().normalize('NFD').replace(/\p{M}/gu, '')
}

function initials(words: readonly string[]): string {
  return words
    .filter(word => /^\p{Lu}/u.test(word))
    .map(word => withoutDiacritics(word.charAt(0)))
    .join('')
}

function genderOfTitle(title: readonly string[]): Gender | undefined {
  for (const word of title) {
    const lower = word.toLowerCase()
    const gender = HONORIFICS.get(lower.replace('.', ''))
    if (gender) return gender
    if (/woman$/.test(lower)) return 'female'
    if (/[a-z]man$/.test(lower)) return 'male'
  }
  return undefined
}

/** Decides what a name names and of which gender, from all its mentions together. */
function classify(named: Entity): void {
  const given = named.name.split(' ')[0] ?? ''
  const titles = named.mentions.map(({ title }) => title)
  named.gender =
    titles.map(genderOfTitle).find(gender => gender !== undefined) ??
    (named.mentions.some(({ words }) => words.length > 1) ? genderOf(given) : undefined) ??
    named.roles.map(({ text }) => genderOfTitle(text.split(' '))).find(gender => gender !== undefined)
  named.type = entityType(named, given, titles)
}

function entityType(named: Entity, given: string, titles: readonly (readonly string[])[]): EntityType {
  const words = named.name.split(' ')
  if (isPlaceName(named.name) || named.name.split('-').every(isPlaceName)) return 'place'
  if (words.some(word => isOrganisationNoun(word.toLowerCase()))) return 'organisation'
  if (titles.some(title => title.some(word => isPersonalTitle(word.toLowerCase())))) return 'person'
  if (words.length > 1 && isGivenName(given)) return 'person'
  if (/^\p{Lu}{2,6}s?$/u.test(named.name)) return isCommonInitialism(named.name) ? 'unknown' : 'organisation'
  const { mentions } = named
  const afterThe = mentions.filter(
    ({ sentence, firstWithTitle }) => sentence.words[firstWithTitle - 1]?.lower === 'the',
  ).length
  if (afterThe * 2 > mentions.length) return words.length > 1 ? 'organisation' : 'unknown'
  const located = mentions.filter(({ sentence, firstWithTitle: from }) =>
    /^(?:in|at|near|from|to|across|outside|of)$/.test(sentence.words[from - 1]?.lower ?? ''),
  ).length
  if (located * 2 > mentions.length) return 'place'
  const isShortened = mentions.some(
    mention => mention.words.length === 1 && mention.words[0] === words.at(-1),
  )
  const speaks = mentions.some(({ sentence, last }) => isReportingVerb(sentence.words[last + 1]?.lower ?? ''))
  return named.roles.length > 0 || (words.length < 4 && ((words.length > 1 && isShortened) || speaks))
    ? 'person'
    : 'unknown'
}
