import type { Shape } from '../drawing.js'
import type { ChartContext } from './chart-drawing.js'
import { chartLabel, drawChartLabel } from './chart-text.js'

/** What the categories below a plot are: "Fiscal year". */
export interface XTitle {
  readonly height: number
  readonly draw: (top: number, left: number, right: number) => readonly Shape[]
}

/** The heading of the column of categories in muted type, centred below their names. */
export function drawXTitle({ data, space, style, measures }: ChartContext): XTitle {
  const label = chartLabel(data.by.text, space.width, style, measures, Number.POSITIVE_INFINITY)
  return {
    height: label.height,
    draw: (top, left, right) => {
      const half = label.width / 2
      const x = Math.max(half, Math.min((left + right) / 2, space.width - half))
      return drawChartLabel(label, { x, top, align: 'centre' }, style, measures, 'muted')
    },
  }
}
