import { type Document, findNodes, type Heading, textOfInlines, visitNodes } from '../../markup/index.js'

/** Where the links of a twin may lead, and what its list of contents has. */
export interface TwinTargets {
  readonly ids: ReadonlySet<string>
  /** Ids of the sources that are listed. */
  readonly sources: ReadonlySet<string>
  readonly contents: readonly Heading[]
}

/** Walks a document once, before it is printed. */
export function twinTargets({ blocks }: Pick<Document, 'blocks'>): TwinTargets {
  const ids = new Set<string>()
  const contents: Heading[] = []
  visitNodes(blocks, node => {
    if ('id' in node && node.id) ids.add(node.id)
    if (node.kind === 'heading' && (node.level === 2 || node.level === 3) && hasWords(node))
      contents.push(node)
  })
  const sources = findNodes(blocks, 'sources').flatMap(({ entries }) => entries.map(({ id }) => id))
  return { ids, sources: new Set(sources), contents }
}

/** A heading without words is not printed. */
export const hasWords = ({ children }: Heading): boolean => textOfInlines(children).trim() !== ''
