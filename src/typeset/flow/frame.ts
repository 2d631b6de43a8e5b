import { present } from '../../diagnostics/index.js'
import type { BoxFrame } from '../nodes/layout-nodes.js'
import type { PdfmakeVector } from '../nodes/pdfmake-classes.js'
import { BACKGROUND_ARTIFACT } from '../nodes/structure-element.js'
import type { OpenContainer, PageBuilder, VectorSlot } from './page-builder.js'

/** The part of a container that is on one page, in points from the top of the page. */
interface PagePart {
  readonly top: number
  bottom: number
  readonly slot: VectorSlot
}

/** Remembers on which pages the content of a container is, and between which heights. */
class PageParts implements OpenContainer {
  readonly parts = new Map<number, PagePart>()
  readonly block: OpenContainer['block']

  /** Points within it at the top and at the end of the pages that it is broken over. */
  constructor(
    private readonly builder: PageBuilder,
    private readonly startPadding: number,
    readonly endPadding: number,
  ) {
    this.block = builder.block
    this.#begin(builder.at.page, builder.at.y)
  }

  enter(page: number, y: number): number {
    this.#begin(page, y)
    return y + this.startPadding
  }

  leave(page: number, y: number): number {
    return this.end(page, y + this.endPadding)
  }

  /** It reaches down to `y`, its padding included. */
  end(page: number, y: number): number {
    const part = present(this.parts.get(page), 'page of a container')
    part.bottom = Math.max(part.bottom, y)
    return part.bottom
  }

  #begin(page: number, y: number): void {
    if (!this.parts.has(page)) this.parts.set(page, { top: y, bottom: y, slot: this.builder.addSlot(page) })
  }
}

/**
 * Lays out `content` inside a frame and draws the frame around it, page by page, behind the content. `padding` is left, top,
 * right and bottom in points; the frame is at least `minHeight` points high where it is on one page.
 */
export function placeInFrame(
  builder: PageBuilder,
  whole: BoxFrame,
  { padding: [left, above, right, bottom], minHeight }: FrameRoom,
  content: () => void,
): void {
  const separatesNothing = whole.isSeparator === true && builder.at.y <= builder.at.top
  const frame = separatesNothing ? { ...whole, top: undefined } : whole
  const top = separatesNothing ? 0 : above
  const parts = new PageParts(builder, top, bottom)
  const { x, y, width, page } = builder.at
  builder.open.push(parts)
  builder.moveDown(top)
  builder.at.x += left
  builder.at.width -= left + right
  content()
  builder.open.pop()
  builder.at.x -= left
  builder.at.width += left + right
  builder.moveDown(Math.min(bottom, Math.max(0, builder.available)))
  const missing = minHeight - (builder.at.y - y)
  if (builder.at.page === page && missing > 0) builder.moveDown(missing)
  parts.end(builder.at.page, builder.at.y)
  const isPadded = [left, top, right, bottom].some(side => side !== 0)
  const shown = [...parts.parts.values()].filter(part => part.bottom > part.top || !isPadded)
  for (const [index, part] of shown.entries()) {
    const ends = { first: index === 0, last: index === shown.length - 1 }
    part.slot.vectors.push(...frameVectors(frame, { x, width, ...part, ...ends }))
  }
}

/** Points: left, top, right and bottom; and the least height. */
export interface FrameRoom {
  readonly padding: readonly [number, number, number, number]
  readonly minHeight: number
}

interface FramePart {
  readonly x: number
  readonly width: number
  readonly top: number
  readonly bottom: number
  /** Whether the frame begins and ends on this page. */
  readonly first: boolean
  readonly last: boolean
}

function frameVectors(frame: BoxFrame, part: FramePart): PdfmakeVector[] {
  return [...background(frame, part), ...borders(frame, part), ...railVectors(frame, part)]
}

function background({ fill }: BoxFrame, { x, width, top, bottom }: FramePart): PdfmakeVector[] {
  return fill ? [{ ...rectangle(x, top, width, bottom - top, fill), artifact: BACKGROUND_ARTIFACT }] : []
}

function borders(
  { bar, barAtRight, top: over, bottom: under }: BoxFrame,
  { x, width, top, bottom, first, last }: FramePart,
): PdfmakeVector[] {
  const drawn: PdfmakeVector[] = []
  const side = bar && barAtRight ? x + width - bar.width : x
  if (bar) drawn.push(rectangle(side, top, bar.width, bottom - top, bar.colour))
  if (over && first) drawn.push(rectangle(x, top, width, over.width, over.colour))
  if (under && last) drawn.push(rectangle(x, bottom - under.width, width, under.width, under.colour))
  return drawn
}

function railVectors({ rail }: BoxFrame, { x: left, top, bottom, first, last }: FramePart): PdfmakeVector[] {
  if (!rail) return []
  const x = left + rail.x
  const dot = top + rail.y
  const from = first && rail.first ? dot : top
  const to = last && rail.last ? (first ? dot : top) : bottom
  const line = rectangle(x - rail.width / 2, from, rail.width, Math.max(0, to - from), rail.colour)
  const { radius } = rail
  return first ? [line, { type: 'ellipse', x, y: dot, r1: radius, r2: radius, color: rail.dot }] : [line]
}

/** A filled rectangle; lengths are points. */
export const rectangle = (x: number, y: number, w: number, h: number, color: string): PdfmakeVector => ({
  type: 'rect',
  ...{ x, y, w, h },
  lineWidth: 0,
  color,
})
