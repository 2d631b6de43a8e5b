import type { RecipientData } from './reader.js'

/** Where prose names a field of the recipient: `{{recipient.name}}`. Any other braces are the author's words. */
const PLACEHOLDER = /\{\{\s*recipient\.([\p{L}\d_-]+)\s*\}\}/gu

/** The fields of the recipient that a text asks for. */
export function placeholdersIn(markdown: string): string[] {
  return [...markdown.matchAll(PLACEHOLDER)].map(([, field = '']) => field)
}

/** Puts the recipient's words into a text, where nothing of them acts as Markdown; what the row lacks stays as it is. */
export function fillPlaceholders(markdown: string, recipient: RecipientData | undefined): string {
  if (!recipient) return markdown
  const { fields } = recipient
  return markdown.replace(PLACEHOLDER, (whole, field: string) =>
    Object.hasOwn(fields, field) ? literal(String(fields[field] ?? '')) : whole,
  )
}

/** Any ASCII punctuation may be escaped (CommonMark 0.31, 2.4). */
function literal(words: string): string {
  return words.replace(/[\u0000-\u001f\u007f\u0085\u2028\u2029]+/g, ' ').replace(/[!-/:-@[-`{-~]/g, '\\$&')
}
