import type { Place, Report } from '../../diagnostics/index.js'
import {
  bannersOf,
  type Edition,
  type EditionData,
  ProseText,
  placeInBrief,
  reportWithheld,
  Verbatim,
  type WithheldReference,
} from '../../edition/index.js'
import { fillDateLabel } from '../locale/dates.js'
import type { Locale } from '../locale/locale.js'
import { hasValue, ownField, valueText } from '../prose/data-values.js'
import type { PlainTextContext } from '../prose/print-inline.js'
import { prosePlainText } from '../prose/print-prose.js'
import { visitNodes } from './block-tree.js'
import type { Block, Document, DocumentAids, NumberedSource } from './blocks.js'

/**
 * Builds the document around its blocks: metadata, banner, running header and footer. `isAskedFor` says which fields of the
 * brief the template looks up.
 */
export function buildDocument(
  edition: Edition,
  context: PlainTextContext,
  blocks: readonly Block[],
  sources: readonly NumberedSource[],
  isAskedFor: (field: string) => boolean,
  printed: RunningParts = { head: undefined, foot: undefined },
): Document {
  const { data } = edition
  const { locale, report } = context
  const metadataText = (value: unknown, said: Report = () => {}) =>
    metadataWords(value, { ...context, report: said })
  const organisation = metadataText(data.organisation)
  const title = metadataText(data.title, report)
  let found: readonly Place[] | undefined
  const places = () => {
    found ??= [...placesInBrief(blocks), ...[printed.head, printed.foot].flatMap(part => part?.places ?? [])]
    return found
  }
  const authors = Array.isArray(data.authors) ? data.authors : [data.authors]
  const isPrinted = (within: Place) => places().some(place => isWithin(place, within))
  const isMissed = ({ field, within }: WithheldReference) =>
    METADATA.has(field) || (within ? isPrinted(within) : isAskedFor(field))
  reportWithheld(edition.withheld, isMissed, report)
  const notes = documentNotes(edition, locale, metadataText)
  return {
    lang: edition.lang,
    title,
    authors: authors.filter(hasValue).map(author => metadataText(author)),
    subject: documentSubject(data, metadataText),
    keywords: [...new Set([...printedActors(data.actors, places), organisation])].filter(hasValue),
    banners: bannersOf([edition.classification, ...printedMarkings(edition, places)], edition.schemes),
    running: {
      organisation,
      audience: locale.audienceTitle(edition.audience.title),
      title,
      page_of: locale.label('page_of') ?? '{page} / {pages}',
      notes: [notes.draft, notes.date, notes.embargo].filter(hasValue),
      ...headOf(printed),
      ...footOf(printed),
    },
    overlay: [notes.draft, notes.embargo].filter(hasValue),
    aids: documentAids(locale),
    blocks,
    sources,
  }
}

/** What twins say of themselves, in the language of a locale. */
export const documentAids = (locale: Locale | undefined): DocumentAids => ({
  skip_to_text: locale?.label('skip_to_text') ?? '',
  contents: locale?.sectionHeading('default', 'contents') ?? '',
  notes: locale?.label('notes') ?? '',
  note_in_text: locale?.label('note_in_text') ?? '{label}',
  table: locale?.label('table') ?? '',
})

/** What the partials of a running head and foot print; undefined where there are none. */
export interface RunningParts {
  readonly head: { readonly texts: readonly string[]; readonly places: readonly Place[] } | undefined
  readonly foot: RunningParts['head']
}

/** The last part stands at the right; where there is room, all others before it. */
function headOf({ head }: RunningParts): Partial<Document['running']> {
  if (!head) return {}
  const [title = '', audience = '', ...others] = [...head.texts].reverse()
  return { title, audience, organisation: others.reverse().filter(hasValue).join(' · ') }
}

function footOf({ foot }: RunningParts): Partial<Document['running']> {
  if (!foot) return {}
  return { page_of: foot.texts.at(-1) ?? '', notes: foot.texts.slice(0, -1).filter(hasValue) }
}

/** Fields that the file's information has whether a page prints them or not. */
const METADATA: ReadonlySet<string> = new Set(['title', 'subtitle', 'issue', 'authors', 'organisation'])

/** Findings are reported only of text that is printed on a page. */
function metadataWords(value: unknown, context: PlainTextContext): string {
  return value instanceof ProseText ? prosePlainText(value, context) : (valueText(value) ?? '')
}

type MetadataText = (value: unknown) => string

/** The subject of the brief; empty if it needs words of a recipient and there is none. */
function documentSubject({ issue, subtitle }: EditionData, metadataText: MetadataText): string {
  const value = hasValue(issue) ? issue : subtitle
  const isFilled = !(value instanceof ProseText) || value.placeholders.every(({ words }) => words)
  return isFilled ? metadataText(value) : ''
}

/** The places in the brief that the nodes of a document come from. */
function placesInBrief(blocks: readonly Block[]): readonly Place[] {
  const places: Place[] = []
  visitNodes(blocks, ({ place }) => {
    places.push(placeInBrief(place))
  })
  return places
}

/** The names of actors that the pages print: the metadata must not name any others. */
function printedActors(actors: unknown, places: () => readonly Place[]): string[] {
  const names = (Array.isArray(actors) ? actors : []).map(actor => ownField(actor, 'name'))
  return names.flatMap(name =>
    name instanceof Verbatim && places().some(place => isWithin(place, name.place)) ? [name.text] : [],
  )
}

/** The markings of the items from which at least one word is printed. */
function printedMarkings(edition: Edition, places: () => readonly Place[]): string[] {
  const printed = edition.markings.filter(marked => places().some(place => isWithin(place, marked.place)))
  return printed.map(marked => marked.marking)
}

function isWithin(inner: Place, outer: Place): boolean {
  return (
    inner.file === outer.file && inner.range.start >= outer.range.start && inner.range.end <= outer.range.end
  )
}

/** What a reader must know of the document on whatever page: whether it is a draft, its date, and its embargo. */
function documentNotes(
  { data }: Edition,
  locale: Locale,
  metadataText: MetadataText,
): { readonly draft: string; readonly date: string; readonly embargo: string } {
  const dated = (label: string, value: unknown) => {
    const text = metadataText(value)
    return text === '' ? '' : fillDateLabel(locale.label(label) ?? '{date}', text, locale)
  }
  const status = metadataText(data.status)
  return {
    draft: status === 'draft' ? (locale.label('draft') ?? status) : '',
    date: dated('as_of', data.as_of),
    embargo: dated('embargoed_until', data.embargo_until),
  }
}
