import type { RatedStake } from '../../markup/index.js'
import type { FigureStyle, Point, Shape } from '../drawing.js'

/** The numbered circle of a stake, in the grid and in the list; `size` is that of its number, in points. */
export function numberedCircle(
  stake: RatedStake,
  centre: Point,
  size: number,
  style: FigureStyle,
): readonly Shape[] {
  const { palette, type } = style
  const text = String(stake.number)
  const face = { size: text.length > 2 ? size * LONG_NUMBER_SCALE : size, bold: true }
  const width = type.widthOf(text, face)
  return [
    { kind: 'circle', centre, radius: CIRCLE_RADIUS * size, fill: palette.accent },
    {
      kind: 'text',
      text,
      x: centre.x - width / 2,
      y: centre.y + (face.size * DIGIT_HEIGHT) / 2,
      width,
      face,
      colour: palette.paper,
    },
  ]
}

/** The radius of a circle, as a multiple of the size of its number. */
export const CIRCLE_RADIUS = 0.86

/** Three digits are set smaller, so that they fit the circle. */
const LONG_NUMBER_SCALE = 0.78

/** The height of digits, as a multiple of their size. */
const DIGIT_HEIGHT = 0.65
