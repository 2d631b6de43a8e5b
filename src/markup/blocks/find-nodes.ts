import type { Block, Inline } from './blocks.js'

type AnyNode = Block | Inline

/** All nodes of a kind in a tree of blocks, in the order of the document; what is in a node found is not searched. */
export function findNodes<Kind extends AnyNode['kind']>(
  tree: unknown,
  kind: Kind,
): Extract<AnyNode, { kind: Kind }>[] {
  if (Array.isArray(tree)) return tree.flatMap(part => findNodes(part, kind))
  if (typeof tree !== 'object' || tree === null) return []
  const { place: _, ...parts } = tree as Partial<AnyNode>
  if (parts.kind === kind) return [tree as Extract<AnyNode, { kind: Kind }>]
  return Object.values(parts).flatMap(part => findNodes(part, kind))
}
