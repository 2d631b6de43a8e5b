import type { FigureFace, FigureText, FigureType } from './drawing.js'

/** Height of a line of type, in points; lines never overlap, even where the leading of a theme is less than the height of letters. */
export const lineHeight = (size: number, { leading, ascent, descent }: FigureType): number =>
  size * Math.max(leading, ascent + descent)

/** From the top of a line to its baseline, in points: extra leading is divided equally above and below the letters. */
export const baselineOffset = (size: number, type: FigureType): number =>
  (lineHeight(size, type) + (type.ascent - type.descent) * size) / 2

/** The position of lines of text: `x` is their left edge, centre or right edge, `top` the top of the first. */
export interface TextPosition {
  readonly x: number
  readonly top: number
  readonly align?: keyof typeof SHARE_LEFT_OF_X
}

/** Places one line of text. */
export function placeTextLine(
  text: string,
  at: TextPosition,
  face: FigureFace,
  colour: string,
  type: FigureType,
): FigureText {
  const width = type.widthOf(text, face)
  const x = at.x - width * SHARE_LEFT_OF_X[at.align ?? 'left']
  return { kind: 'text', text, x, y: at.top + baselineOffset(face.size, type), width, face, colour }
}

/** Places lines of text one below another. */
export function placeTextLines(
  lines: readonly string[],
  at: TextPosition,
  face: FigureFace,
  colour: string,
  type: FigureType,
): FigureText[] {
  const height = lineHeight(face.size, type)
  return lines.map((text, index) =>
    placeTextLine(text, { ...at, top: at.top + index * height }, face, colour, type),
  )
}

const SHARE_LEFT_OF_X = { left: 0, centre: 0.5, right: 1 }
