import type { DiagramWords } from '../../markup/index.js'
import type { Pens, Shape } from '../drawing.js'
import { letters, lineHeight } from '../letters.js'
import { type Division, ticksOf } from './ticks.js'
import { BREAK, type TimeScale } from './time-scale.js'

/** Points from a name in the axis to where its part begins, and to the edges of the axis. */
const INSET = { beside: 3, above: 2.5 }

/** How high the axis is, in points: one line of names. */
export const axisHeight = ({ type }: Pens): number => lineHeight(type.small, type) + 2 * INSET.above

/** The axis as a ruler whose parts bear their names, with slanted strokes where it is broken; `top` in points. */
export function drawAxis(
  scale: TimeScale,
  division: Division,
  top: number,
  words: DiagramWords,
  pens: Pens,
): Shape[] {
  const { type, palette } = pens
  const height = axisHeight(pens)
  const face = { size: type.small, bold: false }
  const widthOf = (label: string) => type.widthOf(label, face)
  return scale.segments.flatMap((segment, index): Shape[] => {
    const { x, width } = segment
    const ticks = ticksOf(segment, division, scale.density, words, widthOf)
    return [
      { kind: 'rectangle', x, y: top, width, height, fill: palette.tint },
      ...ticks.flatMap(({ x: at, begins }) =>
        begins ? [stroke(at, top, at, top + height, palette.muted, 0.4)] : [],
      ),
      ...ticks.flatMap(({ x: at, label }): Shape[] =>
        label === undefined
          ? []
          : [letters(label, { x: at + INSET.beside, top: top + INSET.above }, face, palette.muted, type)],
      ),
      ...(index === 0 ? [] : broken(x - BREAK / 2, top, height, palette.muted)),
    ]
  })
}

/** Two slanted strokes, as where a ruler is cut. */
function broken(x: number, top: number, height: number, colour: string): Shape[] {
  return [-2, 2].map(shift => stroke(x + shift - 2, top + height, x + shift + 2, top, colour, 0.8))
}

function stroke(x1: number, y1: number, x2: number, y2: number, colour: string, width: number): Shape {
  const points = [
    { x: x1, y: y1 },
    { x: x2, y: y2 },
  ]
  return { kind: 'path', points, closed: false, stroke: { colour, width } }
}
