import { type Place, type Report, SourceFile, shorten } from '../../diagnostics/index.js'
import { decodeRow } from '../csv/decode-row.js'
import { MAX_ROW_BYTES, wholeRow } from '../csv/row-text.js'
import { warnOfNearMiss } from './check-columns.js'
import type { DataRow } from './data-row.js'
import { findKey, parseObject } from './parse-object.js'
import type { RowValue } from './recipient.js'
import { splitLines } from './split-lines.js'

/** Reads the rows of a file of JSON Lines: one object a line. */
export async function* readJsonLines(
  chunks: AsyncIterable<Buffer>,
  path: string,
  report: Report,
): AsyncGenerator<DataRow, void> {
  const warned = new Set<string>()
  for await (const { bytes, number } of splitLines(chunks, MAX_ROW_BYTES)) {
    if (bytes.length > MAX_ROW_BYTES) {
      const start = new SourceFile(path, bytes.toString('utf8', 0, EXCERPT_BYTES), number)
      report('recipients-invalid', wholeRow(start), 'the row is longer than 1 MB', LONG_HINT)
      continue
    }
    const file = decodeRow(bytes, path, number, report)
    const row = file && file.text.trim() !== '' ? readObjectRow(file, report) : undefined
    if (!row) continue
    warnOnce(row, warned, report)
    yield row
  }
}

/** Bytes of a line that is too long, for its finding. */
const EXCERPT_BYTES = 200
const LONG_HINT = 'check whether each object is on a line of its own'

/** Reads a recipient from an object in JSON, and what is wrong with its columns. */
export function readObjectRow(file: SourceFile, report: Report): DataRow | undefined {
  const object = parseObject(file, report)
  if (!object) return undefined
  const place = wholeRow(file)
  const placeOf = (key: string): Place => ({ file, range: findKey(key, file.text) ?? place.range })
  const columns = Object.keys(object)
  const fields = columns.map(key => [key, scalarOf(key, object[key], placeOf, report)] as const)
  if (fields.some(([, value]) => value === undefined)) return undefined
  return {
    fields: Object.fromEntries(fields.map(([key, value]) => [key, value ?? null])),
    line: file.firstLine,
    place,
    columns: place,
    placeOf,
  }
}

/** The value of a column, as templates see it; `undefined` for one that no recipient has. */
function scalarOf(
  key: string,
  value: unknown,
  placeOf: (key: string) => Place,
  report: Report,
): RowValue | undefined {
  if (key.trim() === '') {
    report('recipient-column', placeOf(key), 'a column has no name', 'name it, or delete it')
    return undefined
  }
  if (value === null || typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean')
    return value
  if (key === 'audience' && isTexts(value)) return value.join(', ')
  const message = `\`${shorten(key)}\` is ${Array.isArray(value) ? 'a list' : 'an object'}, not a single value`
  const hint =
    key === 'audience' ? 'write the names of audiences' : 'write a column for each of the values in it'
  report('recipients-invalid', placeOf(key), message, hint)
  return undefined
}

function isTexts(value: unknown): value is readonly string[] {
  return Array.isArray(value) && value.every(item => typeof item === 'string')
}

/** A name that all rows have is worth one warning. */
function warnOnce(row: DataRow, warned: Set<string>, report: Report): void {
  const columns = Object.keys(row.fields)
  for (const column of columns)
    if (!warned.has(column))
      warnOfNearMiss(
        column,
        columns,
        () => row.placeOf(column),
        (...finding) => {
          warned.add(column)
          report(...finding)
        },
      )
}
