import { present } from '../../diagnostics/index.js'
import {
  type ColumnsNode,
  isColumns,
  isParagraph,
  isStack,
  isTable,
  type LayoutNode,
  type Margin,
  type StackNode,
  type TableNode,
} from '../nodes/layout-nodes.js'
import { balancedHeight } from './balance-columns.js'
import { heightOfLines, type ParagraphLines } from './paragraph-lines.js'

/** Computes the heights of nodes from their lines, once for each width, without laying them out. Lengths are points. */
export class NodeHeights {
  readonly #known = new WeakMap<LayoutNode, Map<number, number>>()

  constructor(private readonly paragraphs: ParagraphLines) {}

  /** Without the node's own vertical margins. */
  contentHeight(node: LayoutNode, width: number): number {
    if (isParagraph(node)) return heightOfLines(this.paragraphs.lines(node, width))
    const known = this.#known.get(node)
    const height = known?.get(width)
    if (height !== undefined) return height
    const computed = this.#compute(node, width)
    if (known) known.set(width, computed)
    else this.#known.set(node, new Map([[width, computed]]))
    return computed
  }

  /** With its margins, in a column of `width`. */
  outerHeight(node: LayoutNode, width: number): number {
    const [left, top, right, bottom] = marginOf(node)
    return top + this.contentHeight(node, width - left - right) + bottom
  }

  /** A row of a table with its padding, without the rules above and below it. */
  rowHeight(node: TableNode, index: number): number {
    const { paddingTop, paddingBottom } = node.layout
    const cells = present(node.table.body[index], 'row')
    const highest = cells.reduce((high, cell, column) => {
      const width = cellWidth(node, column, cell.colSpan ?? 1)
      return cell._span ? high : Math.max(high, this.outerHeight(cell, width))
    }, 0)
    return paddingTop() + highest + paddingBottom()
  }

  /** Rows `from` to `to`, excluding the latter, with the rules between and below them. */
  rowsHeight(node: TableNode, from: number, to: number): number {
    let height = 0
    for (let index = from; index < to; index++)
      height += this.rowHeight(node, index) + node.layout.hLineWidth(index + 1)
    return height
  }

  #compute(node: LayoutNode, width: number): number {
    if (isStack(node)) return this.#stack(node, width)
    if (isColumns(node)) return this.#columns(node)
    if (isTable(node)) return node.layout.hLineWidth(0) + this.rowsHeight(node, 0, node.table.body.length)
    return isParagraph(node) ? 0 : (node._height ?? 0)
  }

  #stack({ stack, frame }: StackNode, width: number): number {
    const [left, top, right, bottom] = frame?.padding ?? NO_MARGIN
    const inner = stack.reduce((sum, item) => sum + this.outerHeight(item, width - left - right), 0)
    return Math.max(top + inner + bottom, frame?.minHeight ?? 0)
  }

  #columns(node: ColumnsNode): number {
    const [only] = node.columns
    if (!node.balance || !only || !isStack(only))
      return Math.max(
        0,
        ...node.columns.map(column => this.outerHeight(column, present(column.width, 'width of a column'))),
      )
    const heights = only.stack.map(item => this.outerHeight(item, present(only.width, 'width of a column')))
    return balancedHeight(only.stack, heights, node.balance)
  }
}

const NO_MARGIN: Margin = [0, 0, 0, 0]
export const marginOf = (node: LayoutNode): Margin => node._margin ?? NO_MARGIN

function cellWidth(node: TableNode, column: number, span: number): number {
  const { paddingLeft, paddingRight } = node.layout
  let width = 0
  for (let index = column; index < column + span; index++) {
    const between = index > column ? paddingRight(index - 1, node) + paddingLeft(index) : 0
    width += present(node.table.widths[index], 'column').width + between
  }
  return width
}
