import type { PageOrientation } from '../../edition/index.js'
import { type Block, findNodes, type Table } from '../../markup/index.js'
import type { ComposeContext, SpacedNode } from './context.js'

/** A part of a document that begins a page and ends one. */
export interface PagePart {
  /** How its pages stand; undefined for as those of the document do. */
  readonly orientation: PageOrientation | undefined
  readonly isAnnex: boolean
  /** Whether it is what is turned onto pages that lie, or what comes after that: it goes on before, to the end of the page. */
  readonly role?: 'turned' | 'rest'
}

interface BlocksOnPages extends PagePart {
  readonly blocks: Block[]
}

/** Sections on pages of their own, and what is between them. */
export function blocksByPages(blocks: readonly Block[]): BlocksOnPages[] {
  const parts: BlocksOnPages[] = []
  let open: Block[] | undefined
  for (const block of blocks) {
    const page = block.kind === 'section' ? block.page : undefined
    if (open && page === undefined) open.push(block)
    else {
      const own = [block]
      const isAnnex = page === 'annex'
      parts.push({ orientation: isAnnex ? undefined : page, isAnnex, blocks: own })
      open = page === undefined ? own : undefined
    }
  }
  return parts
}

/** The tables that stand between the blocks of a document: in no other element than sections without columns or frame. */
export function tablesBetweenBlocks(blocks: readonly Block[]): ReadonlySet<Table> {
  const tablesIn = (among: readonly Block[]): Table[] =>
    among.flatMap(block => {
      if (block.kind === 'table') return [block]
      if (block.kind !== 'section' || block.style === 'box' || block.style === 'two-columns') return []
      return block.page === undefined || block.page === 'annex' ? tablesIn(block.children) : []
    })
  return findNodes(blocks, 'table').some(({ wide }) => wide) ? new Set(tablesIn(blocks)) : NO_TABLES
}

const NO_TABLES: ReadonlySet<Table> = new Set()

interface NodesOnPages {
  readonly orientation: SpacedNode['orientation']
  readonly nodes: SpacedNode[]
  /** It has the headings of what comes after it, which therefore stays below it. */
  isHeaded?: boolean
  /** Points that what is before the turned pages wants below it, of nodes that go on after these. */
  readonly above?: number
}

/** Nodes in parts, of which each begins a page: those that need pages that lie take the headings before them along, and notes below them. */
export function nodesByOrientation(
  nodes: readonly SpacedNode[],
  { width, lying }: ComposeContext,
): NodesOnPages[] {
  const parts: NodesOnPages[] = []
  const within = (orientation: SpacedNode['orientation'], isHeaded = false) => {
    const last = parts.at(-1)
    if (last && last.orientation === orientation) {
      last.isHeaded ||= isHeaded
      return last.nodes
    }
    const own: SpacedNode[] = []
    const upright = parts.findLast(part => part.orientation === undefined)
    const goesOn = orientation === undefined && last !== undefined && !last.isHeaded
    parts.push({
      orientation,
      nodes: own,
      isHeaded,
      ...(goesOn && { above: upright?.nodes.at(-1)?.after ?? 0 }),
    })
    return own
  }
  for (const item of nodes) {
    const last = parts.at(-1)
    if (item.orientation !== undefined) {
      const headings = last?.orientation === undefined ? takeHeadings(last?.nodes ?? []) : []
      if (last?.nodes.length === 0) parts.pop()
      within(item.orientation, headings.length > 0).push(...headings, item)
    } else if (lying && last?.orientation !== undefined && isNote(item))
      last.nodes.push(narrowed(item, lying.width - width))
    else within(undefined).push(item)
  }
  return parts
}

/** Takes away the nodes at the end that are kept with what follows. */
function takeHeadings(nodes: SpacedNode[]): SpacedNode[] {
  const first = nodes.findLastIndex(({ node }) => !node.keepWithNext) + 1
  return nodes.splice(first)
}

/** What is true of the whole table stands right below it. */
function isNote({ node }: SpacedNode): boolean {
  const block = node.blocks?.at(-1)
  return block?.kind === 'paragraph' && block.style === 'note'
}

/** A node on a wider page, as wide as it would be on others. */
function narrowed({ node, ...item }: SpacedNode, by: number): SpacedNode {
  const [left, top, right, bottom] = node.margin ?? [0, 0, 0, 0]
  return { ...item, node: { ...node, margin: [left, top, right + by, bottom] } }
}
