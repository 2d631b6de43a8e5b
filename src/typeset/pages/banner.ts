import type { Banner } from '../../edition/index.js'
import type { TextStyle } from '../theme/style-sheet.js'

/** How the marking of a document is printed at an edge of each page. */
export interface BannerStyle {
  readonly text: string
  readonly style: TextStyle
  /** Colour behind the label. */
  readonly background: string | undefined
  /** Points of background at each side of the label. */
  readonly pad: number
}

/** A marking in the colours of its scheme, at least in the size that the scheme asks for, times a scale. */
export function bannerStyle(
  { text, colour, ground, size }: Banner,
  style: TextStyle,
  scale = 1,
): BannerStyle {
  const points = Math.max(size, style.size) * scale
  const bright = {
    ...style,
    size: points,
    leading: points * 1.3,
    colour,
    caps: false,
    bold: true,
    letterSpacing: 0,
  }
  return { text, style: bright, background: ground, pad: ground === undefined ? 0 : points * 0.45 }
}

/** Points between the backgrounds of two markings. */
const GAP = 10

/** By how much markings of these widths must be made smaller to stand in one line of a width; 1 if they can as they are. */
export function bannerScale(widths: readonly number[], available: number): number {
  const room = available - GAP * Math.max(0, widths.length - 1)
  return Math.min(1, room / widths.reduce((sum, width) => sum + width, 0))
}

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
