import { MarkedContent, type StructureElement } from '../nodes/structure-element.js'
import type { DrawnMarks } from './drawn-marks.js'

/** Elements of a document in reading order, with their parents. */
export type WrittenElements = ReadonlyMap<StructureElement, StructureElement | undefined>

/** The elements that are written. One of which nothing is drawn is left out, but for the cells of a row. */
export function writtenElements(
  root: StructureElement,
  { references }: Pick<DrawnMarks, 'references'>,
): WrittenElements {
  const drawn = new Set<StructureElement>()
  findDrawn(root, references, drawn)
  const kept = new Map<StructureElement, StructureElement | undefined>()
  const keep = (element: StructureElement, parent: StructureElement | undefined) => {
    kept.set(element, parent)
    for (const kid of element.kids)
      if (!(kid instanceof MarkedContent) && (drawn.has(kid) || element.type === 'TR')) keep(kid, element)
  }
  keep(root, undefined)
  return kept
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
