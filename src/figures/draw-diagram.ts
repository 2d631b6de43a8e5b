import { present } from '../diagnostics/index.js'
import type { Diagram } from '../markup/index.js'
import { drawActorMap } from './actor-map/draw-actor-map.js'
import { drawCalendar } from './calendar/draw-calendar.js'
import type { AvailableSpace, Drawing, FigureStyle } from './drawing.js'
import { drawStakesMatrix } from './stakes-matrix/draw-stakes-matrix.js'
import { drawTimeline } from './timeline/draw-timeline.js'

/** Draws a figure within the available space; undefined where nothing of it can be placed. */
export function drawDiagram(
  { data, words }: Pick<Diagram, 'data' | 'words'>,
  space: AvailableSpace,
  style: FigureStyle,
): Drawing | undefined {
  switch (data.kind) {
    case 'timeline':
      return data.calendar ? drawCalendar(data, words, space, style) : drawTimeline(data, words, space, style)
    case 'actor-map':
      return drawActorMap(data, words, space, style)
    case 'stakes-matrix':
      return drawStakesMatrix(data, words, space, style)
    case 'chart':
      return present(chartDrawer, 'what draws charts')(data, words, space, style)
  }
}

type ChartDrawer = typeof import('./chart/draw-chart.js').drawChart

/** Charts take as much code as all other figures, and few briefs have one: what draws them is loaded when there is one. */
let chartDrawer: ChartDrawer | undefined

export function provideCharts(drawer: ChartDrawer): void {
  chartDrawer = drawer
}

/** To be awaited before a chart is drawn. */
export async function loadCharts(): Promise<void> {
  provideCharts((await import('./chart/draw-chart.js')).drawChart)
}
