import { present } from '../../diagnostics/index.js'
import type { Block } from '../../markup/index.js'
import type { FootNote } from '../nodes/paragraph.js'
import type { OpenContainer, PageBuilder } from './page-builder.js'

/** A part of a page, in points from its left and top edge; pages are counted from 0. */
export interface BlockRectangle {
  readonly page: number
  readonly x: number
  readonly y: number
  readonly width: number
  readonly height: number
}

/** A part of a note at the foot of a page. */
export interface NoteRectangle extends BlockRectangle {
  /** What calls it. */
  readonly label: string
}

/** Where the blocks of a document are on its pages, and the notes that they call. */
export interface BlockPlaces {
  readonly rectangles: ReadonlyMap<Block, readonly BlockRectangle[]>
  readonly notes: ReadonlyMap<Block, readonly NoteRectangle[]>
}

/** Remembers where each block of a document is on the pages. */
export class BlockRecorder implements BlockPlaces {
  readonly rectangles = new Map<Block, BlockRectangle[]>()
  readonly notes = new Map<Block, NoteRectangle[]>()
  /** The columns of text that flows in which the parts of each block are. */
  readonly #lanes = new Map<Block, (symbol | undefined)[]>()
  /** Of the blocks that are being placed, the outermost first. */
  readonly #open: BlockParts[] = []

  /**
   * Runs `place`, and records the parts of pages that it takes as those of the blocks. What columns take side by side belongs
   * to what is around them, wherever the last of them ends.
   */
  record(builder: PageBuilder, blocks: readonly Block[], place: () => void): void {
    const { x, y, width, page } = builder.at
    const { lane } = builder
    const own = new BlockParts(blocks.at(-1))
    own.enter(page, y)
    builder.open.push(own)
    this.#open.push(own)
    place()
    this.#open.pop()
    builder.open.pop()
    own.leave(builder.at.page, builder.at.y)
    const around = this.#open.at(-1)
    for (const [index, { top, bottom }] of own.parts) {
      if (bottom <= top) continue
      around?.include(index, top, bottom)
      for (const block of blocks)
        this.#add(block, { page: index, x, y: top, width, height: bottom - top }, lane)
    }
  }

  addNote(caller: Block, { label }: FootNote, rectangle: BlockRectangle): void {
    const known = this.notes.get(caller) ?? []
    this.notes.set(caller, [...known, { ...rectangle, label: label.text.map(({ text }) => text).join('') }])
  }

  /** Parts of one block on one page are one rectangle, but those in columns side by side are not. */
  #add(block: Block, rectangle: BlockRectangle, lane: symbol | undefined): void {
    const known = this.rectangles.get(block)
    const lanes = this.#lanes.get(block) ?? []
    this.#lanes.set(block, lanes)
    if (!known) {
      this.rectangles.set(block, [rectangle])
      lanes.push(lane)
      return
    }
    const same = known.findIndex(
      (other, index) =>
        other.page === rectangle.page && lanes[index] === lane && isInColumnOf(other, rectangle),
    )
    const other = known[same]
    if (other) known[same] = around(other, rectangle)
    else {
      known.push(rectangle)
      lanes.push(lane)
    }
  }
}

/** The heights that blocks take on each page, in points from its top. */
class BlockParts implements OpenContainer {
  readonly parts = new Map<number, { top: number; bottom: number }>()

  constructor(readonly block: Block | undefined) {}

  enter(page: number, y: number): number {
    if (!this.parts.has(page)) this.parts.set(page, { top: y, bottom: y })
    return y
  }

  leave(page: number, y: number): number {
    const part = present(this.parts.get(page), 'page of a block')
    part.bottom = Math.max(part.bottom, y)
    return part.bottom
  }

  include(page: number, top: number, bottom: number): void {
    const { top: first, bottom: last } = this.parts.get(page) ?? { top, bottom }
    this.parts.set(page, { top: Math.min(first, top), bottom: Math.max(last, bottom) })
  }
}

const isInColumnOf = (one: BlockRectangle, other: BlockRectangle): boolean =>
  one.x < other.x + other.width && other.x < one.x + one.width

function around(one: BlockRectangle, other: BlockRectangle): BlockRectangle {
  const [x, y] = [Math.min(one.x, other.x), Math.min(one.y, other.y)]
  const right = Math.max(one.x + one.width, other.x + other.width)
  const bottom = Math.max(one.y + one.height, other.y + other.height)
  return { page: one.page, x, y, width: right - x, height: bottom - y }
}
