import { type Block, type Heading, textOfInlines } from '../../markup/index.js'
import { visitBlocks } from './visit.js'

/**
 * The level of each heading in the tag tree: one below the heading that it stands under, and 1 if there is none, so
 * that no level is skipped (ISO 14289-1, 7.4.2). One without words is not printed and counts for nothing.
 */
export function headingLevels(blocks: readonly Block[]): ReadonlyMap<Heading, Heading['level']> {
  const levels = new Map<Heading, Heading['level']>()
  /** Levels of the template, each below the one before it, that the next heading may stand under. */
  const above: number[] = []
  visitBlocks(blocks, block => {
    if (block.kind !== 'heading' || textOfInlines(block.children) === '') return
    while ((above.at(-1) ?? 0) >= block.level) above.pop()
    levels.set(block, LEVELS[above.length] ?? 4)
    above.push(block.level)
  })
  return levels
}

const LEVELS = [1, 2, 3, 4] as const
