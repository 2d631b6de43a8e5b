import type { Document } from '../../markup/index.js'
import type { InlineComposer } from '../compose/inlines.js'
import { unbrokenLines } from '../lines/break-lines.js'
import type { TypesetSession } from '../lines/typeset-session.js'
import type { Line } from '../nodes/line.js'
import type { DocumentPage, TurnedLine } from '../nodes/page.js'
import { WATERMARK_ARTIFACT } from '../nodes/structure-element.js'
import type { StyleSheet } from '../theme/style-sheet.js'

/** What stands across the pages of a document, behind their text. */
export class Overlay {
  /** Pages of one size have the same lines. */
  readonly #known = new Map<string, readonly TurnedLine[]>()

  constructor(
    private readonly document: Document,
    private readonly colour: string | undefined,
    private readonly inlines: InlineComposer,
    private readonly sheet: StyleSheet,
    private readonly session: TypesetSession,
  ) {}

  addTo(pages: readonly DocumentPage[]): DocumentPage[] {
    const { colour, document } = this
    if (colour === undefined || document.overlay.length === 0) return [...pages]
    return pages.map(page => ({ ...page, overlay: this.#linesOn(page, colour) }))
  }

  #linesOn(page: DocumentPage, colour: string): readonly TurnedLine[] {
    const { width, height } = page.pageSize
    const key = `${width} ${height}`
    const known = this.#known.get(key) ?? this.#turned(page, colour)
    this.#known.set(key, known)
    return known
  }

  /** Lines along the diagonal of the body of a page, one below the other around its middle, as large as it has room for. */
  #turned(
    { pageSize, pageMargins: { left, top, right, bottom } }: DocumentPage,
    colour: string,
  ): TurnedLine[] {
    const body = { width: pageSize.width - left - right, height: pageSize.height - top - bottom }
    const angle = Math.atan2(body.height, body.width)
    const lines = this.document.overlay.flatMap(text => this.#line(text, SIZE_MEASURED, colour) ?? [])
    const widths = lines.map(({ width }) => width / SIZE_MEASURED)
    const sizes = sizesWithin(body, angle, widths, Math.min(body.width, body.height) * LARGEST_SHARE)
    const middle = { x: left + body.width / 2, y: top + body.height / 2 }
    const [cos, sin] = [Math.cos(angle), Math.sin(angle)]
    let down = -heightOf(sizes) / 2
    return this.document.overlay.flatMap((text, index) => {
      const size = sizes[index]
      const line = size === undefined ? undefined : this.#line(text, size, colour)
      if (!line || size === undefined) return []
      const along = -line.width / 2
      const baseline = down + size * BASELINE_EMS
      down += size * ROW_EMS
      const [x, y] = [middle.x + along * cos + baseline * sin, middle.y - along * sin + baseline * cos]
      return [{ line, x, y, angle }]
    })
  }

  #line(text: string, size: number, colour: string): Line | undefined {
    const place = this.document.blocks[0]?.place
    if (!place) return undefined
    const base = { ...this.sheet.baseTextStyle, family: this.sheet.theme.families.heading }
    const style = {
      ...base,
      size,
      leading: size,
      bold: true,
      italics: false,
      caps: true,
      colour,
      letterSpacing: size / 25,
    }
    return unbrokenLines(
      this.session.measure(this.inlines.words(text, place, style, { element: WATERMARK_ARTIFACT })),
    )[0]
  }
}

/** Points: widths are in proportion to the type. */
const SIZE_MEASURED = 100
/** Of the shorter side of the body of a page: words of few letters would be larger than anybody has to see. */
const LARGEST_SHARE = 0.18
/** Ems from one line to the next, and from the top of a line to its baseline, so that capitals stand in its middle. */
const ROW_EMS = 1.25
const BASELINE_EMS = 0.95

const heightOf = (sizes: readonly number[]): number => sizes.reduce((sum, size) => sum + size * ROW_EMS, 0)

/** The sizes of lines of these widths in ems, each as large as it can be alone, and all made smaller until they have room together. */
function sizesWithin(
  body: { readonly width: number; readonly height: number },
  angle: number,
  widths: readonly number[],
  largest: number,
): number[] {
  const [cos, sin] = [Math.cos(angle), Math.sin(angle)]
  const scaleOf = (length: number, height: number) =>
    Math.min(body.width / (length * cos + height * sin), body.height / (length * sin + height * cos))
  const alone = widths.map(width => Math.min(largest, scaleOf(width, ROW_EMS)))
  const longest = Math.max(0, ...widths.map((width, index) => width * (alone[index] ?? 0)))
  const scale = Math.min(1, scaleOf(longest, heightOf(alone)))
  return alone.map(size => size * scale)
}
