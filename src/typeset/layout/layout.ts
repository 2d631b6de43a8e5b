import type { Fonts } from '../fonts/open-fonts.js'
import type { Line as LaidLine, LaidPage, PageMargins, PDFDocument } from '../pdfmake-classes.js'
import { balancedSplit, fittingPrefix } from './balance.js'
import { FramePainter } from './frame-painter.js'
import { breakLines } from './lines.js'
import { LookAhead, part } from './look-ahead.js'
import { Measure } from './measure.js'
import {
  type ColumnsNode,
  isStack,
  isTable,
  type LayoutNode,
  type Leaf,
  type Stack,
  type TableNode,
} from './nodes.js'
import { linesBeforeBreak } from './page-breaks.js'
import { DocPreprocessor, LayoutBuilder, Line } from './pdfmake.js'
import { halfLeading, type SetLine } from './set-line.js'

/** Rows higher than this are broken, as there must be room for the table's head beside them. */
const TALL_ROW = 0.8

/** Lays nodes out in pages: pdfmake's layout, with breaks that look ahead, frames and balanced columns. */
export class Layout extends LayoutBuilder {
  readonly #document: PDFDocument
  readonly #heights = new WeakMap<LayoutNode, Map<number, number>>()
  readonly #bodyHeight: number
  readonly #ahead: LookAhead
  /** Nested trials under way; what is laid out in one never reaches a page. */
  #trials = 0

  constructor(
    document: PDFDocument,
    fonts: Fonts,
    page: { width: number; height: number; margins: PageMargins },
  ) {
    super({ width: page.width, height: page.height }, page.margins, null)
    this.#document = document
    this.#bodyHeight = page.height - page.margins.top - page.margins.bottom
    this.#ahead = new LookAhead(this.#bodyHeight, (node, width) => this.#height(node, width))
    this.docPreprocessor = new DocPreprocessor()
    this.docMeasure = new Measure(document, fonts)
  }

  pages(content: Stack): LaidPage[] {
    return this.tryLayoutDocument(content, this.#document, {}, {}).pages
  }

  override processVerticalContainer(node: Stack): void {
    const frame = node.frame && FramePainter.begin(this.writer, node.frame)
    if (node.marker) this.#markFirstLine(node)
    node.stack.forEach((item, index) => {
      if (this.#inFlow && this.#givesWay(item)) return
      if (this.#inFlow) this.#breakBefore(node.stack, index)
      this.processNode(item)
    })
    frame?.end()
  }

  override processLeaf(leaf: Leaf): void {
    const lines = breakLines(leaf._inlines ?? [], this.writer.context().availableWidth)
    const first: SetLine | undefined = lines[0]
    if (first && leaf.anchors) first.anchors = leaf.anchors
    if (first && leaf.outline) first.outline = leaf.outline
    while (lines.length > 0) {
      const count = linesBeforeBreak(lines, this.#room, this.#atTop)
      for (const line of lines.splice(0, count)) leaf.positions?.push(this.#place(line))
      if (lines.length > 0) this.writer.moveToNextPage()
    }
  }

  override processColumns(node: ColumnsNode): void {
    if (node.balance) this.#flowOverColumns(node, node.balance)
    else {
      if (node.equal) this.#equalise(node)
      super.processColumns(node)
    }
  }

  override processTable(node: TableNode): void {
    if (this.#trials === 0 && this.#hasTallRow(node)) {
      node.table.dontBreakRows = false
      node.table.headerRows = 0
      node.table.keepWithHeaderRows = 0
    }
    super.processTable(node)
  }

  /** pdfmake drops a row that is higher than a page and may not break. */
  #hasTallRow(node: TableNode): boolean {
    const { availableWidth } = this.writer.context()
    const tall = (table: TableNode) => this.#height(table, availableWidth) > this.#bodyHeight * TALL_ROW
    return tall(node) && node.table.body.some((_, row) => tall(part(node, row, row + 1)))
  }

  #place(line: LaidLine): unknown {
    line.y = halfLeading(line)
    return this.writer.addLine(line)
  }

  /** Outside of columns, of table cells and of trials, a page may be left for the next. */
  get #inFlow(): boolean {
    return this.writer.contextStack.length === 0 && this.writer.context().snapshots.length === 0
  }

  /** Where no better place lies ahead: at the top of a page, or where only the padding of frames is above. */
  get #atTop(): boolean {
    const context = this.writer.context()
    return context.y <= context.pageMargins.top || context.getCurrentPage().items.length === 0
  }

  /** Points to the end of the page; within a table's row pdfmake does not count them. */
  get #room(): number {
    const { availableHeight } = this.writer.context()
    return Number.isNaN(availableHeight) ? Number.POSITIVE_INFINITY : availableHeight
  }

  /** A line across the column that parts two blocks is not needed where the page parts them. */
  #givesWay(node: LayoutNode): boolean {
    const { availableHeight } = this.writer.context()
    const height = (node._margin?.[1] ?? 0) + (isStack(node) ? (node.frame?.top?.width ?? 0) : 0)
    return isStack(node) && node.frame?.rule === true && (this.#atTop || height > availableHeight)
  }

  #breakBefore(items: readonly LayoutNode[], index: number): void {
    const context = this.writer.context()
    const item = items[index]
    const needed = this.#ahead.needed(items, index, context.availableWidth)
    if (needed > context.availableHeight + 0.01 && !this.#atTop) this.writer.moveToNextPage()
    if (item?._margin && context.y <= context.pageMargins.top)
      item._margin = [item._margin[0], 0, item._margin[2], item._margin[3]]
  }

  /** The height of a node without its own vertical margins, found by laying it out where nothing ends. */
  #height(node: LayoutNode, width: number): number {
    const known = this.#heights.get(node) ?? new Map<number, number>()
    this.#heights.set(node, known)
    const height = known.get(width) ?? this.#tryOut(node, width)
    known.set(width, height)
    return height
  }

  #tryOut(node: LayoutNode, width: number): number {
    const mark = this.linearNodeList.length
    const margin = node._margin
    if (margin) node._margin = [0, 0, 0, 0]
    this.#trials++
    this.writer.pushContext(width, Number.MAX_SAFE_INTEGER)
    this.processNode(node)
    const height = this.writer.context().y
    this.writer.popContext()
    this.#trials--
    if (margin) node._margin = margin
    for (const tried of this.linearNodeList.splice(mark)) forget(tried)
    return height
  }

  #markFirstLine(node: Stack): void {
    const { marker } = node
    if (!marker?._inlines) return
    const x = this.writer.context().x
    const inlines = marker._inlines
    const trials = this.#trials
    const mark = (first: LaidLine) => {
      if (this.#trials !== trials) return
      this.writer.removeListener('lineAdded', mark)
      const line = new Line(marker.room)
      for (const inline of inlines) line.addInline({ ...inline })
      const context = this.writer.context()
      const left = x - (marker.right ? marker.gap + line.getWidth() : marker.room)
      line.x = left - context.x
      line.y = (first.y ?? 0) + first.getAscenderHeight() - line.getAscenderHeight() - context.y
      this.writer.addLine(line, true)
    }
    this.writer.addListener('lineAdded', mark)
  }

  #equalise(node: ColumnsNode): void {
    const heights = node.columns.map(column => this.#height(column, column.width ?? 0))
    const highest = Math.max(...heights)
    for (const column of node.columns) if (isStack(column) && column.frame) column.frame.minHeight = highest
  }

  #flowOverColumns(node: ColumnsNode, count: number): void {
    const only = node.columns[0]
    if (!only || !isStack(only)) return
    const width = only.width ?? 0
    const steps = only.stack.map(item => {
      const [left, top, right] = item._margin ?? zero()
      return top + this.#height(item, width - left - right)
    })
    let rest = only.stack
    let heights = steps
    while (rest.length > 0) {
      const fitting = fittingPrefix(rest, heights, count, this.#room)
      if (fitting === 0 && !this.#atTop && this.#inFlow) {
        this.writer.moveToNextPage()
        continue
      }
      const taken = fitting === 0 ? rest.length : fitting
      const parts = balancedSplit(rest.slice(0, taken), heights.slice(0, taken), count)
      const columns = parts.map(stack => ({ stack: withoutTop(stack), width, _margin: zero() }))
      super.processColumns(Object.assign({ ...node, columns }, { positions: [], _gap: node.columnGap }))
      rest = rest.slice(taken)
      heights = heights.slice(taken)
    }
  }
}

/** Takes back what laying out leaves behind in a node and would be taken for the page's. */
function forget(node: LayoutNode): void {
  node.resetXY?.()
  if (!isTable(node)) return
  delete node._bottomByPage
  delete node._breaksBySpan
}

function withoutTop(stack: LayoutNode[]): LayoutNode[] {
  const first = stack[0]
  if (first?._margin) first._margin = [first._margin[0], 0, first._margin[2], first._margin[3]]
  return stack
}

const zero = (): [number, number, number, number] => [0, 0, 0, 0]
