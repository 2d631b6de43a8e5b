import {
  type ColumnsNode,
  isColumns,
  isParagraph,
  isStack,
  isTable,
  type LayoutNode,
  type TableNode,
} from '../nodes/layout-nodes.js'
import { marginOf, type NodeHeights } from './node-heights.js'
import { leadingLines } from './paragraph-breaks.js'
import { heightOfLines, type ParagraphLines } from './paragraph-lines.js'

/** Shares of a page's height: tables and columns lower than this are not broken by a page. */
const UNBROKEN_TABLE_SHARE = 0.3
const UNBROKEN_COLUMNS_SHARE = 0.5

/** Tells how much room must be left on a page for a node to begin there. Heights and widths are points. */
export class KeepRules {
  constructor(
    private readonly bodyHeight: number,
    private readonly heights: NodeHeights,
    private readonly paragraphs: ParagraphLines,
  ) {}

  /** The height that an item asks for before a break: its own first lines, and those of what it stays with. */
  requiredHeight(items: readonly LayoutNode[], index: number, width: number): number {
    let needed = 0
    for (let at = index; ; at++) {
      const item = items[at]
      if (!item) return needed
      const [left, top, right, bottom] = marginOf(item)
      const room = width - left - right
      if (!item.keepWithNext || !items[at + 1]) return needed + top + this.#lead(item, room)
      needed += top + this.heights.contentHeight(item, room) + bottom
      if (needed > this.bodyHeight) return needed
    }
  }

  #lead(node: LayoutNode, width: number): number {
    if (isParagraph(node)) {
      const lines = this.paragraphs.lines(node, width)
      return heightOfLines(lines.slice(0, leadingLines(lines.length)))
    }
    const height = this.heights.contentHeight(node, width)
    if (node.keepTogether && height <= this.bodyHeight) return height
    if (isStack(node)) {
      const [left, top, right] = node.frame?.padding ?? [0, 0, 0, 0]
      return Math.min(height, top + this.requiredHeight(node.stack, 0, width - left - right))
    }
    if (isTable(node)) return this.#tableLead(node, height)
    if (isColumns(node)) return this.#columnsLead(node, width, height)
    return height
  }

  #tableLead(node: TableNode, height: number): number {
    if (height <= this.bodyHeight * UNBROKEN_TABLE_SHARE) return height
    const lead = node.layout.hLineWidth(0) + this.heights.rowsHeight(node, 0, leadingRows(node))
    return lead <= this.bodyHeight ? lead : 0
  }

  #columnsLead(node: ColumnsNode, width: number, height: number): number {
    if (node.balance)
      return Math.min(height, ...node.columns.map(column => this.#lead(column, column.width ?? width)))
    if (height <= this.bodyHeight * UNBROKEN_COLUMNS_SHARE) return height
    return Math.max(...node.columns.map(column => this.#lead(column, column.width ?? width)))
  }
}

/** The head and as many rows as may not stand alone: two, or three where else the last would. */
export function leadingRows({ table }: TableNode): number {
  const rows = table.body.length - table.headerRows
  return table.headerRows + (rows < 2 * LEAST_ROWS ? rows : LEAST_ROWS)
}

/** Neither at the foot of a page nor on the next may fewer rows of a table stand. */
export const LEAST_ROWS = 2
