import type { StructureElement } from '../nodes/structure-element.js'
import type { ConformanceIssue } from './conformance-issue.js'
import { type WrittenElements, writtenKids } from './written-elements.js'

/** ISO 14289-1, 7.5: all rows are equally wide, and every cell with content has a header. */
export function tableIssues(table: StructureElement, elements: WrittenElements): ConformanceIssue[] {
  const rows = writtenKids(table, elements)
    .filter(({ type }) => type === 'THead' || type === 'TBody')
    .flatMap(part => writtenKids(part, elements))
  const widths = rows.map(row =>
    writtenKids(row, elements).reduce((sum, { attributes }) => sum + (attributes.colSpan ?? 1), 0),
  )
  const uneven = rows.find((_, index) => widths[index] !== widths[0])
  const hasContent = (cell: StructureElement) => writtenKids(cell, elements).length > 0
  const hasHeader = ({ attributes: facts }: StructureElement) => facts.headers?.some(hasContent) ?? false
  const withoutHeader = rows
    .flatMap(row => writtenKids(row, elements))
    .find(cell => cell.type === 'TD' && hasContent(cell) && !hasHeader(cell))
  return [
    ...(uneven ? [{ place: uneven.place, message: 'a row of a table is not as wide as the first' }] : []),
    ...(withoutHeader
      ? [
          {
            place: withoutHeader.place,
            message: 'a cell of a table has no header',
            hint: 'use `th` for the cells that name a row or a column',
          },
        ]
      : []),
  ]
}
