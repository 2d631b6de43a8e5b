import type { Block } from '../../markup/index.js'
import type { Line } from './line.js'
import type { Bookmark } from './paragraph.js'
import type { PdfmakeMargins, PdfmakePlacedImage, PdfmakeVector } from './pdfmake-classes.js'

/** Size and margins of a page, in points. */
export interface PageSetup {
  readonly width: number
  readonly height: number
  readonly margins: Readonly<PdfmakeMargins>
}

/** A line in its place. Lengths are points from the left and the top edge of the page. */
export interface PlacedLine {
  readonly line: Line
  readonly x: number
  /** The top of its type. */
  readonly y: number
  /** Names of the destinations that lead to it. */
  readonly anchors: readonly string[]
  readonly outline: Bookmark | undefined
  /** It is of the head of a table that a page before this has shown already. */
  readonly repeated: boolean
  /** The innermost block that it is of. */
  readonly block: Block | undefined
}

export interface PlacedVector extends PdfmakeVector {
  readonly block?: Block | undefined
}
export interface PlacedImage extends PdfmakePlacedImage {
  /** It is in the head of a table that a page before this has shown already. */
  readonly repeated: boolean
  readonly block: Block | undefined
}

/** What is drawn on a page, in the form in which pdfmake's renderer takes it. */
export type PageItem =
  | { readonly type: 'line'; readonly item: PlacedLine }
  | { readonly type: 'vector'; readonly item: PlacedVector }
  | { readonly type: 'image'; readonly item: PlacedImage }

/** A line that is turned around the beginning of its baseline, which is `x` and `y` points from the left and the top edge of the page. */
export interface TurnedLine {
  readonly line: Line
  readonly x: number
  readonly y: number
  /** Radians, against the clock. */
  readonly angle: number
}

/** A page that is laid out: its items in the order in which they are drawn. */
export interface DocumentPage {
  readonly pageSize: { readonly width: number; readonly height: number }
  readonly pageMargins: Readonly<PdfmakeMargins>
  readonly items: readonly PageItem[]
  /** Lines across the page, behind all that is on it. */
  readonly overlay?: readonly TurnedLine[]
  /** Share of its body that is used, 0 to 1. */
  readonly fill: number
}

/** Points from the top of the page to the baseline of a placed line. */
export const baselineOf = ({ line, y }: PlacedLine): number => y + line.ascent
