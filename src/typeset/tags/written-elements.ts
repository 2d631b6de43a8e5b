import { MarkedContent, type StructureElement } from '../nodes/structure-element.js'

/** Elements of a document in reading order, with their parents. */
export type WrittenElements = ReadonlyMap<StructureElement, StructureElement | undefined>

/** The elements that are written. One of which nothing is drawn is left out, but for the cells of a row. */
export function writtenElements(root: StructureElement): WrittenElements {
  const drawn = new Set<StructureElement>()
  findDrawn(root, drawn)
  const kept = new Map<StructureElement, StructureElement | undefined>()
  const keep = (tag: StructureElement, parent: StructureElement | undefined) => {
    kept.set(tag, parent)
    for (const kid of tag.kids)
      if (!(kid instanceof MarkedContent) && (drawn.has(kid) || tag.type === 'TR')) keep(kid, tag)
  }
  keep(root, undefined)
  return kept
}

function findDrawn(tag: StructureElement, drawn: Set<StructureElement>): boolean {
  let found = false
  for (const kid of tag.kids)
    if (kid instanceof MarkedContent ? kid.references.length > 0 : findDrawn(kid, drawn)) found = true
  if (found) drawn.add(tag)
  return found
}

/** The elements right inside one, as far as they are written. */
export const writtenKids = (tag: StructureElement, elements: WrittenElements): StructureElement[] =>
  tag.kids.filter((kid): kid is StructureElement => !(kid instanceof MarkedContent) && elements.has(kid))
