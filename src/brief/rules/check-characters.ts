import type { Range } from '../../diagnostics/index.js'
import { placeInText } from '../read/read-context.js'
import type { BriefRule } from './rules.js'

/** Control characters but tab and line feed, noncharacters (Unicode 23.7), and halves of surrogate pairs. */
const INVALID = /[\p{Noncharacter_Code_Point}\p{Cs}]|(?![\t\n])\p{Cc}/gu
/** A text that is not one at all has nothing but these. */
const MAX_PER_TEXT = 10

/** Nothing invisible that no font has may reach the page. */
export const checkCharacters: BriefRule = ({ texts, file, report }) => {
  for (const leaf of texts) {
    let found = 0
    for (const { start, end, message } of unprintableIn(leaf.text)) {
      found += 1
      if (found > MAX_PER_TEXT) break
      report('invalid-character', placeInText(leaf, start, end, file), message, 'remove it')
    }
  }
}

/** The characters of a text that no page can show, and what to say of each. */
export function* unprintableIn(text: string): Generator<Range & { readonly message: string }> {
  for (const { 0: character, index } of text.matchAll(INVALID)) {
    const code = (character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')
    const message = `the character \`U+${code}\` cannot be printed`
    yield { start: index, end: index + character.length, message }
  }
}
