import type { Banner } from '../../edition/index.js'
import type { Line } from '../nodes/line.js'
import type { TextStyle } from '../theme/style-sheet.js'

/** How the marking of a document is printed at an edge of each page. */
export interface BannerStyle {
  readonly style: TextStyle
  /** Colour behind the label. */
  readonly background: string | undefined
  /** Points of background at each side of the label. */
  readonly pad: number
}

/** A marking set in lines, with its ground. Lengths are points. */
export interface BannerBox extends BannerStyle, Pick<Banner, 'align'> {
  /** Of the markings of the document, which one it is, from 0. */
  readonly index: number
  readonly lines: readonly Line[]
  readonly width: number
  readonly height: number
}

/** A marking in the colours of its scheme, in the size of the style times a scale, but at least in that which the scheme asks for. */
export function bannerStyle({ colour, ground, size }: Banner, style: TextStyle, scale = 1): BannerStyle {
  const points = Math.max(size, style.size * scale)
  const bright = {
    ...style,
    size: points,
    leading: points * 1.3,
    colour,
    caps: false,
    bold: true,
    letterSpacing: 0,
  }
  return { style: bright, background: ground, pad: ground === undefined ? 0 : points * PAD_EMS }
}

const PAD_EMS = 0.45
/** Ems of the label: how high its capitals are. */
const CAPITALS_EMS = 0.66
/** Points between the backgrounds of two markings, beside and below each other. */
const GAP = 10
const ROW_GAP = 4

/** Points from the top of the ground of a marking to the baseline of its first line. */
export const baselineInBanner = ({ style, pad }: BannerStyle): number => style.size * CAPITALS_EMS + pad

/** Points that the ground of a marking of so many lines is high. */
export const bannerHeight = ({ style, pad }: BannerStyle, lines: number): number =>
  style.size * CAPITALS_EMS + (lines - 1) * style.leading + 2 * pad

/** By how much markings of these widths must be made smaller to stand in one line of a width; 1 if they can as they are. */
export function bannerScale(widths: readonly number[], available: number): number {
  const room = available - GAP * Math.max(0, widths.length - 1)
  return Math.min(1, room / widths.reduce((sum, width) => sum + width, 0))
}

/** Markings in rows: beside each other as far as a row has room for them. */
export function bannerRows<Box extends { readonly width: number }>(
  boxes: readonly Box[],
  available: number,
): Box[][] {
  const rows: Box[][] = []
  let left = 0
  for (const box of boxes) {
    const row = rows.at(-1)
    if (row && left >= GAP + box.width) row.push(box)
    else {
      rows.push([box])
      left = available + GAP
    }
    left -= GAP + box.width
  }
  return rows
}

/** Points that rows of markings are high together. */
export const heightOfRows = (rows: readonly (readonly BannerBox[])[]): number =>
  rows.reduce((sum, row) => sum + heightOfRow(row) + ROW_GAP, rows.length > 0 ? -ROW_GAP : 0)

/** Where rows of markings begin, in points from the top of the first. */
export function topsOfRows(rows: readonly (readonly BannerBox[])[]): number[] {
  let top = 0
  return rows.map(row => {
    const at = top
    top += heightOfRow(row) + ROW_GAP
    return at
  })
}

/** Points from the top of a row to the baseline that the first lines of its markings share. */
export const baselineOfRow = (row: readonly BannerBox[]): number => Math.max(0, ...row.map(baselineInBanner))

const heightOfRow = (row: readonly BannerBox[]): number =>
  baselineOfRow(row) + Math.max(0, ...row.map(box => box.height - baselineInBanner(box)))

/**
 * Where markings of these widths begin in a line of a width, side by side where they would meet: those at the left, in
 * the middle and at the right each as a group. Points from the beginning of the line.
 */
export function bannerPositions(
  banners: readonly { readonly align: Banner['align']; readonly width: number }[],
  available: number,
): number[] {
  const widthOf = (align: Banner['align']) =>
    banners.filter(banner => banner.align === align).reduce((sum, { width }) => sum + width + GAP, -GAP)
  const [left, center, right] = [widthOf('left'), widthOf('center'), widthOf('right')]
  const afterLeft = left < 0 ? 0 : left + GAP
  const beforeRight = available - Math.max(0, right + GAP)
  const middle = Math.max(afterLeft, Math.min((available - center) / 2, beforeRight - center))
  const next = { left: 0, center: middle, right: available - Math.max(0, right) }
  return banners.map(({ align, width }) => {
    const start = next[align]
    next[align] += width + GAP
    return start
  })
}
