import type { Block } from '../../markup/index.js'
import type { OpenContainer, PageBuilder } from './page-builder.js'

/** A part of a page, in points from its left and top edge; pages are counted from 0. */
export interface BlockRectangle {
  readonly page: number
  readonly x: number
  readonly y: number
  readonly width: number
  readonly height: number
}

/** Remembers where each block of a document is on the pages. */
export class BlockRecorder {
  readonly #rectangles = new Map<Block, BlockRectangle[]>()

  /** In the order in which the blocks are placed. */
  get rectangles(): ReadonlyMap<Block, readonly BlockRectangle[]> {
    return this.#rectangles
  }

  /** Runs `place`, and records the parts of pages that it takes as those of the blocks. */
  record(builder: PageBuilder, blocks: readonly Block[], place: () => void): void {
    const { x, width } = builder.at
    const parts = new Map<number, { readonly top: number; bottom: number }>()
    const container: OpenContainer = {
      enter(page, y) {
        if (!parts.has(page)) parts.set(page, { top: y, bottom: y })
        return y
      },
      leave(page, y) {
        const part = parts.get(page)
        if (part) part.bottom = Math.max(part.bottom, y)
      },
    }
    container.enter(builder.at.page, builder.at.y)
    builder.open.push(container)
    place()
    builder.open.pop()
    container.leave(builder.at.page, builder.at.y)
    for (const [page, { top, bottom }] of parts)
      if (bottom > top)
        for (const block of blocks) this.#add(block, { page, x, y: top, width, height: bottom - top })
  }

  /** Parts of one block on one page are one rectangle. */
  #add(block: Block, rectangle: BlockRectangle): void {
    const known = this.#rectangles.get(block)
    if (!known) {
      this.#rectangles.set(block, [rectangle])
      return
    }
    const same = known.findIndex(({ page }) => page === rectangle.page)
    const other = known[same]
    if (other) known[same] = around(other, rectangle)
    else known.push(rectangle)
  }
}

function around(one: BlockRectangle, other: BlockRectangle): BlockRectangle {
  const [x, y] = [Math.min(one.x, other.x), Math.min(one.y, other.y)]
  const right = Math.max(one.x + one.width, other.x + other.width)
  const bottom = Math.max(one.y + one.height, other.y + other.height)
  return { page: one.page, x, y, width: right - x, height: bottom - y }
}
