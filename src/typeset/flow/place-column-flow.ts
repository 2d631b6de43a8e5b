import type { ColumnsNode, LayoutNode, StackNode } from '../nodes/layout-nodes.js'
import { balancedColumns, type ColumnPart, keptTogether, spaceBetween } from './balance-columns.js'
import type { ColumnBand, ColumnFlow, FloatingPart } from './column-flow.js'
import { type FilledPage, fillPage } from './fill-columns.js'
import type { Placer } from './placer.js'

/**
 * Lets content flow over columns, page after page. Those of its last page, and those above what interrupts them, are balanced.
 * What floats over all columns stands at the foot of the page that reaches it, or at the head of the next.
 */
export function placeColumnFlow(node: ColumnsNode, placer: Placer): void {
  const flow = placer.heights.columnFlow(node)
  for (const band of flow.bands) new BandPlacer(flow, node.gap, placer).place(band)
}

/** Share of a page's body that notes may take whole from the text that calls them, rather than go on to the next page. */
const NOTES_SHARE = 0.4
/** Share of a page's body that several floats may take at its head before others wait. */
const HEADS_SHARE = 0.5

class BandPlacer {
  constructor(
    private readonly flow: ColumnFlow,
    private readonly gap: number,
    private readonly placer: Placer,
  ) {}

  place({ parts, floats, below }: ColumnBand): void {
    const { builder } = this.placer
    let [rest, waiting]: [readonly ColumnPart[], readonly FloatingPart[]] = [parts, floats]
    while (rest.length > 0) {
      const heads = this.#placeHeads(waiting)
      waiting = waiting.slice(heads.length)
      const space = this.#spaceOver(rest, heads)
      const page = this.#fill(rest, waiting, space)
      const isStuck = page.parts.length === 0 && heads.length === 0 && this.#isBreakUseless
      if (page.parts.length === 0 && !isStuck) {
        builder.breakPage()
        continue
      }
      const placed = isStuck ? rest.slice(0, keptTogether(rest, 0, true).end) : page.parts
      builder.moveDown(space)
      const { y, page: index } = builder.at
      if (isStuck) this.#columns(placed)
      else
        this.placer.unbroken(() => {
          this.#columns(placed)
        })
      const isPlaced = new Set(placed)
      const before = rest
      rest = rest.filter(part => !isPlaced.has(part))
      if (builder.at.page === index && rest.length > 0 && page.feet.length > 0)
        builder.moveDown(Math.max(0, y + page.height - builder.at.y))
      for (const { node } of page.feet)
        this.placer.unbroken(() => {
          this.#inLane(node)
        })
      waiting = waiting.slice(page.feet.length).map(float => ({
        ...float,
        after: before.slice(0, float.after).filter(part => !isPlaced.has(part)).length,
      }))
      if (rest.length > 0) builder.breakPage()
    }
    for (const { node } of waiting) this.#inLane(stackOf([node]))
    if (below.length > 0) this.#inLane(stackOf(below))
  }

  get #isBreakUseless(): boolean {
    const { builder } = this.placer
    return builder.isUnbreakable || (builder.isAtTop && !builder.page.notes.isContinuing)
  }

  /** Places at the head of a page what waits for it, as much as leaves half of it to text, but one at least. */
  #placeHeads(waiting: readonly FloatingPart[]): readonly FloatingPart[] {
    const { builder } = this.placer
    if (!builder.isAtTop || builder.isUnbreakable) return []
    const most = builder.available * HEADS_SHARE
    let used = 0
    const end = waiting.findIndex(({ after, above, height }, index) => {
      used += above + height
      return after > 0 || (index > 0 && used > most)
    })
    const heads = end === -1 ? waiting : waiting.slice(0, end)
    for (const { node } of heads) this.#inLane(node)
    return heads
  }

  /** Points over the columns, whose first parts have no space over them. */
  #spaceOver([first]: readonly ColumnPart[], heads: readonly FloatingPart[]): number {
    if (this.placer.builder.isAtTop) return 0
    return Math.max(heads.at(-1)?.above ?? 0, first?.above ?? 0)
  }

  #fill(rest: readonly ColumnPart[], waiting: readonly FloatingPart[], space: number): FilledPage {
    const { builder, heights, bodyHeight } = this.placer
    return fillPage(rest, builder.isUnbreakable ? [] : waiting, this.flow, {
      available: builder.available - space,
      notesIn: (node, width) => heights.notesIn(node, width),
      roomOf: notes => builder.page.notes.wholeRoom(notes, bodyHeight * NOTES_SHARE),
    })
  }

  #columns(parts: readonly ColumnPart[]): void {
    const { columns, width } = this.flow
    this.placer.sideBySide(
      balancedColumns(parts, columns).map((column, index) => ({
        x: index * (width + this.gap),
        width,
        place: () => {
          const { spacing } = this.placer.heights
          this.#inLane(stackOf(column.map((part, at) => inColumn(part, column[at - 1], spacing))))
        },
      })),
    )
  }

  /** Places a column, or what is as wide as all of them. */
  #inLane(node: LayoutNode): void {
    const { builder } = this.placer
    const { lane } = builder
    builder.lane = Symbol('lane')
    this.placer.place(node)
    builder.lane = lane
  }
}

const stackOf = (stack: readonly LayoutNode[]): StackNode => ({ kind: 'stack', stack })

/** A part with the space over it that what stands above asks for; none at the head of a column. */
function inColumn(part: ColumnPart, before: ColumnPart | undefined, spacing: number): LayoutNode {
  const { node, above } = part
  const [left, top, right, bottom] = node.margin ?? [0, 0, 0, 0]
  const over = before ? top + (spaceBetween(before, part) - above) / spacing : 0
  return over === top ? node : { ...node, margin: [left, over, right, bottom] }
}
