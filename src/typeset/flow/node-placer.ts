import type { Block } from '../../markup/index.js'
import type { ImageNode, LayoutNode, PlacedDrawing, StackNode } from '../nodes/layout-nodes.js'
import type { FootNote } from '../nodes/paragraph.js'
import { REPEATED_ARTIFACT } from '../nodes/structure-element.js'
import type { BlockRecorder } from './block-rectangles.js'
import { placeInFrame } from './frame.js'
import { KeepRules } from './keep-rules.js'
import type { NodeHeights } from './node-heights.js'
import { offsetVector } from './offset-vector.js'
import type { PageBuilder } from './page-builder.js'
import { placeColumns } from './place-columns.js'
import { type FirstLineMarks, placeLines } from './place-lines.js'
import { placeTable } from './place-table.js'
import type { Placer, SidePart } from './placer.js'

/** Places nodes one after another, beginning new pages where the rules for page breaks say. Lengths are points. */
export class NodePlacer implements Placer {
  readonly keepRules: KeepRules
  #marks: FirstLineMarks = { markers: [], anchors: [] }

  constructor(
    readonly builder: PageBuilder,
    readonly heights: NodeHeights,
    private readonly recorder: BlockRecorder,
    readonly bodyHeight: number,
  ) {
    this.keepRules = new KeepRules(bodyHeight, heights)
  }

  place(node: LayoutNode, minHeight = 0): void {
    const { builder } = this
    const [left, top, right, bottom] = this.heights.marginOf(node)
    if (!this.#isDroppedMargin) builder.moveDown(Math.min(top, Math.max(0, builder.available)))
    builder.at.x += left
    builder.at.width -= left + right
    if (node.anchors && !builder.isRepeating) this.#marks.anchors.push(...node.anchors)
    this.#inBlocks(node.blocks, () => {
      this.#placeContent(node, minHeight)
    })
    builder.at.x -= left
    builder.at.width += left + right
    builder.moveDown(Math.min(bottom, Math.max(0, builder.available)))
  }

  unbroken(place: () => void): void {
    const { isUnbreakable } = this.builder
    this.builder.isUnbreakable = true
    place()
    this.builder.isUnbreakable = isUnbreakable
  }

  repeat(place: () => void): void {
    const { builder } = this
    const { isRepeating } = builder
    const waiting = this.#marks
    this.#marks = { markers: [], anchors: [] }
    builder.isRepeating = true
    this.unbroken(place)
    builder.isRepeating = isRepeating
    this.#marks = waiting
  }

  sideBySide(parts: readonly SidePart[]): void {
    const { builder } = this
    const start = { ...builder.at }
    const ends = parts.map(({ x, width, place }) => {
      builder.at = { ...start, x: start.x + x, width }
      place()
      return builder.at
    })
    builder.at = start
    builder.continueBelow(ends, start)
  }

  /** Space above the first node of a page is dropped. */
  get #isDroppedMargin(): boolean {
    return !this.builder.isUnbreakable && this.builder.at.y <= this.builder.at.top
  }

  #placeContent(node: LayoutNode, minHeight: number): void {
    switch (node.kind) {
      case 'paragraph':
      case 'lines': {
        const lines = this.heights.linesOf(node, this.builder.at.width)
        placeLines(lines, this.builder.isRepeating ? undefined : node.outline, this, this.#marks)
        break
      }
      case 'stack':
        this.#stack(node, minHeight)
        break
      case 'columns':
        placeColumns(node, this)
        break
      case 'table':
        placeTable(node, this)
        break
      case 'image':
        this.#image(node)
    }
  }

  #inBlocks(blocks: readonly Block[] | undefined, place: () => void): void {
    const { builder } = this
    const outer = builder.block
    builder.block = blocks?.at(-1) ?? outer
    if (!blocks || builder.isRepeating) place()
    else this.recorder.record(builder, blocks, place)
    builder.block = outer
  }

  #stack(node: StackNode, minHeight: number): void {
    const { frame } = node
    if (!frame) {
      this.#stackContent(node)
      return
    }
    const room = {
      padding: this.heights.paddingOf(frame),
      minHeight: Math.max(minHeight, frame.minHeight ?? 0),
    }
    placeInFrame(this.builder, frame, room, () => {
      this.#stackContent(node)
    })
  }

  #stackContent({ stack, marker, drawing }: StackNode): void {
    const { builder } = this
    if (marker) this.#marks.markers.push({ marker, x: builder.at.x, block: builder.block })
    if (drawing) this.#drawing(drawing)
    let isChainTooHigh = false
    for (const [index, item] of stack.entries()) {
      if (!builder.isUnbreakable) {
        if (item.beginsPage && !builder.isAtTop) builder.breakPage()
        if (this.#isDropped(item)) continue
        const isKeptWithPrevious = stack[index - 1]?.keepWithNext === true
        if (!isKeptWithPrevious || !isChainTooHigh) isChainTooHigh = this.#breakBefore(stack, index)
      }
      const { page, isBreakUseless } = builder
      this.place(item)
      const isKept = item.keepWithNext === true && index < stack.length - 1
      builder.page.isKept = isKept && isBreakUseless && builder.page === page
    }
  }

  /** A thematic break is dropped where a page break separates the blocks anyway. */
  #isDropped(node: LayoutNode): boolean {
    if (node.kind !== 'stack' || node.frame?.rule !== true) return false
    const height = this.heights.marginOf(node)[1] + (node.frame.top?.width ?? 0)
    return this.builder.isAtTop || height > this.builder.available
  }

  /** Tells whether no page has room for what the item is kept with. */
  #breakBefore(items: readonly LayoutNode[], index: number): boolean {
    const { height, notes, isTooHigh } = this.keepRules.requiredRoom(items, index, this.builder.at.width)
    this.makeRoom(height, notes)
    return isTooHigh === true
  }

  hasRoom(height: number, notes: readonly FootNote[]): boolean {
    const { builder } = this
    if (height > builder.available + TOLERANCE) return false
    return (
      notes.length === 0 || builder.roomForNotes(height) + TOLERANCE >= builder.page.notes.leastRoom(notes)
    )
  }

  makeRoom(height: number, notes: readonly FootNote[]): boolean {
    const { builder } = this
    if (this.hasRoom(height, notes)) return false
    const { page } = builder
    if (!builder.isBreakUseless) builder.breakPage()
    while (builder.isAtTop && builder.page.notes.isContinuing && !this.hasRoom(height, notes))
      builder.breakPage()
    return builder.page !== page
  }

  #image(node: ImageNode): void {
    const { builder } = this
    const { image, width, height, markedContent } = node
    if (height > builder.available && !builder.isAtTop) builder.breakPage()
    const { at, block, isRepeating: repeated } = builder
    const size = { _width: width, _height: height }
    builder.place({
      type: 'image',
      item: { image, x: at.x, y: at.y, ...size, markedContent, repeated, block },
    })
    builder.moveDown(height)
  }

  #drawing({ vectors, lines }: PlacedDrawing): void {
    const { builder } = this
    const { at, block, isRepeating: repeated } = builder
    for (const vector of vectors) {
      const moved = offsetVector(vector, at.x, at.y)
      builder.placeVector(
        repeated ? { ...moved, markedContent: undefined, artifact: REPEATED_ARTIFACT } : moved,
      )
    }
    for (const { line, x, y } of lines) {
      const place = { x: at.x + x, y: at.y + y }
      builder.place({
        type: 'line',
        item: { line, ...place, anchors: [], outline: undefined, repeated, block },
      })
    }
  }
}

/** Points by which rounding may make a node too high. */
const TOLERANCE = 0.01
