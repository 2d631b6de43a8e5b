import { type DiagnosticCode, type Report, SourceFile } from '../../diagnostics/index.js'
import type { CsvError } from './parse-csv.js'
import { scanCells } from './scan-cells.js'

interface CsvErrorRecord {
  readonly fault: CsvError
  readonly bytes: Buffer
}

/** Where a record of a CSV file begins, and how a fault of it is reported. */
interface CsvErrorContext {
  readonly path: string
  /** The number of its first line. */
  readonly line: number
  readonly delimiter: string
  readonly code: DiagnosticCode
}

/** Says where a CSV file ceases to be one. */
export function reportCsvError(
  { fault, bytes }: CsvErrorRecord,
  { path, line, delimiter, code }: CsvErrorContext,
  report: Report,
): void {
  const file = new SourceFile(path, new TextDecoder().decode(bytes), line)
  const { at, cell } = scanCells(file.text, delimiter).error ?? { at: 0, cell: 0 }
  const [start, opened] = [file.position(at), file.position(cell)]
  report(
    code,
    { file, range: { start: at, end: at + 1 } },
    `${MESSAGES[fault]}; from here on the file cannot be read`,
    start.line > opened.line
      ? `check the quotation mark of the cell that begins at line ${opened.line}, column ${opened.column}`
      : undefined,
    HINTS[fault],
  )
}

const MESSAGES: Readonly<Record<CsvError, string>> = {
  unclosed: 'the quotation mark is never closed',
  'text-after': 'text follows the closing quotation mark of a cell',
  stray: 'there is a quotation mark within a cell that is not enclosed in them',
  'too-long': 'the row is longer than 1 MB',
}

const DOUBLE = 'write a quotation mark that is part of the text twice, in a cell that is enclosed in them'

const HINTS: Readonly<Record<CsvError, string>> = {
  unclosed: 'close it at the end of the cell',
  'text-after': DOUBLE,
  stray: DOUBLE,
  'too-long': 'check whether a quotation mark is never closed',
}
