import type { LayoutNode, StackNode } from '../nodes/layout-nodes.js'
import type { SpacedNode } from './context.js'

/** What of a column begins on one line with its counterpart in another: a paragraph, a heading, an item of a list, a table. */
export interface ParallelPart extends SpacedNode {
  /** What it is, in a word: parts of one kind stand beside each other. */
  readonly kind: string
  /** It is as wide as all columns. */
  readonly isWide: boolean
}

/** The parts of a column, from the top to the bottom. */
export function partsOfColumn(nodes: readonly SpacedNode[]): ParallelPart[] {
  return nodes.flatMap(item => {
    const items = itemsOf(item)
    const kind = kindOf(item.node)
    return items.map(part => ({ ...part, kind, isWide: part.node.spans !== undefined }))
  })
}

/** The items of a list, which stand below each other without a frame; anything else as it is. */
function itemsOf(item: SpacedNode): readonly SpacedNode[] {
  const { node } = item
  const block = node.blocks?.at(-1)
  const isList = block?.kind === 'list' || block?.kind === 'definitions'
  if (!isList || node.kind !== 'stack' || node.frame || node.marker || node.margin || node.stack.length < 2)
    return [item]
  const last = node.stack.length - 1
  return node.stack.map((child, index) => ({
    node: itemOf(child, node, index),
    before: index === 0 ? item.before : (child.margin?.[1] ?? 0),
    after: index === last ? item.after : 0,
  }))
}

function itemOf(child: LayoutNode, { blocks = [], anchors = [] }: StackNode, index: number): LayoutNode {
  const [left, , right, bottom] = child.margin ?? [0, 0, 0, 0]
  return {
    ...child,
    margin: [left, 0, right, bottom],
    blocks: [...blocks, ...(child.blocks ?? [])],
    ...(index === 0 && anchors.length > 0 ? { anchors: [...anchors, ...(child.anchors ?? [])] } : {}),
  }
}

/** Headings of different levels are different kinds. */
function kindOf(node: LayoutNode): string {
  const block = node.blocks?.at(-1)
  if (block?.kind === 'heading') return `heading ${block.level}`
  const style = block && 'style' in block ? (block.style ?? '') : ''
  return `${block?.kind ?? node.kind} ${style}`
}
