import {
  type Block,
  type BlockTreeNode,
  contentLists,
  findNodes,
  type InlineText,
  textOfInlines,
} from '../../markup/index.js'
import { unformattedText } from '../text/characters.js'
import { withFrenchSpaces } from '../text/french-spaces.js'
import type { InlineContext } from './inline-context.js'

/** The first place where running text uses a word of the glossary. */
export interface TermMention {
  /** The name of the destination there. */
  readonly destination: string
  readonly term: string
  readonly meaning: string
  /** Where the word stands in its text, in UTF-16 units. */
  readonly start: number
  readonly end: number
}

interface GlossaryTerm extends Pick<TermMention, 'destination' | 'term' | 'meaning'> {
  readonly pattern: RegExp
}

/** Finds, in reading order, where running text first uses each term that the document's glossary explains. */
export function findTermMentions(blocks: readonly Block[]): Map<InlineText, TermMention[]> {
  const found = new Map<InlineText, TermMention[]>()
  const missing = new Set(glossaryTerms(blocks))
  const search = (nodes: readonly BlockTreeNode[]): void => {
    for (const node of nodes) {
      if (missing.size === 0) return
      if (node.kind === 'text') found.set(node, mentionsIn(node, missing))
      else if (!isPassedOver(node)) for (const list of contentLists(node)) search(list)
    }
  }
  search(blocks)
  return new Map([...found].filter(([, mentions]) => mentions.length > 0))
}

/** A text in parts with what each inherits: where it mentions a term first, its destination. */
export function partsAtTerms(
  inline: InlineText,
  mentioned: ReadonlyMap<InlineText, readonly TermMention[]>,
  inherited: InlineContext,
): { readonly text: string; readonly around: InlineContext }[] {
  const { text, separates: isSeparator = false } = inline
  const around = { ...inherited, isSeparator }
  let from = 0
  const partTo = (end: number, anchors = around.anchors) => {
    const part = withFrenchSpaces(text.slice(from, end), around.lang)
    from = end
    return part === '' ? [] : [{ text: part, around: { ...around, anchors } }]
  }
  const parts = (mentioned.get(inline) ?? []).flatMap(({ start, end, destination }) => [
    ...partTo(start),
    ...partTo(end, [...around.anchors, destination]),
  ])
  return [...parts, ...partTo(text.length)]
}

function mentionsIn({ text }: InlineText, missing: Set<GlossaryTerm>): TermMention[] {
  const mentions: TermMention[] = []
  for (const { pattern, ...term } of missing) {
    const match = pattern.exec(withoutUmlauts(text))
    const [word] = match ?? []
    if (!match || word === undefined) continue
    const [start, end] = [match.index, match.index + word.length]
    if (mentions.some(other => start < other.end && end > other.start)) continue
    mentions.push({ ...term, start, end })
  }
  for (const term of [...missing])
    if (mentions.some(({ destination }) => destination === term.destination)) missing.delete(term)
  return mentions.sort((one, other) => one.start - other.start)
}

/** Headings are read over, and where a term is explained nothing more need be said of it. */
const isPassedOver = (node: BlockTreeNode): boolean =>
  ['heading', 'masthead', 'contents', 'sources', 'diagram', 'figure'].includes(node.kind) || isGlossary(node)

const isGlossary = (node: BlockTreeNode): boolean => node.kind === 'definitions' && node.style === 'glossary'

function glossaryTerms(blocks: readonly Block[]): GlossaryTerm[] {
  const entries = findNodes(blocks, 'definitions')
    .filter(isGlossary)
    .flatMap(list => list.entries)
  return entries.flatMap(({ term, body }, index): GlossaryTerm[] => {
    const word = unformattedText(term)
    const meaning = body.flatMap(block => (block.kind === 'paragraph' ? [textOfInlines(block.children)] : []))
    if (word === '' || meaning.length < body.length) return []
    const destination = `term:${index + 1}`
    return [{ destination, term: word, meaning: meaning.join(' '), pattern: patternOf(word) }]
  })
}

/** German plurals have umlauts that their singulars lack: *Zuschuss*, *Zuschüsse*. No character is longer or shorter for it. */
const withoutUmlauts = (text: string): string =>
  text.replace(/[äöüÄÖÜ]/g, letter => letter.normalize('NFD').charAt(0))

/** A term as a whole word, in its plural too where that only adds to it. */
const patternOf = (term: string): RegExp =>
  new RegExp(
    `(?<![\\p{L}\\p{N}])${withoutUmlauts(term).replace(/[.*+?^${}()|[\]\\]/g, '\\$&')}(?:e?s|e?n|er?|x)?(?![\\p{L}\\p{N}])`,
    'iu',
  )
