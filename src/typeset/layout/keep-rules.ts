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

/** Shares of a page's height: lower tables and columns are not broken across pages. */
const UNBROKEN_TABLE_SHARE = 0.3
const UNBROKEN_COLUMNS_SHARE = 0.5

/** Tells how much height must be left on a page for a node to begin there. Heights and widths are points. */
export class KeepRules {
  constructor(
    private readonly bodyHeight: number,
    private readonly heights: NodeHeights,
    private readonly paragraphs: ParagraphLines,
  ) {}

  /** The height that must fit before a page break: the item's first lines, and those of the items that it is kept with. */
  requiredHeight(items: readonly LayoutNode[], index: number, width: number): number {
    let needed = 0
    for (let at = index; ; at++) {
      const item = items[at]
      if (!item) return needed
      const [left, top, right, bottom] = marginOf(item)
      const inner = width - left - right
      if (!item.keepWithNext || !items[at + 1]) return needed + top + this.#leadingHeight(item, inner)
      needed += top + this.heights.contentHeight(item, inner) + bottom
      if (needed > this.bodyHeight) return needed
    }
  }

  #leadingHeight(node: LayoutNode, width: number): number {
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
    if (isTable(node)) return this.#leadingTableHeight(node, height)
    if (isColumns(node)) return this.#leadingColumnsHeight(node, width, height)
    return height
  }

  #leadingTableHeight(node: TableNode, height: number): number {
    if (height <= this.bodyHeight * UNBROKEN_TABLE_SHARE) return height
    const lead = node.layout.hLineWidth(0) + this.heights.rowsHeight(node, 0, leadingRows(node))
    return lead <= this.bodyHeight ? lead : 0
  }

  #leadingColumnsHeight(node: ColumnsNode, width: number, height: number): number {
    if (node.balance)
      return Math.min(
        height,
        ...node.columns.map(column => this.#leadingHeight(column, column.width ?? width)),
      )
    if (height <= this.bodyHeight * UNBROKEN_COLUMNS_SHARE) return height
    return Math.max(...node.columns.map(column => this.#leadingHeight(column, column.width ?? width)))
  }
}

/** The header rows and the first rows that are kept with them: two, or three where the last would be alone otherwise. */
export function leadingRows({ table }: TableNode): number {
  const rows = table.body.length - table.headerRows
  return table.headerRows + (rows < 2 * LEAST_ROWS ? rows : LEAST_ROWS)
}

/** The fewest rows of a table before or after a page break. */
export const LEAST_ROWS = 2
