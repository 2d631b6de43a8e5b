/** The schemes that links may have, as findings name them. */
export const SAFE_SCHEMES = ['`https:`', '`http:`', '`mailto:`', '`tel:`']

/**
 * Why no link may lead to an address; undefined for web, mail and telephone addresses that lead where they seem to. What
 * stands before `@` in a web address is not its host (RFC 3986, 7.6), and browsers take a backslash for a slash.
 */
export function addressProblem(address: string): string | undefined {
  if (/[\p{Cc}\p{Cf}]/u.test(address)) return 'has a character in it that nobody sees'
  if (/^mailto:[^\s]|^tel:[+\d(]/i.test(address)) return undefined
  const [, authority] = /^https?:\/\/([^/?#\s][^/?#]*)/i.exec(address) ?? []
  if (authority === undefined) return 'is no web or mail address'
  if (authority.includes('@')) return 'has something before its host'
  if (authority.includes('\\') || !URL.canParse(address)) return 'has no valid host'
  return undefined
}

/** The host of a web address, or of a mail address, without `www.`, as ASCII; undefined where there is none. */
export function hostOfAddress(address: string): string | undefined {
  const mail = /^(?:mailto:)?[^\s@/:?]+@([^\s@/?]+)/i.exec(address)?.[1]
  const web = /^https?:\/\/[^\s/?#]/i.test(address) ? address : `https://${mail ?? address}`
  if (!URL.canParse(web)) return undefined
  return new URL(web).hostname.replace(/^www\./, '').replace(/\.$/, '') || undefined
}
