import type { Picture, PixelSize } from './picture.js'

/** What a page shows of a picture: more than this, eyes do not resolve at reading distance, nor printers print of a photograph. */
export const SHOWN_PER_INCH = 300
/** Pictures of up to so many times as many are left alone, as scaling them would cost more sharpness than it saves. */
const SPARED = 1.5
/** Pixels of a picture that is small enough to be left alone at any size: a drawing with fine lines may be one. */
const SMALL_PICTURE = 4_000_000
const POINTS_PER_INCH = 72

/** The size that a page can show of a picture as wide as this when it stands upright; undefined if it is not much larger. */
export function shownSize({ width, height, orientation }: Picture, points: number): PixelSize | undefined {
  if (width * height <= SMALL_PICTURE) return undefined
  const across = orientation > 4 ? height : width
  const scale = (points / POINTS_PER_INCH) * (SHOWN_PER_INCH / across)
  if (scale * SPARED >= 1) return undefined
  return { width: Math.ceil(width * scale), height: Math.ceil(height * scale) }
}
