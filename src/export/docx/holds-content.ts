import type { Block } from '../../markup/index.js'
import { hasWords } from './text-blocks-of-word.js'

/** Whether a block prints anything: an empty box is not drawn. */
export function holdsContent(block: Block): boolean {
  switch (block.kind) {
    case 'paragraph':
    case 'heading':
      return hasWords(block.children)
    case 'section':
    case 'aside':
    case 'masthead':
      return block.children.some(holdsContent)
    case 'list':
      return block.items.some(item => item.some(holdsContent))
    case 'definitions':
      return block.entries.some(({ term, body }) => hasWords(term) || body.some(holdsContent))
    case 'quotation':
      return block.children.some(holdsContent) || hasWords(block.attribution ?? [])
    case 'table':
      return [...block.head, ...block.body].some(({ cells }) =>
        cells.some(cell => cell.children.some(holdsContent)),
      )
    case 'columns':
      return block.columns.some(column => column.some(holdsContent))
    case 'parallel':
      return block.columns.some(({ children }) => children.some(holdsContent))
    default:
      return true
  }
}
