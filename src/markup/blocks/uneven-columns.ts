import type { Place, Report } from '../../diagnostics/index.js'
import type { Block, ParallelColumn } from './blocks.js'

/** Reports where languages beside each other have other numbers of blocks: what lacks a counterpart stands beside an empty place. */
export function reportUnevenColumns(
  [first, ...others]: readonly ParallelColumn[],
  place: Place,
  report: Report,
): void {
  for (const other of first ? others : []) {
    const uneven = first && unevenIn(first.children, other.children, place)
    if (!uneven) continue
    const { counts, at } = uneven
    const [more, less] = counts[0] > counts[1] ? [first, other] : [other, first]
    const [most, least] = [Math.max(...counts), Math.min(...counts)]
    report(
      'wordings-uneven',
      at,
      `in \`${more.lang}\` there are ${most} paragraphs or other blocks where there are ${least} in \`${less.lang}\``,
      'divide both wordings in the same way, so that each paragraph stands beside its counterpart',
    )
  }
}

interface Uneven {
  readonly counts: readonly [number, number]
  /** The last block of the language that has fewer, or what they are in. */
  readonly at: Place
}

function unevenIn(a: readonly Block[], b: readonly Block[], around: Place): Uneven | undefined {
  for (const [index, block] of a.entries()) {
    const other = b[index]
    if (other?.kind !== block.kind) break
    const pairs = partsOf(block).map((part, at) => [part, partsOf(other)[at] ?? []] as const)
    for (const [part, counterpart] of pairs) {
      const uneven = unevenIn(part, counterpart, block.place)
      if (uneven) return uneven
    }
  }
  if (a.length === b.length) return undefined
  const shorter = a.length < b.length ? a : b
  return { counts: [a.length, b.length], at: shorter.at(-1)?.place ?? around }
}

/** What of a block is set beside its counterpart row by row. */
function partsOf(block: Block): readonly (readonly Block[])[] {
  switch (block.kind) {
    case 'section':
    case 'aside':
      return [block.children]
    case 'list':
      return [block.items.flat()]
    default:
      return []
  }
}
