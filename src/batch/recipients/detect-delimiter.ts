/**
 * Says what parts the cells of a table: a tab in `.tsv`; else the comma of RFC 4180, unless the line that names the
 * columns has none, but a semicolon (as Excel writes where the comma is for decimals) or a tab.
 */
export function detectDelimiter(head: Buffer, extension: string): string {
  if (extension === '.tsv') return '\t'
  const unquoted = head.toString('latin1').replace(/"[^"]*(?:"|$)/g, 'quoted')
  const header = /[^\r\n\xef\xbb\xbf][^\r\n]*/.exec(unquoted)?.[0] ?? ''
  return [',', ';', '\t'].find(delimiter => header.includes(delimiter)) ?? ','
}
