import type { Place } from '../../diagnostics/index.js'
import type { Cell, Row, Table } from '../../markup/index.js'
import { Tag } from './tag.js'

/** The elements of a table: its rows in head and body, and each cell with the cells that head it. */
export class TableTags {
  readonly caption: Tag
  readonly #head: Tag
  readonly #body: Tag
  /** Header cells over each column. */
  readonly #columns: Tag[][] = []
  #row: Tag
  #rowHeaders: Tag[] = []
  #inHead = false

  constructor(block: Table, table: Tag) {
    this.caption = table.add('Caption', block.place)
    this.#head = table.add('THead', block.place)
    this.#body = table.add('TBody', block.place)
    this.#row = this.#body
  }

  /** Elements that stand for nothing, for a trial. */
  static none(block: Table): TableTags {
    return new TableTags(block, new Tag('Table', block.place))
  }

  beginRow(row: Row, head: boolean): void {
    this.#row = (head ? this.#head : this.#body).add('TR', row.place)
    this.#rowHeaders = []
    this.#inHead = head
  }

  /** The element of the next cell of the row, over `span` columns from the column `from`. */
  cell({ header, place }: Cell, from: number, span: number): Tag {
    const columns = Array.from({ length: span }, (_, index) => from + index)
    const above = columns.flatMap(column => this.#columns[column] ?? [])
    const headers = this.#inHead ? [] : [...new Set([...above, ...this.#rowHeaders])]
    if (header === undefined && !this.#inHead) return this.#row.add('TD', place, { span, headers })
    const scope = header === 'row' ? 'Row' : 'Column'
    const tag = this.#row.add('TH', place, { span, scope })
    if (scope === 'Row') this.#rowHeaders.push(tag)
    else for (const column of columns) this.#columns[column] = [...(this.#columns[column] ?? []), tag]
    return tag
  }

  /** A cell that the row lacks. */
  emptyCell(place: Place): void {
    this.#row.add(this.#inHead ? 'TH' : 'TD', place, this.#inHead ? { scope: 'Column' } : {})
  }
}
