import { present } from '../../diagnostics/index.js'
import { genderOf } from '../lexicon/given-names.js'
import { isOrganisationNoun } from '../lexicon/organisations.js'
import { isPlaceName } from '../lexicon/places.js'
import { genderOfTitle } from './classify.js'
import type { Entity, EntityMention } from './entity.js'
import type { NameSpan } from './name-spans.js'

/** The entities found so far, and the aliases by which they are looked up. */
export class AliasClusters {
  readonly entities: Entity[] = []
  readonly #byKey = new Map<string, Entity>()
  /** By surname, given name or initials. */
  readonly #byAlias = new Map<string, Entity[]>()
  readonly #lastMentioned = new Map<Entity, number>()
  /** The titles that stand before a full name, in lower case: `senator`. */
  readonly #titles = new Map<Entity, Set<string>>()

  /** A name of several words: the same given name and surname are the same person, whatever is between them. */
  addFullName({ words }: NameSpan): void {
    const { key, surname } = clusterKeys(words)
    if (this.#byKey.has(key) || this.#byAlias.has(key)) return
    const entity = this.#addEntity(words.join(' '), key)
    if (words.some(word => isOrganisationNoun(word.toLowerCase()))) {
      this.#addAlias(initials(words), entity)
      this.#addAlias(key, entity)
      // `the Security Council` is the United Nations Security Council.
      for (const [from, word] of words.entries())
        if (from > 0 && from < words.length - 1 && !/^(?:of|for|and|the)$/.test(word))
          this.#addAlias(clusterKeys(words.slice(from)).key, entity)
      return
    }
    this.#addAlias(surname, entity)
    // `Mr. Haddad` is Nour al-Haddad.
    this.#addAlias(surname.replace(/^(?:al|el)-/, ''), entity)
    this.#addAlias(withoutDiacritics(firstOf(words)), entity)
    if (words.length > 2) this.#addAlias(initials(words), entity)
  }

  /** `World Harbour Fund (WHF)`: the initialism is an alias of the name before it. */
  addAbbreviation(abbreviation: NameSpan, name: NameSpan | undefined): void {
    if (!name || name.sentence !== abbreviation.sentence || name.last !== abbreviation.first - 2) return
    const entity = this.#byKey.get(clusterKeys(name.words).key)
    if (!entity) return
    entity.abbreviation = firstOf(abbreviation.words)
    this.#addAlias(withoutDiacritics(entity.abbreviation), entity)
  }

  /** Adds a mention to the entity that it names, in the order of the article. */
  addMention(name: NameSpan): EntityMention {
    const { words, sentence } = name
    const entity = this.#find(name) ?? this.#addEntity(words.join(' '), clusterKeys(words).key)
    const { start } = present(sentence.words[name.first], 'first word of a name')
    const { end } = present(sentence.words[name.last], 'last word of a name')
    const mention: EntityMention = { ...name, entity, start, end }
    entity.mentions.push(mention)
    this.#lastMentioned.set(entity, start)
    if (words.length > 1) this.#addTitles(entity, name.title)
    const word = firstOf(words)
    if (words.length === 1 && entity.name.includes(' ') && /^\p{Lu}{2,6}$/u.test(word))
      entity.abbreviation = word
    return mention
  }

  /** Of several entities with an alias the one that was mentioned last, by the gender of the title if it has one. */
  #find({ words, title }: NameSpan): Entity | undefined {
    const { key } = clusterKeys(words)
    const exact = this.#byKey.get(key)
    const candidates = this.#byAlias.get(key) ?? []
    if (words.length > 1) return exact ?? candidates[0]
    if (isPlaceName(firstOf(words))) return exact
    const gender = genderOfTitle(title)
    const titled = candidates.filter(entity =>
      title.some(word => this.#titles.get(entity)?.has(titleKey(word))),
    )
    if (titled.length === 1) return titled[0]
    const compatible = candidates.filter(({ name }) => {
      const ofGivenName = genderOf(firstOf(name.split(' ')))
      return !gender || !ofGivenName || gender === ofGivenName
    })
    const time = (entity: Entity) => this.#lastMentioned.get(entity)
    const [latest] = compatible
      .filter(entity => time(entity) !== undefined)
      .sort((a, b) => present(time(b), 'last mention') - present(time(a), 'last mention'))
    return latest ?? compatible[0] ?? exact
  }

  #addTitles(entity: Entity, title: readonly string[]): void {
    const titles = this.#titles.get(entity) ?? new Set()
    for (const word of title) titles.add(titleKey(word))
    this.#titles.set(entity, titles)
  }

  #addEntity(name: string, key: string): Entity {
    const entity: Entity = { name, type: 'unknown', gender: undefined, roles: [], mentions: [] }
    this.entities.push(entity)
    this.#byKey.set(key, entity)
    return entity
  }

  #addAlias(alias: string, entity: Entity): void {
    const others = this.#byAlias.get(alias)
    if (!others) this.#byAlias.set(alias, [entity])
    else if (!others.includes(entity)) others.push(entity)
  }
}

/** What a full name is known by: the given name and surname of a person, all words of an organisation. */
function clusterKeys(words: readonly string[]): { key: string; surname: string } {
  const own = words.map(withoutDiacritics).filter(word => !/^(?:jr|sr|ii|iii|iv)\.?$/.test(word))
  const [, middle, ...rest] = own
  const surname = own.at(-1) ?? ''
  const hasMiddleInitial = rest.length === 1 && /^\p{L}\.?$/u.test(present(middle, 'middle name'))
  const isPerson = hasMiddleInitial && !own.some(isOrganisationNoun)
  return { key: isPerson ? `${own[0]} ${surname}` : own.join(' '), surname }
}

function withoutDiacritics(word: string): string {
  return word.toLowerCase().normalize('NFD').replace(/\p{M}/gu, '')
}

function titleKey(word: string): string {
  return word.toLowerCase().replace(/\.$/, '')
}

function initials(words: readonly string[]): string {
  return words
    .filter(word => /^\p{Lu}/u.test(word))
    .map(word => withoutDiacritics(word.charAt(0)))
    .join('')
}

function firstOf(words: readonly string[]): string {
  return present(words[0], 'word of a name')
}
