import type { ColumnKind } from '../brief/index.js'
import type { Place } from '../diagnostics/index.js'
import { type PlacedValue, PlainValue, type ProseText, type Verbatim } from './prose-text.js'
import type { TableFigure } from './table-figure.js'

/** A cell: a figure, or one that is missing; else words. */
export type DataTableCell = TableFigure | ProseText | Verbatim

export interface DataTableColumn {
  readonly key: string
  /** What stands at its head. */
  readonly title: PlacedValue
  /** Whether its cells are figures. */
  readonly isNumeric: boolean
  readonly kind: ColumnKind
  /** What its figures count; `%` where they are percentages. */
  readonly unit: PlacedValue | undefined
}

/** The values of a table or a CSV file as one edition may show them: for tables and charts. */
export interface DataTable {
  readonly columns: readonly DataTableColumn[]
  readonly rows: readonly (readonly DataTableCell[])[]
  /** Whether the last row sums up the others. */
  readonly hasTotal: boolean
  readonly place: Place
}

/** The tables and CSV files of a brief, as far as an audience may see them. */
export interface EditionTables {
  /** A table by its id; undefined where the brief has none, or one that is above the clearance or names who may not be named. */
  ofTable(id: string): DataTable | undefined
  /** A CSV file by its path as the brief has it; its columns are known by the names in its first row. */
  ofFile(path: string): DataTable | undefined
}

/** A column by its key or, as CSV files have titles, by these. */
export function columnOfTable({ columns }: DataTable, name: string): number {
  const byKey = columns.findIndex(({ key }) => key === name)
  return byKey === -1 ? columns.findIndex(({ title }) => String(title) === name) : byKey
}

/** Whether a cell has no value. */
export const isMissing = (cell: DataTableCell): boolean =>
  cell instanceof PlainValue ? cell.value === '' : String(cell).trim() === ''
