import type { Place } from '../../diagnostics/index.js'
import type { Cell, CellSpans, Row, Table } from '../../markup/index.js'
import type { StructureElement } from '../nodes/structure-element.js'

/** The elements of a table: its rows in head and body, and each cell with the cells that head it. */
export class TableStructure {
  readonly caption: StructureElement
  readonly #head: StructureElement
  readonly #body: StructureElement
  /** Header cells over each column: of the head, and the last one in the body. */
  readonly #columns: { head: StructureElement[]; body: StructureElement[] }[] = []
  #row: StructureElement
  /** Header cells that name the row, those included that come down from rows above. */
  #rowHeaders: Spanning<StructureElement>[] = []
  /** Headers of the cells of the row so far, to which headers further on are added; those from above included. */
  #rowCells: Spanning<StructureElement[]>[] = []
  #inHead = false

  constructor(block: Table, table: StructureElement) {
    this.caption = table.add('Caption', block.place)
    this.#head = table.add('THead', block.place)
    this.#body = table.add('TBody', block.place)
    this.#row = this.#body
  }

  beginRow(row: Row, head: boolean): void {
    this.#row = (head ? this.#head : this.#body).add('TR', row.place)
    const isSamePart = head === this.#inHead
    this.#rowHeaders = isSamePart ? inNextRow(this.#rowHeaders) : []
    this.#rowCells = isSamePart ? inNextRow(this.#rowCells) : []
    this.#inHead = head
  }

  /** The element of the next cell of the row, over `span` columns from the column `from`. */
  cell({ header, rows, place }: Cell, from: number, span: number): StructureElement {
    if (header === undefined && !this.#inHead) return this.#dataCell(place, from, { span, rows })
    const scope = header === 'row' ? 'Row' : 'Column'
    const element = this.#row.add('TH', place, { colSpan: span, rowSpan: rows, scope })
    if (scope === 'Row') this.#headRows(element, rows)
    else for (const column of spannedColumns(from, span)) this.#headColumn(element, column)
    return element
  }

  /** A cell that the row lacks, in the column `from`. */
  emptyCell(place: Place, from: number): void {
    if (this.#inHead) this.#row.add('TH', place, { scope: 'Column' })
    else this.#dataCell(place, from, { span: 1, rows: 1 })
  }

  #dataCell(place: Place, from: number, { span, rows }: CellSpans): StructureElement {
    const above = spannedColumns(from, span).flatMap(column => {
      const { head = [], body = [] } = this.#columns[column] ?? {}
      return [...head, ...body]
    })
    const headers = [...new Set([...above, ...this.#rowHeaders.map(({ entry }) => entry)])]
    this.#rowCells.push({ entry: headers, rows })
    return this.#row.add('TD', place, { colSpan: span, rowSpan: rows, headers })
  }

  /** A header over several rows heads the cells of all of them, and a cell over several rows has the headers of each. */
  #headRows(element: StructureElement, rows: number): void {
    this.#rowHeaders.push({ entry: element, rows })
    for (const { entry: headers } of this.#rowCells) headers.push(element)
  }

  /** In the body, a header replaces the one above it, as a new part of the table begins. */
  #headColumn(element: StructureElement, column: number): void {
    const { head, body } = this.#columns[column] ?? { head: [], body: [] }
    this.#columns[column] = this.#inHead ? { head: [...head, element], body } : { head, body: [element] }
  }
}

/** What belongs to a row and to those below it: `rows` in all, from the one at hand. */
interface Spanning<Entry> {
  readonly entry: Entry
  readonly rows: number
}

const inNextRow = <Entry>(spanning: readonly Spanning<Entry>[]): Spanning<Entry>[] =>
  spanning.flatMap(({ entry, rows }) => (rows > 1 ? [{ entry, rows: rows - 1 }] : []))

const spannedColumns = (from: number, span: number): number[] =>
  Array.from({ length: span }, (_, index) => from + index)
