import type { Block } from '../../markup/index.js'
import type { ComposeContext, SpacedNode } from './context.js'

/**
 * Composes a block to the width that it is for: running text, and what is set among it, to the measure of the theme; what is
 * read across, such as tables and figures, to the whole width. So all blocks of a page end at one of two edges.
 */
export function composeToMeasure(
  block: Block,
  context: ComposeContext,
  compose: (block: Block, context: ComposeContext) => SpacedNode[],
): SpacedNode[] {
  const { spare, width } = context
  if (spare === 0 || isWide(block)) return compose(block, context)
  return compose(block, { ...context, width: width - spare, spare: 0 }).map(({ node, ...spaces }) => {
    const [left, top, right, bottom] = node.margin ?? [0, 0, 0, 0]
    return { ...spaces, node: { ...node, margin: [left, top, right + spare, bottom] } }
  })
}

/** The widths in points of blocks in a column. */
export function columnWidths(
  width: number,
  { measure }: Pick<ComposeContext, 'measure'>,
): Pick<ComposeContext, 'width' | 'spare'> {
  const spare = width - measure
  return { width, spare: spare < measure * LEAST_SPARE ? 0 : spare }
}

/** Share of the measure: edges that are nearer look like a fault, and text then takes the whole width. */
const LEAST_SPARE = 1 / 9

/** A box is as wide as what it holds. */
function isWide(block: Block): boolean {
  switch (block.kind) {
    case 'section':
      return block.style !== 'box' || block.children.some(isReadAcross)
    case 'aside':
      return block.children.some(isReadAcross)
    case 'heading':
      return block.level === 1
    case 'table':
    case 'figure':
    case 'diagram':
    case 'masthead':
    case 'columns':
    case 'parallel':
    case 'rule':
    case 'page-break':
    case 'contents':
      return true
    case 'paragraph':
    case 'meter':
    case 'ticks':
    case 'tick-box':
    case 'signature-line':
    case 'list':
    case 'definitions':
    case 'quotation':
    case 'sources':
      return false
  }
}

/** A box is as wide as the page where something that is read across stands in it. */
function isReadAcross(block: Block): boolean {
  return block.kind === 'section' ? block.children.some(isReadAcross) : isWide(block)
}
