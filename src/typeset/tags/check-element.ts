import { isLanguageTag } from '../../brief/index.js'
import type { StructureElement, StructureType } from '../nodes/structure-element.js'
import { type ConformanceIssue, languageTagIssue } from './conformance-issue.js'
import { type DrawnMarks, referencesOf } from './drawn-marks.js'

/** What is wrong with an element by itself: its parent, its content and its attributes. */
export function elementIssues(
  element: StructureElement,
  parent: StructureElement | undefined,
  marks: Pick<DrawnMarks, 'references' | 'boxes'>,
): ConformanceIssue[] {
  const { place, type, attributes } = element
  const faults: ConformanceIssue[] = []
  const fault = (message: string, hint?: string) => faults.push({ place, message, ...(hint && { hint }) })
  if (parent && !isAllowedIn(type, parent.type)) fault(`\`${type}\` is in \`${parent.type}\``)
  if (GROUPING_TYPES.has(type) && referencesOf(element, marks).length > 0)
    fault(`words stand in \`${type}\` itself`)
  if (attributes.lang !== undefined && !isLanguageTag(attributes.lang))
    faults.push(languageTagIssue(attributes.lang, place))
  if (type === 'Figure' && !attributes.alt?.trim())
    fault('a picture has no words in its place', 'give `img` an `alt`')
  if (type === 'Figure' && !marks.boxes.has(element)) fault('a picture has no place on its page')
  if (type === 'Link' && !attributes.linkDescription?.trim()) fault('a link does not say where it leads')
  if (type === 'Link' && !referencesOf(element, marks).some(mark => 'annotation' in mark))
    fault('a link leads to nothing that is printed')
  return faults
}

/** ISO 32000-1, 14.8.4: lists, tables and contents lists have kids of certain types, elements with text no blocks. */
function isAllowedIn(role: StructureType, parent: StructureType): boolean {
  const kids = ALLOWED_KIDS[parent] ?? (CONTENT_TYPES.has(parent) ? CONTENT_KIDS : undefined)
  return kids ? kids.includes(role) : !DEPENDENT_TYPES.has(role)
}

/** Elements within a line (table 338). */
const INLINE_TYPES: readonly StructureType[] = ['Link', 'Reference', 'Span']
/** What stands in elements of text: a note stands where it is called. */
const CONTENT_KIDS: readonly StructureType[] = [...INLINE_TYPES, 'Note']
/** Tables 333, 336 and 337; the label of a paragraph that is numbered among others is in it. */
const ALLOWED_KIDS: Partial<Readonly<Record<StructureType, readonly StructureType[]>>> = {
  P: [...CONTENT_KIDS, 'Lbl'],
  L: ['LI', 'L', 'Caption'],
  LI: ['Lbl', 'LBody'],
  Note: ['Lbl', 'Link', 'Reference', 'Span'],
  Table: ['Caption', 'THead', 'TBody', 'TR'],
  THead: ['TR'],
  TBody: ['TR'],
  TR: ['TH', 'TD'],
  TOC: ['TOCI', 'TOC', 'Caption'],
  TOCI: ['Lbl', 'Reference', 'P', 'TOC'],
  Div: ['Figure', 'Caption', 'Div', 'Sect', 'P', 'H1', 'H2', 'H3', 'H4', 'L', 'Table', 'TOC', 'BlockQuote'],
  LBody: ['Note', 'Div', 'Sect', 'P', 'H1', 'H2', 'H3', 'H4', 'L', 'Table', 'TOC', 'BlockQuote'],
}

/** Elements of text and of elements within lines. */
const CONTENT_TYPES: ReadonlySet<StructureType> = new Set([
  ...(['P', 'H1', 'H2', 'H3', 'H4', 'Lbl', 'Caption', 'Note', 'Figure'] as const),
  ...INLINE_TYPES,
])
/** Elements that are allowed only in a parent that names them. */
const DEPENDENT_TYPES: ReadonlySet<StructureType> = new Set([
  ...(['LI', 'Lbl', 'LBody', 'THead', 'TBody', 'TR', 'TH', 'TD', 'TOCI', 'Caption', 'Note'] as const),
  ...INLINE_TYPES,
])
/** Elements that contain other elements, and no text of their own. */
const GROUPING_TYPES: ReadonlySet<StructureType> = new Set([
  ...(['Document', 'Part', 'Sect', 'Div', 'BlockQuote', 'TOC', 'TOCI', 'L', 'LI', 'LBody'] as const),
  ...(['Table', 'THead', 'TBody', 'TR', 'TH', 'TD'] as const),
])
