import { decodeText } from '../../brief/index.js'
import type { Report } from '../../diagnostics/index.js'

/** The first line of a table that was made for Excel: `sep=;`, perhaps in quotation marks. */
export const SEPARATOR_LINE = /^"?sep=([^\w\s"]|\t)"?\s*$/i

/** What parts the cells of a table, by its first line and its extension, which is in lower case. */
export function delimiterOf(head: Buffer, extension: string): string {
  return declaredDelimiter(head) ?? detectDelimiter(head, extension)
}

/** The mark that a first line `sep=;` declares, as Excel writes and obeys it. */
function declaredDelimiter(head: Buffer): string | undefined {
  const [line = ''] = head
    .toString('latin1')
    .replace(/^\xef\xbb\xbf/, '')
    .split(/[\r\n]/, 1)
  return SEPARATOR_LINE.exec(line)?.[1]
}

/**
 * Says what parts the cells of a table: a tab in `.tsv`; else the comma of RFC 4180, unless the line that names the
 * columns has none, but a semicolon (as Excel writes where the comma is for decimals) or a tab.
 */
function detectDelimiter(head: Buffer, extension: string): string {
  if (extension === '.tsv') return '\t'
  const unquoted = head.toString('latin1').replace(/"[^"]*(?:"|$)/g, 'quoted')
  const header = /[^\r\n\xef\xbb\xbf][^\r\n]*/.exec(unquoted)?.[0] ?? ''
  return [',', ';', '\t'].find(delimiter => header.includes(delimiter)) ?? ','
}

/** Whether a file begins as UTF-16 does, with or without its mark: a parser would take the bytes for cells. */
export const isUtf16Table = ([first = 1, second = 1]: Buffer): boolean =>
  first >= 0xfe || first === 0 || second === 0

/** Excel saves “Unicode Text” so. */
export function reportUtf16Table(head: Buffer, shown: string, report: Report): void {
  const withHint: Report = (code, place, message, ...hints) =>
    report(code, place, message, ...hints, 'choose “CSV UTF-8” if it comes from Excel')
  decodeText(head.subarray(0, 2), shown, withHint)
}
