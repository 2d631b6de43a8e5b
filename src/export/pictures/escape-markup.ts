/** What XML 1.0 (2.2) has no way to say, and HTML takes as an error: controls, halves of surrogate pairs, non-characters. */
const UNSPEAKABLE = /[\u0000-\u0008\u000B\u000C\u000E-\u001F\u007F-\u009F\uFFFE\uFFFF]|\p{Surrogate}/gu
const MARKUP: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' }

/** A text that means itself in HTML and XML, between tags and between double quotation marks alike. */
export const escapeMarkup = (text: string): string =>
  text.replace(UNSPEAKABLE, '').replace(/[&<>"]/g, character => MARKUP[character] ?? character)
