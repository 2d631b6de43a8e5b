import type { Brief, FieldPath } from '../brief/index.js'
import { PLACEHOLDER_MARKS, type Placeholder, type PlaceholderPlace, Verbatim } from './prose-text.js'
import type { RecipientData } from './reader.js'

/**
 * Where prose names a field of the recipient: `{{recipient.name}}`. Other braces are the author's words, and so are these
 * after a backslash.
 */
const PLACEHOLDER = /(?<!(?<!\\)(?:\\\\)*\\)\{\{\s*recipient\.([\p{L}\p{N}_-]+)\s*\}\}/gu

/** What a text of a brief asks for of the recipient, each field once, with the words of the row for it. */
export function placeholdersIn(
  text: string,
  path: FieldPath,
  brief: Brief,
  recipient: RecipientData | undefined,
): Placeholder[] {
  const found = new Map<string, Placeholder>()
  for (const { 0: whole, 1: field = '', index } of text.matchAll(PLACEHOLDER)) {
    if (found.has(field)) continue
    const place = brief.placeWithin(path, index, index + whole.length)
    const words = recipient && wordsFor(field, recipient, { ...recipient.place, within: brief.place(path) })
    found.set(field, { field, place, row: recipient?.place, words })
  }
  return [...found.values()]
}

/** Puts a mark in the place of each placeholder: letters to whatever reads the Markdown, whatever the row says. */
export function withPlaceholdersMarked(text: string): string {
  return text.replace(
    PLACEHOLDER,
    (_, field: string) => `${PLACEHOLDER_MARKS.open}${field}${PLACEHOLDER_MARKS.close}`,
  )
}

function wordsFor(field: string, { fields }: RecipientData, place: PlaceholderPlace): Verbatim | undefined {
  return Object.hasOwn(fields, field) ? new Verbatim(String(fields[field] ?? ''), place) : undefined
}
