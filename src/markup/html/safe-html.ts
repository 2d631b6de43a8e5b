import { present } from '../../diagnostics/index.js'

/** HTML that is safe to print as it is, with its text for attributes and metadata. */
export class SafeHtml {
  constructor(
    readonly html: string,
    readonly text: string,
  ) {}

  toHTML(): string {
    return this.html
  }

  toString(): string {
    return this.text
  }
}

const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
  '`': '&#96;',
  '=': '&#61;',
}

/** Escapes text for element content and for attribute values. */
export function escapeHtml(text: string): string {
  return text.replace(/[&<>"'`=]/g, character => present(ENTITIES[character], `entity of ${character}`))
}

/** The schemes that links in a PDF may have, as findings name them. */
export const SAFE_SCHEMES = ['`https:`', '`http:`', '`mailto:`', '`tel:`']

/** Whether an address is a web, mail or telephone address. */
export function isSafeLink(href: string): boolean {
  return /^(?:https?:\/\/[^\s/]|mailto:[^\s]|tel:[+\d(])/i.test(href)
}
