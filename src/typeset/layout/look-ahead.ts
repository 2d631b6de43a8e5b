import { breakLines } from './lines.js'
import {
  type ColumnsNode,
  isColumns,
  isLeaf,
  isStack,
  isTable,
  type LayoutNode,
  type TableNode,
} from './nodes.js'

/** Shares of a page's height: tables and columns lower than this are not broken by a page. */
const WHOLE_TABLE = 0.3
const WHOLE_COLUMNS = 0.5

/** Tells how much room must be left on a page for a node to begin there. Heights and widths are points. */
export class LookAhead {
  constructor(
    private readonly bodyHeight: number,
    /** The height of a node without its own vertical margins. */
    private readonly height: (node: LayoutNode, width: number) => number,
  ) {}

  /** The height that an item asks for before a break: its own first lines, and those of what it stays with. */
  needed(items: readonly LayoutNode[], index: number, width: number): number {
    const item = items[index]
    if (!item) return 0
    const [left, top, right] = item._margin ?? [0, 0, 0, 0]
    const next = items[index + 1]
    const room = width - left - right
    if (item.keepNext && next) return top + this.height(item, room) + this.needed(items, index + 1, width)
    return top + this.#lead(item, room)
  }

  #lead(node: LayoutNode, width: number): number {
    const height = this.height(node, width)
    if (node.whole && height <= this.bodyHeight) return height
    if (isLeaf(node)) {
      const lines = breakLines(node._inlines ?? [], width)
      const count = lines.length <= 3 ? lines.length : 2
      return lines.slice(0, count).reduce((sum, line) => sum + line.getHeight(), 0)
    }
    if (isStack(node)) {
      const [left, top, right] = node.frame?.padding ?? [0, 0, 0, 0]
      return Math.min(height, top + this.needed(node.stack, 0, width - left - right))
    }
    if (isTable(node)) return this.#tableLead(node, width, height)
    if (isColumns(node)) return this.#columnsLead(node, width, height)
    return height
  }

  #tableLead(node: TableNode, width: number, height: number): number {
    if (height <= this.bodyHeight * WHOLE_TABLE) return height
    const lead = this.height(part(node, 0, node.table.headerRows + 1), width)
    return lead <= this.bodyHeight ? lead : 0
  }

  #columnsLead(node: ColumnsNode, width: number, height: number): number {
    if (node.balance)
      return Math.min(height, ...node.columns.map(column => this.#lead(column, column.width ?? width)))
    if (height <= this.bodyHeight * WHOLE_COLUMNS) return height
    return Math.max(...node.columns.map(column => this.#lead(column, column.width ?? width)))
  }
}

/** Some rows of a measured table as a table of their own, to try out. */
export const part = (node: TableNode, from: number, to: number): TableNode => ({
  ...node,
  table: { ...node.table, body: node.table.body.slice(from, to), headerRows: 0, keepWithHeaderRows: 0 },
})
