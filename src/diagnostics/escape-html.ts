import { present } from './present.js'

const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
  '`': '&#96;',
  '=': '&#61;',
}

/** Escapes text for element content and for attribute values, as Handlebars does: values without quotation marks, too. */
export function escapeHtml(text: string): string {
  return withEntities(text, /[&<>"'`=]/g)
}

/** Writes those characters that a pattern names as entities. */
export function withEntities(text: string, special: RegExp): string {
  return text.replace(special, character => present(ENTITIES[character], `entity of ${character}`))
}
