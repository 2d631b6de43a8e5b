import type { Place, Report } from '../../diagnostics/index.js'
import type { Document } from '../../markup/index.js'
import { elementFaults } from './check-element.js'
import { tableFaults } from './check-table.js'
import { type Elements, elementsOf } from './elements.js'
import { type Fault, isLanguage, languageFault } from './fault.js'
import type { MarkedPages } from './marked-pages.js'
import { Spot, type Tag } from './tag.js'

/** A document that is drawn, and what is known of it beyond its drawing. */
export interface Drawn {
  readonly document: Pick<Document, 'title' | 'lang'>
  readonly root: Tag
  readonly marked: Pick<MarkedPages, 'contents' | 'annotations' | 'drawn'>
  /** What other stages of printing found: pictures and characters that PDF/A does not allow. */
  readonly faults: readonly Fault[]
}

/**
 * Whether a drawn document is what PDF/UA-1 (ISO 14289-1) and PDF/A-3a (ISO 19005-3) ask of it. What it lacks is
 * `not-accessible`, at the block's place.
 */
export function isAccessible({ document, root, marked, faults }: Drawn, report: Report): boolean {
  const elements = elementsOf(root)
  const all = [
    ...faults,
    ...documentFaults(document, root.place),
    ...headingFaults(elements),
    ...contentFaults(elements, marked, root.place),
    ...[...elements].flatMap(([tag, parent]) => elementFaults(tag, parent)),
    ...[...elements.keys()].flatMap(tag => (tag.role === 'Table' ? tableFaults(tag, elements) : [])),
  ]
  for (const { place, message, hint } of all)
    if (place) report('not-accessible', place, message, ...(hint ? [hint] : []))
  return all.length === 0
}

/** ISO 14289-1, 7.1 and 7.2: a title and a language. */
function documentFaults({ title, lang }: Drawn['document'], place: Place | undefined): Fault[] {
  return [
    ...(title.trim() === ''
      ? [{ place, message: 'the document has no title', hint: 'give the brief a `title`' }]
      : []),
    ...(isLanguage(lang) ? [] : [languageFault(lang, place)]),
  ]
}

/** ISO 14289-1, 7.4.2: the first heading is of level 1, and none skips a level. */
function headingFaults(elements: Elements): Fault[] {
  const faults: Fault[] = []
  let last = 0
  for (const { role, place } of elements.keys()) {
    const level = Number(/^H(\d)$/.exec(role)?.[1])
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
function contentFaults(elements: Elements, marked: Drawn['marked'], place: Place | undefined): Fault[] {
  const { contents, annotations, drawn } = marked
  const owners = contents.map(page => page.map((): Tag[] => []))
  const links = new Map<unknown, Tag[]>()
  for (const tag of elements.keys())
    for (const mark of tag.kids.flatMap(kid => (kid instanceof Spot ? kid.marks : []))) {
      if ('annotation' in mark) links.set(mark.annotation, [...(links.get(mark.annotation) ?? []), tag])
      else owners[mark.page]?.[mark.content]?.push(tag)
    }
  const owned =
    owners.every((page, at) =>
      page.every((tags, number) => tags.length === 1 && tags[0] === contents[at]?.[number]),
    ) &&
    links.size === annotations.length &&
    [...links.values()].every(tags => tags.length === 1)
  const asDrawn = contents.every(
    (page, at) => drawn[at]?.sound && page.length === drawn[at].numbers.length && inOrder(drawn[at].numbers),
  )
  return owned && asDrawn ? [] : [{ place, message: 'something is drawn that belongs to no element' }]
}

const inOrder = (numbers: readonly number[]): boolean => numbers.every((number, index) => number === index)
