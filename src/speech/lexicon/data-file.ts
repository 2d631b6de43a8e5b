import { readDataFile } from './read-data-file.js'

/** An entry of a data file, and the line that it stands on. */
interface DataEntry {
  readonly text: string
  readonly line: number
}

export interface WeightedPattern {
  readonly pattern: RegExp
  readonly weight: number
}

type BySection<Section extends string, T> = Readonly<Record<Section, T>>

/** Reads data when it is first asked for, and keeps it: the files are parts of the program, and do not change. */
export function lazyData<T>(load: () => T): () => T {
  let data: { readonly value: T } | undefined
  return () => {
    data ??= { value: load() }
    return data.value
  }
}

/** The words of each section of a data file, in lower case and with straight apostrophes. */
export function wordSets<Section extends string>(
  path: string,
  sections: readonly Section[],
  text = readDataFile(path),
): BySection<Section, ReadonlySet<string>> {
  return readSections(path, sections, text, entries => {
    const words = new Set<string>()
    for (const { text: entry, line } of entries)
      for (const form of entry.split(/\s*,\s*/)) {
        const word = form.toLowerCase().replaceAll('’', "'")
        if (!WORD_OR_NAME.test(word)) fail(path, line, `\`${form}\` is neither a word nor a name`)
        if (words.has(word)) fail(path, line, `\`${form}\` is listed twice in its section`)
        words.add(word)
      }
    return words
  })
}

const WORD_OR_NAME = /^[\p{L}\p{N}'][\p{L}\p{N}.:_'-]*(?: [\p{L}\p{N}.'-]+)*$/u

/** The regular expressions of each section of a data file, written as in JavaScript: `/^click here\b/i`. */
export function patternLists<Section extends string>(
  path: string,
  sections: readonly Section[],
  text = readDataFile(path),
): BySection<Section, readonly RegExp[]> {
  return readSections(path, sections, text, entries =>
    entries.map(({ text: pattern, line }) => parsePattern(path, pattern, line)),
  )
}

/** The same, with a weight before each regular expression: `2 /\bunless\b/i`. */
export function weightedPatterns<Section extends string>(
  path: string,
  sections: readonly Section[],
  text = readDataFile(path),
): BySection<Section, readonly WeightedPattern[]> {
  return readSections(path, sections, text, entries =>
    entries.map(({ text: entry, line }) => {
      const [, weight, pattern = ''] = /^([1-9]\d*)\s+(.+)$/.exec(entry) ?? []
      if (weight === undefined) fail(path, line, 'there is no weight before the regular expression')
      return { pattern: parsePattern(path, pattern, line), weight: Number(weight) }
    }),
  )
}

/** What a regular expression finds any of some words by. */
export function alternatives(words: Iterable<string>): string {
  return [...words].map(word => word.replace(/[.*+?^${}()|[\]\\]/g, String.raw`\$&`)).join('|')
}

function parsePattern(path: string, literal: string, line: number): RegExp {
  const [, source, flags] = /^\/(.+)\/([a-z]*)$/.exec(literal) ?? []
  if (source === undefined)
    return fail(path, line, 'a regular expression stands between slashes: `/^click here/i`')
  try {
    return new RegExp(source, flags)
  } catch (error) {
    return fail(path, line, error instanceof Error ? error.message : 'this is no regular expression')
  }
}

/** A section that the program does not know, or that has no entries, is a mistake in the file. */
function readSections<Section extends string, T>(
  path: string,
  sections: readonly Section[],
  text: string,
  read: (entries: readonly DataEntry[]) => T,
): BySection<Section, T> {
  const found = new Map<string, DataEntry[]>()
  let current: DataEntry[] | undefined
  const lines = text.trimEnd().split(/\r?\n/)
  for (const [index, whole] of lines.entries()) {
    const entry = whole.trim()
    const line = index + 1
    const [, section] = /^\[([a-z-]+)\]$/.exec(entry) ?? []
    if (section !== undefined) {
      if (!sections.some(name => name === section))
        fail(path, line, `unknown section \`${section}\`; the sections are ${sections.join(', ')}`)
      if (found.has(section)) fail(path, line, `there are two sections \`${section}\``)
      current = []
      found.set(section, current)
    } else if (entry !== '' && !entry.startsWith('#')) {
      if (!current) fail(path, line, 'this entry belongs to no section')
      current.push({ text: entry, line })
    }
  }
  const entriesOf = (section: Section): readonly DataEntry[] => {
    const entries = found.get(section) ?? []
    return entries.length > 0 ? entries : fail(path, lines.length, `section \`${section}\` has no entries`)
  }
  return Object.fromEntries(sections.map(section => [section, read(entriesOf(section))])) as BySection<
    Section,
    T
  >
}

function fail(path: string, line: number, message: string): never {
  throw new Error(`src/${path}:${line}: ${message}`)
}
