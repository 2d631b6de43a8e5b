import type { Block, Inline } from '../../markup/index.js'

/** Calls `visit` for every block, in reading order. */
export function visitBlocks(blocks: readonly Block[], visit: (block: Block) => void): void {
  for (const block of blocks) {
    visit(block)
    for (const children of childBlocks(block)) visitBlocks(children, visit)
  }
}

/** Calls `visit` for every inline of every block, in reading order. */
export function visitInlines(blocks: readonly Block[], visit: (inline: Inline) => void): void {
  visitBlocks(blocks, block => {
    for (const inlines of ownInlines(block)) visitInlineTree(inlines, visit)
  })
}

function visitInlineTree(inlines: readonly Inline[], visit: (inline: Inline) => void): void {
  for (const inline of inlines) {
    visit(inline)
    if ('children' in inline) visitInlineTree(inline.children, visit)
  }
}

function childBlocks(block: Block): readonly (readonly Block[])[] {
  switch (block.kind) {
    case 'section':
    case 'aside':
    case 'masthead':
    case 'quotation':
      return [block.children]
    case 'list':
      return block.items
    case 'definitions':
      return block.entries.map(entry => entry.body)
    case 'table':
      return [...block.head, ...block.body].flatMap(row => row.cells.map(cell => cell.children))
    case 'columns':
      return block.columns
    default:
      return []
  }
}

function ownInlines(block: Block): readonly (readonly Inline[])[] {
  switch (block.kind) {
    case 'heading':
    case 'paragraph':
      return [block.children]
    case 'definitions':
      return block.entries.map(entry => entry.term)
    case 'table':
    case 'figure':
    case 'diagram':
      return block.caption ? [block.caption] : []
    case 'quotation':
      return block.attribution ? [block.attribution] : []
    case 'sources':
      return block.entries.map(entry => entry.children)
    default:
      return []
  }
}
