import { attributeOf, type HtmlElement } from '../html/html-node.js'
import { type BlockContext, MAX_COLUMNS } from './block-context.js'
import type { Cell, Row, Table } from './blocks.js'
import { buildInlines } from './build-inlines.js'
import type { BuildContent } from './build-lists.js'
import type { Inline } from './inlines.js'

/** Builds a table whose rows all have the same number of columns. */
export function buildTable(element: HtmlElement, context: BlockContext, buildContent: BuildContent): Table[] {
  const elements = new Map<Cell, HtmlElement>()
  const buildRow = (row: HtmlElement, scope: HeaderScope): Row => ({
    cells: context.allowedChildren(row, ['th', 'td']).map(cell => {
      const built = buildCell(cell, scope, context, buildContent)
      elements.set(built, cell)
      return built
    }),
    place: row.place,
  })
  const buildRows = (group: HtmlElement, scope: HeaderScope): Row[] =>
    context.allowedChildren(group, ['tr']).map(row => buildRow(row, scope))
  const head: Row[] = []
  const body: Row[] = []
  let caption: readonly Inline[] | undefined
  for (const child of context.allowedChildren(element, ['caption', 'thead', 'tbody', 'tr'])) {
    if (child.name === 'caption') caption = buildInlines(child.children, child.name, context)
    else if (child.name === 'tr') body.push(buildRow(child, 'row'))
    else if (child.name === 'thead') head.push(...buildRows(child, 'column'))
    else body.push(...buildRows(child, 'row'))
  }
  if (body.length === 0) return []
  const widths = columnWidths(element, { rows: [...head, ...body], elements }, context)
  const style = attributeOf(element, 'class')
  return [{ kind: 'table', style, caption, widths, head, body, place: element.place }]
}

type HeaderScope = NonNullable<Cell['header']>

function buildCell(
  element: HtmlElement,
  scope: HeaderScope,
  context: BlockContext,
  buildContent: BuildContent,
): Cell {
  const children = buildContent(element)
  return {
    header: element.name === 'th' ? headerScope(element, scope, context) : undefined,
    span: columnSpan(element, context),
    rows: 1,
    children,
    place: children[0]?.place ?? element.place,
  }
}

function headerScope(element: HtmlElement, expected: HeaderScope, context: BlockContext): HeaderScope {
  const scope = attributeOf(element, 'scope')
  if (scope === undefined) return expected
  if (scope === 'row') return 'row'
  if (scope !== 'col') context.reportInvalidAttribute(element, 'scope', '`row` or `col`')
  return 'column'
}

function columnSpan(element: HtmlElement, context: BlockContext): number {
  const written = attributeOf(element, 'colspan')?.trim() ?? '1'
  const span = /^\d+$/.test(written) ? Number(written) : 0
  if (span > 0 && span <= MAX_COLUMNS) return span
  context.reportInvalidAttribute(element, 'colspan', `a number of columns, at most ${MAX_COLUMNS}`)
  return 1
}

interface BuiltRows {
  readonly rows: readonly Row[]
  readonly elements: ReadonlyMap<Cell, HtmlElement>
}

/** The given widths, one a column, or equal ones for as many columns as the longest row has. */
function columnWidths(
  element: HtmlElement,
  { rows, elements }: BuiltRows,
  context: BlockContext,
): readonly number[] {
  const given = context.positiveNumbers(element, 'widths')
  const count = given?.length ?? columnCount(rows)
  if (count > MAX_COLUMNS) {
    const message = `a table of ${count} columns: there are at most ${MAX_COLUMNS}`
    context.report('misplaced-element', element.place, message)
    return []
  }
  for (const row of rows) if (columnsOf(row) !== count) reportRow(row, count, elements, context)
  return given ?? Array.from({ length: count }, () => 1)
}

/** Of the longest row; where a cell spans more than the rows without such cells have, of the longest of these. */
function columnCount(rows: readonly Row[]): number {
  const longest = (some: readonly Row[]) => some.reduce((most, row) => Math.max(most, columnsOf(row)), 0)
  const plain = longest(rows.filter(({ cells }) => cells.every(({ span }) => span === 1)))
  const isWider = ({ cells }: Row) => cells.some(({ span }) => span > plain)
  return plain > 0 && rows.some(isWider) ? plain : longest(rows)
}

const columnsOf = (row: Row) => row.cells.reduce((sum, cell) => sum + cell.span, 0)

/** A row of too few or too many columns: because of a cell that is wider than the table, if there is one. */
function reportRow(row: Row, count: number, elements: BuiltRows['elements'], context: BlockContext): void {
  const wide = row.cells.find(({ span }) => span > Math.max(1, count))
  const element = wide && elements.get(wide)
  if (element)
    context.reportInvalidAttribute(element, 'colspan', `at most ${count}, the columns of the table`)
  else
    context.report(
      'misplaced-element',
      row.place,
      `a row of ${columnsOf(row)} columns is in a table of ${count}`,
    )
}
