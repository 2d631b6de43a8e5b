import { present } from '../../diagnostics/index.js'
import {
  type Document,
  type Figure,
  type Heading,
  type InlineText,
  type Note,
  textOfInlines,
  visitNodes,
} from '../../markup/index.js'
import { unformattedText } from '../text/characters.js'
import { findTermMentions, type TermMention } from './term-mentions.js'

/** What a whole document has, where composing one of its blocks must know of others. */
export interface DocumentIndex {
  /** Names of the destinations that links may lead to; links to any other are not drawn. */
  readonly destinations: ReadonlySet<string>
  /** Ids of the sources that a reference cites. */
  readonly referencedSources: ReadonlySet<string>
  /** Headings of the contents list. */
  readonly contentsHeadings: readonly Heading[]
  /**
   * The level of each heading in the element tree: one below the heading that it belongs to, and 1 if there is none, so
   * that no level is skipped (ISO 14289-1, 7.4.2). A heading without words is not printed and has no level.
   */
  readonly headingLevels: ReadonlyMap<Heading, Heading['level']>
  /** Of its numbered paragraphs; 0 where it has none. */
  readonly highestNumber: number
  readonly figures: readonly Figure[]
  readonly notes: readonly Note[]
  /** The words of the glossary that running text mentions, by the text that mentions each first. */
  readonly mentionedTerms: ReadonlyMap<InlineText, readonly TermMention[]>
}

/** Names of destinations: of a source's entry, of its first mention, which the entry leads back to, and of an id. */
export const sourceDestination = (source: string): string => `source:${source}`
export const mentionDestination = (source: string): string => `mention:${source}`
/** Of a note at the foot of its page, and of what calls it. */
export const noteDestination = (label: string): string => `note:${label}`
export const callDestination = (label: string): string => `call:${label}`
export const headingDestination = (id: string): string => `id:${id}`

/** Walks a document once, in reading order. */
export function indexDocument({ blocks }: Pick<Document, 'blocks'>): DocumentIndex {
  const destinations = new Set<string>()
  const referencedSources = new Set<string>()
  const contentsHeadings: Heading[] = []
  const headingLevels = new Map<Heading, Heading['level']>()
  const figures: Figure[] = []
  const notes: Note[] = []
  /** Levels of the template, each below the one before it, that the next heading may belong to. */
  const ancestorLevels: number[] = []
  let highestNumber = 0
  visitNodes(blocks, node => {
    if ('id' in node && node.id) destinations.add(headingDestination(node.id))
    if (node.kind === 'heading') {
      if (isInContents(node)) contentsHeadings.push(node)
      if (textOfInlines(node.children) === '') return
      while ((ancestorLevels.at(-1) ?? 0) >= node.level) ancestorLevels.pop()
      headingLevels.set(node, present(HEADING_LEVELS[ancestorLevels.length], 'heading level'))
      ancestorLevels.push(node.level)
    } else if (node.kind === 'sources')
      for (const { id } of node.entries) destinations.add(sourceDestination(id))
    else if (node.kind === 'reference' && node.first) {
      destinations.add(mentionDestination(node.source))
      referencedSources.add(node.source)
    } else if (node.kind === 'figure') figures.push(node)
    else if (node.kind === 'note') notes.push(node)
    else if (node.kind === 'paragraph') highestNumber = Math.max(highestNumber, node.number ?? 0)
  })
  return {
    ...{ destinations, referencedSources, contentsHeadings, headingLevels, highestNumber, figures, notes },
    mentionedTerms: findTermMentions(blocks),
  }
}

const HEADING_LEVELS = [1, 2, 3, 4] as const

const isInContents = ({ level, children }: Heading): boolean =>
  (level === 2 || level === 3) && unformattedText(children) !== ''
