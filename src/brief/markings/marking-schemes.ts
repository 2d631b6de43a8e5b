import { present } from '../../diagnostics/index.js'
import { wordsFollowing, wordsOfLabel } from './label-words.js'
import type { MarkingScheme } from './marking-scheme.js'

/** A marking as it was understood: a level of a scheme, with caveats. */
export interface Marking {
  /** The name of its scheme. */
  readonly scheme: string
  /** Position among the scheme's levels, from 0. */
  readonly level: number
  /** Labels, in the order of the scheme. */
  readonly caveats: readonly string[]
  /** In the scheme's own form, such as `SECRET//NOFORN`. */
  readonly label: string
  /** The portion mark without its brackets, such as `S//NF`. */
  readonly portion: string
}

/** Why a text is no marking, and what it may be meant for. */
export interface MarkingFault {
  readonly message: string
  /** What to do about it, where it is known. */
  readonly hint?: string
  /** The labels that are valid, of which one may be meant. */
  readonly valid: readonly string[]
}

/** The marking schemes that a workspace knows, and those of them that are in force: only their labels can be used. */
export class MarkingSchemes {
  readonly #read = new Map<string, Marking | MarkingFault>()

  constructor(
    readonly known: readonly MarkingScheme[],
    /** In the order in which they were put in force. */
    readonly inForce: readonly MarkingScheme[] = known,
  ) {}

  /** The marking that a text is, if it is one. */
  find(text: string): Marking | undefined {
    const read = this.read(text)
    return isFault(read) ? undefined : read
  }

  /** Understands a text as a marking of a scheme in force, or says why it is none. */
  read(text: string): Marking | MarkingFault {
    const known = this.#read.get(text) ?? this.#understand(text)
    this.#read.set(text, known)
    return known
  }

  /** Whether a text is a marking of known schemes none of which is in force. */
  isOutOfForce(text: string): boolean {
    return markingsIn(text, this.inForce).length === 0 && markingsIn(text, this.known).length > 0
  }

  /** How to write a marking so that it is of one scheme only: `UK:SECRET` where another scheme in force has that label. */
  nameOf({ scheme, label, level }: Marking): string {
    const words = wordsOfLabel(present(this.scheme(scheme).levels[level], 'level').label)
    const isShared = this.inForce.some(
      other => other.name !== scheme && markingsIn(words, [other]).length > 0,
    )
    return isShared ? qualified(scheme, label) : label
  }

  /** A scheme by its name. */
  scheme(name: string): MarkingScheme {
    const scheme = this.known.find(each => each.name === name)
    return present(scheme, `marking scheme ${name}`)
  }

  /** Every label that can be used, with its scheme where it needs it. */
  labels(): string[] {
    return this.inForce.flatMap(scheme =>
      scheme.levels.map((_, level) => this.nameOf(markingOf(scheme, level, []))),
    )
  }

  /** The highest of some markings of one scheme, with the caveats of all. */
  highest(markings: readonly Marking[]): Marking {
    const scheme = this.scheme(present(markings[0], 'marking').scheme)
    const level = Math.max(...markings.map(marking => marking.level))
    return markingOf(
      scheme,
      level,
      markings.flatMap(marking => marking.caveats),
    )
  }

  #understand(text: string): Marking | MarkingFault {
    const shown = shortLabel(text)
    const [marking, ...others] = markingsIn(text, this.inForce)
    if (marking && others.length === 0) return marking
    const valid = this.labels()
    if (marking) {
      const ways = [marking, ...others].map(({ scheme, label }) => `\`${qualified(scheme, label)}\``)
      const message = `\`${shown}\` is a label of ${listed(ways.length, [marking, ...others])}`
      return { message, hint: `write ${ways.join(' or ')}`, valid }
    }
    const elsewhere = markingsIn(text, this.known)
    if (elsewhere.length > 0) {
      const names = [...this.inForce.map(({ name }) => name), present(elsewhere[0], 'marking').scheme]
      return {
        message: `\`${shown}\` is a label of ${listed(elsewhere.length, elsewhere)}, not in force here`,
        hint: `put it in force with \`markings: [${names.join(', ')}]\` in \`briefwright.yaml\``,
        valid,
      }
    }
    if (this.inForce.length === 0) return { message: 'no marking scheme is in force', valid }
    const schemes = this.inForce.map(({ name }) => `\`${name}\``).join(' or ')
    return this.#unknownCaveat(text) ?? { message: `\`${shown}\` is not a label of ${schemes}`, valid }
  }

  /** Where a level is followed by what is none of its scheme's caveats. */
  #unknownCaveat(text: string): MarkingFault | undefined {
    const levels = this.inForce.flatMap(scheme => {
      const found = scheme.caveats.length > 0 ? levelOf(text, scheme) : undefined
      return found ? [{ scheme, ...found }] : []
    })
    const [first] = levels
    if (!first) return undefined
    const { unknown } = caveatsOf(first.rest, first.scheme)
    const names = levels.map(({ scheme }) => `\`${scheme.name}\``).join(' or ')
    const withCaveats = levels.flatMap(({ scheme, level }) =>
      scheme.caveats.map(caveat => {
        const { label } = markingOf(scheme, level, [caveat.label])
        return this.find(label) ? label : qualified(scheme.name, label)
      }),
    )
    return {
      message: `\`${shortLabel(text)}\` has \`${shortLabel(unknown)}\`, which is not a caveat of ${names}`,
      valid: [...this.labels(), ...withCaveats],
    }
  }
}

/** Whether what was read is no marking. */
export function isFault(read: Marking | MarkingFault): read is MarkingFault {
  return 'message' in read
}

const qualified = (scheme: string, label: string) => `${scheme.toUpperCase()}:${label}`

function listed(count: number, markings: readonly Marking[]): string {
  const names = markings.map(({ scheme }) => `\`${scheme}\``)
  return `${count > 1 ? 'the schemes' : 'the scheme'} ${names.join(' and ')}`
}

/** Characters. */
const MAX_SHOWN = 60

function shortLabel(text: string): string {
  const line = text.replace(/\s+/g, ' ').trim()
  return line.length <= MAX_SHOWN ? line : `${line.slice(0, MAX_SHOWN)}…`
}

/** What a text is in each scheme, for those in which it is a marking. */
function markingsIn(text: string, schemes: readonly MarkingScheme[]): Marking[] {
  return schemes.flatMap(scheme => {
    const { level, rest } = levelOf(text, scheme) ?? {}
    if (level === undefined || rest === undefined) return []
    const { labels, unknown } = caveatsOf(rest, scheme)
    return unknown === '' ? [markingOf(scheme, level, labels)] : []
  })
}

/** The level that a text begins with, the longest of those it could be, whether its scheme is named before it or not. */
function levelOf(
  text: string,
  { name, levels }: MarkingScheme,
): { readonly level: number; readonly rest: string } | undefined {
  const words = wordsOfLabel(text)
  const unqualified = wordsFollowing(words, wordsOfLabel(name))
  const found = [words, ...(unqualified ? [unqualified] : [])].flatMap(from =>
    levels.flatMap(({ label, aliases }, level) =>
      [label, ...aliases].flatMap(each => {
        const rest = wordsFollowing(from, wordsOfLabel(each))
        return rest === undefined ? [] : [{ level, rest }]
      }),
    ),
  )
  return found.sort((a, b) => a.rest.length - b.rest.length)[0]
}

/** The caveats that words name, and the words from which on they name none. */
function caveatsOf(
  words: string,
  { caveats }: MarkingScheme,
): { readonly labels: readonly string[]; readonly unknown: string } {
  const labels: string[] = []
  let unknown = words
  while (unknown !== '') {
    const found = caveats
      .flatMap(({ label, portion, aliases }) =>
        [label, ...(portion === undefined ? [] : [portion]), ...aliases].map(each => ({
          label,
          rest: wordsFollowing(unknown, wordsOfLabel(each)),
        })),
      )
      .filter(({ rest }) => rest !== undefined)
      .sort((a, b) => present(a.rest, 'rest').length - present(b.rest, 'rest').length)[0]
    if (found?.rest === undefined) break
    labels.push(found.label)
    unknown = found.rest
  }
  return { labels, unknown }
}

function markingOf(scheme: MarkingScheme, level: number, named: readonly string[]): Marking {
  const { label, portion } = present(scheme.levels[level], `level of ${scheme.name}`)
  const caveats = scheme.caveats.filter(caveat => named.includes(caveat.label))
  const join = (first: string, part: 'label' | 'portion') => {
    const { separators } = scheme
    const groups = [...new Set(caveats.map(({ group }) => group))]
    const texts = groups.map(name =>
      caveats
        .filter(({ group }) => group === name)
        .map(caveat => caveat[part] ?? caveat.label)
        .join(separators.caveat),
    )
    return texts.length === 0 ? first : `${first}${separators.level}${texts.join(separators.group)}`
  }
  return {
    scheme: scheme.name,
    level,
    caveats: caveats.map(caveat => caveat.label),
    label: join(label, 'label'),
    portion: join(portion ?? label, 'portion'),
  }
}
