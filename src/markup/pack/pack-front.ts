import type { Place } from '../../diagnostics/index.js'
import type { Banner } from '../../edition/index.js'
import type { Block, Document, Heading } from '../blocks/blocks.js'
import { documentAids } from '../blocks/build-document.js'
import type { Inline } from '../blocks/inlines.js'
import { fillDateLabel } from '../locale/dates.js'
import { fillPattern, type Locale, localeWithFallback } from '../locale/locale.js'

/** What stands before the documents of a pack. */
export interface PackFront {
  readonly title: string
  readonly subtitle: string | undefined
  /** EDTF. */
  readonly asOf: string
  /** BCP 47. */
  readonly lang: string
  readonly organisation: string | undefined
  readonly distribution: string | undefined
  readonly logo: { readonly path: string; readonly place: Place } | undefined
  readonly banners: readonly Banner[]
  readonly place: Place
  readonly parts: readonly PackPart[]
  /** What stands across the pages of any of its documents. */
  readonly overlay: readonly string[]
}

/** A document of a pack, as its contents list it. */
export interface PackPart {
  readonly brief: string
  /** Of the brief. */
  readonly title: string
  readonly audience: string
  /** BCP 47. */
  readonly lang: string
  readonly banners: readonly Banner[]
  /** The letter at the edge of its pages, if there is one. */
  readonly tab: string | undefined
}

/** The id that leads to the beginning of a document of a pack, counted from 0. */
export const packPartId = (index: number): string => `part-${index + 1}`

/** The letters of tabs: A to Z, then AA, AB and so on. */
export function tabLetter(index: number): string {
  const before = Math.floor(index / 26) - 1
  return `${before < 0 ? '' : tabLetter(before)}${String.fromCharCode(65 + (index % 26))}`
}

type Locales = { readonly locales: ReadonlyMap<string, Locale> }

/** The cover: who issues the pack, what it is called, as of when, and how much it holds. */
export function packCover(front: PackFront, library: Locales): Document {
  const { title, subtitle, organisation, logo, place, asOf, distribution, parts, lang } = front
  const locale = localeWithFallback(lang, library.locales)
  const paragraph = (text: string, style: string): Block => ({
    kind: 'paragraph',
    style,
    place,
    children: words(text, place),
  })
  const facts = [
    locale ? fillDateLabel(locale.label('as_of') ?? '{date}', asOf, locale) : asOf,
    fillPattern(locale?.label('pack_documents') ?? '{count}', { count: parts.length }),
    ...(distribution === undefined ? [] : [distribution]),
  ]
  const blocks: Block[] = [
    ...(logo
      ? [
          {
            kind: 'figure',
            id: undefined,
            style: 'logo',
            source: logo.path,
            folder: '.',
            alt: organisation ?? title,
            width: 1,
            title: undefined,
            caption: undefined,
            place: logo.place,
          } as const,
        ]
      : []),
    {
      kind: 'masthead',
      place,
      children: [
        ...(organisation === undefined ? [] : [paragraph(organisation, 'kicker')]),
        heading(1, 'pack', words(title, place), place),
        ...(subtitle === undefined ? [] : [paragraph(subtitle, 'subtitle')]),
        paragraph(facts.join(' · '), 'meta'),
      ],
    },
  ]
  return documentAround(front, blocks, locale)
}

/** The list of the documents with their pages; under one title those that are editions of one brief. */
export function packContents(front: PackFront, withTitle: boolean, library: Locales): Document {
  const { place, lang, parts, title } = front
  const locale = localeWithFallback(lang, library.locales)
  const entries: Heading[] = []
  for (const [index, part] of parts.entries()) {
    const id = packPartId(index)
    if (part.brief !== parts[index - 1]?.brief)
      entries.push(heading(2, id, inLanguage(words(part.title, place), part.lang, lang, place), place))
    const marking = part.banners.map(({ text }) => text).join(', ')
    const said = [part.tab, part.audience, marking]
      .filter(text => text !== undefined && text !== '')
      .join(' · ')
    entries.push(heading(3, id, inLanguage(words(said, place), part.lang, lang, place), place))
  }
  const label = locale?.sectionHeading('', 'contents') ?? ''
  const blocks: Block[] = [
    ...(withTitle
      ? [{ kind: 'masthead', place, children: [heading(1, 'pack', words(title, place), place)] } as const]
      : []),
    heading(withTitle ? 2 : 1, 'pack-contents', words(label, place), place),
    { kind: 'contents', place, entries },
  ]
  return documentAround(front, blocks, locale)
}

/** What the list of contents is called in its language. */
export const packContentsTitle = (lang: string, { locales }: Locales): string =>
  localeWithFallback(lang, locales)?.sectionHeading('', 'contents') ?? ''

const words = (text: string, place: Place): Inline[] => [{ kind: 'text', text, place }]

const inLanguage = (
  children: readonly Inline[],
  lang: string,
  around: string,
  place: Place,
): readonly Inline[] =>
  lang === around ? children : [{ kind: 'span', style: undefined, lang, children, place }]

const heading = (
  level: Heading['level'],
  id: string,
  children: readonly Inline[],
  place: Place,
): Heading => ({
  kind: 'heading',
  ...{ level, id, children, place },
  style: undefined,
})

function documentAround(
  { lang, title, organisation = '', banners, overlay }: PackFront,
  blocks: readonly Block[],
  locale: Locale | undefined,
): Document {
  return {
    ...{ lang, title, banners, overlay, blocks },
    authors: [],
    aids: documentAids(locale),
    subject: '',
    keywords: [],
    running: {
      ...{ organisation, title },
      audience: '',
      page_of: locale?.label('page_of') ?? '{page} / {pages}',
      notes: [],
    },
    sources: [],
  }
}
