import type { Block, ColumnLayout, Document, Row } from './blocks.js'
import type { DiagramData } from './diagrams.js'

type Kinds = ReadonlySet<DiagramData['kind']>

/** A document without its figures of some kinds, and without the columns, sections and items that hold nothing else. */
export function removeDiagrams(document: Document, kinds: Kinds): Document {
  return kinds.size === 0 ? document : { ...document, blocks: without(document.blocks, kinds) }
}

function without(blocks: readonly Block[], kinds: Kinds): Block[] {
  return blocks.flatMap((block): Block[] => {
    switch (block.kind) {
      case 'diagram':
        return kinds.has(block.data.kind) ? [] : [block]
      case 'section':
      case 'aside':
      case 'masthead':
      case 'quotation': {
        const children = without(block.children, kinds)
        return isEmptied(children, block.children) ? [] : [{ ...block, children }]
      }
      case 'list': {
        const items = keptOf(block.items, kinds)
        return items.length > 0 ? [{ ...block, items }] : []
      }
      case 'definitions': {
        const entries = block.entries.map(entry => ({ ...entry, body: without(entry.body, kinds) }))
        return [{ ...block, entries }]
      }
      case 'table':
        return [{ ...block, head: rowsOf(block.head, kinds), body: rowsOf(block.body, kinds) }]
      case 'columns':
        return withoutColumns(block, kinds)
      default:
        return [block]
    }
  })
}

/** Whether something has gone, and nothing is left but headings of it. */
const isEmptied = (left: readonly Block[], before: readonly Block[]): boolean =>
  left.length < before.length && left.every(({ kind }) => kind === 'heading')

/** The groups of blocks that still hold something, or never did. */
function keptOf(groups: readonly (readonly Block[])[], kinds: Kinds): Block[][] {
  return groups.flatMap(group => {
    const left = without(group, kinds)
    return isEmptied(left, group) ? [] : [left]
  })
}

/** Cells hold their places. */
const rowsOf = (rows: readonly Row[], kinds: Kinds): Row[] =>
  rows.map(row => ({
    ...row,
    cells: row.cells.map(cell => ({ ...cell, children: without(cell.children, kinds) })),
  }))

/** Of a single column that is left, its content takes the whole width. */
function withoutColumns(block: ColumnLayout, kinds: Kinds): Block[] {
  const left = block.columns.map(column => without(column, kinds))
  const kept = left.flatMap((column, index) =>
    isEmptied(column, block.columns[index] ?? []) ? [] : [{ column, width: block.widths[index] ?? 1 }],
  )
  const [only, ...others] = kept
  if (only && others.length === 0 && block.columns.length > 1) return only.column
  if (kept.length === 0) return []
  return [{ ...block, columns: kept.map(({ column }) => column), widths: kept.map(({ width }) => width) }]
}
