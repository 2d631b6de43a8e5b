import type { Sentence, Word } from '../language/tag.js'
import { type Gender, genderOf, isGivenName } from '../lexicon/given-names.js'
import { isBody, isThing } from '../lexicon/organisations.js'
import { isPlace } from '../lexicon/places.js'
import { isReportingVerb } from '../lexicon/reporting-verbs.js'
import { HONORIFICS, isTitle } from '../lexicon/roles.js'
import { findNames, type NameRun } from './find-names.js'
import { rolesBeside } from './roles-beside.js'

export type Kind = 'person' | 'organisation' | 'place' | 'unknown'

/** Somebody or something that an article names, under all the names that it gives. */
export interface Named {
  /** The fullest name. */
  readonly name: string
  /** The initials that the article also calls it by: `WHF`. */
  short?: string
  kind: Kind
  gender: Gender | undefined
  /** As the article words them, in its order. */
  readonly roles: Role[]
  readonly mentions: Mention[]
}

export interface Role {
  readonly text: string
  /** Where the article says so. */
  readonly start: number
  readonly end: number
}

export interface Mention extends NameRun {
  readonly named: Named
  /** Characters of the article, without titles. */
  readonly start: number
  readonly end: number
}

/** Who an article names, and where. */
export interface WhoIsWho {
  readonly all: readonly Named[]
  /** In the order of the article. */
  readonly mentions: readonly Mention[]
  /** The mention that a word is part of, its title included. */
  at(word: Word): Mention | undefined
}

/** Gathers the names of an article by whom they name: full names first, then surnames, initials and given names alone. */
export function whoIsWho(sentences: readonly Sentence[]): WhoIsWho {
  const found = findNames(sentences)
  const registry = new Registry()
  const full = found.filter(({ words }) => words.length > 1)
  for (const run of full.toSorted((a, b) => b.words.length - a.words.length)) registry.addFull(run)
  for (const [index, run] of found.entries())
    if (isInBrackets(run)) registry.addInitials(run, found[index - 1])
  const runs = found.filter(run => !isInBrackets(run))
  const mentions = runs.map(run => registry.mention(run))
  const ofWord = new Map<number, Mention>()
  for (const mention of mentions) {
    mention.named.mentions.push(mention)
    for (const word of mention.sentence.words.slice(mention.from, mention.last + 1))
      ofWord.set(word.start, mention)
  }
  for (const mention of mentions)
    mention.named.roles.push(...rolesBeside(mention, word => ofWord.get(word.start)))
  for (const named of registry.all) settle(named)
  settleLists(mentions)
  return { all: registry.all, mentions, at: word => ofWord.get(word.start) }
}

/** The names met so far, and how they are looked up. */
class Registry {
  readonly all: Named[] = []
  readonly #byKey = new Map<string, Named>()
  /** By surname, given name or the initials of a body. */
  readonly #byPart = new Map<string, Named[]>()

  /** A name of several words: the same given name and surname are the same person, whatever stands between. */
  addFull(run: NameRun): void {
    const { key, surname } = keysOf(run.words)
    if (this.#byKey.has(key) || this.#byPart.has(key)) return
    const named = this.#new(run.words.join(' '), key)
    const isBodyName = run.words.some(word => isBody(word.toLowerCase()))
    if (isBodyName) {
      this.#part(initials(run.words), named)
      this.#part(key, named)
      // `the Security Council` is the United Nations Security Council.
      for (let from = 1; from < run.words.length - 1; from++)
        if (!/^(?:of|for|and|the)$/.test(run.words[from] ?? ''))
          this.#part(keysOf(run.words.slice(from)).key, named)
    } else {
      this.#part(surname, named)
      // `Mr. Haddad` is Nour al-Haddad.
      this.#part(surname.replace(/^(?:al|el)-/, ''), named)
      this.#part(plain(run.words[0] ?? ''), named)
      if (run.words.length > 2) this.#part(initials(run.words), named)
    }
  }

  /** `World Harbour Fund (WHF)`: the initials are another name of what stands before them. */
  addInitials(run: NameRun, before: NameRun | undefined): void {
    if (!before || before.sentence !== run.sentence || before.last !== run.first - 2) return
    const named = this.#byKey.get(keysOf(before.words).key)
    const [short = ''] = run.words
    if (!named) return
    named.short = short
    this.#part(plain(short), named)
  }

  mention(run: NameRun): Mention {
    const named = this.#find(run) ?? this.#new(run.words.join(' '), keysOf(run.words).key)
    const start = run.sentence.words[run.first]?.start ?? 0
    const end = run.sentence.words[run.last]?.end ?? start
    const mention = { ...run, named, start, end }
    this.#lastSeen.set(named, start)
    const [short = ''] = run.words
    if (run.words.length === 1 && named.name.includes(' ') && /^\p{Lu}{2,6}$/u.test(short))
      named.short = short
    return mention
  }

  readonly #lastSeen = new Map<Named, number>()

  #find(run: NameRun): Named | undefined {
    const { key } = keysOf(run.words)
    const exact = this.#byKey.get(key)
    if (run.words.length > 1) return exact ?? this.#byPart.get(key)?.[0]
    if (isPlace(run.words[0] ?? '')) return exact
    const gender = genderOfTitle(run.title)
    const candidates = (this.#byPart.get(key) ?? []).filter(({ name }) => {
      const own = genderOf(name.split(' ')[0] ?? '')
      return !gender || !own || gender === own
    })
    const seen = candidates.filter(named => this.#lastSeen.has(named))
    const latest = seen.sort((a, b) => (this.#lastSeen.get(b) ?? 0) - (this.#lastSeen.get(a) ?? 0))[0]
    return latest ?? candidates[0] ?? exact
  }

  #new(name: string, key: string): Named {
    const named: Named = { name, kind: 'unknown', gender: undefined, roles: [], mentions: [] }
    this.all.push(named)
    this.#byKey.set(key, named)
    return named
  }

  #part(part: string, named: Named): void {
    const others = this.#byPart.get(part)
    if (!others) this.#byPart.set(part, [named])
    else if (!others.includes(named)) others.push(named)
  }
}

/** Initials in brackets: `(WHF)`. */
function isInBrackets({ sentence, first, last, words }: NameRun): boolean {
  return (
    words.length === 1 &&
    /^\p{Lu}{2,}s?$/u.test(words[0] ?? '') &&
    sentence.words[first - 1]?.text === '(' &&
    sentence.words[last + 1]?.text === ')'
  )
}

/** Names in one list are of one kind: `the Gulf Front, Los Faros, and La Marea`. */
function settleLists(mentions: readonly Mention[]): void {
  for (const list of listsOf(mentions)) {
    const members = new Set(list.map(({ named }) => named))
    const bodies = [...members].filter(({ kind }) => kind === 'organisation').length
    if (members.size < 3 || bodies * 2 < members.size) continue
    for (const named of members)
      if (named.kind === 'unknown' || (named.kind === 'person' && !named.gender && named.roles.length === 0))
        named.kind = 'organisation'
  }
}

/** Runs of names with nothing between them but commas, `and`, articles and initials in brackets. */
export function listsOf(mentions: readonly Mention[]): Mention[][] {
  const lists: Mention[][] = []
  for (const mention of mentions) {
    const last = lists.at(-1)?.at(-1)
    const between =
      last?.sentence === mention.sentence
        ? mention.sentence.words.slice(last.last + 1, mention.from)
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
function keysOf(words: readonly string[]): { key: string; surname: string } {
  const own = words.map(plain).filter(word => !/^(?:jr|sr|ii|iii|iv)\.?$/.test(word))
  const surname = own.at(-1) ?? ''
  const isBodyName = own.some(isBody)
  const isPerson = !isBodyName && own.length === 3 && /^\p{L}\.?$/u.test(own[1] ?? '')
  return { key: isPerson ? `${own[0]} ${surname}` : own.join(' '), surname }
}

function plain(word: string): string {
  return word.toLowerCase().normalize('NFD').replace(/\p{M}/gu, '')
}

function initials(words: readonly string[]): string {
  return words
    .filter(word => /^\p{Lu}/u.test(word))
    .map(word => plain(word.charAt(0)))
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
function settle(named: Named): void {
  const given = named.name.split(' ')[0] ?? ''
  const titles = named.mentions.map(({ title }) => title)
  named.gender =
    titles.map(genderOfTitle).find(gender => gender !== undefined) ??
    (named.mentions.some(({ words }) => words.length > 1) ? genderOf(given) : undefined) ??
    named.roles.map(({ text }) => genderOfTitle(text.split(' '))).find(gender => gender !== undefined)
  named.kind = kindOf(named, given, titles)
}

function kindOf(named: Named, given: string, titles: readonly (readonly string[])[]): Kind {
  const words = named.name.split(' ')
  if (isPlace(named.name) || named.name.split('-').every(isPlace)) return 'place'
  if (words.some(word => isBody(word.toLowerCase()))) return 'organisation'
  if (titles.some(title => title.some(word => isTitle(word.toLowerCase())))) return 'person'
  if (words.length > 1 && isGivenName(given)) return 'person'
  if (/^\p{Lu}{2,6}s?$/u.test(named.name)) return isThing(named.name) ? 'unknown' : 'organisation'
  const { mentions } = named
  const afterThe = mentions.filter(({ sentence, from }) => sentence.words[from - 1]?.lower === 'the').length
  if (afterThe * 2 > mentions.length) return words.length > 1 ? 'organisation' : 'unknown'
  const located = mentions.filter(({ sentence, from }) =>
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
