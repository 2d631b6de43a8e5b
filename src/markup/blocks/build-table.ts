import { ALIGNMENTS } from '../../brief/index.js'
import { present } from '../../diagnostics/index.js'
import { attributeOf, type HtmlElement } from '../html/html-node.js'
import { type GridRow, gridOf } from '../html/table-grid.js'
import { lengthBeforeDecimals } from '../locale/figure-text.js'
import { type BlockContext, MAX_COLUMNS } from './block-context.js'
import { textOfInlines } from './block-tree.js'
import type { Block, Cell, Row, Table } from './blocks.js'
import { buildInlines } from './build-inlines.js'
import type { BuildContent } from './build-lists.js'
import { withTargetLabel } from './target-labels.js'

/** Builds a table whose rows all have the same number of columns. */
export function buildTable(element: HtmlElement, context: BlockContext, buildContent: BuildContent): Table[] {
  const children = context.allowedChildren(element, ['caption', 'thead', 'tbody', 'tr', 'footer'])
  const [caption, ...others] = children.filter(({ name }) => name === 'caption')
  for (const other of others)
    context.report('misplaced-element', other.place, 'a table has one `caption` at most')
  const builtCaption =
    caption && context.withoutNotes(caption.name, () => buildInlines(caption.children, caption.name, context))
  const id = context.targetId(element)
  const groups = rowGroups(children, context).map(group => buildRowGroup(group, context, buildContent))
  const rowsOf = (scope: HeaderScope) => groups.flatMap(group => (group.scope === scope ? group.rows : []))
  const [head, body] = [rowsOf('column'), rowsOf('row')]
  if (body.length === 0) return []
  const isFitted = attributeOf(element, 'widths')?.trim() === 'auto'
  const widths = columnWidths(element, groups, isFitted, context)
  const style = attributeOf(element, 'class')
  const wide = attributeOf(element, 'wide')
  if (wide !== undefined && wide !== 'turn') context.reportInvalidAttribute(element, 'wide', '`turn`')
  const turn: Pick<Table, 'wide'> = wide === 'turn' ? { wide } : {}
  const foot = children.filter(({ name }) => name === 'footer').flatMap(buildContent)
  const label = withTargetLabel(builtCaption, id, element.place, context)
  return [
    {
      kind: 'table',
      style,
      id,
      caption: label,
      widths,
      ...(isFitted ? { isFitted } : {}),
      ...turn,
      head,
      body,
      ...(foot.length > 0 ? { foot } : {}),
      place: element.place,
    },
  ]
}

type HeaderScope = NonNullable<Cell['header']>

/** Rows beyond which none of their cells reaches: those of a `thead` or `tbody`, or a run of rows that stand in neither. */
interface RowElements {
  readonly name: 'thead' | 'tbody' | 'table'
  readonly rows: HtmlElement[]
}

function rowGroups(children: readonly HtmlElement[], context: BlockContext): RowElements[] {
  const groups: RowElements[] = []
  for (const child of children) {
    const last = groups.at(-1)
    if (child.name === 'thead' || child.name === 'tbody')
      groups.push({ name: child.name, rows: context.allowedChildren(child, ['tr']) })
    else if (child.name === 'tr' && last?.name === 'table') last.rows.push(child)
    else if (child.name === 'tr') groups.push({ name: 'table', rows: [child] })
  }
  return groups
}

interface RowGroup {
  readonly scope: HeaderScope
  readonly rows: readonly Row[]
  readonly cellElements: readonly (readonly HtmlElement[])[]
}

function buildRowGroup(
  { name, rows }: RowElements,
  context: BlockContext,
  buildContent: BuildContent,
): RowGroup {
  const scope = name === 'thead' ? 'column' : 'row'
  const cellElements = rows.map(row => context.allowedChildren(row, ['th', 'td']))
  const build = () =>
    rows.map((row, index): Row => {
      const cells = present(cellElements[index], 'cells of a row').map(cell =>
        buildCell(cell, scope, rowSpan(cell, rows.length - index, name, context), context, buildContent),
      )
      const isTotal = attributeOf(row, 'class') === 'total'
      return { cells, ...(isTotal ? { isTotal } : {}), place: row.place }
    })
  return { scope, cellElements, rows: name === 'thead' ? context.withoutNotes(name, build) : build() }
}

function buildCell(
  element: HtmlElement,
  scope: HeaderScope,
  rows: number,
  context: BlockContext,
  buildContent: (element: HtmlElement) => Block[],
): Cell {
  const children = buildContent(element)
  return {
    header: element.name === 'th' ? headerScope(element, scope, context) : undefined,
    span: columnSpan(element, context),
    rows,
    ...alignment(element, children, context),
    children,
    place: children[0]?.place ?? element.place,
  }
}

function alignment(
  element: HtmlElement,
  children: readonly Block[],
  context: BlockContext,
): Pick<Cell, 'align' | 'decimalAt'> {
  const value = attributeOf(element, 'align')
  const align = ALIGNMENTS.find(known => known === value)
  if (value !== undefined && !align)
    context.reportInvalidAttribute(element, 'align', '`left`, `right` or `decimal`')
  if (align !== 'decimal') return align ? { align } : {}
  const [first] = children
  const text = first?.kind === 'paragraph' ? textOfInlines(first.children) : ''
  return { align, decimalAt: lengthBeforeDecimals(text, context.locale.numberRules) }
}

function headerScope(element: HtmlElement, expected: HeaderScope, context: BlockContext): HeaderScope {
  const scope = attributeOf(element, 'scope')
  if (scope === undefined) return expected
  if (scope === 'row') return 'row'
  if (scope !== 'col') context.reportInvalidAttribute(element, 'scope', '`row` or `col`')
  return 'column'
}

function columnSpan(element: HtmlElement, context: BlockContext): number {
  const span = wholeNumber(attributeOf(element, 'colspan'))
  if (span > 0 && span <= MAX_COLUMNS) return span
  context.reportInvalidAttribute(element, 'colspan', `a number of columns, at most ${MAX_COLUMNS}`)
  return 1
}

/** `most` are the rows from the cell's own to the last of its group, where one that is too high ends, as in HTML. */
function rowSpan(
  element: HtmlElement,
  most: number,
  group: RowElements['name'],
  context: BlockContext,
): number {
  const span = wholeNumber(attributeOf(element, 'rowspan'))
  if (span > 0 && span <= most) return span
  const limit = `at most ${most}, the rows from here to the end of the \`${group}\``
  context.reportInvalidAttribute(element, 'rowspan', span > 0 ? limit : 'a number of rows')
  return span > 0 ? most : 1
}

/** The number that an attribute holds, 1 where it is left out; 0 for what is no such number. */
function wholeNumber(value = '1'): number {
  return /^\d+$/.test(value.trim()) ? Number(value) : 0
}

/** The given widths, one a column, or equal ones for as many columns as the longest row has. */
function columnWidths(
  element: HtmlElement,
  groups: readonly RowGroup[],
  isFitted: boolean,
  context: BlockContext,
): readonly number[] {
  const given = isFitted ? undefined : context.positiveNumbers(element, 'widths')
  const placed = groups.flatMap(({ rows, cellElements }) => {
    const cells = rows.map(row => row.cells)
    return gridOf(cells, MAX_COLUMNS).map((inGrid, index): PlacedRow => {
      const [row, elements] = [rows[index], cellElements[index]]
      return { row: present(row, 'row of a table'), inGrid, elements: present(elements, 'cells of a row') }
    })
  })
  const count = given?.length ?? columnCount(placed)
  if (count > MAX_COLUMNS) {
    const message = `a table of ${count} columns: there are at most ${MAX_COLUMNS}`
    context.report('misplaced-element', element.place, message)
    return []
  }
  for (const row of placed) checkRow(row, count, context)
  return given ?? Array.from({ length: count }, () => 1)
}

interface PlacedRow {
  readonly row: Row
  readonly inGrid: GridRow
  readonly elements: readonly HtmlElement[]
}

/** Of the longest row; where a cell spans more than the rows without such cells have, of the longest of these. */
function columnCount(placed: readonly PlacedRow[]): number {
  const longest = (some: readonly PlacedRow[]) =>
    some.reduce((most, { inGrid }) => Math.max(most, inGrid.covered.size), 0)
  const plain = longest(placed.filter(({ row }) => row.cells.every(({ span }) => span === 1)))
  const isWider = ({ row }: PlacedRow) => row.cells.some(({ span }) => span > plain)
  return plain > 0 && placed.some(isWider) ? plain : longest(placed)
}

/**
 * Reports a row of too few or too many columns, because of a cell that is wider than the table if there is one, and a cell
 * that has too little room beside one from a row above.
 */
function checkRow({ row, inGrid, elements }: PlacedRow, count: number, context: BlockContext): void {
  const tooWide = (cell: number, most: string) =>
    context.reportInvalidAttribute(present(elements[cell], 'cell of a row'), 'colspan', most)
  const wide = row.cells.findIndex(({ span }) => span > Math.max(1, count))
  const { collision, covered } = inGrid
  const width = covered.size
  if (wide !== -1 && width !== count) tooWide(wide, `at most ${count}, the columns of the table`)
  else if (collision)
    tooWide(collision.cell, `at most ${collision.free}, the columns beside a cell that comes down from above`)
  else if (width !== count)
    context.report('misplaced-element', row.place, `a row of ${width} columns is in a table of ${count}`)
}
