import type { Block } from '../../markup/index.js'
import type { BoxFrame, LayoutNode, StackNode } from '../nodes/layout-nodes.js'
import type { TextRun } from '../nodes/paragraph.js'
import type { BoxSettings } from '../theme/style-settings.js'
import type { StyleSheet, TextStyle } from '../theme/style-sheet.js'
import type { ComposeContext, SpacedNode } from './context.js'

/**
 * Stacks nodes. The space before the first and after the last is left to the container of the stack, unless it goes on below what
 * wants so much space `above` it.
 */
export function stackSpaced(nodes: readonly SpacedNode[], above?: number): StackNode {
  const stack = nodes.flatMap(({ node, before }, index): LayoutNode[] => {
    if (isPageEnd(node)) return []
    const previous = nodes[index - 1]
    const [left, , right] = node.margin ?? [0, 0, 0, 0]
    const after = previous ? previous.after : above
    const margin = [left, after === undefined ? 0 : Math.max(after, before), right, 0] as const
    return [{ ...node, margin, ...(previous && isPageEnd(previous.node) ? { beginsPage: true } : {}) }]
  })
  return { kind: 'stack', stack }
}

const isPageEnd = (node: LayoutNode): boolean => node.kind === 'stack' && node.endsPage === true

/** A paragraph's node with the space that its style asks for. */
export function spacedParagraph(
  runs: readonly TextRun[],
  settings: { before?: number | undefined; after?: number | undefined },
  sheet: StyleSheet,
): SpacedNode {
  return {
    node: { kind: 'paragraph', text: runs },
    before: sheet.verticalSpace(settings.before),
    after: sheet.verticalSpace(settings.after),
  }
}

/** The frame of a box, if its style draws or pads anything; with its bar at the right if `barAtRight`. */
export function boxFrame(settings: BoxSettings, sheet: StyleSheet, barAtRight = false): BoxFrame | undefined {
  const bar = sheet.borderLine(settings.bar, settings.bar_weight ?? 'strong')
  const top = sheet.borderLine(settings.over, settings.over_weight)
  const bottom = sheet.borderLine(settings.under, settings.under_weight)
  const x = sheet.ems(settings.padding_x)
  const y = sheet.verticalSpace(settings.padding_y)
  if (!bar && !top && !bottom && !settings.fill && x === 0 && y === 0) return undefined
  const [start, end] = [x + (bar?.width ?? 0), settings.fill ? x : 0]
  return {
    padding: barAtRight ? [end, y, start, y] : [start, y, end, y],
    inset: { top: top?.width ?? 0, bottom: bottom?.width ?? 0 },
    barAtRight,
    fill: settings.fill ? sheet.colour(settings.fill) : undefined,
    bar,
    top,
    bottom,
  }
}

/** The context of the content of a box. */
export function insideBox(
  context: ComposeContext,
  settings: BoxSettings,
  frame: BoxFrame | undefined,
): ComposeContext {
  const [left, , right] = frame?.padding ?? [0, 0, 0, 0]
  const textStyle: TextStyle = context.sheet.textStyle(settings, context.textStyle)
  const ground = frame?.fill ?? context.ground
  return { ...context, textStyle, ground, width: context.width - left - right }
}

/** Whether a node has a word, a picture, a thematic break or the end of a page in it: an empty box is not drawn. */
export function hasContent(node: LayoutNode): boolean {
  switch (node.kind) {
    case 'paragraph':
      return node.text.some(run => run.text !== '')
    case 'image':
    case 'lines':
      return true
    case 'stack':
      return (
        node.drawing !== undefined ||
        node.endsPage === true ||
        isRuleLine(node) ||
        node.stack.some(hasContent)
      )
    case 'columns':
      return node.columns.some(column => hasContent(column.node))
    case 'table':
      return node.rows.some(row => row.some(cell => hasContent(cell.node)))
  }
}

const isRuleLine = ({ stack, frame }: StackNode): boolean => stack.length === 0 && frame?.rule === true

/** A node that knows that it is of a block, around those that it is of already. */
export const ofBlock = (block: Block, { node, ...spaces }: SpacedNode): SpacedNode => ({
  ...spaces,
  node: { ...node, blocks: [block, ...(node.blocks ?? [])] },
})

/** A node whose first line is a destination. */
export function withAnchor<Node extends LayoutNode>(node: Node, name: string): Node {
  return { ...node, anchors: [...(node.anchors ?? []), name] }
}
