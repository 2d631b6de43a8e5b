import type { Place } from '../../diagnostics/index.js'
import type { DocumentPage } from '../nodes/page.js'
import { codePointName } from '../text/characters.js'
import type { ConformanceIssue } from './conformance-issue.js'

/** Characters for which no reader knows words: ISO 19005-3, 6.2.11.7.2 and 6.2.11.7.3. */
const UNREADABLE = /[\0\uFEFF\uFFFE]|\p{Co}/u

/** The characters on pages that no reader can say, each at its first word. */
export function characterIssues(pages: readonly DocumentPage[]): ConformanceIssue[] {
  const places = new Map<string, Place>()
  for (const { items } of pages)
    for (const { type, item } of items)
      for (const { text, place } of type === 'line' ? item.line.words : [])
        if (UNREADABLE.test(text))
          for (const character of text)
            if (UNREADABLE.test(character) && !places.has(character))
              places.set(character, placeOfCharacter(character, place))
  return [...places].map(([character, place]) => ({
    place,
    message: `\`${codePointName(character)}\` is a character that cannot be read aloud`,
    hint: 'write what it stands for',
  }))
}

/** The character itself, where the source has it as it is printed. */
function placeOfCharacter(character: string, { file, range }: Place): Place {
  const index = file.text.slice(range.start, range.end).indexOf(character)
  if (index === -1) return { file, range }
  const start = range.start + index
  return { file, range: { start, end: start + character.length } }
}
