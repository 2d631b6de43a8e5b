import { present } from '../../diagnostics/index.js'
import { halfLeading, type TypesetLine } from '../lines/typeset-line.js'
import type { TypesetSession } from '../lines/typeset-session.js'
import {
  type ColumnsNode,
  isStack,
  type LayoutNode,
  type ParagraphNode,
  type PlacedDrawing,
  type StackNode,
  type TableNode,
} from '../nodes/layout-nodes.js'
import type {
  PdfmakeDocument,
  PdfmakeDocumentContext,
  PdfmakeLine,
  PdfmakeMargins,
  PdfmakePage,
  PdfmakeTableProcessor as Processor,
} from '../nodes/pdfmake-classes.js'
import {
  DocPreprocessor,
  LayoutBuilder,
  Line,
  offsetVector,
  TableProcessor,
} from '../nodes/pdfmake-modules.js'
import { balancedColumns, countThatFits } from './balance-columns.js'
import { columnFlowOf } from './column-flow.js'
import { FramePainter, heightLeft } from './frame-painter.js'
import { KeepRules, LEAST_ROWS, leadingRows } from './keep-rules.js'
import { NodeHeights } from './node-heights.js'
import { NodeMeasure } from './node-measure.js'
import { linesBeforeBreak } from './paragraph-breaks.js'
import { ParagraphLines } from './paragraph-lines.js'

/** Rows higher than this share of a page are broken: the table's header must fit above them. */
const TALL_ROW_SHARE = 0.8

/** Page size and margins. Lengths are points. */
export interface PageSetup {
  readonly width: number
  readonly height: number
  readonly margins: PdfmakeMargins
  /** Ems: columns narrower than this are hyphenated. */
  readonly hyphenateBelow: number
}

/** Lays nodes out in pages: pdfmake's layout, with rules for page breaks, frames and balanced columns. */
export class PageLayout extends LayoutBuilder {
  readonly #document: PdfmakeDocument
  readonly #paragraphs: ParagraphLines
  readonly #heights: NodeHeights
  readonly #bodyHeight: number
  readonly #keepRules: KeepRules

  constructor(document: PdfmakeDocument, session: TypesetSession, setup: PageSetup) {
    super({ width: setup.width, height: setup.height }, setup.margins, null)
    this.#document = document
    this.#bodyHeight = setup.height - setup.margins.top - setup.margins.bottom
    this.#paragraphs = new ParagraphLines(session, setup.hyphenateBelow)
    this.#heights = new NodeHeights(this.#paragraphs)
    this.#keepRules = new KeepRules(this.#bodyHeight, this.#heights, this.#paragraphs)
    this.docPreprocessor = new DocPreprocessor()
    this.docMeasure = new NodeMeasure(document, session)
  }

  pages(content: StackNode): PdfmakePage[] {
    return this.tryLayoutDocument(content, this.#document, {}, {}).pages
  }

  override processVerticalContainer(node: StackNode): void {
    const frame = node.frame && FramePainter.begin(this.writer, node.frame)
    if (node.marker) this.#markFirstLine(node)
    if (node.drawing) placeDrawing(node.drawing, this.writer.context())
    node.stack.forEach((item, index) => {
      if (this.#mayBreak && this.#isDropped(item)) return
      if (this.#mayBreak) this.#breakBefore(node.stack, index)
      this.processNode(item)
      this.#release(item)
    })
    frame?.end()
  }

  override processLeaf(paragraph: ParagraphNode): void {
    const lines = this.#paragraphs.lines(paragraph, this.writer.context().availableWidth)
    const first: TypesetLine | undefined = lines[0]
    if (first && paragraph.anchors) first.anchors = paragraph.anchors
    if (first && paragraph.outline) first.outline = paragraph.outline
    for (let from = 0; from < lines.length; ) {
      const rest = lines.slice(from)
      const count = linesBeforeBreak(rest, this.#available, this.#isAtTop)
      for (const line of rest.slice(0, count)) this.#place(line)
      from += count
      if (from < lines.length) this.writer.moveToNextPage()
    }
  }

  override processColumns(node: ColumnsNode): void {
    if (node.balance) this.#flowOverColumns(node, node.balance)
    else {
      if (node.equal) this.#equalise(node)
      super.processColumns(node)
    }
  }

  /** Like pdfmake's own, but without the data that it keeps for every page of a table, and with rules for page breaks. */
  override processTable(node: TableNode): void {
    if (this.#hasTallRow(node)) {
      node.table.dontBreakRows = false
      node.table.headerRows = 0
      node.table.keepWithHeaderRows = 0
    } else if (node.table.headerRows > 0)
      node.table.keepWithHeaderRows = leadingRows(node) - node.table.headerRows
    this.nestedLevel++
    const processor = new TableProcessor(node)
    const { body, widths } = node.table
    processor.beginTable(this.writer)
    body.forEach((cells, rowIndex) => {
      this.#breakBeforeRow(node, rowIndex, processor)
      processor.beginRow(rowIndex, this.writer)
      const { dontBreakRows, rowsWithoutPageBreak } = processor
      const { pageBreaks } = this.processRow({
        marginX: [node._margin?.[0] ?? 0, node._margin?.[2] ?? 0],
        ...{ dontBreakRows, rowsWithoutPageBreak, cells, widths, gaps: processor.offsets.offsets },
        ...{ tableNode: node, tableBody: body, rowIndex },
      })
      processor.endRow(rowIndex, this.writer, pageBreaks)
      node._bottomByPage = undefined
      cells.forEach(cell => {
        this.#release(cell)
      })
    })
    processor.endTable(this.writer)
    if (--this.nestedLevel === 0) this.writer.context().resetMarginXTopParent()
  }

  /** Frees the memory of nodes that are laid out, so that a long document is not held beside its pages. */
  #release(node: LayoutNode): void {
    this.linearNodeList.length = 0
    if (isStack(node)) node.stack = []
  }

  /** Keeps the last rows of a table together. */
  #breakBeforeRow(node: TableNode, row: number, processor: Processor): void {
    const { headerRows, rowsWithoutPageBreak } = processor
    const { body, dontBreakRows } = node.table
    const last = row === body.length - LEAST_ROWS && row >= Math.max(1, rowsWithoutPageBreak)
    if (!last || !dontBreakRows || !this.#mayBreak) return
    const needed = this.#heights.rowsHeight(node, row, body.length)
    if (needed <= this.#available || needed > this.#bodyHeight * TALL_ROW_SHARE) return
    this.writer.moveToNextPage()
    if (headerRows === 0) processor.drawHorizontalLine(row, this.writer)
  }

  #hasTallRow(node: TableNode): boolean {
    const tallest = this.#bodyHeight * TALL_ROW_SHARE
    if (this.#heights.contentHeight(node, this.writer.context().availableWidth) <= tallest) return false
    return node.table.body.some((_, row) => this.#heights.rowHeight(node, row) > tallest)
  }

  #place(line: PdfmakeLine): void {
    line.x = 0
    line.y = halfLeading(line)
    this.writer.addLine(line)
  }

  /** Within rows that are kept whole, no page may end. */
  get #mayBreak(): boolean {
    return this.writer.contextStack.length === 0
  }

  /** Whether a page break would gain nothing: at the top of a page, or with only the padding of frames above. */
  get #isAtTop(): boolean {
    const context = this.writer.context()
    return context.y <= context.pageMargins.top || context.getCurrentPage().items.length === 0
  }

  get #available(): number {
    return heightLeft(this.writer.context())
  }

  /** A thematic break is dropped where a page break separates the blocks anyway. */
  #isDropped(node: LayoutNode): boolean {
    const { availableHeight } = this.writer.context()
    const height = (node._margin?.[1] ?? 0) + (isStack(node) ? (node.frame?.top?.width ?? 0) : 0)
    return isStack(node) && node.frame?.rule === true && (this.#isAtTop || height > availableHeight)
  }

  #breakBefore(items: readonly LayoutNode[], index: number): void {
    const context = this.writer.context()
    const item = items[index]
    const needed = this.#keepRules.requiredHeight(items, index, context.availableWidth)
    if (needed > context.availableHeight + 0.01 && !this.#isAtTop) this.writer.moveToNextPage()
    if (item?._margin && context.y <= context.pageMargins.top)
      item._margin = [item._margin[0], 0, item._margin[2], item._margin[3]]
  }

  #markFirstLine(node: StackNode): void {
    const { marker } = node
    if (!marker?._inlines) return
    const x = this.writer.context().x
    const inlines = marker._inlines
    const placeMarker = (first: PdfmakeLine) => {
      this.writer.removeListener('lineAdded', placeMarker)
      const line = new Line(marker.indent)
      for (const inline of inlines) line.addInline(inline.with({}))
      const context = this.writer.context()
      const left = x - (marker.alignRight ? marker.gap + line.getWidth() : marker.indent)
      line.x = left - context.x
      line.y = (first.y ?? 0) + first.getAscenderHeight() - line.getAscenderHeight() - context.y
      this.writer.addLine(line, true)
    }
    this.writer.setMaxListeners(0)
    this.writer.addListener('lineAdded', placeMarker)
  }

  #equalise(node: ColumnsNode): void {
    const heights = node.columns.map(column =>
      this.#heights.contentHeight(column, present(column.width, 'width of a column')),
    )
    const highest = Math.max(...heights)
    for (const column of node.columns) if (isStack(column) && column.frame) column.frame.minHeight = highest
  }

  #flowOverColumns(node: ColumnsNode, count: number): void {
    const { nodes, heights, width } = columnFlowOf(node, this.#heights, this.#paragraphs)
    for (let from = 0; from < nodes.length; ) {
      const fitting = countThatFits(nodes, heights, from, count, this.#available)
      if (fitting === 0 && !this.#isAtTop && this.#mayBreak) {
        this.writer.moveToNextPage()
        continue
      }
      const to = from + Math.max(1, fitting)
      const parts = balancedColumns(nodes.slice(from, to), heights.slice(from, to), count)
      const columns = parts.map(stack => ({ stack: withoutTopMargin(stack), width, _margin: noMargin() }))
      super.processColumns(Object.assign({ ...node, columns }, { positions: [], _gap: node.columnGap }))
      from = to
    }
  }
}

function withoutTopMargin(stack: LayoutNode[]): LayoutNode[] {
  const first = stack[0]
  if (first?._margin) first._margin = [first._margin[0], 0, first._margin[2], first._margin[3]]
  return stack
}

const noMargin = (): [number, number, number, number] => [0, 0, 0, 0]

/** Puts a drawing at the current position of the layout; its node reserves the height. */
function placeDrawing({ vectors, lines }: PlacedDrawing, context: PdfmakeDocumentContext): void {
  const { x, y } = context
  const { items } = context.getCurrentPage()
  for (const vector of vectors) {
    offsetVector(vector, x, y)
    items.push({ type: 'vector', item: vector })
  }
  for (const line of lines) {
    Object.assign(line, { x: x + (line.x ?? 0), y: y + (line.y ?? 0) })
    items.push({ type: 'line', item: line })
  }
}
