import type { Frame, LayoutNode, Leaf, Run, Stack } from '../layout/nodes.js'
import { isColumns, isLeaf, isStack, isTable } from '../layout/nodes.js'
import type { Look, Sheet } from '../theme/sheet.js'
import type { BoxSettings } from '../theme/theme.js'
import type { Context, Flowed } from './context.js'

/** Sets nodes one under another. The space over the first and under the last belongs to whoever holds the stack. */
export function stackOf(flowed: readonly Flowed[]): Stack {
  const stack = flowed.map(({ node, before }, index) => {
    const previous = flowed[index - 1]
    const [left, , right] = node.margin ?? [0, 0, 0, 0]
    node.margin = [left, previous ? Math.max(previous.after, before) : 0, right, 0]
    return node
  })
  return { stack }
}

/** A paragraph's node with the space that its style asks for. */
export function leafOf(
  runs: readonly Run[],
  settings: { before?: number | undefined; after?: number | undefined },
  sheet: Sheet,
): Flowed {
  return { node: { text: runs }, before: sheet.space(settings.before), after: sheet.space(settings.after) }
}

/** The frame of a box, if its style draws or pads anything; `turned` for one that begins at the page's other side. */
export function frameOf(settings: BoxSettings, sheet: Sheet, turned = false): Frame | undefined {
  const bar = sheet.edge(settings.bar, settings.bar_weight ?? 'strong')
  const top = sheet.edge(settings.over, settings.over_weight)
  const bottom = sheet.edge(settings.under, settings.under_weight)
  const x = sheet.ems(settings.padding_x)
  const y = sheet.space(settings.padding_y)
  if (!bar && !top && !bottom && !settings.fill && x === 0 && y === 0) return undefined
  const [start, end] = [x + (bar?.width ?? 0), settings.fill ? x : 0]
  return {
    padding: [turned ? end : start, y + (top?.width ?? 0), turned ? start : end, y + (bottom?.width ?? 0)],
    turned,
    fill: settings.fill ? sheet.colour(settings.fill) : undefined,
    bar,
    top,
    bottom,
  }
}

/** A context for what stands within a box. */
export function within(context: Context, settings: BoxSettings, frame: Frame | undefined): Context {
  const [left, , right] = frame?.padding ?? [0, 0, 0, 0]
  const look: Look = context.sheet.look(settings, context.look)
  return { ...context, look, width: context.width - left - right }
}

/** The first leaf of a node, at which a link to the node arrives. */
function firstLeaf(node: LayoutNode): Leaf | undefined {
  if (isLeaf(node)) return node
  for (const child of childrenOf(node)) {
    const leaf = firstLeaf(child)
    if (leaf) return leaf
  }
  return undefined
}

function childrenOf(node: LayoutNode): readonly LayoutNode[] {
  if (isStack(node)) return node.stack
  if (isColumns(node)) return node.columns
  return isTable(node) ? node.table.body.flat() : []
}

/** Whether there is a word or a picture, or a line of its own, in a node: an empty box is not drawn. */
export function printsAnything(node: LayoutNode): boolean {
  if (isLeaf(node)) return node.text.some(run => run.text !== '')
  if ('image' in node || isRule(node) || (isStack(node) && node.drawing)) return true
  return childrenOf(node).some(printsAnything)
}

const isRule = (node: LayoutNode): boolean =>
  isStack(node) && node.stack.length === 0 && node.frame?.rule === true

/** Makes the first line of a node a destination. */
export function anchor(node: LayoutNode | undefined, name: string): void {
  const leaf = node && firstLeaf(node)
  if (leaf) leaf.anchors = [...(leaf.anchors ?? []), name]
}
