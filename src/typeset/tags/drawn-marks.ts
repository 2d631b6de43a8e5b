import { MarkedContent, type StructureElement } from '../nodes/structure-element.js'
import type { PageMarks } from './read-marked-content.js'

/** What drawing has marked: where the content of each element is in the file. Pages are counted from 0. */
export interface DrawnMarks {
  readonly references: ReadonlyMap<MarkedContent, readonly ContentReference[]>
  /** What surrounds all that is drawn in a figure. */
  readonly boxes: ReadonlyMap<StructureElement, ElementBox>
  /** For each page, the elements of its pieces of content, by their numbers. */
  readonly pageElements: readonly (readonly StructureElement[])[]
  /** The elements of annotations; their keys in the parent tree follow those of the pages. */
  readonly annotationElements: readonly StructureElement[]
  /** For each page, what its operators mark. */
  readonly pageMarks: readonly PageMarks[]
}

/** Drawn content by its number on a page, or the annotation of a link by the number of its object. */
export type ContentReference =
  | { readonly page: number; readonly mcid: number }
  | { readonly page: number; readonly annotation: number }

/** In PDF units: left, bottom, right, top. */
export type ElementBox = readonly [left: number, bottom: number, right: number, top: number]

/** Where content of an element itself is drawn, in reading order. */
export function referencesOf(
  { kids }: StructureElement,
  { references }: Pick<DrawnMarks, 'references'>,
): readonly ContentReference[] {
  const [first] = kids
  if (kids.length === 1 && first instanceof MarkedContent) return references.get(first) ?? []
  return kids.flatMap(kid => (kid instanceof MarkedContent ? (references.get(kid) ?? []) : []))
}
