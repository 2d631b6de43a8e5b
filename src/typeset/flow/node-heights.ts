import { present } from '../../diagnostics/index.js'
import type {
  BoxFrame,
  ColumnsNode,
  LayoutNode,
  LinesNode,
  StackNode,
  TableCellNode,
  TableNode,
} from '../nodes/layout-nodes.js'
import { heightOfLines, type Line } from '../nodes/line.js'
import type { FootNote, Margin, ParagraphNode } from '../nodes/paragraph.js'
import { type ColumnFlow, columnFlowOf, heightOfFlow, type NodeMeasures } from './column-flow.js'
import { notesOfLines } from './note-lines.js'
import type { ParagraphLines } from './paragraph-lines.js'
import { cellTextWidth, rowHeights, ruleUnder } from './table-grid.js'

/**
 * Computes the heights of nodes from their lines, once for each width, without laying them out. Lengths are points;
 * `spacing` multiplies the space around and inside nodes.
 */
export class NodeHeights implements NodeMeasures {
  readonly #known = new WeakMap<LayoutNode, Map<number, number>>()
  readonly #flows = new WeakMap<ColumnsNode, ColumnFlow>()
  readonly #rows = new WeakMap<TableNode, readonly number[]>()

  constructor(
    private readonly paragraphs: ParagraphLines,
    readonly spacing: number,
  ) {}

  linesOf(node: ParagraphNode | LinesNode, width: number): readonly Line[] {
    return node.kind === 'lines' ? node.lines : this.paragraphs.lines(node, width)
  }

  /** Left, top, right and bottom. */
  marginOf({ margin }: LayoutNode): Margin {
    if (!margin) return NO_MARGIN
    const [left, top, right, bottom] = margin
    return [left, top * this.spacing, right, bottom * this.spacing]
  }

  /** Left, top, right and bottom. */
  paddingOf(frame: BoxFrame | undefined): Margin {
    if (!frame) return NO_MARGIN
    const [left, top, right, bottom] = frame.padding
    const { inset } = frame
    return [left, top * this.spacing + (inset?.top ?? 0), right, bottom * this.spacing + (inset?.bottom ?? 0)]
  }

  /** Without the node's own vertical margins. */
  contentHeight(node: LayoutNode, width: number): number {
    if (node.kind === 'paragraph' || node.kind === 'lines') return heightOfLines(this.linesOf(node, width))
    if (node.kind === 'image') return node.height
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
    const [left, top, right, bottom] = this.marginOf(node)
    return top + this.contentHeight(node, width - left - right) + bottom
  }

  /** What flows through columns, in parts. */
  columnFlow(node: ColumnsNode): ColumnFlow {
    const known = this.#flows.get(node) ?? columnFlowOf(node, this)
    this.#flows.set(node, known)
    return known
  }

  /** Rows with their padding, without the rules above and below them; a cell over several rows makes its last one higher. */
  rowHeights(node: TableNode): readonly number[] {
    const known = this.#rows.get(node)
    if (known) return known
    const padding = 2 * this.rowPadding(node)
    const heights = rowHeights(node, cell => this.#cellHeight(node, cell) + padding)
    this.#rows.set(node, heights)
    return heights
  }

  /** Above the words of a row, and below them. */
  rowPadding({ look }: TableNode): number {
    return look.paddingY * this.spacing
  }

  /** Rows `from` to `to`, excluding the latter, with the rules between and below them. */
  rowsHeight(node: TableNode, from: number, to: number): number {
    const heights = this.rowHeights(node)
    let height = 0
    for (let index = from; index < to; index++)
      height += present(heights[index], 'height of a row') + (ruleUnder(node, index + 1)?.width ?? 0)
    return height
  }

  /** The notes that the words of a node call, in reading order. */
  notesIn(node: LayoutNode, width: number): readonly FootNote[] {
    const [left, , right] = this.marginOf(node)
    const inner = width - left - right
    switch (node.kind) {
      case 'paragraph':
        return node.text.some(run => run.note) ? notesOfLines(this.linesOf(node, inner)) : []
      case 'lines':
        return notesOfLines(node.lines)
      case 'stack': {
        const [before, , after] = this.paddingOf(node.frame)
        return node.stack.flatMap(item => this.notesIn(item, inner - before - after))
      }
      case 'columns':
        return node.columns.flatMap(column => this.notesIn(column.node, column.width))
      case 'table':
        return [
          ...node.rows.flatMap(row =>
            row.flatMap(cell => this.notesIn(cell.node, cellTextWidth(node, cell.column, cell.columnSpan))),
          ),
          ...(node.foot ? this.notesIn(node.foot, inner) : []),
        ]
      case 'image':
        return []
    }
  }

  #cellHeight(table: TableNode, { node, column, columnSpan }: TableCellNode): number {
    return this.outerHeight(node, cellTextWidth(table, column, columnSpan))
  }

  #compute(node: StackNode | ColumnsNode | TableNode, width: number): number {
    if (node.kind === 'stack') return this.#stack(node, width)
    if (node.kind === 'columns') return this.#columns(node)
    const rows = (ruleUnder(node, 0)?.width ?? 0) + this.rowsHeight(node, 0, node.rows.length)
    return rows + (node.foot ? this.outerHeight(node.foot, width) : 0)
  }

  #stack({ stack, frame }: StackNode, width: number): number {
    const [left, top, right, bottom] = this.paddingOf(frame)
    const inner = stack.reduce((sum, item) => sum + this.outerHeight(item, width - left - right), 0)
    return Math.max(top + inner + bottom, frame?.minHeight ?? 0)
  }

  #columns(columns: ColumnsNode): number {
    if (columns.balance) return heightOfFlow(this.columnFlow(columns), this)
    return columns.columns.reduce((high, { node, width }) => Math.max(high, this.outerHeight(node, width)), 0)
  }
}

const NO_MARGIN: Margin = [0, 0, 0, 0]
