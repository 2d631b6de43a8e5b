import type { PageOrientation } from '../../edition/index.js'
import type { Block } from '../../markup/index.js'

/** A part of a document that begins a page and ends one. */
export interface PagePart {
  /** How its pages stand; undefined for as those of the document do. */
  readonly orientation: PageOrientation | undefined
  readonly isAnnex: boolean
}

interface BlocksOnPages extends PagePart {
  readonly blocks: Block[]
}

/** Sections on pages of their own, and what is between them. */
export function blocksByPages(blocks: readonly Block[]): BlocksOnPages[] {
  const parts: BlocksOnPages[] = []
  let open: Block[] | undefined
  for (const block of blocks) {
    const page = block.kind === 'section' ? block.page : undefined
    if (open && page === undefined) open.push(block)
    else {
      const own = [block]
      const isAnnex = page === 'annex'
      parts.push({ orientation: isAnnex ? undefined : page, isAnnex, blocks: own })
      open = page === undefined ? own : undefined
    }
  }
  return parts
}
