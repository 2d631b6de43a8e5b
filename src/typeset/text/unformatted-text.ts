import { type Inline, textOfInlines } from '../../markup/index.js'

/** The words of inlines without their looks, as bookmarks and the contents of links show them. */
export function unformattedText(inlines: readonly Inline[]): string {
  return textOfInlines(inlines)
    .replace(/[\u00AD\u200B\u200E\u200F\u2060]/g, '')
    .replace(/\s+/g, ' ')
    .trim()
}
