import type { ChartData, DiagramStrings } from '../../markup/index.js'
import type { AvailableSpace, Drawing, FigureStyle } from '../drawing.js'
import { inOrderOfTime } from './category-times.js'
import { type ChartContext, chartContext } from './chart-drawing.js'
import { drawColumnChart } from './draw-column-chart.js'
import { drawLineChart } from './draw-line-chart.js'
import { drawRowChart } from './draw-row-chart.js'

/** Draws a chart; undefined where there is no number to draw. Columns whose names have no room below them become bars. */
export function drawChart(
  chart: ChartData,
  words: DiagramStrings,
  space: AvailableSpace,
  style: FigureStyle,
): Drawing | undefined {
  if (!chart.series.some(({ values }) => values.some(value => value !== undefined))) return undefined
  const data = inOrderOfTime(chart)
  const context = chartContext(data, words, space, style)
  switch (data.form) {
    case 'line':
      return drawLineChart(context)
    case 'column':
    case 'stacked':
      return drawColumnChart(context) ?? turnedColumns(context)
    case 'bar':
    case 'dot':
      return drawRowChart({ ...context, data: chart })
  }
}

function turnedColumns(context: ChartContext): Drawing {
  const { data } = context
  const drawing = drawRowChart({
    ...context,
    data: { ...data, form: data.form === 'stacked' ? 'stacked' : 'bar' },
  })
  return { ...drawing, compromises: ['columns-turned', ...(drawing.compromises ?? [])] }
}
