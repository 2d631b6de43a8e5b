import { present } from '../../diagnostics/index.js'
import { gridOf } from '../../markup/index.js'
import type { StructureElement } from '../nodes/structure-element.js'
import type { ConformanceIssue } from './conformance-issue.js'
import { type WrittenElements, writtenKids } from './written-elements.js'

/** ISO 14289-1, 7.5: all rows are equally wide, no cell is over another, and every cell with content has a header. */
export function tableIssues(table: StructureElement, elements: WrittenElements): ConformanceIssue[] {
  const parts = writtenKids(table, elements).filter(({ type }) => type === 'THead' || type === 'TBody')
  const placed = parts.flatMap(part => placedRows(writtenKids(part, elements), elements))
  const rows = placed.map(({ row }) => row)
  const uneven = placed.find(({ width }) => width !== placed[0]?.width)?.row
  const overlapping = placed.find(({ overlaps }) => overlaps)?.row
  const beyond = placed.find(({ reachesBeyond }) => reachesBeyond)?.row
  const hasContent = (cell: StructureElement) => writtenKids(cell, elements).length > 0
  const hasHeader = ({ attributes: facts }: StructureElement) => facts.headers?.some(hasContent) ?? false
  const withoutHeader = rows
    .flatMap(row => writtenKids(row, elements))
    .find(cell => cell.type === 'TD' && hasContent(cell) && !hasHeader(cell))
  return [
    ...(uneven ? [{ place: uneven.place, message: 'a row of a table is not as wide as the first' }] : []),
    ...(overlapping ? [{ place: overlapping.place, message: 'a cell of a table is over another' }] : []),
    ...(beyond ? [{ place: beyond.place, message: 'a cell of a table reaches beyond its last row' }] : []),
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

interface PlacedTableRow {
  readonly row: StructureElement
  /** Columns that it fills, with those of cells from rows above. */
  readonly width: number
  readonly overlaps: boolean
  readonly reachesBeyond: boolean
}

/** The rows of a head or body in the grid of its cells. */
function placedRows(rows: readonly StructureElement[], elements: WrittenElements): PlacedTableRow[] {
  const spans = rows.map(row =>
    writtenKids(row, elements).map(({ attributes: { colSpan = 1, rowSpan = 1 } }) => ({
      span: colSpan,
      rows: rowSpan,
    })),
  )
  return gridOf(spans).map(({ covered, collision }, index) => ({
    row: present(rows[index], 'row of a table'),
    width: covered.size,
    overlaps: collision !== undefined,
    reachesBeyond: present(spans[index], 'cells of a row').some(cell => index + cell.rows > rows.length),
  }))
}
