import { isLanguageTag } from '../../brief/index.js'
import type { Place, Report } from '../../diagnostics/index.js'
import type { Document } from '../../markup/index.js'
import type { StructureElement } from '../nodes/structure-element.js'
import { elementIssues } from './check-element.js'
import { tableIssues } from './check-table.js'
import { type ConformanceIssue, languageTagIssue } from './conformance-issue.js'
import { type DrawnMarks, referencesOf } from './drawn-marks.js'
import { type WrittenElements, writtenElements } from './written-elements.js'

/** A document that is drawn, with what was marked while it was drawn. */
export interface DrawnDocument {
  readonly document: Pick<Document, 'title' | 'lang'>
  readonly root: StructureElement
  readonly marks: DrawnMarks
  /** What other stages of printing found: pictures and characters that PDF/A does not allow. */
  readonly issues: readonly ConformanceIssue[]
}

/**
 * Whether a drawn document meets PDF/UA-1 (ISO 14289-1) and PDF/A-3a (ISO 19005-3). What it fails in is reported as
 * `not-accessible`, at the block's place.
 */
export function checkAccessibility(
  { document, root, marks, issues }: DrawnDocument,
  report: Report,
): boolean {
  const elements = writtenElements(root, marks)
  const all = [
    ...issues,
    ...documentIssues(document, root.place),
    ...headingIssues(elements),
    ...contentIssues(elements, marks, root.place),
    ...[...elements].flatMap(([element, parent]) => elementIssues(element, parent, marks)),
    ...[...elements.keys()].flatMap(element =>
      element.type === 'Table' ? tableIssues(element, elements) : [],
    ),
  ]
  for (const { place = root.place, message, hint } of all)
    if (place) report('not-accessible', place, message, ...(hint ? [hint] : []))
  return all.length === 0
}

/** ISO 14289-1, 7.1 and 7.2: a title and a language. */
function documentIssues(
  { title, lang }: DrawnDocument['document'],
  place: Place | undefined,
): ConformanceIssue[] {
  return [
    ...(title.trim() === ''
      ? [{ place, message: 'the document has no title', hint: 'give the brief a `title`' }]
      : []),
    ...(isLanguageTag(lang) ? [] : [languageTagIssue(lang, place)]),
  ]
}

/** ISO 14289-1, 7.4.2: the first heading is of level 1, and none skips a level. */
function headingIssues(elements: WrittenElements): ConformanceIssue[] {
  const faults: ConformanceIssue[] = []
  let last = 0
  for (const { type, place } of elements.keys()) {
    const level = Number(/^H(\d)$/.exec(type)?.[1])
    if (Number.isNaN(level)) continue
    if (level > last + 1)
      faults.push({
        place,
        message:
          last === 0
            ? `the first heading is of level ${level}`
            : `a heading of level ${level} follows one of level ${last}`,
      })
    last = level
  }
  return faults
}

/** ISO 14289-1, 7.1: all content is marked; each piece of it is that of one element, and so is each annotation. */
function contentIssues(
  elements: WrittenElements,
  marks: DrawnMarks,
  place: Place | undefined,
): ConformanceIssue[] {
  const { pageElements: contents, annotationElements: annotations, pageMarks: drawn } = marks
  const owners = contents.map(page => page.map((): StructureElement[] => []))
  const links = new Map<unknown, StructureElement[]>()
  for (const element of elements.keys())
    for (const mark of referencesOf(element, marks)) {
      if ('annotation' in mark) links.set(mark.annotation, [...(links.get(mark.annotation) ?? []), element])
      else owners[mark.page]?.[mark.mcid]?.push(element)
    }
  const owned =
    owners.every((page, at) =>
      page.every((tags, number) => tags.length === 1 && tags[0] === contents[at]?.[number]),
    ) &&
    links.size === annotations.length &&
    [...links.values()].every(tags => tags.length === 1)
  const asDrawn = contents.every(
    (page, at) => drawn[at]?.wellFormed && page.length === drawn[at].mcids.length && inOrder(drawn[at].mcids),
  )
  return owned && asDrawn ? [] : [{ place, message: 'something is drawn that belongs to no element' }]
}

const inOrder = (numbers: readonly number[]): boolean => numbers.every((number, index) => number === index)
