import type { Document } from '../../markup/index.js'
import { unformattedText } from '../text/unformatted-text.js'
import { headingDestination, mentionDestination, sourceDestination } from './inlines.js'
import { visitBlocks, visitInlines } from './visit.js'

/** The destinations that a document has: links to any other lead nowhere and are not drawn. */
export function destinationsOf(document: Document): ReadonlySet<string> {
  const found = new Set<string>()
  visitBlocks(document.blocks, block => {
    if ((block.kind === 'heading' || block.kind === 'section') && block.id)
      found.add(headingDestination(block.id))
    if (block.kind === 'sources') for (const entry of block.entries) found.add(sourceDestination(entry.id))
  })
  visitInlines(document.blocks, inline => {
    if (inline.kind === 'reference' && inline.first) found.add(mentionDestination(inline.source))
  })
  return found
}

/** Characters of an entry that a link to it says. */
const MAX_LINK_TEXT = 100

/** How the entries of the list of sources begin, by the ids of the sources: what links to them say. */
export function sourceLinkTexts(document: Document): ReadonlyMap<string, string> {
  const entries = new Map<string, string>()
  visitBlocks(document.blocks, block => {
    if (block.kind !== 'sources') return
    for (const { id, children } of block.entries) entries.set(id, wholeWordsOf(unformattedText(children)))
  })
  return entries
}

/** Whole words, as many as `SAID` allows. */
function wholeWordsOf(text: string): string {
  if (text.length <= MAX_LINK_TEXT) return text
  const end = text.lastIndexOf(' ', MAX_LINK_TEXT)
  return `${text.slice(0, end > 0 ? end : MAX_LINK_TEXT).replace(/[.,;:]$/, '')}…`
}
