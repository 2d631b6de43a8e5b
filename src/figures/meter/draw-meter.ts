import type { MeterScale, MeterShape } from '../../markup/index.js'
import type { Drawing, Palette, Shape } from '../drawing.js'

/** What a mark in a line or a cell is drawn with. */
export interface MeterStyle {
  /** Points: a tenth of the size of the type, in which all lengths of a mark are counted. */
  readonly unit: number
  readonly palette: Pick<Palette, 'accent' | 'muted' | 'paper'>
}

/** The points of a line, in multiples of the unit: where the first and the last stand is also where words over them do. */
export const METER_LINE = { inset: 4, length: 88 }

/**
 * Draws a value on a scale: squares or boxes of which as many are filled, or a dot on a line. A filled mark and an empty one
 * differ in more than their colour. Undefined where `room`, in points, is less than the smallest that can be told apart.
 */
export function drawMeter(
  shape: MeterShape,
  scale: MeterScale,
  room: number,
  { unit, palette }: MeterStyle,
): Drawing | undefined {
  const width = naturalWidth(shape, scale)
  const step = Math.min(unit, room / width)
  if (step < LEAST_UNIT) return undefined
  const shapes = shape === 'line' ? lineShapes(scale, step, palette) : cellShapes(shape, scale, step, palette)
  return { width: width * step, height: METER_HEIGHT[shape] * step, shapes }
}

/** Points: with a smaller unit a mark is not drawn, as its squares would have sides of little more than 3 points. */
const LEAST_UNIT = 0.55

/** Multiples of the unit. */
const CELLS = {
  squares: { width: 6, height: 6, pitch: 7.6 },
  boxes: { width: 12.5, height: 5, pitch: 13.6 },
}
const DOT_RADIUS = 4
const TICK_HEIGHT = 4.4
const METER_HEIGHT = { squares: CELLS.squares.height, boxes: CELLS.boxes.height, line: 2 * DOT_RADIUS }
/** Of outlines and lines; an outline lies within its cell. */
const STROKE = 0.6

function naturalWidth(shape: MeterShape, { min, max }: MeterScale): number {
  if (shape === 'line') return METER_LINE.length + 2 * METER_LINE.inset
  const { width, pitch } = CELLS[shape]
  return (max - min) * pitch + width
}

function cellShapes(
  shape: 'squares' | 'boxes',
  { value, min, max }: MeterScale,
  step: number,
  { accent, muted, paper }: MeterStyle['palette'],
): Shape[] {
  const { width, height, pitch } = CELLS[shape]
  return Array.from({ length: max - min + 1 }, (_, index): Shape => {
    const box = { kind: 'rectangle', x: index * pitch * step, y: 0 } as const
    const size = { width: width * step, height: height * step }
    if (index <= value - min) return { ...box, ...size, fill: accent }
    const stroke = { colour: muted, width: STROKE * step }
    const inset = stroke.width / 2
    return {
      ...{ ...box, x: box.x + inset, y: inset },
      ...{ width: size.width - stroke.width, height: size.height - stroke.width },
      ...{ fill: paper, stroke },
    }
  })
}

function lineShapes(
  { value, min, max }: MeterScale,
  step: number,
  { accent, muted }: MeterStyle['palette'],
): Shape[] {
  const middle = DOT_RADIUS * step
  const stroke = { colour: muted, width: STROKE * step }
  const x = (point: number) => (METER_LINE.inset + (METER_LINE.length * (point - min)) / (max - min)) * step
  const line = (from: { x: number; y: number }, to: { x: number; y: number }): Shape => ({
    kind: 'path',
    points: [from, to],
    closed: false,
    stroke,
  })
  const reach = (TICK_HEIGHT / 2) * step
  const ticks = Array.from({ length: max - min + 1 }, (_, index) => {
    const at = x(min + index)
    return line({ x: at, y: middle - reach }, { x: at, y: middle + reach })
  })
  return [
    line({ x: x(min), y: middle }, { x: x(max), y: middle }),
    ...ticks,
    { kind: 'circle', centre: { x: x(value), y: middle }, radius: DOT_RADIUS * step, fill: accent },
  ]
}
