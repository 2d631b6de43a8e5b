import type { Block, Cell, Inline, Row } from './blocks.js'
import { flowOf } from './build-blocks.js'
import { inlinesOf } from './build-inlines.js'
import { childrenNamed } from './build-lists.js'
import type { Building } from './building.js'
import { attributeOf, type ElementNode } from './element.js'

/** Builds a table whose rows all have the same number of columns. */
export function table(element: ElementNode, building: Building): Block[] {
  const head: Row[] = []
  const body: Row[] = []
  let caption: readonly Inline[] | undefined
  for (const child of childrenNamed(element, ['caption', 'thead', 'tbody', 'tr'], building)) {
    if (child.name === 'caption') caption = inlinesOf(child.children, child.name, building)
    else if (child.name === 'tr') body.push(row(child, 'row', building))
    else if (child.name === 'thead') head.push(...rows(child, 'column', building))
    else body.push(...rows(child, 'row', building))
  }
  if (body.length === 0) return []
  const widths = widthsOf(element, [...head, ...body], building)
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

type Header = NonNullable<Cell['header']>

function rows(group: ElementNode, header: Header, building: Building): Row[] {
  return childrenNamed(group, ['tr'], building).map(child => row(child, header, building))
}

function row(element: ElementNode, header: Header, building: Building): Row {
  const cells = childrenNamed(element, ['th', 'td'], building).map(child => cell(child, header, building))
  return { cells, place: element.place }
}

function cell(element: ElementNode, header: Header, building: Building): Cell {
  const children = flowOf(element.children, element.name, building)
  return {
    header: element.name === 'th' ? scopeOf(element, header, building) : undefined,
    span: spanOf(element, building),
    children,
    place: children[0]?.place ?? element.place,
  }
}

function scopeOf(element: ElementNode, header: Header, building: Building): Header {
  const scope = attributeOf(element, 'scope')
  if (scope === undefined) return header
  if (scope === 'row') return 'row'
  if (scope !== 'col') building.invalid(element, 'scope', '`row` or `col`')
  return 'column'
}

function spanOf(element: ElementNode, building: Building): number {
  const span = Number(attributeOf(element, 'colspan') ?? 1)
  if (Number.isInteger(span) && span > 0) return span
  building.invalid(element, 'colspan', 'a number of columns')
  return 1
}

function widthsOf(element: ElementNode, rows: readonly Row[], building: Building): readonly number[] {
  const countOf = (row: Row) => row.cells.reduce((sum, cell) => sum + cell.span, 0)
  const given = building.numbers(element, 'widths')
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
