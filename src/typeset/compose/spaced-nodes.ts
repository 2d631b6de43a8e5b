import type { BoxFrame, LayoutNode, ParagraphNode, StackNode, TextRun } from '../nodes/layout-nodes.js'
import { isColumns, isParagraph, isStack, isTable } from '../nodes/layout-nodes.js'
import type { StyleSheet, TextStyle } from '../theme/style-sheet.js'
import type { BoxSettings } from '../theme/theme.js'
import type { ComposeContext, SpacedNode } from './context.js'

/** Stacks nodes. The space before the first and after the last is left to the container of the stack. */
export function stackSpaced(nodes: readonly SpacedNode[]): StackNode {
  const stack = nodes.map(({ node, before }, index) => {
    const previous = nodes[index - 1]
    const [left, , right] = node.margin ?? [0, 0, 0, 0]
    node.margin = [left, previous ? Math.max(previous.after, before) : 0, right, 0]
    return node
  })
  return { stack }
}

/** A paragraph's node with the space that its style asks for. */
export function spacedParagraph(
  runs: readonly TextRun[],
  settings: { before?: number | undefined; after?: number | undefined },
  sheet: StyleSheet,
): SpacedNode {
  return {
    node: { text: runs },
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
    padding: [
      barAtRight ? end : start,
      y + (top?.width ?? 0),
      barAtRight ? start : end,
      y + (bottom?.width ?? 0),
    ],
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
  return { ...context, textStyle, width: context.width - left - right }
}

/** The first paragraph of a node, which is the target of links to the node. */
function firstParagraph(node: LayoutNode): ParagraphNode | undefined {
  if (isParagraph(node)) return node
  for (const child of childNodes(node)) {
    const paragraph = firstParagraph(child)
    if (paragraph) return paragraph
  }
  return undefined
}

function childNodes(node: LayoutNode): readonly LayoutNode[] {
  if (isStack(node)) return node.stack
  if (isColumns(node)) return node.columns
  return isTable(node) ? node.table.body.flat() : []
}

/** Whether a node has a word, a picture or a thematic break in it: an empty box is not drawn. */
export function hasContent(node: LayoutNode): boolean {
  if (isParagraph(node)) return node.text.some(run => run.text !== '')
  if ('image' in node || isRuleLine(node) || (isStack(node) && node.drawing)) return true
  return childNodes(node).some(hasContent)
}

const isRuleLine = (node: LayoutNode): boolean =>
  isStack(node) && node.stack.length === 0 && node.frame?.rule === true

/** Makes the first line of a node a destination. */
export function addAnchor(node: LayoutNode | undefined, name: string): void {
  const paragraph = node && firstParagraph(node)
  if (paragraph) paragraph.anchors = [...(paragraph.anchors ?? []), name]
}
