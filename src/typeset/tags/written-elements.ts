import { present } from '../../diagnostics/index.js'
import { tiedRows } from '../../markup/index.js'
import { MarkedContent, type StructureElement } from '../nodes/structure-element.js'
import type { DrawnMarks } from './drawn-marks.js'

/** Elements of a document in reading order, with their parents. */
export type WrittenElements = ReadonlyMap<StructureElement, StructureElement | undefined>

/**
 * The elements that are written. One of which nothing is drawn is left out, but for the cells of a row, and for a row that
 * a cell ties to another one.
 */
export function writtenElements(
  root: StructureElement,
  { references }: Pick<DrawnMarks, 'references'>,
): WrittenElements {
  const drawn = new Set<StructureElement>()
  findDrawn(root, references, drawn)
  const kept = new Map<StructureElement, StructureElement | undefined>()
  const keep = (element: StructureElement, parent: StructureElement | undefined) => {
    kept.set(element, parent)
    const tied =
      element.type === 'THead' || element.type === 'TBody' ? rowsTiedToDrawn(element, drawn) : undefined
    for (const kid of element.kids)
      if (!(kid instanceof MarkedContent) && (drawn.has(kid) || element.type === 'TR' || tied?.has(kid)))
        keep(kid, element)
  }
  keep(root, undefined)
  return kept
}

/** The rows of a head or body whose place counts for a cell of a row that is drawn. */
function rowsTiedToDrawn(
  part: StructureElement,
  drawn: ReadonlySet<StructureElement>,
): ReadonlySet<StructureElement> {
  const rows = part.kids.filter((kid): kid is StructureElement => !(kid instanceof MarkedContent))
  const spans = rows.map(row =>
    row.kids.map(cell => ({ rows: cell instanceof MarkedContent ? 1 : (cell.attributes.rowSpan ?? 1) })),
  )
  const firsts = tiedRows(spans)
  const firstsOfDrawn = new Set(firsts.filter((_, index) => drawn.has(present(rows[index], 'row'))))
  return new Set(rows.filter((_, index) => firstsOfDrawn.has(present(firsts[index], 'row'))))
}

function findDrawn(
  element: StructureElement,
  references: DrawnMarks['references'],
  drawn: Set<StructureElement>,
): boolean {
  let found = false
  for (const kid of element.kids)
    if (kid instanceof MarkedContent ? references.has(kid) : findDrawn(kid, references, drawn)) found = true
  if (found) drawn.add(element)
  return found
}

/** The elements right inside one, as far as they are written. */
export const writtenKids = (element: StructureElement, elements: WrittenElements): StructureElement[] =>
  element.kids.filter((kid): kid is StructureElement => !(kid instanceof MarkedContent) && elements.has(kid))
