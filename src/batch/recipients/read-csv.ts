import type { Place, Report, SourceFile } from '../../diagnostics/index.js'
import { countLineEnds, decodeRow } from '../csv/decode-row.js'
import { SEPARATOR_LINE } from '../csv/delimiter.js'
import { parseCsv } from '../csv/parse-csv.js'
import { reportCsvError } from '../csv/report-csv-error.js'
import { wholeRow } from '../csv/row-text.js'
import { cellPlace } from '../csv/scan-cells.js'
import { checkColumns } from './check-columns.js'
import type { DataRow } from './data-row.js'

interface CsvHeader {
  /** Without blanks around them; empty for a column without a name. */
  readonly columns: readonly string[]
  readonly place: Place
  /** Whether there were such blanks: then those around cells are no part of them, either. */
  readonly trims: boolean
}

/** Reads the rows of a CSV file, of which the first names the columns. */
export async function* readCsv(
  chunks: AsyncIterable<Buffer>,
  path: string,
  delimiter: string,
  report: Report,
): AsyncGenerator<DataRow, void> {
  let header: CsvHeader | undefined
  let line = 1
  const unnamed = new Set<number>()
  for await (const record of parseCsv(chunks, delimiter)) {
    if (record.kind === 'fault')
      return reportCsvError(record, { path, line, delimiter, code: 'recipients-invalid' }, report)
    const file = decodeRow(record.bytes, path, line, report)
    const isSeparator = line === 1 && SEPARATOR_LINE.test(file?.text ?? '')
    line += countLineEnds(record.bytes)
    if (isSeparator || record.cells.every(cell => cell.trim() === '')) continue
    if (header) {
      const row = file && readRow(record.cells, file, header, delimiter, unnamed, report)
      if (row) yield row
    } else {
      header = file && readHeader(record.cells, file, delimiter, report)
      if (!header) return
    }
  }
}

function readHeader(
  cells: readonly string[],
  file: SourceFile,
  delimiter: string,
  report: Report,
): CsvHeader | undefined {
  const place = wholeRow(file)
  const columns = cells.map(cell => cell.trim().normalize('NFC'))
  const trims = cells.some(cell => cell.trim() !== cell)
  const sound = checkColumns(columns, place, index => cellPlace(index, file, delimiter), report)
  return sound ? { columns, place, trims } : undefined
}

function readRow(
  cells: readonly string[],
  file: SourceFile,
  { columns, place: header, trims }: CsvHeader,
  delimiter: string,
  unnamed: Set<number>,
  report: Report,
): DataRow | undefined {
  const place = wholeRow(file)
  // What is empty after the last column comes of a separator at the end of the line.
  const isRagged =
    cells.length < columns.length || cells.slice(columns.length).some(cell => cell.trim() !== '')
  if (isRagged) {
    const message = `the row has ${cells.length} of ${columns.length} cells`
    const mark = delimiter === '\t' ? 'a tab' : `\`${delimiter}\``
    report('recipients-invalid', place, message, `enclose a cell in quotation marks if it holds ${mark}`)
    return undefined
  }
  const nameless = columns.findIndex((column, index) => column === '' && cells[index]?.trim() !== '')
  if (nameless !== -1 && !unnamed.has(nameless)) {
    unnamed.add(nameless)
    const hint = 'name it in the first line, or delete what is in it'
    const message = `column ${nameless + 1} has no name, and is not empty`
    report('recipient-column', cellPlace(nameless, file, delimiter), message, hint)
  }
  const fields = columns.map((column, index) => {
    const cell = cells[index] ?? ''
    return [column, trims ? cell.trim() : cell] as const
  })
  return {
    fields: Object.fromEntries(fields.filter(([column]) => column !== '')),
    line: file.firstLine,
    place,
    columns: header,
    placeOf: column => cellPlace(columns.indexOf(column), file, delimiter),
  }
}
