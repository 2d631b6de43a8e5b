import type { Place, Report } from '../../diagnostics/index.js'
import type { Document } from '../../markup/index.js'
import type { MarkedPages } from './marked-pages.js'
import { type Role, Spot, type Tag } from './tag.js'
import { withContent } from './write-structure.js'

/**
 * Whether a drawn document is what PDF/UA-1 (ISO 14289-1) and PDF/A-3a (ISO 19005-3) ask of its structure. What it
 * lacks is `not-accessible`, at the block's place.
 */
export function isAccessible(document: Document, root: Tag, marked: MarkedPages, report: Report): boolean {
  const elements = withContent(root)
  const faults = [
    ...documentFaults(document, root),
    ...headingFaults(elements),
    ...markFaults(elements, marked, root),
    ...[...elements].flatMap(([tag, parent]) => elementFaults(tag, parent, elements)),
  ]
  for (const { place, message, hint } of faults)
    if (place) report('not-accessible', place, message, ...(hint ? [hint] : []))
  return faults.length === 0
}

interface Fault {
  readonly place: Place | undefined
  readonly message: string
  readonly hint?: string
}
type Elements = ReadonlyMap<Tag, Tag | undefined>

/** ISO 14289-1, 7.1 and 7.2: a title and a language. */
function documentFaults({ title, lang }: Document, { place }: Tag): Fault[] {
  return [
    ...(title.trim() === ''
      ? [{ place, message: 'the document has no title', hint: 'give the brief a `title`' }]
      : []),
    ...(isLanguage(lang) ? [] : [languageFault(lang, place)]),
  ]
}

/** By the well-formedness of BCP 47, as far as the runtime knows it. */
function isLanguage(lang: string): boolean {
  try {
    return Intl.getCanonicalLocales(lang).length === 1
  } catch {
    return false
  }
}

const languageFault = (lang: string, place: Place | undefined): Fault => ({
  place,
  message: `\`${lang}\` is not a language tag`,
  hint: 'write it as in BCP 47, such as `en` or `pt-BR`',
})

/** ISO 14289-1, 7.4.2: the first heading is of level 1, and none skips a level. */
function headingFaults(elements: Elements): Fault[] {
  const faults: Fault[] = []
  let last = 0
  for (const { role, place } of elements.keys()) {
    const level = Number(/^H(\d)$/.exec(role)?.[1])
    if (Number.isNaN(level)) continue
    if (level > last + 1)
      faults.push({ place, message: `a heading of level ${level} follows one of level ${last}` })
    last = level
  }
  return faults
}

/** Every piece of content is that of one element, and every element's content is on a page. */
function markFaults(elements: Elements, { contents, annotations }: MarkedPages, root: Tag): Fault[] {
  const told = new Set<string>()
  let links = 0
  for (const tag of elements.keys())
    for (const kid of tag.kids)
      for (const mark of kid instanceof Spot ? kid.marks : []) {
        if ('annotation' in mark) links++
        else if (contents[mark.page]?.[mark.content] === tag) told.add(`${mark.page} ${mark.content}`)
      }
  const pieces = contents.reduce((sum, page) => sum + page.length, 0)
  return told.size === pieces && links === annotations.length
    ? []
    : [{ place: root.place, message: 'something is drawn that belongs to no element' }]
}

function elementFaults(tag: Tag, parent: Tag | undefined, elements: Elements): Fault[] {
  const { place, role, facts } = tag
  const faults: Fault[] = []
  const fault = (message: string, hint?: string) => faults.push({ place, message, ...(hint && { hint }) })
  const allowed = PARENTS[role]
  if (parent && allowed && !allowed.includes(parent.role)) fault(`${role} stands in ${parent.role}`)
  if (facts.lang !== undefined && !isLanguage(facts.lang)) faults.push(languageFault(facts.lang, place))
  if (role === 'Figure' && !facts.alt?.trim())
    fault('a picture has no words in its place', 'give `img` an `alt`')
  if (role === 'Figure' && !tag.box) fault('a picture has no place on its page')
  if (role === 'Link' && (!facts.leadsTo?.trim() || !hasAnnotation(tag)))
    fault('a link does not say where it leads', 'put words between `<a>` and `</a>`')
  if (role === 'Table') faults.push(...tableFaults(tag, elements))
  return faults
}

/** Where an element may stand, if not everywhere (ISO 32000-1, tables 333 to 338). */
const PARENTS: Partial<Readonly<Record<Role, readonly Role[]>>> = {
  LI: ['L'],
  Lbl: ['LI', 'Note', 'TOCI'],
  LBody: ['LI'],
  THead: ['Table'],
  TBody: ['Table'],
  TR: ['THead', 'TBody', 'Table'],
  TH: ['TR'],
  TD: ['TR'],
  TOCI: ['TOC'],
  Caption: ['Table', 'Div', 'Figure', 'L'],
}

const hasAnnotation = (tag: Tag): boolean =>
  tag.kids.some(kid => kid instanceof Spot && kid.marks.some(mark => 'annotation' in mark))

/** ISO 14289-1, 7.5: a table is regular, every row as wide as the others. */
function tableFaults(table: Tag, elements: Elements): Fault[] {
  const kids = (tag: Tag) => tag.kids.filter(kid => !(kid instanceof Spot) && elements.has(kid)) as Tag[]
  const rows = kids(table)
    .filter(({ role }) => role === 'THead' || role === 'TBody')
    .flatMap(kids)
  const widths = rows.map(row => kids(row).reduce((sum, cell) => sum + (cell.facts.span ?? 1), 0))
  return new Set(widths).size > 1
    ? [{ place: table.place, message: 'the rows of a table differ in their number of cells' }]
    : []
}
