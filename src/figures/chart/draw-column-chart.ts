import type { Shape } from '../drawing.js'
import { placeTextLine } from '../place-text.js'
import {
  type AxisPoint,
  allStandBelow,
  categoryLabels,
  categoryName,
  drawCategoryLabels,
} from './category-labels.js'
import { categorySlots, categoryTimes } from './category-times.js'
import { type ChartContext, type ChartDrawing, extentOf } from './chart-drawing.js'
import { type ChartHead, seriesName } from './chart-head.js'
import { drawKey } from './chart-key.js'
import { valueNumbers } from './chart-numbers.js'
import { stackValues } from './chart-paths.js'
import { drawArea, type SeriesFill, seriesFills } from './series-style.js'
import { layOutSideNames, NO_SIDE_NAMES, type SideNames } from './side-names.js'
import { type UprightFrame, type UprightParts, uprightFrame } from './upright-frame.js'
import { drawXTitle } from './x-title.js'

/**
 * Columns from zero, side by side or on one another. Undefined where the names of the categories do not stand below them
 * horizontally: such a chart has bars.
 */
export function drawColumnChart(context: ChartContext): ChartDrawing | undefined {
  const spans = columnSpans(context)
  const names = context.data.series.map((_, index) => seriesName(context.data, index))
  const side = sideNamesOf(context, spans, names)
  const named = side.labels.length > 0 ? drawColumnsWith(side, spans, names, context) : undefined
  return named ?? drawColumnsWith(NO_SIDE_NAMES, spans, names, context)
}

/** Columns with the names of a stack beside the last of them, or with a key. */
function drawColumnsWith(
  side: SideNames,
  spans: ColumnSpans,
  names: readonly string[],
  context: ChartContext,
): ChartDrawing | undefined {
  const { data, words, space, style, measures } = context
  const times = categoryTimes(data.categories)
  const { slots, count } = categorySlots(data.categories.length, times)
  const fills = seriesFills(names.length, style.palette)
  const written = data.form === 'stacked' ? undefined : writtenValues(context, count)
  const xTitle = drawXTitle(context)
  const parts: UprightParts = {
    extent: extentOf([0, ...spans.flat(2)]),
    ticks: written === undefined,
    magnitude: written?.magnitude,
    key: names.length === 1 || side.labels.length > 0 ? NO_KEY : columnKey(names, fills, context),
    beside: side.width,
    below: measures.gap + 2 * measures.line + xTitle.height,
  }
  const frame = uprightFrame(context, parts)
  const step = (frame.right - frame.left) / count
  const points = data.categories.map((category, index): AxisPoint => {
    const slot = slots[index] ?? index
    const x = frame.left + (slot + 0.5) * step
    return { x, name: categoryName(category, words), ordinal: times?.ordinals[index] ?? slot }
  })
  if (!times && !allStandBelow(points, step, context)) return undefined
  const sideShapes = side.draw(
    frame,
    spans.map(series => middleOf(series.at(-1) ?? [0, 0], frame)),
  )
  if (!sideShapes) return undefined
  const labels = categoryLabels(points, step, { left: frame.left, right: frame.right }, context)
  const top = frame.bottom + measures.gap * 0.75
  return {
    width: space.width,
    height: top + labels.height + xTitle.height,
    shapes: [
      ...frame.under,
      ...drawColumns(context, spans, points, step, frame, fills),
      ...frame.zero,
      ...(written ? drawValues(context, written.texts, points, step, frame) : []),
      ...drawCategoryLabels(labels, top, context),
      ...sideShapes,
      ...xTitle.draw(top + labels.height, frame.left, frame.right),
    ],
  }
}

const NO_KEY: ChartHead = { shapes: [], height: 0 }
/** The share of a step that its columns take, and the greatest width of these, in points of type of 8. */
const COLUMN_SHARE = 0.7
const WIDEST_COLUMNS = 72
/** More numbers than these are read off the axis. */
const MOST_WRITTEN = 24

/** From where to where each value reaches, by series and category; a missing one from zero to zero. */
type ColumnSpans = readonly (readonly (readonly [number, number])[])[]

function columnSpans({ data }: ChartContext): ColumnSpans {
  const values = data.series.map(series => series.values)
  if (data.form === 'stacked') return stackValues(values)
  return values.map(series => series.map((value = 0) => [Math.min(0, value), Math.max(0, value)] as const))
}

interface WrittenValues {
  /** By series and category. */
  readonly texts: readonly (readonly (string | undefined)[])[]
  readonly magnitude: string | undefined
}

/** The numbers over the columns, where they are few and narrow enough to stand there. */
function writtenValues(context: ChartContext, slots: number): WrittenValues | undefined {
  const { data, words, space, style, measures } = context
  const values = data.series.flatMap(series => series.values).flatMap(value => value ?? [])
  if (values.length > MOST_WRITTEN) return undefined
  const numbers = valueNumbers(values, words)
  const step = space.width / slots
  const room =
    data.series.length === 1 ? step - measures.gap / 2 : columnsWidth(step, context) / data.series.length
  const fits = values.every(value => style.type.widthOf(numbers.print(value), measures.regular) <= room)
  if (!fits) return undefined
  return {
    texts: data.series.map(series =>
      series.values.map(value => (value === undefined ? undefined : numbers.print(value))),
    ),
    magnitude: numbers.magnitude,
  }
}

const columnsWidth = (step: number, { measures }: ChartContext): number =>
  Math.min(step * COLUMN_SHARE, WIDEST_COLUMNS * measures.scale)

/** The left edge and width of a series' column in a step; all series of a stack have the same. */
function columnAt(
  { x }: AxisPoint,
  index: number,
  step: number,
  context: ChartContext,
): { readonly left: number; readonly width: number } {
  const { data } = context
  const all = columnsWidth(step, context)
  const beside = data.form === 'stacked' ? 1 : data.series.length
  const width = all / beside
  return { left: x - all / 2 + (data.form === 'stacked' ? 0 : index * width), width }
}

function drawColumns(
  context: ChartContext,
  spans: ColumnSpans,
  points: readonly AxisPoint[],
  step: number,
  frame: UprightFrame,
  fills: readonly SeriesFill[],
): Shape[] {
  return spans.flatMap((series, index) =>
    series.flatMap(([from, to], category) => {
      const point = points[category]
      const fill = fills[index]
      if (!point || !fill) return []
      const { left: x, width } = columnAt(point, index, step, context)
      const y = frame.yOf(to)
      return drawArea({ x, y, width, height: frame.yOf(from) - y }, fill)
    }),
  )
}

function drawValues(
  context: ChartContext,
  texts: WrittenValues['texts'],
  points: readonly AxisPoint[],
  step: number,
  frame: UprightFrame,
): Shape[] {
  const { data, style, measures } = context
  return data.series.flatMap(({ values }, index) =>
    values.flatMap((value, category) => {
      const [text, point] = [texts[index]?.[category], points[category]]
      if (value === undefined || text === undefined || !point) return []
      const { left, width } = columnAt(point, index, step, context)
      const top = value < 0 ? frame.yOf(value) : frame.yOf(value) - measures.line
      const at = { x: left + width / 2, top, align: 'centre' as const }
      return [placeTextLine(text, at, measures.regular, style.palette.text, style.type)]
    }),
  )
}

const middleOf = ([from, to]: readonly [number, number], { yOf }: UprightFrame): number =>
  yOf((from + to) / 2)

/** The names of a stack stand beside its last column, where each has a part in it. */
function sideNamesOf(context: ChartContext, spans: ColumnSpans, names: readonly string[]): SideNames {
  if (names.length === 1 || context.data.form !== 'stacked') return NO_SIDE_NAMES
  const isSeen = spans.every(series => {
    const [from = 0, to = 0] = series.at(-1) ?? []
    return from !== to
  })
  return isSeen ? layOutSideNames(names, context) : NO_SIDE_NAMES
}

function columnKey(names: readonly string[], fills: readonly SeriesFill[], context: ChartContext): ChartHead {
  const { space, style, measures } = context
  const side = 7 * measures.scale
  return drawKey(
    names,
    (index, x, y) => {
      const fill = fills[index]
      return fill ? drawArea({ x, y: y - side / 2, width: side, height: side }, fill) : []
    },
    side,
    space.width,
    style,
    measures,
  )
}
