import { extname } from 'node:path'
import { type DataCell, type DataFile, unprintableIn } from '../../brief/index.js'
import type { Place, Report, SourceFile } from '../../diagnostics/index.js'
import { countLineEnds, decodeRow } from '../csv/decode-row.js'
import { delimiterOf, isUtf16Table, reportUtf16Table, SEPARATOR_LINE } from '../csv/delimiter.js'
import { AS_CSV, isSpreadsheet } from '../csv/foreign-format.js'
import { parseCsv } from '../csv/parse-csv.js'
import { reportCsvError } from '../csv/report-csv-error.js'
import { wholeRow } from '../csv/row-text.js'
import { cellPlace } from '../csv/scan-cells.js'
import { readTextBytes } from './read-file.js'
import { displayPath, type Workspace } from './workspace.js'

/** Cells of a file; a table that is printed has hundreds, and what has more is no table but a database. */
const MAX_CELLS = 20_000

/**
 * Reads a CSV that a brief takes figures from: its first row names the columns. What is wrong with it is reported, at `place`, where
 * the brief names it, or in the file.
 */
export async function readTableFile(
  workspace: Workspace,
  absolute: string,
  place: Place,
  report: Report,
): Promise<DataFile | undefined> {
  const bytes = await readTextBytes(workspace, absolute, place, report)
  if (!bytes) return undefined
  const shown = displayPath(workspace, absolute)
  const extension = extname(absolute).toLowerCase()
  if (isSpreadsheet(bytes, absolute))
    report('table-invalid', place, `\`${shown}\` is a spreadsheet, not a table in text`, AS_CSV)
  else if (/^\.(?:jsonl?|ndjson|ya?ml)$/.test(extension))
    report('table-invalid', place, `\`${shown}\` is no CSV`, 'name a CSV, whose first row names the columns')
  else if (bytes.length > 1 && isUtf16Table(bytes)) reportUtf16Table(bytes, shown, report)
  else return readTable(bytes, shown, delimiterOf(bytes, extension), place, report)
  return undefined
}

async function readTable(
  bytes: Buffer,
  path: string,
  delimiter: string,
  named: Place,
  report: Report,
): Promise<DataFile | undefined> {
  let columns: readonly DataCell[] | undefined
  const rows: (readonly DataCell[])[] = []
  let line = 1
  let cells = 0
  let isSound = true
  for await (const record of parseCsv(only(bytes), delimiter)) {
    if (record.kind === 'fault') {
      reportCsvError(record, { path, line, delimiter, code: 'table-invalid' }, report)
      return undefined
    }
    const file = decodeRow(record.bytes, path, line, report)
    if (!file) return undefined
    const isSeparator = line === 1 && SEPARATOR_LINE.test(file.text)
    line += countLineEnds(record.bytes)
    if (isSeparator || record.cells.every(cell => cell.trim() === '')) continue
    const row = withoutTrailing(record.cells, columns?.length ?? 0).map(
      (text, index) => new CsvCell(text.trim(), index, file, delimiter),
    )
    cells += row.length
    if (cells > MAX_CELLS) {
      report(
        'table-invalid',
        named,
        `\`${path}\` has more than ${MAX_CELLS} cells`,
        'keep what is to be printed',
      )
      return undefined
    }
    isSound = checkCharacters(row, report) && isSound
    if (!columns) {
      columns = row
      isSound = checkNames(row, report) && isSound
    } else if (row.length !== columns.length) {
      isSound = false
      reportRagged(row.length, columns.length, wholeRow(file), delimiter, report)
    } else rows.push(row)
  }
  if (!columns || (rows.length === 0 && isSound)) {
    const message = `\`${path}\` ${columns ? 'has no rows below its first, which names the columns' : 'is empty'}`
    report(
      'table-invalid',
      named,
      message,
      'write the names of the columns in its first row, and the figures below',
    )
    return undefined
  }
  return isSound ? { path, columns, rows, mayHaveCommas: delimiter === ';' } : undefined
}

async function* only(bytes: Buffer): AsyncGenerator<Buffer, void> {
  yield bytes
}

/** What is empty after the last column comes of a separator at the end of the line. */
function withoutTrailing(cells: readonly string[], least: number): readonly string[] {
  let end = cells.length
  while (end > least && cells[end - 1]?.trim() === '') end--
  return cells.slice(0, end)
}

class CsvCell implements DataCell {
  constructor(
    readonly text: string,
    private readonly index: number,
    private readonly file: SourceFile,
    private readonly delimiter: string,
  ) {}

  get place(): Place {
    return cellPlace(this.index, this.file, this.delimiter)
  }

  /** Of a cell in quotation marks, in which some are doubled, the whole. */
  placeWithin(start: number, end: number): Place {
    const { file, range } = this.place
    const raw = file.text.slice(range.start, range.end)
    const at = raw.indexOf(this.text)
    if (at === -1) return { file, range }
    const from = range.start + at
    return { file, range: { start: from + start, end: from + end } }
  }
}

function checkNames(columns: readonly DataCell[], report: Report): boolean {
  const known = new Map<string, number>()
  let isSound = true
  for (const [index, column] of columns.entries()) {
    const name = column.text.normalize('NFC')
    const first = known.get(name)
    if (name !== '' && first !== undefined) {
      const message = `columns ${first + 1} and ${index + 1} are both named \`${name}\``
      report('table-column', column.place, message, 'rename one of the two, or delete it')
      isSound = false
    }
    if (first === undefined) known.set(name, index)
  }
  return isSound
}

function reportRagged(found: number, wanted: number, place: Place, delimiter: string, report: Report): void {
  const mark = delimiter === '\t' ? 'a tab' : `\`${delimiter}\``
  const message = `the row has ${found} of ${wanted} cells`
  const hint =
    found < wanted
      ? `write ${mark} for each cell that is missing`
      : `enclose a cell in quotation marks if it holds ${mark}`
  report('table-row', place, message, hint)
}

function checkCharacters(row: readonly DataCell[], report: Report): boolean {
  const faulty = row.flatMap(cell => {
    const [first] = unprintableIn(cell.text.replaceAll('\r', '\n'))
    return first ? [{ cell, message: first.message }] : []
  })
  for (const { cell, message } of faulty) report('invalid-character', cell.place, message, 'remove it')
  return faulty.length === 0
}
