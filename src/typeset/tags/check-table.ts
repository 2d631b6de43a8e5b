import type { StructureElement } from '../nodes/structure-element.js'
import type { ConformanceIssue } from './conformance-issue.js'
import { type WrittenElements, writtenKids } from './written-elements.js'

/** ISO 14289-1, 7.5: every row as wide as the others, and a header for every cell that says something. */
export function tableIssues(table: StructureElement, elements: WrittenElements): ConformanceIssue[] {
  const rows = writtenKids(table, elements)
    .filter(({ type }) => type === 'THead' || type === 'TBody')
    .flatMap(part => writtenKids(part, elements))
  const widths = rows.map(row =>
    writtenKids(row, elements).reduce((sum, { attributes }) => sum + (attributes.colSpan ?? 1), 0),
  )
  const uneven = rows.find((_, index) => widths[index] !== widths[0])
  const says = (cell: StructureElement) => writtenKids(cell, elements).length > 0
  const headed = ({ attributes: facts }: StructureElement) => facts.headers?.some(says) ?? false
  const bare = rows
    .flatMap(row => writtenKids(row, elements))
    .find(cell => cell.type === 'TD' && says(cell) && !headed(cell))
  return [
    ...(uneven ? [{ place: uneven.place, message: 'a row of a table is not as wide as the first' }] : []),
    ...(bare
      ? [
          {
            place: bare.place,
            message: 'a cell of a table has no header',
            hint: 'use `th` for the cells that name a row or a column',
          },
        ]
      : []),
  ]
}
