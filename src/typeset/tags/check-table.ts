import { type Elements, kidsOf } from './elements.js'
import type { Fault } from './fault.js'
import type { Tag } from './tag.js'

/** ISO 14289-1, 7.5: every row as wide as the others, and a header for every cell that says something. */
export function tableFaults(table: Tag, elements: Elements): Fault[] {
  const rows = kidsOf(table, elements)
    .filter(({ role }) => role === 'THead' || role === 'TBody')
    .flatMap(part => kidsOf(part, elements))
  const widths = rows.map(row => kidsOf(row, elements).reduce((sum, { facts }) => sum + (facts.span ?? 1), 0))
  const uneven = rows.find((_, index) => widths[index] !== widths[0])
  const says = (cell: Tag) => kidsOf(cell, elements).length > 0
  const headed = ({ facts }: Tag) => facts.headers?.some(says) ?? false
  const bare = rows
    .flatMap(row => kidsOf(row, elements))
    .find(cell => cell.role === 'TD' && says(cell) && !headed(cell))
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
