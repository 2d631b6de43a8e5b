import type { Face, Lettering, Type } from './drawing.js'

/** Height of a line of type, in points; lines stay apart even where a theme sets them closer than letters are high. */
export const lineHeight = (size: number, { leading, ascent, descent }: Type): number =>
  size * Math.max(leading, ascent + descent)

/** From the top of a line to its baseline, in points: what is higher than the letters stands half above and half below. */
export const baselineIn = (size: number, type: Type): number =>
  (lineHeight(size, type) + (type.ascent - type.descent) * size) / 2

/** Where lines of words stand: `x` is their left edge, their centre or their right edge, `top` that of the first. */
export interface LinesAt {
  readonly x: number
  readonly top: number
  readonly align?: keyof typeof SHARE_LEFT_OF_X
}

/** Sets one line of words in its place. */
export function letters(text: string, at: LinesAt, face: Face, colour: string, type: Type): Lettering {
  const width = type.widthOf(text, face)
  const x = at.x - width * SHARE_LEFT_OF_X[at.align ?? 'left']
  return { kind: 'lettering', text, x, y: at.top + baselineIn(face.size, type), width, face, colour }
}

/** Sets lines of words one under another. */
export function letterLines(
  lines: readonly string[],
  at: LinesAt,
  face: Face,
  colour: string,
  type: Type,
): Lettering[] {
  const height = lineHeight(face.size, type)
  return lines.map((text, index) =>
    letters(text, { ...at, top: at.top + index * height }, face, colour, type),
  )
}

const SHARE_LEFT_OF_X = { left: 0, centre: 0.5, right: 1 }
