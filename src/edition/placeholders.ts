import { type Brief, type FieldPath, RECIPIENT_FIELD } from '../brief/index.js'
import type { Place } from '../diagnostics/index.js'
import type { RecipientData } from './edition.js'
import { PLACEHOLDER_MARKS, type Placeholder, type PlaceholderPlace, Verbatim } from './prose-text.js'

/** The fields of the recipient that a text of a brief at `textPlace` uses, each once, with their values in the row. */
export function placeholdersIn(
  text: string,
  path: FieldPath,
  textPlace: Place,
  brief: Brief,
  recipient: RecipientData | undefined,
): Placeholder[] {
  if (!mayHoldRecipientField(text)) return []
  const found = new Map<string, Placeholder>()
  for (const { 0: whole, 1: field = '', index } of text.matchAll(RECIPIENT_FIELD)) {
    if (found.has(field)) continue
    const place = brief.placeWithin(path, index, index + whole.length)
    const words = recipient && valueFor(field, recipient, { ...recipient.place, within: textPlace })
    found.set(field, { field, place, row: recipient?.columns ?? recipient?.place, words })
  }
  return [...found.values()]
}

/** Marks each placeholder, so that whatever parses the Markdown takes it for letters, whatever its value. */
export function withPlaceholdersMarked(text: string): string {
  if (!mayHoldRecipientField(text)) return text
  return text.replace(
    RECIPIENT_FIELD,
    (_, field: string) => PLACEHOLDER_MARKS.open + encodeURIComponent(field) + PLACEHOLDER_MARKS.close,
  )
}

const mayHoldRecipientField = (text: string) => text.includes('{{')

function valueFor(field: string, { fields }: RecipientData, place: PlaceholderPlace): Verbatim | undefined {
  return Object.hasOwn(fields, field) ? new Verbatim(String(fields[field] ?? ''), place) : undefined
}
