import { closest, type Report, shorten } from '../../diagnostics/index.js'
import type { YamlPlaces } from '../yaml/places.js'
import type { FieldPath } from '../yaml/tree.js'
import { NUMBER_FORMATS, parseNumberFormat, suggestedFormat } from './number-format.js'
import { figureHint } from './read-figure.js'
import { type ColumnDeclaration, columnKind, figureOf, isFilled } from './table-columns.js'
import { checkTotals } from './table-totals.js'

/** A table as far as it could be read; an item with errors may lack anything. */
export interface ReadTable {
  readonly columns?: readonly (ReadColumn | undefined)[] | undefined
  readonly rows?: readonly (readonly unknown[] | undefined)[] | undefined
  /** Path of the CSV that has the rows. */
  readonly data?: string | undefined
  readonly total?: boolean | undefined
  readonly note?: unknown
}

export interface ReadColumn extends ColumnDeclaration {
  readonly key?: string | undefined
  readonly title?: unknown
}

/** Where a table stands, and who is told what is wrong with it. */
export interface TableGround {
  readonly path: FieldPath
  readonly places: YamlPlaces
  readonly report: Report
}

/** Checks the tables of a brief as they were read; rows that a CSV has are checked once it is read. */
export function checkTables(tables: unknown, places: YamlPlaces, report: Report): void {
  if (!Array.isArray(tables)) return
  for (const [index, table] of tables.entries()) {
    if (typeof table !== 'object' || table === null) continue
    const ground = { path: ['tables', index], places, report }
    checkTableFields(table as ReadTable, ground)
    const { columns, rows } = table as ReadTable
    if (columns && rows) checkTableRows(table as ReadTable, ground)
  }
}

/** Checks what a table says of itself, whatever its rows are. */
function checkTableFields(table: ReadTable, { path, places, report }: TableGround): void {
  const at = (...inner: FieldPath) => places.place([...path, ...inner])
  if (table.rows && table.data !== undefined)
    report(
      'table-invalid',
      places.place([...path, 'data'], 'key'),
      'the table has both `rows` and `data`',
      'remove one of the two',
    )
  else if (
    !table.rows &&
    table.data === undefined &&
    !['rows', 'data'].some(key => hasKey(places, path, key))
  )
    report(
      'table-invalid',
      at(),
      'the table has neither `rows` nor `data`',
      'write its `rows`, or name a CSV in `data`',
    )
  const columns = table.columns ?? []
  if (table.columns?.length === 0)
    report('table-invalid', at('columns'), 'the table has no columns', 'add one for each cell of a row')
  const known = new Set<string>()
  for (const [index, column] of columns.entries()) {
    const { key, format } = column ?? {}
    if (key !== undefined && known.has(key))
      report(
        'table-column',
        at('columns', index, 'key'),
        `two columns have the key \`${key}\``,
        'rename one of them',
      )
    if (key !== undefined) known.add(key)
    if (format !== undefined && !parseNumberFormat(format)) {
      const message = `unknown format \`${shorten(format)}\``
      report('table-column', at('columns', index, 'format'), message, formatHint(format))
    }
  }
}

/** Whether the brief has a field, even one that could not be read. */
function hasKey(places: YamlPlaces, path: FieldPath, key: string): boolean {
  const [field, item] = [places.place([...path, key], 'key'), places.place(path, 'key')]
  const whole = places.place(path)
  return field.range.start !== item.range.start && field.range.start !== whole.range.start
}

function formatHint(format: string): string {
  const meant = suggestedFormat(format) ?? closest(format, NUMBER_FORMATS)
  if (meant !== undefined && parseNumberFormat(meant)) return `did you mean \`${meant}\`?`
  return `formats are ${NUMBER_FORMATS.map(name => `\`${name}\``).join(', ')}`
}

/** Checks the rows of a table against its columns. */
export function checkTableRows(table: ReadTable, ground: TableGround): void {
  const { path, places, report } = ground
  const { columns = [], rows = [], total } = table
  const at = (...inner: FieldPath) => places.place([...path, 'rows', ...inner])
  if (rows.length === 0) {
    const place = places.place([...path, table.data === undefined ? 'rows' : 'data'])
    report('table-invalid', place, 'the table has no rows', 'add rows, or remove the table')
    return
  }
  const even = rows.map((row, index) => {
    if (!row || row.length === columns.length) return row !== undefined
    report(
      'table-row',
      at(index),
      unevenMessage(row.length, columns.length),
      unevenHint(row.length, columns.length),
    )
    return false
  })
  if (total && rows.length === 1) {
    const hint = 'add the rows that it sums up, or remove `total`'
    report('table-invalid', places.place([...path, 'total']), 'the only row of the table is its total', hint)
  }
  for (const column of columns.keys()) checkColumn(table, column, ground)
  if (!even.includes(false) && total && rows.length > 1) checkTotals(table, ground)
}

const unevenMessage = (cells: number, columns: number) =>
  `the row has ${counted(cells, 'cell')}, and the table ${counted(columns, 'column')}`
const counted = (count: number, what: string) => `${count} ${what}${count === 1 ? '' : 's'}`
const unevenHint = (cells: number, columns: number) =>
  cells < columns ? "write `''` for a value that is missing" : 'put a text with a comma in quotation marks'

function checkColumn(table: ReadTable, column: number, { path, places, report }: TableGround): void {
  const declared = table.columns?.[column]
  const cells = (table.rows ?? []).map(row => row?.[column])
  const filled = cells.filter(cell => cell !== undefined && isFilled(cell))
  const figures = filled.filter(cell => figureOf(cell) !== undefined)
  if (!declared || filled.length === 0 || figures.length === filled.length) return
  const columnPath = [...path, 'columns', column]
  const name = declared.key === undefined ? '' : ` \`${declared.key}\``
  const { isNumeric } = columnKind(declared, cells)
  if (isNumeric && figures.length === 0 && !filled.some(isNearlyFigure)) {
    const field = (['unit', 'format', 'align'] as const).find(key => declared[key] !== undefined) ?? 'align'
    const message = `the column${name} has \`${field}\`, and no figures`
    report(
      'table-column',
      places.place([...columnPath, field]),
      message,
      `remove \`${field}\`, or write digits`,
    )
    return
  }
  if (!isNumeric) {
    const isMixed = figures.length > filled.length / 2 && declared.align === undefined
    const odd = cells.findIndex(isNoFigure)
    if (isMixed)
      report(
        'table-mixed',
        places.place([...path, 'rows', odd, column]),
        `the column${name} is set as text because of this cell; its other cells are figures`,
        'leave the cell empty if its value is missing, or give the column `align: left` or `align: right`',
      )
    return
  }
  for (const [row, cell] of cells.entries()) {
    if (!isNoFigure(cell) || isExplained(cell, table.note)) continue
    const shown = typeof cell === 'string' ? `\`${shorten(cell)}\`` : 'a text with wordings'
    report(
      'table-cell',
      places.place([...path, 'rows', row, column]),
      `${shown} is no figure, and the column${name} is one of figures`,
      (typeof cell === 'string' ? figureHint(cell) : undefined) ??
        'leave the cell empty if its value is missing, or say in `note` what the sign stands for',
    )
  }
}

const isNearlyFigure = (cell: unknown): boolean => typeof cell === 'string' && figureHint(cell) !== undefined

const isNoFigure = (cell: unknown): boolean =>
  cell !== undefined && isFilled(cell) && figureOf(cell) === undefined

/** Characters of a sign that stands for a value, such as `n/a`. */
const LONGEST_SIGN = 12

/** Whether the note of a table says what a sign in the place of a figure stands for. */
export function isExplained(cell: unknown, note: unknown): boolean {
  const sign = typeof cell === 'string' ? cell.trim() : ''
  if (sign === '' || sign.length > LONGEST_SIGN || /\d/.test(sign)) return false
  const notes = typeof note === 'object' && note !== null ? Object.values(note) : [note]
  return notes.some(text => typeof text === 'string' && hasWord(text, sign))
}

function hasWord(text: string, word: string): boolean {
  for (let at = text.indexOf(word); at !== -1; at = text.indexOf(word, at + 1)) {
    const [before, after] = [text.slice(0, at).at(-1) ?? ' ', text[at + word.length] ?? ' ']
    if (!/[\p{L}\p{N}]/u.test(before) && !/[\p{L}\p{N}]/u.test(after)) return true
  }
  return false
}
