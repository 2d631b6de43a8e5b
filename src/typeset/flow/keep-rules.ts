import type { ColumnsNode, LayoutNode, TableNode } from '../nodes/layout-nodes.js'
import { heightOfLines } from '../nodes/line.js'
import type { FootNote } from '../nodes/paragraph.js'
import type { NodeHeights } from './node-heights.js'
import { notesOfLines } from './note-lines.js'
import { leadingLines } from './paragraph-breaks.js'
import { bodyGroups, ruleUnder } from './table-grid.js'

/** Shares of a page's height: lower tables and columns are not broken across pages. */
const UNBROKEN_TABLE_SHARE = 0.2
const UNBROKEN_COLUMNS_SHARE = 0.3
/** What is kept with what follows it begins on the same page only where it is lower than this share of a page. */
const KEPT_WHOLE_SHARE = 0.3

/** A box of several blocks is broken across pages where it is higher than this share of a page, rather than to leave as much open. */
const UNBROKEN_BOX_SHARE = 0.5

const mostKept = (node: LayoutNode): number =>
  node.kind === 'stack' && node.frame && node.stack.length > 1 ? UNBROKEN_BOX_SHARE : 1

/** What must fit before a page break, in points, and the notes that it calls. */
export interface RequiredRoom {
  readonly height: number
  readonly notes: readonly FootNote[]
  /** No page has room for all that is kept together, so that the last of it is broken. */
  readonly isTooHigh?: boolean
}

/** Tells how much room must be left on a page for a node to begin there. Heights and widths are points. */
export class KeepRules {
  constructor(
    private readonly bodyHeight: number,
    private readonly heights: NodeHeights,
  ) {}

  /** The room that must be left before a page break: for the item's first lines, and for the items that it is kept with. */
  requiredRoom(items: readonly LayoutNode[], index: number, width: number): RequiredRoom {
    let height = 0
    const notes: FootNote[] = []
    for (let at = index; ; at++) {
      const item = items[at]
      if (!item) return { height, notes }
      const [left, top, right, bottom] = this.heights.marginOf(item)
      const inner = width - left - right
      const next = items[at + 1]
      if (!this.#isKeptWhole(item, inner) || !next || next.beginsPage) {
        const leading = this.#leading(item, inner, width)
        const isTooHigh = at > index && height + top + leading.height > this.bodyHeight
        const least = isTooHigh ? this.#leading(item, inner, width, true) : leading
        return { height: height + top + least.height, notes: [...notes, ...least.notes], isTooHigh }
      }
      height += top + this.heights.contentHeight(item, inner) + bottom
      notes.push(...this.heights.notesIn(item, width))
    }
  }

  #isKeptWhole(item: LayoutNode, width: number): boolean {
    if (!item.keepWithNext) return false
    return this.heights.contentHeight(item, width) <= this.bodyHeight * KEPT_WHOLE_SHARE
  }

  /** `outer` is the width with the margins of the node; with `isBroken`, its beginning is enough of what stays whole otherwise. */
  #leading(node: LayoutNode, width: number, outer: number, isBroken = false): RequiredRoom {
    if (node.kind === 'paragraph' || node.kind === 'lines') {
      const lines = this.heights.linesOf(node, width)
      const first = lines.slice(0, leadingLines(lines.length))
      return { height: heightOfLines(first), notes: notesOfLines(first) }
    }
    const height = this.heights.contentHeight(node, width)
    const whole = (): RequiredRoom => ({ height, notes: this.heights.notesIn(node, outer) })
    if (!isBroken && node.keepTogether && height <= this.bodyHeight * mostKept(node)) return whole()
    if (node.kind === 'stack') {
      const [left, top, right, bottom] = this.heights.paddingOf(node.frame)
      const first = this.requiredRoom(node.stack, 0, width - left - right)
      return { height: Math.min(height, top + first.height + bottom), notes: first.notes }
    }
    if (node.kind === 'table')
      return !isBroken && height <= this.bodyHeight * UNBROKEN_TABLE_SHARE
        ? whole()
        : { height: this.leadingTableHeight(node), notes: [] }
    return node.kind === 'columns' ? this.#leadingColumns(node, height, whole) : whole()
  }

  /** The head of a table and the rows that are kept with it; nothing where these are higher than a page. */
  leadingTableHeight(node: TableNode): number {
    const lead = (ruleUnder(node, 0)?.width ?? 0) + this.heights.rowsHeight(node, 0, leadingRows(node))
    return lead <= this.bodyHeight ? lead : 0
  }

  #leadingColumns(node: ColumnsNode, height: number, whole: () => RequiredRoom): RequiredRoom {
    if (!node.balance && !node.breaks && height <= this.bodyHeight * UNBROKEN_COLUMNS_SHARE) return whole()
    const columns = node.columns.map(column => this.#leading(column.node, column.width, column.width))
    const notes = columns.flatMap(column => column.notes)
    const all = columns.map(column => column.height)
    return { height: node.balance ? Math.min(height, ...all) : Math.max(0, ...all), notes }
  }
}

/** The head rows and the first rows that are kept with them: two, or three where the last would be alone otherwise; rows that are tied count as one. */
export function leadingRows(node: TableNode): number {
  const groups = bodyGroups(node)
  return groups[groups.length < 2 * LEAST_ROWS ? groups.length : LEAST_ROWS] ?? node.rows.length
}

/** The fewest rows of a table before or after a page break. */
export const LEAST_ROWS = 2
