import type { Block, Figure } from '../../markup/index.js'
import type { ComposeContext, SpacedNode } from './context.js'
import { stackSpaced } from './spaced-nodes.js'
import { fitsInColumns } from './tables.js'

type BlockComposer = (block: Block, context: ComposeContext) => SpacedNode[]
type ColumnContext = ComposeContext & { readonly whole: NonNullable<ComposeContext['whole']> }

/**
 * Composes a block of text that flows through columns: to the width of one, or of all of them where it says so or has no room in
 * one. What stands within other blocks than sections stays in its column; what references name may move on to the next.
 */
export function composeInColumn(block: Block, context: ColumnContext, compose: BlockComposer): SpacedNode[] {
  const { whole, ...others } = context
  const outside = { ...others, whole: undefined }
  const isSection = block.kind === 'section'
  if (!spansColumns(block, outside, whole.width)) {
    const own = compose(block, isSection && block.style === undefined ? context : outside)
    return isReferredTo(block)
      ? own.map(item => ({ ...item, node: { ...item.node, floats: item.after } }))
      : own
  }
  const nodes = compose(block, { ...outside, ...whole })
  const [first, last] = [nodes[0], nodes.at(-1)]
  if (!first || !last) return []
  const node = nodes.length === 1 ? first.node : stackSpaced(nodes)
  const spans = isSection ? 'band' : 'float'
  return [{ node: { ...node, spans }, before: first.before, after: last.after }]
}

/** What has a number of its own is found wherever it stands. */
const isReferredTo = (block: Block): boolean =>
  ['figure', 'diagram', 'table', 'aside'].includes(block.kind) && 'id' in block && block.id !== undefined

function spansColumns(block: Block, context: ComposeContext, whole: number): boolean {
  if ('spansColumns' in block && block.spansColumns) return true
  if (block.kind === 'figure') return isPanorama(block, context)
  return block.kind === 'table' && whole > context.width && !fitsInColumns(block, context)
}

/** A picture more than so many times as wide as high is too low to be read in a column. */
const PANORAMA = 2.5

function isPanorama({ source }: Figure, { images }: ComposeContext): boolean {
  const size = images.get(source)
  return size !== undefined && size.width > size.height * PANORAMA
}
