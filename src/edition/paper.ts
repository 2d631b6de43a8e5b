import type { Audience, PaperSize } from './edition.js'

/** Points, width and height of an upright page: ISO 216, and 8.5 by 11 and by 14 inches. */
const PAPER: Readonly<Record<PaperSize, readonly [width: number, height: number]>> = {
  a4: [595.28, 841.89],
  a5: [419.53, 595.28],
  letter: [612, 792],
  legal: [612, 1008],
}

export const POINTS_PER_MILLIMETRE = 72 / 25.4

/** How large the pages of an audience are, in points, as they stand. */
export function pageSize({ size, orientation }: Omit<Audience['page'], 'margins'>): {
  readonly width: number
  readonly height: number
} {
  const [short, long] = PAPER[size]
  return orientation === 'portrait' ? { width: short, height: long } : { width: long, height: short }
}
