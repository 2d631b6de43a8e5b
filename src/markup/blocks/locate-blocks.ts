import type { Block } from './blocks.js'

/** A block, and where it is in the tree of its document. */
export interface LocatedBlock {
  readonly block: Block
  /**
   * The numbers, from 0, that lead to it, as in `3.0.2`: of the block around it, of the item, entry, column, or row and cell
   * in that, and its own.
   */
  readonly path: string
}

/** All blocks, in reading order, a parent before its content. */
export function locateBlocks(blocks: readonly Block[], parent: readonly number[] = []): LocatedBlock[] {
  return blocks.flatMap((block, index) => {
    const path = [...parent, index]
    const inner = innerLists(block).flatMap(({ steps, children }) =>
      locateBlocks(children, [...path, ...steps]),
    )
    return [{ block, path: path.join('.') }, ...inner]
  })
}

/** The lists of blocks in a block, each with the numbers that lead to it. */
function innerLists(
  block: Block,
): readonly { readonly steps: readonly number[]; readonly children: readonly Block[] }[] {
  const numbered = (lists: readonly (readonly Block[])[]) =>
    lists.map((children, index) => ({ steps: [index], children }))
  switch (block.kind) {
    case 'section':
    case 'aside':
    case 'masthead':
    case 'quotation':
      return [{ steps: [], children: block.children }]
    case 'list':
      return numbered(block.items)
    case 'definitions':
      return numbered(block.entries.map(({ body }) => body))
    case 'columns':
      return numbered(block.columns)
    case 'parallel':
      return numbered(block.columns.map(({ children }) => children))
    case 'table':
      return [
        ...[...block.head, ...block.body].flatMap(({ cells }, row) =>
          cells.map(({ children }, cell) => ({ steps: [row, cell], children })),
        ),
        ...(block.foot ? [{ steps: [block.head.length + block.body.length], children: block.foot }] : []),
      ]
    default:
      return []
  }
}
