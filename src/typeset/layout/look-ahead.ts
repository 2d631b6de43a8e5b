import { type Heights, marginOf } from './heights.js'
import {
  type ColumnsNode,
  isColumns,
  isLeaf,
  isStack,
  isTable,
  type LayoutNode,
  type TableNode,
} from './nodes.js'
import { linesThatStart } from './page-breaks.js'
import { heightOfLines, type Paragraphs } from './paragraphs.js'

/** Shares of a page's height: tables and columns lower than this are not broken by a page. */
const WHOLE_TABLE = 0.3
const WHOLE_COLUMNS = 0.5

/** Tells how much room must be left on a page for a node to begin there. Heights and widths are points. */
export class LookAhead {
  constructor(
    private readonly bodyHeight: number,
    private readonly heights: Heights,
    private readonly paragraphs: Paragraphs,
  ) {}

  /** The height that an item asks for before a break: its own first lines, and those of what it stays with. */
  needed(items: readonly LayoutNode[], index: number, width: number): number {
    let needed = 0
    for (let at = index; ; at++) {
      const item = items[at]
      if (!item) return needed
      const [left, top, right, bottom] = marginOf(item)
      const room = width - left - right
      if (!item.keepNext || !items[at + 1]) return needed + top + this.#lead(item, room)
      needed += top + this.heights.of(item, room) + bottom
      if (needed > this.bodyHeight) return needed
    }
  }

  #lead(node: LayoutNode, width: number): number {
    if (isLeaf(node)) {
      const lines = this.paragraphs.lines(node, width)
      return heightOfLines(lines.slice(0, linesThatStart(lines.length)))
    }
    const height = this.heights.of(node, width)
    if (node.whole && height <= this.bodyHeight) return height
    if (isStack(node)) {
      const [left, top, right] = node.frame?.padding ?? [0, 0, 0, 0]
      return Math.min(height, top + this.needed(node.stack, 0, width - left - right))
    }
    if (isTable(node)) return this.#tableLead(node, height)
    if (isColumns(node)) return this.#columnsLead(node, width, height)
    return height
  }

  #tableLead(node: TableNode, height: number): number {
    if (height <= this.bodyHeight * WHOLE_TABLE) return height
    const lead = node.layout.hLineWidth(0) + this.heights.rows(node, 0, firstRows(node))
    return lead <= this.bodyHeight ? lead : 0
  }

  #columnsLead(node: ColumnsNode, width: number, height: number): number {
    if (node.balance)
      return Math.min(height, ...node.columns.map(column => this.#lead(column, column.width ?? width)))
    if (height <= this.bodyHeight * WHOLE_COLUMNS) return height
    return Math.max(...node.columns.map(column => this.#lead(column, column.width ?? width)))
  }
}

/** The head and as many rows as may not stand alone: two, or three where else the last would. */
export function firstRows({ table }: TableNode): number {
  const rows = table.body.length - table.headerRows
  return table.headerRows + (rows < 2 * ROWS_TOGETHER ? rows : ROWS_TOGETHER)
}

/** Neither at the foot of a page nor on the next may fewer rows of a table stand. */
export const ROWS_TOGETHER = 2
