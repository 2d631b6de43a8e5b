import type { BlockTreeNode } from '../blocks/block-tree.js'
import { visitNodes } from '../blocks/block-tree.js'
import type { Block, Document, Heading } from '../blocks/blocks.js'
import { pictureOf } from '../blocks/build-figures.js'
import { noteLabel } from '../blocks/note-calls.js'

/** A document among those that are joined. */
export interface JoinedPart {
  readonly document: Document
  /** The id of its beginning; also what its own ids, sources and pictures are told apart by. */
  readonly id: string
}

/**
 * One document of several: the blocks of `front`, then those of the parts, each in a section of its own and in its own language. Ids, sources
 * and pictures (`ID:PATH`) are told apart, and the calls of notes go through.
 */
export function joinDocuments(front: Document, parts: readonly JoinedPart[]): Document {
  const notes = { count: 0 }
  const joined = parts.map(part => ({ part, document: apart(part, notes) }))
  const blocks = joined.flatMap(({ part, document }): Block[] => {
    const [place] = document.blocks.map(block => block.place)
    if (!place) return []
    const { lang } = document
    const spoken: readonly Block[] =
      lang === front.lang
        ? document.blocks
        : [{ kind: 'parallel', widths: [1], columns: [{ lang, children: document.blocks }], place }]
    return [{ kind: 'section', style: undefined, id: part.id, page: undefined, children: spoken, place }]
  })
  return {
    ...front,
    blocks: [...front.blocks, ...blocks],
    sources: joined.flatMap(({ document }) => document.sources),
  }
}

/** The name of a picture of a part, as the joined document asks for it; its inverse is in `partOfPicture`. */
const pictureName = (id: string, path: string): string => `${id}:${path}`

/** The part that a picture of a joined document is of, and its path there. */
export function partOfPicture(name: string): { readonly id: string; readonly path: string } {
  const end = name.indexOf(':')
  return { id: name.slice(0, end), path: name.slice(end + 1) }
}

/** A document whose names are its own. */
function apart({ document, id: part }: JoinedPart, notes: { count: number }): Document {
  const headings = contentsOf(document.blocks)
  const own = (id: string) => `${part}-${id}`
  const rename = (node: BlockTreeNode): BlockTreeNode => {
    switch (node.kind) {
      case 'figure':
        return { ...withId(node, own), source: pictureName(part, pictureOf(node)), folder: undefined }
      case 'link':
        return node.href.startsWith('#') ? { ...node, href: `#${own(node.href.slice(1))}` } : node
      case 'reference':
        return { ...node, source: own(node.source) }
      case 'note':
        notes.count++
        return { ...node, label: noteLabel(notes.count) }
      case 'sources':
        return { ...node, entries: node.entries.map(entry => ({ ...entry, id: own(entry.id) })) }
      case 'heading':
        return { ...withId(node, own), level: LOWER[node.level] }
      case 'contents':
        // Its entries are lowered as the headings are, and keep their own levels among themselves.
        return { ...node, entries: (node.entries ?? headings).map(raised) }
      default:
        return withId(node, own)
    }
  }
  return {
    ...document,
    blocks: document.blocks.map(block => mapped(block, rename)),
    sources: document.sources.map(source => ({ ...source, id: own(source.id) })),
  }
}

/** The title of the whole stands over the titles of its documents. */
const LOWER = { 1: 2, 2: 3, 3: 4, 4: 4 } as const

const raised = (heading: Heading): Heading => ({ ...heading, level: heading.level === 3 ? 2 : 1 })

function withId<Node extends BlockTreeNode>(node: Node, own: (id: string) => string): Node {
  return 'id' in node && typeof node.id === 'string' ? { ...node, id: own(node.id) } : node
}

/** What a list of contents of the document has: its headings of levels 2 and 3. */
function contentsOf(blocks: readonly Block[]): Heading[] {
  const found: Heading[] = []
  visitNodes(blocks, node => {
    if (node.kind === 'heading' && (node.level === 2 || node.level === 3)) found.push(node)
  })
  return found
}

/** A node and all within it, each as `change` has it. */
function mapped<Node extends BlockTreeNode>(
  node: Node,
  change: (node: BlockTreeNode) => BlockTreeNode,
): Node {
  const within = (value: unknown): unknown => {
    if (Array.isArray(value)) return value.map(within)
    if (typeof value !== 'object' || value === null) return value
    if ('kind' in value && 'place' in value) return mapped(value as BlockTreeNode, change)
    return 'children' in value || 'body' in value || 'cells' in value ? inside(value) : value
  }
  const inside = (value: object): object =>
    Object.fromEntries(
      Object.entries(value).map(([key, inner]) => [key, OPAQUE.has(key) ? inner : within(inner)]),
    )
  return inside(change(node)) as Node
}

/** What is no part of the tree, or was renamed with the node that holds it. */
const OPAQUE: ReadonlySet<string> = new Set(['place', 'data', 'words'])
