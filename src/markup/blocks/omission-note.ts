import { fillPattern, findLocale, type Locale } from '../locale/locale.js'
import { hasValue } from '../prose/data-values.js'
import type { Document } from './blocks.js'

/** How many items of a section a document does without. */
export interface SectionOmission {
  /** The heading of the section; of none, the items count among others. */
  readonly heading: string | undefined
  readonly count: number
}

/**
 * Says in a document where the full brief has more, in the document's language: in a last paragraph, which every
 * reader comes to, or in few words in the running line, which takes no room of the pages.
 */
export function addOmissionNote(
  document: Document,
  shortenings: readonly SectionOmission[],
  where: 'paragraph' | 'running line',
  { locales }: { readonly locales: ReadonlyMap<string, Locale> },
): Document {
  const english = locales.get('en')
  const locale = findLocale(document.lang, locales)?.withFallback(english) ?? english
  const label = (key: string, values: Readonly<Record<string, string | number>>) =>
    fillPattern(locale?.label(key) ?? '', values)
  if (where === 'running line') {
    const count = shortenings.reduce((sum, shortening) => sum + shortening.count, 0)
    const notes = [document.running.note, label('left_out', { count })]
    return { ...document, running: { ...document.running, note: notes.filter(hasValue).join(' · ') } }
  }
  const place = document.blocks[0]?.place
  if (!place) return document
  const sections = shortenings
    .map(({ heading, count }) => `${heading ?? label('others', {})}${NO_BREAK_SPACE}(${count})`)
    .join(', ')
  const words = { kind: 'text', place, text: label('more_in_brief', { sections }) } as const
  const paragraph = { kind: 'paragraph', style: 'note', place, children: [words] } as const
  return { ...document, blocks: [...document.blocks, paragraph] }
}

const NO_BREAK_SPACE = '\u00a0'
