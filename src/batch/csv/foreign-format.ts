import { extname } from 'node:path'

/** What a file is that is neither a table nor JSON Lines, in words that follow the file's name, and what to do. */
export function foreignFormat(
  head: Buffer,
  path: string,
): { readonly message: string; readonly hint: string } | undefined {
  const extension = extname(path).toLowerCase()
  if (isSpreadsheet(head, path)) return { message: 'is a spreadsheet, not a table in text', hint: AS_CSV }
  const isJsonLines = extension === '.jsonl' || extension === '.ndjson'
  const text = head
    .toString('utf8', 0, 2000)
    .replace(/^\ufeff/, '')
    .trimStart()
  if ((extension === '.json' || isJsonLines) && text.startsWith('['))
    return { message: 'is one list of JSON, not JSON Lines', hint: AS_LINES }
  if (isJsonLines && /^\{\s*$/m.test(text.slice(0, 2)))
    return { message: 'has objects of JSON that fill several lines', hint: AS_LINES }
  return extension === '.json' ? { message: 'is JSON, not JSON Lines', hint: AS_LINES } : undefined
}

/** Whether a file is of a spreadsheet program, by its bytes or its name. */
export const isSpreadsheet = (head: Buffer, path: string): boolean =>
  isZip(head) || isOldOffice(head) || SPREADSHEETS.has(extname(path).toLowerCase())

export const AS_CSV = 'save it as CSV in UTF-8 (Excel: “CSV UTF-8”), which ends in `.csv`'
const AS_LINES =
  'write each recipient as an object on a line of its own in a file that ends in `.jsonl`: `jq -c ".[]" people.json > people.jsonl` does it'

const SPREADSHEETS: ReadonlySet<string> = new Set(['.xlsx', '.xlsm', '.xlsb', '.xls', '.ods', '.numbers'])

const isZip = (head: Buffer) => head.subarray(0, 4).equals(Buffer.from([0x50, 0x4b, 3, 4]))
/** The compound file of Office 97. */
const isOldOffice = (head: Buffer) => head.subarray(0, 4).equals(Buffer.from([0xd0, 0xcf, 0x11, 0xe0]))
