import type { ColumnsNode } from '../nodes/layout-nodes.js'
import { placeColumnFlow } from './place-column-flow.js'
import type { Placer } from './placer.js'

/** Places columns side by side, or content that flows over columns of equal height. */
export function placeColumns(node: ColumnsNode, placer: Placer): void {
  if (node.balance) {
    placeColumnFlow(node, placer)
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
