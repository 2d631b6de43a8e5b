import { attributeOf, type HtmlElement } from '../html/html-node.js'
import type { BlockBuildContext } from './block-build-context.js'
import type { Block, Cell, Inline, Row } from './blocks.js'
import { buildFlowContent } from './build-blocks.js'
import { buildInlines } from './build-inlines.js'
import { allowedChildren } from './build-lists.js'

/** Builds a table whose rows all have the same number of columns. */
export function buildTable(element: HtmlElement, building: BlockBuildContext): Block[] {
  const head: Row[] = []
  const body: Row[] = []
  let caption: readonly Inline[] | undefined
  for (const child of allowedChildren(element, ['caption', 'thead', 'tbody', 'tr'], building)) {
    if (child.name === 'caption') caption = buildInlines(child.children, child.name, building)
    else if (child.name === 'tr') body.push(buildRow(child, 'row', building))
    else if (child.name === 'thead') head.push(...buildRows(child, 'column', building))
    else body.push(...buildRows(child, 'row', building))
  }
  if (body.length === 0) return []
  const widths = columnWidths(element, [...head, ...body], building)
  return [
    {
      kind: 'table',
      style: attributeOf(element, 'class'),
      caption,
      widths,
      head,
      body,
      place: element.place,
    },
  ]
}

type HeaderScope = NonNullable<Cell['header']>

function buildRows(group: HtmlElement, header: HeaderScope, building: BlockBuildContext): Row[] {
  return allowedChildren(group, ['tr'], building).map(child => buildRow(child, header, building))
}

function buildRow(element: HtmlElement, header: HeaderScope, building: BlockBuildContext): Row {
  const cells = allowedChildren(element, ['th', 'td'], building).map(child =>
    buildCell(child, header, building),
  )
  return { cells, place: element.place }
}

function buildCell(element: HtmlElement, header: HeaderScope, building: BlockBuildContext): Cell {
  const children = buildFlowContent(element.children, element.name, building)
  return {
    header: element.name === 'th' ? headerScope(element, header, building) : undefined,
    span: columnSpan(element, building),
    children,
    place: children[0]?.place ?? element.place,
  }
}

function headerScope(element: HtmlElement, header: HeaderScope, building: BlockBuildContext): HeaderScope {
  const scope = attributeOf(element, 'scope')
  if (scope === undefined) return header
  if (scope === 'row') return 'row'
  if (scope !== 'col') building.reportInvalidAttribute(element, 'scope', '`row` or `col`')
  return 'column'
}

function columnSpan(element: HtmlElement, building: BlockBuildContext): number {
  const span = Number(attributeOf(element, 'colspan') ?? 1)
  if (Number.isInteger(span) && span > 0) return span
  building.reportInvalidAttribute(element, 'colspan', 'a number of columns')
  return 1
}

function columnWidths(
  element: HtmlElement,
  rows: readonly Row[],
  building: BlockBuildContext,
): readonly number[] {
  const countOf = (row: Row) => row.cells.reduce((sum, cell) => sum + cell.span, 0)
  const given = building.positiveNumbers(element, 'widths')
  const count = given?.length ?? Math.max(...rows.map(countOf))
  for (const row of rows)
    if (countOf(row) !== count)
      building.report(
        'misplaced-element',
        row.place,
        `a row of ${countOf(row)} columns stands in a table of ${count}`,
      )
  return given ?? Array.from({ length: count }, () => 1)
}
