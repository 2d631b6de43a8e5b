/** HTML that is safe to print as it stands, with its text for attributes and metadata. */
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

/** Makes text that prints as it reads, in element content and in attribute values. */
export function escapeHtml(text: string): string {
  return text.replace(/[&<>"'`=]/g, character => ENTITIES[character] ?? character)
}

/** The schemes that links in a PDF may have, as findings name them. */
export const SAFE_SCHEMES = ['`https:`', '`http:`', '`mailto:`', '`tel:`']

/** Whether an address is one of the web, of mail or of a telephone. */
export function isSafeLink(href: string): boolean {
  return /^(?:https?:\/\/[^\s/]|mailto:[^\s]|tel:[+\d(])/i.test(href)
}
