import { present } from '../../diagnostics/index.js'
import type { Point, Shape } from '../drawing.js'
import { sideMarker } from '../markers.js'
import {
  type AxisPoint,
  type CategoryLabels,
  categoryLabels,
  categoryName,
  drawCategoryLabels,
} from './category-labels.js'
import { categoryTimes } from './category-times.js'
import { type ChartContext, type ChartDrawing, extentOf, withZeroWhereNear } from './chart-drawing.js'
import { type ChartHead, seriesName } from './chart-head.js'
import { drawKey } from './chart-key.js'
import { DATA_LINE } from './chart-measures.js'
import { joinPoints } from './chart-paths.js'
import { linearScale } from './scales.js'
import { markPalette, seriesStroke } from './series-style.js'
import { layOutSideNames, NO_SIDE_NAMES, type SideNames } from './side-names.js'
import { timeTicks } from './time-ticks.js'
import { type UprightFrame, uprightFrame } from './upright-frame.js'
import { drawXTitle } from './x-title.js'

/** Lines from value to value, over time where the categories are dates, each named at its end. */
export function drawLineChart(context: ChartContext): ChartDrawing {
  const { data } = context
  const names = data.series.map((_, index) => seriesName(data, index))
  const side = endNames(names, context)
  const named = side.labels.length > 0 ? drawLinesWith(side, names, context) : undefined
  return named ?? present(drawLinesWith(NO_SIDE_NAMES, names, context), 'lines with a key')
}

/** Lines with their names beside them, or with a key; undefined where the names do not fit. */
function drawLinesWith(
  side: SideNames,
  names: readonly string[],
  context: ChartContext,
): ChartDrawing | undefined {
  const { data, space, measures } = context
  const xTitle = drawXTitle(context)
  const values = data.series.flatMap(series => series.values)
  const frame = uprightFrame(context, {
    extent: withZeroWhereNear(extentOf(values)),
    ticks: true,
    key: names.length === 1 || side.labels.length > 0 ? { shapes: [], height: 0 } : lineKey(names, context),
    beside: Math.max(side.width, measures.radius),
    below: measures.gap + 2 * measures.line + xTitle.height,
  })
  const { xs, labels } = placeAlong(frame, context)
  const sideShapes = side.draw(
    frame,
    data.series.map(series => frame.yOf(series.values.at(-1) ?? 0)),
  )
  if (!sideShapes) return undefined
  const top = frame.bottom + Math.max(measures.gap * 0.75, measures.radius)
  return {
    width: space.width,
    height: top + labels.height + xTitle.height,
    shapes: [
      ...frame.under,
      ...frame.zero,
      ...drawLines(xs, frame, context),
      ...drawCategoryLabels(labels, top, context),
      ...sideShapes,
      ...xTitle.draw(top + labels.height, frame.left, frame.right),
    ],
    ...(labels.thinned && !categoryTimes(data.categories) && { compromises: ['labels-thinned'] }),
  }
}

/** Names stand at the ends of lines that all go on to the last category. */
function endNames(names: readonly string[], context: ChartContext): SideNames {
  const reachEnd = context.data.series.every(({ values }) => values.at(-1) !== undefined)
  return names.length > 1 && reachEnd ? layOutSideNames(names, context) : NO_SIDE_NAMES
}

interface PlacedAlong {
  /** Of each category. */
  readonly xs: readonly number[]
  readonly labels: CategoryLabels
}

function placeAlong(frame: UprightFrame, context: ChartContext): PlacedAlong {
  const { data, words, space, style, measures } = context
  const { categories } = data
  const times = categoryTimes(categories)
  const limits = { left: frame.left, right: Math.max(frame.right, space.width) }
  const inset = Math.min((frame.right - frame.left) / 8, 2 * measures.radius)
  const [left, right] = [frame.left + inset, frame.right - inset]
  const widthOf = (text: string) => style.type.widthOf(text, measures.regular)
  if (times) {
    const [from, to] = extentOf(times.moments)
    const xOf = linearScale([from, to], [left, right])
    const ticks = timeTicks({ from, to, left, right, unit: times.unit }, words, widthOf)
    const points = ticks.map(({ moment, name }, index) => ({ x: xOf(moment), name, ordinal: index }))
    const labels = categoryLabels(
      points,
      Math.max(...points.map(({ name }) => widthOf(name)), 0) + measures.gap,
      limits,
      context,
    )
    return { xs: times.moments.map(xOf), labels }
  }
  const step = categories.length > 1 ? (right - left) / (categories.length - 1) : 0
  const xs = categories.map((_, index) => (step === 0 ? (left + right) / 2 : left + index * step))
  const points = categories.map(
    (category, index): AxisPoint => ({
      ...{ x: xs[index] ?? left, ordinal: index },
      name: categoryName(category, words),
    }),
  )
  return { xs, labels: categoryLabels(points, step === 0 ? right - left : step, limits, context) }
}

/** More points in a line than these have no marks of their own. */
const MOST_MARKED = 24

function drawLines(xs: readonly number[], frame: UprightFrame, context: ChartContext): Shape[] {
  const { data, style, measures } = context
  const palette = markPalette(data.series.length, style.palette)
  const drawn = data.series.map(({ values }, index) => {
    const points = values.map((value, category): Point | undefined =>
      value === undefined ? undefined : { x: xs[category] ?? frame.left, y: frame.yOf(value) },
    )
    const parts = joinPoints(points)
    const stroke = seriesStroke(index, DATA_LINE * measures.scale, palette)
    const lines = parts
      .filter(part => part.length > 1)
      .map((part): Shape => ({ kind: 'path', points: part, closed: false, stroke }))
    const marked =
      xs.length <= MOST_MARKED
        ? parts.flat()
        : parts.flatMap(part => (part.length === 1 ? part : part.slice(-1)))
    return { lines, marks: marked.map(point => sideMarker(index, point, measures.radius, palette)) }
  })
  return [...drawn.flatMap(({ lines }) => lines), ...drawn.flatMap(({ marks }) => marks)]
}

function lineKey(names: readonly string[], context: ChartContext): ChartHead {
  const { data, space, style, measures } = context
  const palette = markPalette(data.series.length, style.palette)
  return drawKey(
    names,
    (index, x, y, width) => [
      {
        kind: 'path',
        points: [
          { x, y },
          { x: x + width, y },
        ],
        closed: false,
        stroke: seriesStroke(index, DATA_LINE * measures.scale, palette),
      },
      sideMarker(index, { x: x + width / 2, y }, measures.radius, palette),
    ],
    24 * measures.scale,
    space.width,
    style,
    measures,
  )
}
