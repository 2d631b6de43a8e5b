import { fillPattern, type Locale, localeWithFallback } from '../locale/locale.js'
import { hasValue } from '../prose/data-values.js'
import { partsOfDocument } from './block-tree.js'
import type { Block, Document } from './blocks.js'

/** How many items of a section were left out of a document. */
export interface SectionOmission {
  /** The heading of the section; undefined for items that are under no heading. */
  readonly heading: string | undefined
  readonly count: number
}

/**
 * Adds a note to a document, in its language, that says in which sections the full brief has more: as a last paragraph before
 * the annexes, or more briefly in the running footer, which takes no space from the pages.
 */
export function addOmissionNote(
  document: Document,
  omissions: readonly SectionOmission[],
  where: 'paragraph' | 'running line',
  { locales }: { readonly locales: ReadonlyMap<string, Locale> },
): Document {
  const locale = localeWithFallback(document.lang, locales)
  const label = (key: string, values: Readonly<Record<string, string | number>>) =>
    fillPattern(locale?.label(key) ?? '', values)
  if (where === 'running line') {
    const count = omissions.reduce((sum, omission) => sum + omission.count, 0)
    const notes = [...document.running.notes, label('left_out', { count })].filter(hasValue)
    return { ...document, running: { ...document.running, notes } }
  }
  const place = document.blocks[0]?.place
  if (!place) return document
  const sections = omissions
    .map(({ heading, count }) => `${heading ?? label('others', {})}${NO_BREAK_SPACE}(${count})`)
    .join(', ')
  const words = { kind: 'text', place, text: label('more_in_brief', { sections }) } as const
  const paragraph = { kind: 'paragraph', style: 'note', place, children: [words] } as const
  const { body, annexes } = partsOfDocument(document)
  return { ...document, blocks: [...withLastBlock(body, paragraph), ...annexes] }
}

/** After all others, but on the pages of the last section if these are its own. */
function withLastBlock(blocks: readonly Block[], block: Block): Block[] {
  const last = blocks.at(-1)
  return last?.kind === 'section' && last.page
    ? [...blocks.slice(0, -1), { ...last, children: [...last.children, block] }]
    : [...blocks, block]
}

const NO_BREAK_SPACE = '\u00a0'
