import type { FigureStyle, Shape } from '../drawing.js'
import type { ChartHead } from './chart-head.js'
import type { ChartMeasures } from './chart-measures.js'
import { type ChartLabel, chartLabel, drawChartLabel } from './chart-text.js'

/** Draws the mark of a series within a box of the key; `y` is its middle. */
export type DrawKeyMark = (index: number, x: number, y: number, width: number) => readonly Shape[]

/** The marks of all series with their names, in as many lines as they take. */
export function drawKey(
  names: readonly string[],
  drawMark: DrawKeyMark,
  markWidth: number,
  width: number,
  style: FigureStyle,
  measures: ChartMeasures,
): ChartHead {
  const { gap, line, scale } = measures
  const shapes: Shape[] = []
  let [x, top, height] = [0, 0, 0]
  for (const [index, name] of names.entries()) {
    const room = Math.max(1, width - markWidth - gap)
    const label: ChartLabel = chartLabel(name, room, style, measures, Number.POSITIVE_INFINITY)
    const taken = markWidth + gap + label.width
    if (x > 0 && x + taken > width + 0.01) {
      top += height
      x = 0
      height = 0
    }
    shapes.push(...drawMark(index, x, top + line / 2, markWidth))
    shapes.push(...drawChartLabel(label, { x: x + markWidth + gap, top }, style, measures))
    x += taken + ITEM_GAP * scale
    height = Math.max(height, label.height)
  }
  return { shapes, height: top + height }
}

/** Points between an entry and the next. */
const ITEM_GAP = 14
