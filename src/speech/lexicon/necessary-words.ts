/** Texts in lower case of which another text must hold one. */
type NecessaryWords = readonly string[]

/**
 * Any text that a regular expression matches holds one text at least, in lower case, of each of these lists. To look for them takes a
 * fraction of the time that it takes to compile and run the expression, which most texts do not match.
 */
export function necessaryWords({ source }: RegExp): readonly NecessaryWords[] {
  const reader = new PatternReader(source)
  const words = reader.alternatives()
  return reader.atEnd ? words : []
}

/** Whether a text, in lower case, has the words without which an expression cannot match it. */
export function hasNecessaryWords(lower: string, necessary: readonly NecessaryWords[]): boolean {
  return necessary.every(words => words.some(word => lower.includes(word)))
}

/** Letters that a text has to have to be worth looking for. */
const LEAST_LETTERS = 2

/** Reads a regular expression as far as that takes; what it does not know requires nothing. */
class PatternReader {
  #at = 0

  constructor(private readonly source: string) {}

  get atEnd(): boolean {
    return this.#at === this.source.length
  }

  /** What any of the alternatives requires. */
  alternatives(): readonly NecessaryWords[] {
    const all = [this.#sequence()]
    while (this.source[this.#at] === '|') {
      this.#at++
      all.push(this.#sequence())
    }
    const [only = []] = all
    if (all.length === 1) return only
    const longest = all.map(
      lists => lists.toSorted((a, b) => shortest(b) - shortest(a) || a.length - b.length)[0],
    )
    return longest.some(words => words === undefined) ? [] : [longest.flatMap(words => words ?? [])]
  }

  #sequence(): readonly NecessaryWords[] {
    const parts: NecessaryWords[] = []
    let literal = ''
    const endLiteral = () => {
      if (literal.length >= LEAST_LETTERS) parts.push([literal.toLowerCase()])
      literal = ''
    }
    while (!this.atEnd && !'|)'.includes(this.source[this.#at] ?? '')) {
      const { letter, words } = this.#atom()
      const least = this.#leastTimes()
      if (letter !== undefined && least === undefined) literal += letter
      else {
        endLiteral()
        if (words && least !== 0) parts.push(...words)
      }
    }
    endLiteral()
    return parts
  }

  /** A letter, or what a group requires; nothing for any other atom. */
  #atom(): { readonly letter?: string; readonly words?: readonly NecessaryWords[] } {
    const character = this.source[this.#at] ?? ''
    if (character === '(') return this.#group()
    if (character === '[') {
      this.#at = this.#endOfClass()
      return {}
    }
    if (character === '\\') {
      const escaped = /^\\(?:[pP]\{[^}]*\}|u\{[^}]*\}|u[\da-fA-F]{4}|x[\da-fA-F]{2}|.)/su.exec(
        this.source.slice(this.#at),
      )
      this.#at += escaped?.[0].length ?? 1
      return {}
    }
    this.#at++
    return /[\p{L} ]/u.test(character) ? { letter: character } : {}
  }

  #group() {
    const [opening = '('] = /^\((?:\?(?:[:=!]|<[=!]|<[^>]*>))?/.exec(this.source.slice(this.#at)) ?? []
    this.#at += opening.length
    const words = this.alternatives()
    if (this.source[this.#at] === ')') this.#at++
    // What must not follow or precede is not required.
    return /^\(\?<?!/.test(opening) ? {} : { words }
  }

  #endOfClass(): number {
    for (let at = this.#at + 1; at < this.source.length; at++)
      if (this.source[at] === '\\') at++
      else if (this.source[at] === ']') return at + 1
    return this.source.length
  }

  /** How often the atom before must occur, where that is said. */
  #leastTimes(): number | undefined {
    const [quantifier, least = ''] =
      /^(?:[*+?]|\{(\d+)(?:,\d*)?\})\??/.exec(this.source.slice(this.#at)) ?? []
    if (quantifier === undefined) return undefined
    this.#at += quantifier.length
    return quantifier.startsWith('+') ? 1 : Number(least)
  }
}

const shortest = (words: NecessaryWords) => Math.min(...words.map(word => word.length))
