import type { FigureFace, FigureText, FigureTypography } from './drawing.js'

/** Height of a line of type, in points; lines stay apart even where a theme sets them closer than letters are high. */
export const lineHeight = (size: number, { leading, ascent, descent }: FigureTypography): number =>
  size * Math.max(leading, ascent + descent)

/** From the top of a line to its baseline, in points: what is higher than the letters stands half above and half below. */
export const baselineOffset = (size: number, type: FigureTypography): number =>
  (lineHeight(size, type) + (type.ascent - type.descent) * size) / 2

/** Where lines of words stand: `x` is their left edge, their centre or their right edge, `top` that of the first. */
export interface TextPosition {
  readonly x: number
  readonly top: number
  readonly align?: keyof typeof SHARE_LEFT_OF_X
}

/** Sets one line of words in its place. */
export function placeTextLine(
  text: string,
  at: TextPosition,
  face: FigureFace,
  colour: string,
  type: FigureTypography,
): FigureText {
  const width = type.widthOf(text, face)
  const x = at.x - width * SHARE_LEFT_OF_X[at.align ?? 'left']
  return { kind: 'text', text, x, y: at.top + baselineOffset(face.size, type), width, face, colour }
}

/** Sets lines of words one under another. */
export function placeTextLines(
  lines: readonly string[],
  at: TextPosition,
  face: FigureFace,
  colour: string,
  type: FigureTypography,
): FigureText[] {
  const height = lineHeight(face.size, type)
  return lines.map((text, index) =>
    placeTextLine(text, { ...at, top: at.top + index * height }, face, colour, type),
  )
}

const SHARE_LEFT_OF_X = { left: 0, centre: 0.5, right: 1 }
