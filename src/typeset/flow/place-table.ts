import { present } from '../../diagnostics/index.js'
import type { TableCellNode, TableNode } from '../nodes/layout-nodes.js'
import type { FootNote } from '../nodes/paragraph.js'
import { BrokenRows } from './broken-rows.js'
import { rectangle } from './frame.js'
import { LEAST_ROWS, leadingRows } from './keep-rules.js'
import type { FlowPosition, OpenContainer, PageBuilder } from './page-builder.js'
import type { Placer } from './placer.js'
import {
  bodyGroups,
  cellTextWidth,
  columnEdges,
  columnStart,
  endOfRowGroup,
  ruleUnder,
} from './table-grid.js'
import { ruleSegments, type SpanningCell, spanningCells } from './table-rules.js'

/** Rows higher than this share of a page are broken. */
const TALL_ROW_SHARE = 0.8
/** A head that takes more than this share of a page is not repeated. */
const REPEATED_HEAD_SHARE = 0.5

/** Places a table row by row; its head stands on every page that it reaches, and no row is broken that has room on one. */
export function placeTable(table: TableNode, placer: Placer): void {
  new TablePlacer(table, placer).place()
}

class TablePlacer {
  readonly #builder: PageBuilder
  readonly #edges: { readonly left: number; readonly right: number }
  readonly #spanning: readonly SpanningCell[]
  /** The first of the last rows that stand together. */
  readonly #lastGroup: number | undefined
  /** Points: over the rows of each page. */
  readonly #headHeight: number

  constructor(
    private readonly table: TableNode,
    private readonly placer: Placer,
  ) {
    this.#builder = placer.builder
    this.#edges = columnEdges(table, 0, table.widths.length)
    this.#spanning = spanningCells(table)
    this.#lastGroup = bodyGroups(table).at(-LEAST_ROWS)
    const { headRows } = table
    const height = (ruleUnder(table, 0)?.width ?? 0) + placer.heights.rowsHeight(table, 0, headRows)
    const repeats = headRows > 0 && height <= placer.bodyHeight * REPEATED_HEAD_SHARE
    this.#headHeight = repeats ? height : 0
  }

  place(): void {
    const { table } = this
    const { headRows, rows } = table
    this.#beginWhereHeadFits()
    if (!this.#isAtPageTop) this.#rule(0)
    if (headRows > 0) this.#wholeOrBroken(0, headRows)
    const head = this.#headHeight > 0 ? this.#repeatedHead() : undefined
    if (head) this.#builder.open.push(head)
    for (let from = headRows; from < rows.length; ) {
      const to = endOfRowGroup(table, from)
      if (!this.#isTall(from, to)) this.#breakBeforeRows(from, to)
      this.#wholeOrBroken(from, to)
      from = to
    }
    if (head) this.#builder.open.pop()
    if (table.foot) this.placer.place(table.foot)
  }

  /** Points below the rows that end with row `to`: of the lines under the table, after the last. */
  #footHeight(to: number): number {
    const { foot, rows } = this.table
    return foot && to === rows.length ? this.placer.heights.outerHeight(foot, this.#builder.at.width) : 0
  }

  /** Places rows whole where they and their notes have room, and else over as many pages as they need. */
  #wholeOrBroken(from: number, to: number): void {
    const { table, placer } = this
    const height = placer.heights.rowsHeight(table, from, to)
    if (this.#isTall(from, to) || !placer.hasRoom(height, this.#notesOf(from, to))) {
      this.#tallRows(from, to)
      return
    }
    placer.unbroken(() => {
      this.#rows(from, to)
    })
  }

  /** Where the running head has a rule, so that the table needs none over its head. */
  get #isAtPageTop(): boolean {
    const { page, y, top } = this.#builder.at
    return page > 0 && y <= top
  }

  #notesOf(from: number, to: number): readonly FootNote[] {
    const { table, placer } = this
    return table.rows
      .slice(from, to)
      .flat()
      .flatMap(cell => placer.heights.notesIn(cell.node, cellTextWidth(table, cell.column, cell.columnSpan)))
  }

  /** A head is not left without a row below it. */
  #beginWhereHeadFits(): void {
    const { headRows, rows } = this.table
    const builder = this.#builder
    if (headRows === 0 || headRows === rows.length || builder.isBreakUseless) return
    const to = endOfRowGroup(this.table, headRows)
    const whole = this.placer.heights.rowsHeight(this.table, 0, to)
    const least = this.#isTall(headRows, to) ? this.#headHeight + this.placer.bodyHeight / 8 : whole
    if (least > builder.available + TOLERANCE) builder.breakPage()
  }

  #isTall(from: number, to: number): boolean {
    if (this.#builder.isUnbreakable) return false
    const height = this.placer.heights.rowsHeight(this.table, from, to)
    const { bodyHeight } = this.placer
    return height > bodyHeight * TALL_ROW_SHARE || height + this.#headHeight > bodyHeight
  }

  /** Rows go on to the next page where they have no room, and the last rows of a table together. */
  #breakBeforeRows(from: number, to: number): void {
    const builder = this.#builder
    if (builder.isUnbreakable) return
    const { table, placer } = this
    const { heights, bodyHeight } = placer
    const height = heights.rowsHeight(table, from, to)
    const isLast = from === this.#lastGroup && from >= Math.max(1, leadingRows(table))
    const end = table.rows.length
    const own = height + this.#footHeight(to)
    const rest = isLast ? heights.rowsHeight(table, from, end) + this.#footHeight(end) : 0
    const [least, together] = [own, rest].map(each => (each <= bodyHeight * TALL_ROW_SHARE ? each : 0))
    placer.makeRoom(Math.max(height, least ?? 0, together ?? 0), this.#notesOf(from, to))
  }

  #rows(from: number, to: number): void {
    const heights = this.placer.heights.rowHeights(this.table)
    for (let row = from; row < to; row++) {
      this.#row(row, present(heights[row], 'height of a row'))
      this.#rule(row + 1)
    }
  }

  /** Places the cells that begin in a row of a height in points, and moves below it. */
  #row(row: number, height: number): void {
    const { look, headRows, rows } = this.table
    const builder = this.#builder
    const start = { ...builder.at }
    if (row < headRows && look.headFill) this.#fillRow(row, look.headFill, height)
    builder.moveDown(this.placer.heights.rowPadding(this.table))
    this.#cells(rows[row] ?? [], height - 2 * this.placer.heights.rowPadding(this.table))
    builder.at = start
    builder.moveDown(height)
  }

  /** Cells that begin in a row with room of a height in points. */
  #cells(cells: readonly TableCellNode[], height: number): void {
    this.placer.sideBySide(
      cells.map(({ node, column, columnSpan }) => {
        const width = cellTextWidth(this.table, column, columnSpan)
        return {
          x: columnStart(this.table, column),
          width,
          place: () => {
            if (this.table.look.isCentred)
              this.#builder.moveDown(Math.max(0, (height - this.placer.heights.outerHeight(node, width)) / 2))
            this.placer.place(node)
          },
        }
      }),
    )
  }

  /** The ground of a head row reaches over the rule below it. */
  #fillRow(row: number, colour: string, height: number): void {
    const { x, y } = this.#builder.at
    const h = height + (ruleUnder(this.table, row + 1)?.width ?? 0)
    for (const { column, columnSpan } of this.table.rows[row] ?? []) {
      const { left, right } = columnEdges(this.table, column, columnSpan)
      this.#builder.placeVector(rectangle(x + left, y, right - left, h, colour))
    }
  }

  /** The rule over a row, or under the last; cells over several rows are not crossed. */
  #rule(row: number): void {
    const rule = ruleUnder(this.table, row)
    if (!rule) return
    const { at } = this.#builder
    const segments = ruleSegments(this.table, this.#spanning, row, at)
    this.#builder.addSlot(at.page).vectors.push(...segments)
    this.#builder.moveDown(rule.width)
  }

  /** The head of the table on pages after its first. */
  #repeatedHead(): OpenContainer {
    const builder = this.#builder
    const { x, width } = builder.at
    const ends = new Map<number, number>()
    return {
      block: builder.block,
      leave: (_, y) => y,
      enter: (page, y) => {
        const known = ends.get(page)
        if (known !== undefined) return known
        const outer = builder.at
        builder.at = { page, x, y, width, top: y }
        this.placer.repeat(() => {
          this.#rows(0, this.table.headRows)
        })
        const end = builder.at.y
        builder.at = outer
        ends.set(page, end)
        return end
      },
    }
  }

  /** Rows that no page has room for go on over as many as they need, each cell by itself. */
  #tallRows(from: number, to: number): void {
    const { table } = this
    const builder = this.#builder
    const padding = this.placer.heights.rowPadding(table)
    const broken = new BrokenRows(builder, { padding, under: ruleUnder(table, to) }, this.#edges)
    builder.open.push(broken)
    const ends = new Map<number, FlowPosition[]>()
    for (let row = from; row < to; row++) {
      if (row > from) this.#goOnToRow(row, padding)
      if (row === from || !builder.isAtTop) this.#padding(padding)
      const start = { ...builder.at }
      for (const cell of table.rows[row] ?? []) {
        builder.at = this.#cellPosition(cell, start)
        this.placer.place(cell.node)
        broken.endCell()
        const last = Math.min(to, row + cell.rowSpan) - 1
        ends.set(last, [...(ends.get(last) ?? []), builder.at])
      }
      builder.at = start
      builder.continueBelow(ends.get(row) ?? [], start)
    }
    this.#padding(padding)
    builder.open.pop()
    broken.drawRules()
    this.#rule(to)
  }

  /** From the end of a broken row to the next: one that has room on a page begins on the next page rather than be broken. */
  #goOnToRow(row: number, padding: number): void {
    const { table, placer } = this
    const builder = this.#builder
    const own = (table.rows[row] ?? []).filter(cell => cell.rowSpan === 1)
    const height =
      2 * padding +
      own.reduce((high, { node, column, columnSpan }) => {
        const width = cellTextWidth(table, column, columnSpan)
        return Math.max(high, placer.heights.outerHeight(node, width))
      }, 0)
    const isTall = height > Math.min(placer.bodyHeight * TALL_ROW_SHARE, placer.bodyHeight - this.#headHeight)
    const before = padding + (ruleUnder(table, row)?.width ?? 0)
    if (!isTall && !builder.isAtTop && before + height > builder.available + TOLERANCE) builder.breakPage()
    else {
      this.#padding(padding)
      this.#rule(row)
    }
  }

  #padding(points: number): void {
    this.#builder.moveDown(Math.min(points, Math.max(0, this.#builder.available)))
  }

  #cellPosition({ column, columnSpan }: TableCellNode, start: FlowPosition): FlowPosition {
    return {
      ...start,
      x: start.x + columnStart(this.table, column),
      width: cellTextWidth(this.table, column, columnSpan),
    }
  }
}

/** Points by which rounding may make rows too high. */
const TOLERANCE = 0.01
