import { present } from '../../diagnostics/index.js'

/** A text in capitals, which knows the letters that each of its characters was written as. */
export interface Capitals {
  readonly text: string
  /** The index in the written text of the letter that the character at an index of the capitals shows. */
  writtenAt(index: number): number
}

/** The capitals of a text in a language, some of which are two letters: “ß” is “SS”. */
export function capitalsOf(written: string, lang: string): Capitals {
  const from: number[] = []
  let apart = ''
  let at = 0
  for (const character of written) {
    const capital = character.toLocaleUpperCase(lang)
    for (let unit = 0; unit < capital.length; unit++) from.push(at)
    apart += capital
    at += character.length
  }
  // A letter may have another capital in a word than alone: a Greek ή, which alone is a word and keeps its accent.
  const whole = written.toLocaleUpperCase(lang)
  const text = whole.length === apart.length ? whole : apart
  return { text, writtenAt: index => present(from[index], 'character of capitals') }
}
