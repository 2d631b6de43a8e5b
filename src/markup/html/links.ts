/** What a link on paper and in a PDF may lead to. */
export const SAFE_SCHEMES = ['`https:`', '`http:`', '`mailto:`', '`tel:`']

/** Whether an address is one of the web, of mail or of a telephone. */
export function isSafeLink(href: string): boolean {
  return /^(?:https?:\/\/[^\s/]|mailto:[^\s]|tel:[+\d(])/i.test(href)
}
