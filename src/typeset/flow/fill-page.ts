import type { LayoutNode, StackNode } from '../nodes/layout-nodes.js'
import type { FootNote } from '../nodes/paragraph.js'
import type { Placer } from './placer.js'

/** Content that stands on pages of its own among other content, or is the rest of that. */
interface PartOfContent {
  readonly role?: 'turned' | 'rest'
  readonly content: StackNode
}

/**
 * Places what follows turned content in `waiting` before it, as far as whole blocks have room on the page, so that this is not left
 * open; takes it away there. Returns what is to be turned next: with the content that is turned after a rest that is placed whole.
 */
export function fillPageBefore<Part extends PartOfContent>(
  turned: Part,
  waiting: Part[],
  placer: Placer,
): Part {
  let next = turned
  for (let rest = waiting[0]; rest?.role === 'rest'; rest = waiting[0]) {
    const { stack } = rest.content
    const count = fittingNodes(stack, placer)
    if (count > 0) placer.place({ ...rest.content, stack: stack.slice(0, count) })
    if (count < stack.length) {
      waiting[0] = { ...rest, content: { ...rest.content, stack: stack.slice(count) } }
      return next
    }
    waiting.shift()
    if (waiting[0]?.role !== 'turned') return next
    const further = waiting.shift()?.content.stack ?? []
    next = { ...next, content: { ...next.content, stack: [...next.content.stack, ...further] } }
  }
  return next
}

/** How many nodes have room on the page, the last of them not kept with one that has not. */
function fittingNodes(stack: readonly LayoutNode[], placer: Placer): number {
  const { builder, heights } = placer
  const { width } = builder.at
  const notes: FootNote[] = []
  let height = 0
  let count = 0
  for (const [index, node] of stack.entries()) {
    if (node.beginsPage) break
    const [left, top, right, bottom] = heights.marginOf(node)
    height += top + heights.contentHeight(node, width - left - right) + bottom
    notes.push(...heights.notesIn(node, width))
    if (!placer.hasRoom(height, notes)) break
    if (!node.keepWithNext || index === stack.length - 1) count = index + 1
  }
  return count
}
