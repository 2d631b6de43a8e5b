import type { Place, Report, SourceFile } from '../../diagnostics/index.js'
import { checkColumns } from './check-columns.js'
import { type DataRow, wholeRow } from './data-row.js'
import { countLineEnds, decodeRow } from './decode-row.js'
import { parseCsv } from './parse-csv.js'
import { reportCsvError } from './report-csv-error.js'
import { scanCells } from './scan-cells.js'

interface CsvHeader {
  readonly columns: readonly string[]
  readonly place: Place
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
  for await (const record of parseCsv(chunks, delimiter)) {
    if (record.kind === 'fault') return reportCsvError(record, path, line, delimiter, report)
    const file = decodeRow(record.bytes, path, line, report)
    line += countLineEnds(record.bytes)
    if (file?.text.trim() === '') continue
    if (header) {
      const row = file && readRow(record.cells, file, header, delimiter, report)
      if (row) yield row
    } else {
      header = file && readHeader(record.cells, file, delimiter, report)
      if (!header) return
    }
  }
}

function readHeader(
  columns: readonly string[],
  file: SourceFile,
  delimiter: string,
  report: Report,
): CsvHeader | undefined {
  const place = wholeRow(file)
  const sound = checkColumns(columns, place, index => cellPlace(index, file, delimiter), report)
  return sound ? { columns, place } : undefined
}

function readRow(
  cells: readonly string[],
  file: SourceFile,
  { columns, place: header }: CsvHeader,
  delimiter: string,
  report: Report,
): DataRow | undefined {
  const place = wholeRow(file)
  if (cells.length !== columns.length) {
    const message = `the row has ${cells.length} of ${columns.length} cells`
    const mark = delimiter === '\t' ? 'a tab' : `\`${delimiter}\``
    report('recipients-invalid', place, message, `enclose a cell in quotation marks if it holds ${mark}`)
    return undefined
  }
  return {
    fields: Object.fromEntries(columns.map((column, index) => [column, cells[index] ?? ''])),
    line: file.firstLine,
    place,
    columns: header,
    placeOf: column => cellPlace(columns.indexOf(column), file, delimiter),
  }
}

function cellPlace(index: number, file: SourceFile, delimiter: string): Place {
  const range = scanCells(file.text, delimiter).cells[index]
  return range ? { file, range } : wholeRow(file)
}
