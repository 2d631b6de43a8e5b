import type { Block, Heading } from '../../markup/index.js'
import { plainText } from '../compose/plain-text.js'
import { visitBlocks } from '../compose/visit.js'

/**
 * The level of each heading in the tag tree: the template's own, but the first is 1 and none is more than one
 * below that before it (ISO 14289-1, 7.4.2). One without words is not printed.
 */
export function headingLevels(blocks: readonly Block[]): ReadonlyMap<Heading, 1 | 2 | 3 | 4> {
  const levels = new Map<Heading, 1 | 2 | 3 | 4>()
  let last = 0
  visitBlocks(blocks, block => {
    if (block.kind !== 'heading' || plainText(block.children) === '') return
    const level = Math.min(block.level, last + 1) as 1 | 2 | 3 | 4
    levels.set(block, level)
    last = level
  })
  return levels
}
