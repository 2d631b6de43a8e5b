import type { Document } from '../../markup/index.js'
import { entryOf, headingOf, mentionOf } from './inlines.js'
import { plainText } from './plain-text.js'
import { visitBlocks, visitInlines } from './visit.js'

/** The destinations that a document has: links to any other lead nowhere and are not drawn. */
export function destinationsOf(document: Document): ReadonlySet<string> {
  const found = new Set<string>()
  visitBlocks(document.blocks, block => {
    if ((block.kind === 'heading' || block.kind === 'section') && block.id) found.add(headingOf(block.id))
    if (block.kind === 'sources') for (const entry of block.entries) found.add(entryOf(entry.id))
  })
  visitInlines(document.blocks, inline => {
    if (inline.kind === 'reference' && inline.first) found.add(mentionOf(inline.source))
  })
  return found
}

/** Characters of an entry that a link to it says. */
const SAID = 100

/** How the entries of the list of sources begin, by the ids of the sources: what links to them say. */
export function entriesOf(document: Document): ReadonlyMap<string, string> {
  const entries = new Map<string, string>()
  visitBlocks(document.blocks, block => {
    if (block.kind !== 'sources') return
    for (const { id, children } of block.entries) entries.set(id, beginningOf(plainText(children)))
  })
  return entries
}

/** Whole words, as many as `SAID` allows. */
function beginningOf(text: string): string {
  if (text.length <= SAID) return text
  const end = text.lastIndexOf(' ', SAID)
  return `${text.slice(0, end > 0 ? end : SAID).replace(/[.,;:]$/, '')}…`
}
