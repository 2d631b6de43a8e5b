import { present } from '../../diagnostics/index.js'
import type { Block, ColumnLayout, Section } from '../../markup/index.js'
import type { LayoutNode, StackNode } from '../nodes/layout-nodes.js'
import type { StyleSheet } from '../theme/style-sheet.js'
import type { Theme } from '../theme/theme.js'
import type { ComposeContext, SpacedNode } from './context.js'
import { columnWidths } from './measure.js'
import { stackSpaced } from './spaced-nodes.js'

/** Nodes with at least the space of a style before the first and after the last. */
export function spacedAround(
  nodes: readonly SpacedNode[],
  { before, after }: { readonly before?: number | undefined; readonly after?: number | undefined },
  sheet: StyleSheet,
): SpacedNode[] {
  return nodes.map((item, index) => ({
    ...item,
    before: index === 0 ? Math.max(item.before, sheet.verticalSpace(before)) : item.before,
    after: index === nodes.length - 1 ? Math.max(item.after, sheet.verticalSpace(after)) : item.after,
  }))
}

/** A section whose text flows through two columns; headings at its beginning span both. */
export function composeTwoColumns(
  block: Section,
  settings: Theme['styles']['section.two-columns'],
  context: ComposeContext,
): SpacedNode[] {
  const { sheet } = context
  if (settings.arrangement === 'stacked')
    return spacedAround(context.composeBlocks(block.children, context), settings, sheet)
  const first = block.children.findIndex(child => child.kind !== 'heading')
  const start = first === -1 ? block.children.length : first
  const [over, under] = [block.children.slice(0, start), block.children.slice(start)]
  const gap = sheet.ems(settings.gap)
  const width = (context.width - gap) / 2
  const headings = context.composeBlocks(over, context)
  const node = flowingNode(under, { width, gap, balance: 2 }, context)
  const around = { before: sheet.verticalSpace(settings.before), after: sheet.verticalSpace(settings.after) }
  return [...headings, { node, ...around }]
}

/** Share of a page's body: boxes that are higher are broken across columns. */
const UNBROKEN_BOX_SHARE = 0.5

/** Blocks that flow through columns of equal height. */
function flowingNode(
  blocks: readonly Block[],
  { width, gap, balance }: { readonly width: number; readonly gap: number; readonly balance: number },
  context: ComposeContext,
): LayoutNode {
  const { width: all, spare, sheet } = context
  const inColumn = { ...context, ...columnWidths(width, context), whole: { width: all, spare } }
  const only = stackSpaced(context.composeBlocks(blocks, inColumn))
  const { grid } = sheet.style('section.two-columns')
  return {
    kind: 'columns',
    columns: [{ width, node: only }],
    gap,
    balance,
    grid: grid && sheet.verticalSpace(grid),
    unbroken: context.bodyHeight * UNBROKEN_BOX_SHARE,
  }
}

/** Columns side by side, each with blocks of its own, or one flow through all of them. */
export function composeColumns(block: ColumnLayout, context: ComposeContext): SpacedNode[] {
  const { sheet } = context
  const settings = sheet.style('columns')
  if (settings.arrangement === 'stacked') {
    const nodes = block.columns.flatMap(children => context.composeBlocks(children, context))
    return spacedAround(nodes, settings, sheet)
  }
  const gap = sheet.ems(settings.gap)
  const room = context.width - gap * (block.columns.length - 1)
  const around = { before: sheet.verticalSpace(settings.before), after: sheet.verticalSpace(settings.after) }
  if (block.flow === 'one') {
    const balance = block.columns.length
    return [
      {
        node: flowingNode(block.columns.flat(), { width: room / balance, gap, balance }, context),
        ...around,
      },
    ]
  }
  const shares = block.columns.map((_, index) => block.widths[index] ?? 1)
  const total = shares.reduce((sum, share) => sum + share, 0)
  const columns = block.columns.map((children, index) => {
    const width = (room * present(shares[index], 'share of a column')) / total
    return {
      width,
      node: onlyFramedStack(
        stackSpaced(context.composeBlocks(children, { ...context, ...columnWidths(width, context) })),
      ),
    }
  })
  return [{ node: { kind: 'columns', columns, gap, equal: true }, ...around }]
}

/** A frame that fills a column replaces the column's stack, so that neighbours can be drawn at equal heights. */
function onlyFramedStack(stack: StackNode): StackNode {
  const [only, ...others] = stack.stack
  return only?.kind === 'stack' && others.length === 0 && only.frame ? only : stack
}
