import type { Place } from '../../diagnostics/index.js'
import { wordsOfLine } from '../lines/typeset-line.js'
import type { PdfmakePage } from '../nodes/pdfmake-classes.js'
import { codePointName } from '../text/characters.js'
import type { ConformanceIssue } from './conformance-issue.js'

/** Characters for which no reader knows words: ISO 19005-3, 6.2.11.7.2 and 6.2.11.7.3. */
const UNREADABLE = /[\0\uFEFF\uFFFE]|\p{Co}/u

/** The characters in `texts`, as which glyphs are read, that no reader can say; each at its first word on `pages`. */
export function characterIssues(texts: Iterable<string>, pages: readonly PdfmakePage[]): ConformanceIssue[] {
  const found = new Set([...texts].flatMap(text => UNREADABLE.exec(text)?.[0] ?? []))
  return [...found].map(character => ({
    place: placeOfCharacterOnPages(character, pages),
    message: `\`${codePointName(character)}\` is a character that cannot be read aloud`,
    hint: 'write what it stands for',
  }))
}

function placeOfCharacterOnPages(character: string, pages: readonly PdfmakePage[]): Place | undefined {
  for (const { items } of pages)
    for (const { type, item } of items) {
      const word = type === 'line' && wordsOfLine(item).find(({ text }) => text.includes(character))
      if (word) return word.place
    }
  return undefined
}
