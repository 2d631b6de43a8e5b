import { present } from '../../diagnostics/index.js'
import type { BoxFrame } from '../nodes/layout-nodes.js'
import type {
  PdfmakeDocumentContext,
  PdfmakePageElementWriter,
  PdfmakeVector,
} from '../nodes/pdfmake-classes.js'
import { BACKGROUND_ARTIFACT } from '../nodes/structure-element.js'

interface FrameOnPage {
  readonly page: number
  readonly top: number
  readonly bottom: number
}

/** Draws a frame around what is laid out between `begin` and `end`, page by page, behind the content. */
export class FramePainter {
  readonly #x: number
  readonly #width: number
  readonly #page: number
  readonly #top: number
  readonly #index: number
  /** How far down the content reached on each page but the last. */
  readonly #bottoms = new Map<number, number>()

  private constructor(
    private readonly writer: PdfmakePageElementWriter,
    private readonly frame: BoxFrame,
  ) {
    const context = writer.context()
    this.#x = context.x
    this.#width = context.availableWidth
    this.#page = context.page
    this.#top = context.y
    this.#index = context.getCurrentPage().items.length
    // One for each frame that is open: Node warns of more than ten.
    writer.setMaxListeners(0)
    writer.addListener('pageChanged', this.#onPage)
    const [left, top, right] = frame.padding
    context.moveDown(top)
    context.addMargin(left, right)
  }

  static begin(writer: PdfmakePageElementWriter, frame: BoxFrame): FramePainter {
    return new FramePainter(writer, frame)
  }

  end(): void {
    const context = this.writer.context()
    const [left, , right, bottom] = this.frame.padding
    this.writer.removeListener('pageChanged', this.#onPage)
    context.addMargin(-left, -right)
    context.moveDown(Math.min(bottom, Math.max(0, heightLeft(context))))
    const missing = (this.frame.minHeight ?? 0) - (context.y - this.#top)
    if (context.page === this.#page && missing > 0) context.moveDown(missing)
    const parts = this.#parts()
    parts.forEach((part, index) => {
      this.#paint(part, index === 0, index === parts.length - 1)
    })
  }

  readonly #onPage = ({ prevPage, prevY }: { prevPage: number; prevY: number }) => {
    this.#bottoms.set(prevPage, Math.max(prevY, this.#bottoms.get(prevPage) ?? 0))
  }

  #parts(): FrameOnPage[] {
    const { page: end, y, pageMargins, pages } = this.writer.context()
    const parts: FrameOnPage[] = []
    for (let page = this.#page; page <= end; page++) {
      const height = present(pages[page], 'page').pageSize.height
      parts.push({
        page,
        top: page === this.#page ? this.#top : pageMargins.top,
        bottom: page === end ? y : (this.#bottoms.get(page) ?? height - pageMargins.bottom),
      })
    }
    return parts.filter(part => part.bottom > part.top || this.frame.padding.every(side => side === 0))
  }

  #paint({ page, top, bottom }: FrameOnPage, first: boolean, last: boolean): void {
    const items = this.writer.context().pages[page]?.items
    if (!items) return
    const vectors = [
      ...this.#background(top, bottom),
      ...this.#borders(top, bottom, first, last),
      ...this.#rail(top, bottom, first, last),
    ]
    const index = first ? this.#index : 0
    items.splice(index, 0, ...vectors.map(item => ({ type: 'vector' as const, item })))
  }

  #background(top: number, bottom: number): PdfmakeVector[] {
    const { fill } = this.frame
    return fill
      ? [{ ...rectangle(this.#x, top, this.#width, bottom - top, fill), artifact: BACKGROUND_ARTIFACT }]
      : []
  }

  #borders(top: number, bottom: number, first: boolean, last: boolean): PdfmakeVector[] {
    const { bar, barAtRight, top: over, bottom: under } = this.frame
    const borders: PdfmakeVector[] = []
    const side = bar && barAtRight ? this.#x + this.#width - bar.width : this.#x
    if (bar) borders.push(rectangle(side, top, bar.width, bottom - top, bar.colour))
    if (over && first) borders.push(rectangle(this.#x, top, this.#width, over.width, over.colour))
    if (under && last)
      borders.push(rectangle(this.#x, bottom - under.width, this.#width, under.width, under.colour))
    return borders
  }

  #rail(top: number, bottom: number, first: boolean, last: boolean): PdfmakeVector[] {
    const rail = this.frame.rail
    if (!rail) return []
    const x = this.#x + rail.x
    const dot = top + rail.y
    const from = first && rail.first ? dot : top
    const to = last && rail.last ? (first ? dot : top) : bottom
    const line = rectangle(x - rail.width / 2, from, rail.width, Math.max(0, to - from), rail.colour)
    const mark: PdfmakeVector = {
      type: 'ellipse',
      x,
      y: dot,
      r1: rail.radius,
      r2: rail.radius,
      color: rail.dot,
    }
    return first ? [line, mark] : [line]
  }
}

/** Points to the end of the page; pdfmake has no such number within a row that it keeps whole. */
export const heightLeft = ({ availableHeight }: PdfmakeDocumentContext): number =>
  Number.isNaN(availableHeight) ? Number.POSITIVE_INFINITY : availableHeight

const rectangle = (x: number, y: number, w: number, h: number, color: string): PdfmakeVector => ({
  type: 'rect',
  x,
  y,
  w,
  h,
  lineWidth: 0,
  color,
})
