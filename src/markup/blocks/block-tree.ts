import type { Block, ColumnLayout, Document, ParallelText, Row } from './blocks.js'
import type { DiagramData } from './diagrams.js'
import type { Inline, InlineText } from './inlines.js'

export type BlockTreeNode = Block | Inline

/**
 * What a node holds directly, in reading order, as the lists in which it holds it: the items of a list, the cells of a
 * table, a caption. The labels of a diagram count as its content.
 */
export function contentLists(node: BlockTreeNode): readonly (readonly BlockTreeNode[])[] {
  switch (node.kind) {
    case 'list':
      return node.items
    case 'definitions':
      return node.entries.flatMap(({ term, body }) => [term, body])
    case 'table':
      return [
        ...optionalList(node.caption),
        ...[...node.head, ...node.body].flatMap(row => row.cells.map(cell => cell.children)),
        ...(node.foot ? [node.foot] : []),
      ]
    case 'quotation':
      return [node.children, ...optionalList(node.attribution)]
    case 'figure':
      return [node.title, node.caption, node.credit].flatMap(optionalList)
    case 'diagram':
      return [
        ...optionalList(node.title),
        diagramLabels(node.data),
        ...[node.caption, node.credit].flatMap(optionalList),
      ]
    case 'columns':
      return node.columns
    case 'parallel':
      return node.columns.map(({ children }) => children)
    case 'ticks':
      return node.labels
    case 'sources':
      return node.entries.map(entry => entry.children)
    default:
      return 'children' in node ? [node.children] : []
  }
}

/** Calls `visit` for every node, in reading order, a parent before its content. */
export function visitNodes(nodes: readonly BlockTreeNode[], visit: (node: BlockTreeNode) => void): void {
  for (const node of nodes) {
    visit(node)
    if (node.kind === 'text') continue
    for (const list of contentLists(node)) visitNodes(list, visit)
  }
}

/** All nodes of a kind, in reading order; the content of a node that is found is not searched. */
export function findNodes<Kind extends BlockTreeNode['kind']>(
  nodes: readonly BlockTreeNode[],
  kind: Kind,
): Extract<BlockTreeNode, { kind: Kind }>[] {
  const found: Extract<BlockTreeNode, { kind: Kind }>[] = []
  const search = (among: readonly BlockTreeNode[]): void => {
    for (const node of among) {
      if (node.kind === kind) found.push(node as Extract<BlockTreeNode, { kind: Kind }>)
      else if (node.kind !== 'text') for (const list of contentLists(node)) search(list)
    }
  }
  search(nodes)
  return found
}

/**
 * The blocks that `keeps` accepts, at any depth, without the sections, list items and columns in which nothing else than
 * headings is left. Cells of tables and definitions stay where they are emptied, since their neighbours belong to them.
 */
export function filterBlocks(blocks: readonly Block[], keeps: (block: Block) => boolean): Block[] {
  const filter = (children: readonly Block[]) => filterBlocks(children, keeps)
  const filterRows = (rows: readonly Row[]): Row[] =>
    rows.map(row => ({
      ...row,
      cells: row.cells.map(cell => ({ ...cell, children: filter(cell.children) })),
    }))
  return blocks.filter(keeps).flatMap((block): Block[] => {
    switch (block.kind) {
      case 'section':
      case 'aside':
      case 'masthead':
      case 'quotation':
        return filterList(block.children, filter).map(children => ({ ...block, children }))
      case 'list': {
        const items = block.items.flatMap(item => filterList(item, filter))
        return items.length > 0 ? [{ ...block, items }] : []
      }
      case 'definitions':
        return [{ ...block, entries: block.entries.map(entry => ({ ...entry, body: filter(entry.body) })) }]
      case 'table': {
        const foot = block.foot && { foot: filter(block.foot) }
        return [{ ...block, head: filterRows(block.head), body: filterRows(block.body), ...foot }]
      }
      case 'columns':
        return filterColumns(block, filter)
      case 'parallel':
        return filterParallel(block, filter)
      default:
        return [block]
    }
  })
}

/** A document whose columns flow where they may; itself where none may. */
export function flowColumns(document: Document): Document {
  const blocks = flowedBlocks(document.blocks)
  return blocks === document.blocks ? document : { ...document, blocks }
}

/** Columns are asked to flow beside sections, and within them and boxes. */
function flowedBlocks(blocks: readonly Block[]): readonly Block[] {
  const flowed = blocks.map((block): Block => {
    if (block.kind === 'columns') return block.flow === 'auto' ? { ...block, flow: 'one' } : block
    if (block.kind !== 'section' && block.kind !== 'aside') return block
    const children = flowedBlocks(block.children)
    return children === block.children ? block : { ...block, children }
  })
  return flowed.some((block, index) => block !== blocks[index]) ? flowed : blocks
}

/** A document without its diagrams of some kinds; those of annexes stay, as they take nothing of its page limit. */
export function removeDiagrams(document: Document, kinds: ReadonlySet<DiagramData['kind']>): Document {
  if (kinds.size === 0) return document
  const { body, annexes } = partsOfDocument(document)
  const kept = filterBlocks(body, block => block.kind !== 'diagram' || !kinds.has(block.data.kind))
  return { ...document, blocks: [...kept, ...annexes] }
}

/** The blocks of a document that its page limit is for, and the annexes after them. */
export function partsOfDocument({ blocks }: Pick<Document, 'blocks'>): {
  readonly body: readonly Block[]
  readonly annexes: readonly Block[]
} {
  const first = blocks.findIndex(isAnnex)
  const end = first === -1 ? blocks.length : first
  return { body: blocks.slice(0, end), annexes: blocks.slice(end) }
}

/** Whether a block is an annex. */
export const isAnnex = (block: Block): boolean => block.kind === 'section' && block.page === 'annex'

/** The words of inlines without their styles, and without references and notes; a line break reads as a space. */
export function textOfInlines(inlines: readonly Inline[]): string {
  return inlines.map(textOfInline).join('')
}

function textOfInline(inline: Inline): string {
  switch (inline.kind) {
    case 'text':
      return inline.text
    case 'break':
      return ' '
    case 'reference':
    case 'note':
      return ''
    default:
      return textOfInlines(inline.children)
  }
}

function optionalList(inlines: readonly Inline[] | undefined): readonly (readonly Inline[])[] {
  return inlines ? [inlines] : []
}

function diagramLabels(data: DiagramData): readonly InlineText[] {
  switch (data.kind) {
    case 'timeline':
      return [...data.events, ...(data.calendar?.steps ?? [])].flatMap(({ label, lane }) =>
        data.calendar && lane ? [lane, label] : [label],
      )
    case 'actor-map':
      return [...(data.stanceOn ? [data.stanceOn] : []), ...data.actors.map(({ name }) => name)]
    case 'stakes-matrix':
      return data.stakes.flatMap(({ stake, who }) => [stake, ...who])
    case 'chart':
      return [data.by, ...data.categories.map(({ label }) => label), ...data.series.map(({ name }) => name)]
  }
}

type BlockFilter = (blocks: readonly Block[]) => Block[]

/** The filtered list, in a list of its own; none if the filter left nothing of it but headings. */
function filterList(blocks: readonly Block[], filter: BlockFilter): Block[][] {
  const left = filter(blocks)
  const isEmptied = left.length < blocks.length && left.every(({ kind }) => kind === 'heading')
  return isEmptied ? [] : [left]
}

/** The content of a column that is left alone takes the whole width. */
function filterColumns(block: ColumnLayout, filter: BlockFilter): Block[] {
  const kept = block.columns.flatMap((column, index) =>
    filterList(column, filter).map(left => ({ left, width: block.widths[index] ?? 1 })),
  )
  const [only, ...others] = kept
  if (!only) return []
  if (others.length === 0 && block.columns.length > 1) return only.left
  return [{ ...block, columns: kept.map(({ left }) => left), widths: kept.map(({ width }) => width) }]
}

/** A language keeps its column, even if nothing is left in that. */
function filterParallel(block: ParallelText, filter: BlockFilter): Block[] {
  const columns = block.columns.map(column => ({
    ...column,
    children: filterList(column.children, filter).flat(),
  }))
  return columns.some(({ children }) => children.length > 0) ? [{ ...block, columns }] : []
}
