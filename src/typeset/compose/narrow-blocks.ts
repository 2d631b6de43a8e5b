import type { Block } from '../../markup/index.js'
import { hyphenatedTexts, type UnbreakableText } from './column-widths.js'
import type { ComposeContext, SpacedNode } from './context.js'

/** Ems: no paragraph can be read in less, whatever its words are. */
const LEAST_WIDTH = 4
/** Ems: in less, a word that must be broken anywhere is one that nesting has left no room. */
const NARROW_WIDTH = 12

/** Whether what blocks are nested in leaves them less room than any words need. */
export const isTooNarrow = ({ width, textStyle }: ComposeContext): boolean =>
  width < LEAST_WIDTH * textStyle.size

/** A word of a paragraph in a narrow block that has to be broken where no rule allows it. */
export function widerWord(
  nodes: readonly SpacedNode[],
  { width, textStyle, session }: ComposeContext,
): UnbreakableText | undefined {
  if (width >= NARROW_WIDTH * textStyle.size) return undefined
  return nodes
    .flatMap(({ node }) => (node.kind === 'paragraph' ? hyphenatedTexts(session.wordsOf(node), 0) : []))
    .find(word => word.width > width)
}

export function reportNarrow(block: Block | undefined, message: string, { report }: ComposeContext): void {
  if (block) report('column-too-narrow', block.place, message, 'nest it less deep, or give it a wider column')
}
