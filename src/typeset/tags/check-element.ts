import { type Fault, isLanguage, languageFault } from './fault.js'
import { type Role, Spot, type Tag } from './tag.js'

/** What is wrong with an element by itself: where it stands, what it holds, and what it says beside its words. */
export function elementFaults(tag: Tag, parent: Tag | undefined): Fault[] {
  const { place, role, facts } = tag
  const faults: Fault[] = []
  const fault = (message: string, hint?: string) => faults.push({ place, message, ...(hint && { hint }) })
  if (parent && !mayStandIn(role, parent.role)) fault(`\`${role}\` stands in \`${parent.role}\``)
  if (GROUPING.has(role) && marksOf(tag).length > 0) fault(`words stand in \`${role}\` itself`)
  if (facts.lang !== undefined && !isLanguage(facts.lang)) faults.push(languageFault(facts.lang, place))
  if (role === 'Figure' && !facts.alt?.trim())
    fault('a picture has no words in its place', 'give `img` an `alt`')
  if (role === 'Figure' && !tag.box) fault('a picture has no place on its page')
  if (role === 'Link' && !facts.leadsTo?.trim()) fault('a link does not say where it leads')
  if (role === 'Link' && !marksOf(tag).some(mark => 'annotation' in mark))
    fault('a link leads to nothing that is printed')
  return faults
}

const marksOf = (tag: Tag) => tag.kids.flatMap(kid => (kid instanceof Spot ? kid.marks : []))

/** ISO 32000-1, 14.8.4: lists, tables and contents lists have kids of their own, and what holds words no blocks. */
function mayStandIn(role: Role, parent: Role): boolean {
  const kids = KIDS[parent] ?? (OF_WORDS.has(parent) ? INLINE : undefined)
  return kids ? kids.includes(role) : !ONLY_WITHIN.has(role)
}

/** Tables 333, 336 and 337. */
const KIDS: Partial<Readonly<Record<Role, readonly Role[]>>> = {
  L: ['LI', 'L', 'Caption'],
  LI: ['Lbl', 'LBody'],
  Table: ['Caption', 'THead', 'TBody', 'TR'],
  THead: ['TR'],
  TBody: ['TR'],
  TR: ['TH', 'TD'],
  TOC: ['TOCI', 'TOC', 'Caption'],
  TOCI: ['Lbl', 'Reference', 'P', 'TOC'],
  Div: ['Figure', 'Caption', 'Div', 'Sect', 'P', 'H1', 'H2', 'H3', 'H4', 'L', 'Table', 'TOC', 'BlockQuote'],
  LBody: ['Note', 'Div', 'Sect', 'P', 'H1', 'H2', 'H3', 'H4', 'L', 'Table', 'TOC', 'BlockQuote'],
}

/** Elements within a line (table 338). */
const INLINE: readonly Role[] = ['Link', 'Reference', 'Span']
/** Elements that hold words and what stands among them. */
const OF_WORDS: ReadonlySet<Role> = new Set([
  ...(['P', 'H1', 'H2', 'H3', 'H4', 'Lbl', 'Caption', 'Note', 'Figure'] as const),
  ...INLINE,
])
/** Elements that stand nowhere but in a parent that names them. */
const ONLY_WITHIN: ReadonlySet<Role> = new Set([
  ...(['LI', 'Lbl', 'LBody', 'THead', 'TBody', 'TR', 'TH', 'TD', 'TOCI', 'Caption', 'Note'] as const),
  ...INLINE,
])
/** Elements that hold other elements, and no words of their own. */
const GROUPING: ReadonlySet<Role> = new Set([
  ...(['Document', 'Sect', 'Div', 'BlockQuote', 'TOC', 'TOCI', 'L', 'LI', 'LBody'] as const),
  ...(['Table', 'THead', 'TBody', 'TR', 'TH', 'TD'] as const),
])
