import type { DiagramStrings } from '../../markup/index.js'
import type { FigureStyle, Shape } from '../drawing.js'
import { lineHeight, placeTextLine } from '../place-text.js'
import { axisTicks, type CalendarDivision } from './ticks.js'
import { BREAK_WIDTH, type TimeScale } from './time-scale.js'

/** Points from a name in the axis to the start of its part, and to the edges of the axis. */
const NAME_INSET = { beside: 3, above: 2.5 }

/** How high the axis is, in points: one line of names. */
export const axisHeight = ({ type }: FigureStyle): number =>
  lineHeight(type.small, type) + 2 * NAME_INSET.above

/** The axis with its named parts, and slanted strokes where it is broken; `top` in points. */
export function drawAxis(
  scale: TimeScale,
  division: CalendarDivision,
  top: number,
  words: DiagramStrings,
  style: FigureStyle,
): Shape[] {
  const { type, palette } = style
  const height = axisHeight(style)
  const face = { size: type.small, bold: false }
  const widthOf = (label: string) => type.widthOf(label, face)
  return scale.segments.flatMap((segment, index): Shape[] => {
    const { x, width } = segment
    const ticks = axisTicks(segment, division, scale.pointsPerMillisecond, words, widthOf)
    return [
      { kind: 'rectangle', x, y: top, width, height, fill: palette.tint },
      ...ticks.flatMap(({ x: at, begins }) =>
        begins ? [stroke(at, top, at, top + height, palette.muted, 0.4)] : [],
      ),
      ...ticks.flatMap(({ x: at, label }): Shape[] =>
        label === undefined
          ? []
          : [
              placeTextLine(
                label,
                { x: at + NAME_INSET.beside, top: top + NAME_INSET.above },
                face,
                palette.muted,
                type,
              ),
            ],
      ),
      ...(index === 0 ? [] : drawBreak(x - BREAK_WIDTH / 2, top, height, palette.muted)),
    ]
  })
}

/** Two slanted strokes, the sign for a broken axis. */
function drawBreak(x: number, top: number, height: number, colour: string): Shape[] {
  return [-2, 2].map(shift => stroke(x + shift - 2, top + height, x + shift + 2, top, colour, 0.8))
}

function stroke(x1: number, y1: number, x2: number, y2: number, colour: string, width: number): Shape {
  const points = [
    { x: x1, y: y1 },
    { x: x2, y: y2 },
  ]
  return { kind: 'path', points, closed: false, stroke: { colour, width } }
}
