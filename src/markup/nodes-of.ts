import type { Block, Inline } from './blocks.js'

type Node = Block | Inline

/** All nodes of a kind in a tree of blocks, in the order of the document; what is in a node found is not searched. */
export function nodesOf<Kind extends Node['kind']>(
  tree: unknown,
  kind: Kind,
): Extract<Node, { kind: Kind }>[] {
  if (Array.isArray(tree)) return tree.flatMap(part => nodesOf(part, kind))
  if (typeof tree !== 'object' || tree === null) return []
  const { place: _, ...parts } = tree as Partial<Node>
  if (parts.kind === kind) return [tree as Extract<Node, { kind: Kind }>]
  return Object.values(parts).flatMap(part => nodesOf(part, kind))
}
