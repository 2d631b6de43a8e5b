import type { Place } from '../../diagnostics/index.js'
import { wordsOf } from '../layout/set-line.js'
import type { LaidPage } from '../pdfmake-classes.js'
import type { Fault } from './fault.js'

/** Characters for which no reader knows words: ISO 19005-3, 6.2.11.7.2 and 6.2.11.7.3. */
const UNREADABLE = /[\0\uFEFF\uFFFE]|\p{Co}/u

/** What of `texts`, which is what glyphs are read as, cannot be read; with the place of its first word on `pages`. */
export function characterFaults(texts: Iterable<string>, pages: readonly LaidPage[]): Fault[] {
  const found = new Set([...texts].flatMap(text => UNREADABLE.exec(text)?.[0] ?? []))
  return [...found].map(character => ({
    place: placeOf(character, pages),
    message: `\`${nameOf(character)}\` is a character that cannot be read aloud`,
    hint: 'write what it stands for',
  }))
}

const nameOf = (character: string): string =>
  `U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`

function placeOf(character: string, pages: readonly LaidPage[]): Place | undefined {
  for (const { items } of pages)
    for (const { type, item } of items) {
      const word = type === 'line' && wordsOf(item).find(({ text }) => text.includes(character))
      if (word) return word.place
    }
  return undefined
}
