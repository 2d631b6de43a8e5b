import type { ColumnsNode, LayoutNode } from '../nodes/layout-nodes.js'
import { balancedColumns, countThatFits } from './balance-columns.js'
import { columnFlowOf } from './column-flow.js'
import type { Placer } from './placer.js'

/** Places columns side by side, or content that flows over columns of equal height. */
export function placeColumns(node: ColumnsNode, placer: Placer): void {
  if (node.balance) {
    flowOverColumns(node, node.balance, placer)
    return
  }
  const { columns, gap, equal } = node
  const heightOf = (column: ColumnsNode['columns'][number]) =>
    placer.heights.contentHeight(column.node, column.width)
  const highest = equal ? columns.reduce((high, column) => Math.max(high, heightOf(column)), 0) : 0
  let x = 0
  const parts = columns.map(({ node: column, width }) => {
    const part = { x, width, place: () => placer.place(column, highest) }
    x += width + gap
    return part
  })
  placer.sideBySide(parts)
}

function flowOverColumns(node: ColumnsNode, count: number, placer: Placer): void {
  const { builder, heights: known } = placer
  const { nodes, heights, width } = columnFlowOf(node, known)
  for (let from = 0; from < nodes.length; ) {
    const fitting = countThatFits(nodes, heights, from, count, builder.available)
    const kept = withoutCrowdingNotes(nodes, heights, { from, fitting, count, width }, placer)
    const mayGoOn = !builder.isAtTop || builder.page.notes.isContinuing
    if (kept === 0 && mayGoOn && !builder.isUnbreakable) {
      builder.breakPage()
      continue
    }
    const to = from + Math.max(1, kept)
    const parts = balancedColumns(nodes.slice(from, to), heights.slice(from, to), count)
    placer.sideBySide(
      parts.map((stack, index) => ({
        x: index * (width + node.gap),
        width,
        place: () => placer.place({ kind: 'stack', stack: withoutTopMargin(stack) }),
      })),
    )
    from = to
  }
}

/** How many of the nodes that fit still do so with the notes that they call. */
function withoutCrowdingNotes(
  nodes: readonly LayoutNode[],
  heights: readonly number[],
  { from, fitting, count, width }: { from: number; fitting: number; count: number; width: number },
  { builder, heights: known }: Placer,
): number {
  const { available, page } = builder
  const notes = nodes.slice(from, from + fitting).flatMap(node => known.notesIn(node, width))
  const room = page.notes.leastRoom(notes)
  if (room === 0) return fitting
  return room < available ? countThatFits(nodes, heights, from, count, available - room) : 0
}

function withoutTopMargin(stack: readonly LayoutNode[]): readonly LayoutNode[] {
  const [first, ...others] = stack
  if (!first?.margin) return stack
  const [left, , right, bottom] = first.margin
  return [{ ...first, margin: [left, 0, right, bottom] }, ...others]
}
