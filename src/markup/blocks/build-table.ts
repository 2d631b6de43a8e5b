import { attributeOf, type HtmlElement } from '../html/html-node.js'
import type { BlockContext } from './block-context.js'
import type { Cell, Row, Table } from './blocks.js'
import { buildInlines } from './build-inlines.js'
import type { BuildContent } from './build-lists.js'
import type { Inline } from './inlines.js'

/** Builds a table whose rows all have the same number of columns. */
export function buildTable(element: HtmlElement, context: BlockContext, buildContent: BuildContent): Table[] {
  const buildRow = (row: HtmlElement, scope: HeaderScope): Row => ({
    cells: context
      .allowedChildren(row, ['th', 'td'])
      .map(cell => buildCell(cell, scope, context, buildContent)),
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
  const widths = columnWidths(element, [...head, ...body], context)
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
  const span = Number(attributeOf(element, 'colspan') ?? 1)
  if (Number.isInteger(span) && span > 0) return span
  context.reportInvalidAttribute(element, 'colspan', 'a number of columns')
  return 1
}

/** The given widths, one a column, or equal ones for as many columns as the longest row has. */
function columnWidths(element: HtmlElement, rows: readonly Row[], context: BlockContext): readonly number[] {
  const columnsOf = (row: Row) => row.cells.reduce((sum, cell) => sum + cell.span, 0)
  const given = context.positiveNumbers(element, 'widths')
  const count = given?.length ?? Math.max(...rows.map(columnsOf))
  for (const row of rows)
    if (columnsOf(row) !== count)
      context.report(
        'misplaced-element',
        row.place,
        `a row of ${columnsOf(row)} columns is in a table of ${count}`,
      )
  return given ?? Array.from({ length: count }, () => 1)
}
