import type { Range } from '../diagnostics/index.js'

/** Finds names of persons and bodies in texts, whole and in whatever Unicode form. */
export class NameFinder {
  readonly #pattern: RegExp | undefined
  readonly #sought = new Set<string>()
  /** The parts of each sought name that are always written alike, in lower case: most texts lack one of each. */
  #parts: readonly (readonly string[])[] = []

  /** A name in `others` that holds one of `sought` is not taken for it. */
  constructor(sought: Iterable<string>, others: Iterable<string>) {
    const known = new Set([...others].map(normalName))
    for (const name of sought) {
      const normal = normalName(name)
      if (normal !== '' && !known.has(normal)) this.#sought.add(normal)
    }
    if (this.#sought.size === 0) return
    const names = [...this.#sought, ...known].filter(name => name !== '')
    const longestFirst = names.sort((a, b) => b.length - a.length)
    this.#parts = [...this.#sought].map(name => lowerCase(name).split(/[ ']/))
    this.#pattern = new RegExp(patternOfNames(longestFirst), 'giu')
  }

  /** Where a text has the names, and which; in characters of the text (UTF-16). */
  find(text: string): (Range & { readonly name: string })[] {
    if (!this.#pattern) return []
    const composed = text.normalize('NFC').replace(INVISIBLE, '')
    const lower = lowerCase(composed)
    if (!this.#parts.some(parts => parts.every(part => lower.includes(part)))) return []
    const isExact = composed === text
    return [...composed.matchAll(this.#pattern)].flatMap(({ 0: words, index }) => {
      const found = normalName(words)
      const name = [...this.#sought].find(each => isSameName(each, found))
      if (name === undefined) return []
      // Offsets hold for the composed form alone.
      return [
        isExact ? { start: index, end: index + words.length, name } : { start: 0, end: text.length, name },
      ]
    })
  }
}

/** A name in one Unicode form, with one blank between its words and without the marks of Markdown. */
export function normalName(text: string): string {
  return text
    .normalize('NFC')
    .replace(INVISIBLE, '')
    .replace(APOSTROPHES, "'")
    .replace(BETWEEN_WORDS, ' ')
    .trim()
}

/** A name of one word may be a word, too (May, Rice): its case counts. Of several, the last may have an `s` of the genitive. */
function isSameName(name: string, found: string): boolean {
  if (name === found) return true
  const [wanted, words] = [name.toLowerCase(), found.toLowerCase()]
  return name.includes(' ') && (wanted === words || `${wanted}s` === words)
}

/** What lower case makes of a final sigma depends on what follows. */
const lowerCase = (text: string) => text.toLowerCase().replaceAll('ς', 'σ')

const APOSTROPHES = /['’ʼ`´]/gu
/** Soft hyphens, and what has no width. */
const INVISIBLE = /[\u00ad\u200b-\u200d\u2060\ufeff]/gu
/**
 * White space, as itself or as an entity, and the marks of Markdown: of emphasis, of links with their addresses, of
 * quoted lines, and citations and calls of notes.
 */
const BETWEEN_WORDS =
  /(?:\n[ \t]*>|\[[@^][^[\]]{0,200}\]|\]\([^()\s]{0,500}\)|[\s*_\\[\]]|&nbsp;|&#0*(?:32|160);|&#x0*(?:20|a0);)+/giu

/** A name within a longer word is another name, but in scripts that set no blanks between words, or join to what follows. */
function patternOfNames(names: readonly string[]): string {
  const byEdges = new Map<string, string[]>()
  for (const name of names) {
    const before = JOINED.test(name[0] ?? '') ? '' : '(?<![\\p{L}\\p{N}\\p{M}])'
    const after = JOINED.test(name.at(-1) ?? '') ? '' : '(?![\\p{L}\\p{N}\\p{M}])'
    const edges = `${before} ${after}`
    byEdges.set(edges, [...(byEdges.get(edges) ?? []), patternOf(name)])
  }
  // Each class of letters takes long to compile where case does not count, so that all names share two of them.
  return [...byEdges]
    .map(([edges, alternatives]) => edges.replace(' ', `(?:${alternatives.join('|')})`))
    .join('|')
}

function patternOf(name: string): string {
  const words = name
    .split(' ')
    .map(word => word.replace(/[\\^$.*+?()[\]{}|/]/g, '\\$&').replaceAll("'", APOSTROPHES.source))
  return words.join(BETWEEN_WORDS.source) + (words.length > 1 ? 's?' : '')
}

const JOINED =
  /[\p{scx=Han}\p{scx=Hiragana}\p{scx=Katakana}\p{scx=Hangul}\p{scx=Thai}\p{scx=Lao}\p{scx=Khmer}\p{scx=Myanmar}]/u
