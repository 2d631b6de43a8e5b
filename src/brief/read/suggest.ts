import { closest, didYouMean } from '../../diagnostics/index.js'

/** Suggestions that a brief is given; words beyond them are found unknown without a look for what they resemble. */
const MAX_SUGGESTIONS = 200
/** Known words that are compared with an unknown one. */
const MAX_COMPARED = 300

/** Looks for what unknown words were meant to be, within a budget: a hostile file may have any number of both. */
export class Suggestions {
  #left = MAX_SUGGESTIONS

  /** A hint for a word that is none of the known: the one that was probably meant, else all of them. */
  hint(word: string, known: readonly string[], label: string): string | undefined {
    if (known.length === 0) return `add it first: there are no ${label} yet`
    this.#left -= 1
    return this.#left < 0 ? undefined : didYouMean(word, known.slice(0, MAX_COMPARED), label)
  }

  /** The known word that was probably meant. */
  meant(word: string, known: readonly string[]): string | undefined {
    this.#left -= 1
    return this.#left < 0 ? undefined : closest(word, known.slice(0, MAX_COMPARED))
  }
}
