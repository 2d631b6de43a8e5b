import type { Block, Columns, Document } from './blocks.js'
import type { DiagramData } from './diagrams.js'

/** A document without its figures of some kinds, and without the columns and sections that hold nothing else. */
export function withoutDiagrams(document: Document, kinds: ReadonlySet<DiagramData['kind']>): Document {
  return kinds.size === 0 ? document : { ...document, blocks: without(document.blocks, kinds) }
}

function without(blocks: readonly Block[], kinds: ReadonlySet<DiagramData['kind']>): Block[] {
  return blocks.flatMap((block): Block[] => {
    switch (block.kind) {
      case 'diagram':
        return kinds.has(block.data.kind) ? [] : [block]
      case 'section':
      case 'aside': {
        const children = without(block.children, kinds)
        const emptied = children.length < block.children.length && children.every(isHeading)
        return emptied ? [] : [{ ...block, children }]
      }
      case 'columns':
        return withoutColumns(block, kinds)
      case 'list':
        return [{ ...block, items: block.items.map(item => without(item, kinds)) }]
      case 'table': {
        const body = block.body.map(row => ({
          ...row,
          cells: row.cells.map(cell => ({ ...cell, children: without(cell.children, kinds) })),
        }))
        return [{ ...block, body }]
      }
      default:
        return [block]
    }
  })
}

const isHeading = ({ kind }: Block): boolean => kind === 'heading'

/** Of a single column that is left, its content takes the whole width. */
function withoutColumns(block: Columns, kinds: ReadonlySet<DiagramData['kind']>): Block[] {
  const columns = block.columns.map(column => without(column, kinds))
  const kept = columns.flatMap((column, index) =>
    column.length > 0 || block.columns[index]?.length === 0
      ? [{ column, width: block.widths[index] ?? 1 }]
      : [],
  )
  const [only, ...others] = kept
  if (only && others.length === 0 && block.columns.length > 1) return only.column
  return [{ ...block, columns: kept.map(({ column }) => column), widths: kept.map(({ width }) => width) }]
}
