import { present } from '../../diagnostics/index.js'
import type { BorderLine } from '../nodes/layout-nodes.js'
import type { OpenContainer, PageBuilder, VectorSlot } from './page-builder.js'
import { horizontalLine } from './table-rules.js'

/** What is around the words of broken rows: points of padding, and the rule under the rows. */
export interface RowEdges {
  readonly padding: number
  readonly under: BorderLine | undefined
}

/** The part of the rows that is on one page; lengths are points from its top. */
interface BrokenPart {
  /** Where they end that go on to the next page. */
  end?: number
  /** How far down the words of cells that have ended reach, with their padding. */
  reach?: number
  readonly slot: VectorSlot
}

/**
 * Rows that go on over several pages, with padding at both ends of each, and a rule at that of its page: at the top of the
 * next the running head has one.
 */
export class BrokenRows implements OpenContainer {
  readonly #parts = new Map<number, BrokenPart>()
  readonly #x: number
  readonly block: OpenContainer['block']

  constructor(
    private readonly builder: PageBuilder,
    private readonly around: RowEdges,
    private readonly edges: { readonly left: number; readonly right: number },
  ) {
    const { page, x } = builder.at
    this.#x = x
    this.block = builder.block
    this.#parts.set(page, { slot: builder.addSlot(page) })
  }

  enter(page: number, y: number): number {
    if (!this.#parts.has(page)) this.#parts.set(page, { slot: this.builder.addSlot(page) })
    return y + this.around.padding
  }

  leave(page: number, y: number): number {
    const part = present(this.#parts.get(page), 'page of broken rows')
    const { padding, under } = this.around
    const rule = under?.width ?? 0
    const room = Math.max(0, this.builder.available) - rule
    part.end = Math.max(part.end ?? 0, part.reach ?? 0, y + Math.min(padding, room))
    return part.end + rule
  }

  /** A cell ends where the builder is, before the rows that it reaches over do. */
  endCell(): void {
    const { at, available } = this.builder
    const part = present(this.#parts.get(at.page), 'page of broken rows')
    const room = Math.max(0, available) - (this.around.under?.width ?? 0)
    part.reach = Math.max(part.reach ?? 0, at.y + Math.min(this.around.padding, room))
  }

  /** Draws rules where the rows are broken. */
  drawRules(): void {
    const { under } = this.around
    const [left, right] = [this.#x + this.edges.left, this.#x + this.edges.right]
    for (const { end, slot } of this.#parts.values())
      if (end !== undefined && under) slot.vectors.push(horizontalLine(left, right, end, under))
  }
}
