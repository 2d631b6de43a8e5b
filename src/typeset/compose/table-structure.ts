import type { Place } from '../../diagnostics/index.js'
import type { Cell, Row, Table } from '../../markup/index.js'
import type { StructureElement } from '../nodes/structure-element.js'

/** The elements of a table: its rows in head and body, and each cell with the cells that head it. */
export class TableStructure {
  readonly caption: StructureElement
  readonly #head: StructureElement
  readonly #body: StructureElement
  /** Header cells over each column: of the head, and the last one in the body. */
  readonly #columns: { head: StructureElement[]; body: StructureElement[] }[] = []
  #row: StructureElement
  #rowHeaders: StructureElement[] = []
  /** Headers of the cells of the row so far, to which headers further on are added. */
  #rowCells: StructureElement[][] = []
  #inHead = false

  constructor(block: Table, table: StructureElement) {
    this.caption = table.add('Caption', block.place)
    this.#head = table.add('THead', block.place)
    this.#body = table.add('TBody', block.place)
    this.#row = this.#body
  }

  beginRow(row: Row, head: boolean): void {
    this.#row = (head ? this.#head : this.#body).add('TR', row.place)
    this.#rowHeaders = []
    this.#rowCells = []
    this.#inHead = head
  }

  /** The element of the next cell of the row, over `span` columns from the column `from`. */
  cell({ header, place }: Cell, from: number, span: number): StructureElement {
    if (header === undefined && !this.#inHead) return this.#dataCell(place, from, span)
    const scope = header === 'row' ? 'Row' : 'Column'
    const element = this.#row.add('TH', place, { colSpan: span, scope })
    if (scope === 'Row') this.#headRow(element)
    else for (const column of spannedColumns(from, span)) this.#headColumn(element, column)
    return element
  }

  /** A cell that the row lacks, in the column `from`. */
  emptyCell(place: Place, from: number): void {
    if (this.#inHead) this.#row.add('TH', place, { scope: 'Column' })
    else this.#dataCell(place, from, 1)
  }

  #dataCell(place: Place, from: number, span: number): StructureElement {
    const above = spannedColumns(from, span).flatMap(column => {
      const { head = [], body = [] } = this.#columns[column] ?? {}
      return [...head, ...body]
    })
    const headers = [...new Set([...above, ...this.#rowHeaders])]
    this.#rowCells.push(headers)
    return this.#row.add('TD', place, { colSpan: span, headers })
  }

  #headRow(element: StructureElement): void {
    this.#rowHeaders.push(element)
    for (const headers of this.#rowCells) headers.push(element)
  }

  /** In the body, a header replaces the one above it, as a new part of the table begins. */
  #headColumn(element: StructureElement, column: number): void {
    const { head, body } = this.#columns[column] ?? { head: [], body: [] }
    this.#columns[column] = this.#inHead ? { head: [...head, element], body } : { head, body: [element] }
  }
}

const spannedColumns = (from: number, span: number): number[] =>
  Array.from({ length: span }, (_, index) => from + index)
