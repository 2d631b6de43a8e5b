import { type Inline, textOf } from '../../markup/index.js'

/** The words of inlines without their looks, as bookmarks and the contents of links show them. */
export function plainText(inlines: readonly Inline[]): string {
  return textOf(inlines)
    .replace(/[\u00AD\u200B\u200E\u200F\u2060]/g, '')
    .replace(/\s+/g, ' ')
    .trim()
}
