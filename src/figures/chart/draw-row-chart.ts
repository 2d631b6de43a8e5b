import type { FigureText, Shape } from '../drawing.js'
import { sideMarker } from '../markers.js'
import { placeTextLine } from '../place-text.js'
import { type ChartContext, type ChartDrawing, extentOf, withZeroWhereNear } from './chart-drawing.js'
import { axisTitle, type ChartHead, drawAxisTitle, seriesName } from './chart-head.js'
import { drawKey } from './chart-key.js'
import { dotRadiusOf, dotReach, GRID_LINE } from './chart-measures.js'
import { valueNumbers } from './chart-numbers.js'
import { stackValues } from './chart-paths.js'
import { chartLabel, drawChartLabel } from './chart-text.js'
import { drawRowAxis, drawRowNames, drawRowZero, layOutRows, type RowLayout } from './row-frame.js'
import { type RowScale, tickScale, writtenScale } from './row-scale.js'
import { drawArea, markPalette, seriesFills } from './series-style.js'
import { moveDown } from './upright-frame.js'

/** Bars, stacks or dots in rows, with the names of the categories at their left. */
export function drawRowChart(context: ChartContext): ChartDrawing {
  const { data, space, measures } = context
  const { line, gap } = measures
  const names = data.series.map((_, index) => seriesName(data, index))
  const isOverlaid = data.form === 'dot' || data.form === 'stacked'
  const marks = isOverlaid ? 1 : names.length
  const around = 2 * line + 3 * gap + (names.length > 1 ? 2 * line : 0)
  const layout = layOutRows(marks, space.height - around, context)
  const left = layout.namesWidth + 1.5 * gap
  const written = writtenRows(layout, left, names, context)
  const scale = written?.scale ?? ticksOfRows(left, context)
  const key = names.length === 1 || written?.isNamed ? NO_KEY : rowKey(names, context)
  const head = drawHead(scale, left, key, context)
  const top = head.height + gap / 2
  const bottom = top + layout.height
  const hasZero = scale.axis === undefined || (scale.axis.low <= 0 && scale.axis.high >= 0)
  return {
    width: space.width,
    height: scale.axis ? bottom + gap / 2 + line : bottom,
    shapes: [
      ...head.shapes,
      ...(scale.axis ? drawRowAxis(scale.axis, scale.print, scale.xOf, { top, bottom }, context) : []),
      ...drawRowNames(layout, top, context),
      ...drawMarks(layout, scale.xOf, left, top, context),
      ...(hasZero && data.form !== 'dot' ? [drawRowZero(scale.xOf(0), top, bottom, context)] : []),
      ...(written?.draw(top) ?? []),
    ],
    ...(layout.thinned && { compromises: ['labels-thinned'] }),
  }
}

const NO_KEY: ChartHead = { shapes: [], height: 0 }

function ticksOfRows(left: number, context: ChartContext): RowScale {
  const { data, space } = context
  const values = data.series.map(series => series.values)
  const extent =
    data.form === 'stacked'
      ? extentOf([0, ...stackValues(values).flat(2)])
      : data.form === 'dot'
        ? withZeroWhereNear(extentOf(values.flat()))
        : extentOf([0, ...values.flat()])
  return tickScale(extent, left, space.width, context)
}

/** More numbers than these are read off the axis. */
const MOST_WRITTEN = 24

interface WrittenRows {
  readonly scale: RowScale
  /** Whether the series are named at the bars of the first row. */
  readonly isNamed: boolean
  readonly draw: (top: number) => readonly FigureText[]
}

/** The numbers at the ends of bars, and the names of their series in the first row; undefined where there is no room. */
function writtenRows(
  layout: RowLayout,
  left: number,
  names: readonly string[],
  context: ChartContext,
): WrittenRows | undefined {
  const { data, words, space, style, measures } = context
  const { regular, bold, gap, line } = measures
  const known = data.series.flatMap(({ values }) => values).flatMap(value => value ?? [])
  if (data.form !== 'bar' || !layout.isOpen || known.length === 0 || known.length > MOST_WRITTEN)
    return undefined
  const { print, magnitude } = valueNumbers(known, words)
  const widthOf = style.type.widthOf.bind(style.type)
  const canBeNamed = names.length > 1 && data.series.every(({ values }) => (values[0] ?? -1) >= 0)
  const bars = (isNamed: boolean) =>
    data.series.flatMap(({ values }, index) =>
      values.flatMap((value, row) => {
        if (value === undefined) return []
        const name = isNamed && row === 0 ? widthOf(names[index] ?? '', bold) + gap : 0
        return [{ value, room: gap * 0.75 + widthOf(print(value), regular) + name }]
      }),
    )
  const withNames = canBeNamed ? writtenScale(bars(true), left, space.width) : undefined
  const xOf = withNames ?? writtenScale(bars(false), left, space.width)
  if (!xOf) return undefined
  const isNamed = withNames !== undefined
  const drawBar = (value: number, index: number, row: number, top: number): FigureText[] => {
    const { marksTop, mark } = layout.rows[row] ?? { marksTop: 0, mark: 0 }
    const y = top + marksTop + index * mark + (mark - line) / 2
    const at = xOf(value)
    const { text, muted } = style.palette
    if (value < 0)
      return [
        placeTextLine(
          print(value),
          { x: at - gap * 0.75, top: y, align: 'right' },
          regular,
          text,
          style.type,
        ),
      ]
    const number = placeTextLine(print(value), { x: at + gap * 0.75, top: y }, regular, text, style.type)
    if (!isNamed || row > 0) return [number]
    return [
      number,
      placeTextLine(
        names[index] ?? '',
        { x: number.x + number.width + gap, top: y },
        bold,
        muted,
        style.type,
      ),
    ]
  }
  return {
    scale: { xOf, axis: undefined, print, magnitude },
    isNamed,
    draw: top =>
      data.series.flatMap(({ values }, index) =>
        values.flatMap((value, row) => (value === undefined ? [] : drawBar(value, index, row, top))),
      ),
  }
}

function drawHead(scale: RowScale, left: number, key: ChartHead, context: ChartContext): ChartHead {
  const { data, words, space, style, measures } = context
  const hasZero = scale.axis === undefined || (scale.axis.low <= 0 && scale.axis.high >= 0)
  const keyHeight = key.height > 0 ? key.height + measures.gap / 2 : 0
  const title = drawAxisTitle(axisTitle(data, scale.magnitude, hasZero, words), left, space, style, measures)
  const by = chartLabel(
    data.by.text,
    Math.max(1, left - measures.gap),
    style,
    measures,
    Number.POSITIVE_INFINITY,
  )
  const height = Math.max(title.height, by.height)
  const byAt = { x: left - 1.5 * measures.gap, top: keyHeight + height - by.height, align: 'right' as const }
  return {
    shapes: [
      ...key.shapes,
      ...moveDown(title.shapes, keyHeight + height - title.height),
      ...drawChartLabel(by, byAt, style, measures, 'muted'),
    ],
    height: keyHeight + height,
  }
}

function drawMarks(
  layout: RowLayout,
  xOf: (value: number) => number,
  left: number,
  top: number,
  context: ChartContext,
): Shape[] {
  return context.data.form === 'dot'
    ? drawDots(layout, xOf, left, top, context)
    : drawBars(layout, xOf, top, context)
}

function drawBars(
  layout: RowLayout,
  xOf: (value: number) => number,
  top: number,
  context: ChartContext,
): Shape[] {
  const { data, style } = context
  const fills = seriesFills(data.series.length, style.palette)
  const values = data.series.map(series => series.values)
  const isStacked = data.form === 'stacked'
  const spans = isStacked
    ? stackValues(values)
    : values.map(series => series.map((value = 0) => [Math.min(0, value), Math.max(0, value)] as const))
  return spans.flatMap((series, index) =>
    series.flatMap(([from, to], at) => {
      const [row, fill] = [layout.rows[at], fills[index]]
      if (!row || !fill) return []
      const y = top + row.marksTop + (isStacked ? 0 : index * row.mark)
      const x = xOf(from)
      return drawArea({ x, y, width: xOf(to) - x, height: row.mark }, fill)
    }),
  )
}

/** Dots on hairlines, those of a row joined. */
function drawDots(
  layout: RowLayout,
  xOf: (value: number) => number,
  left: number,
  top: number,
  context: ChartContext,
): Shape[] {
  const { data, space, style, measures } = context
  const palette = markPalette(data.series.length, style.palette)
  const line = (from: number, to: number, y: number, width: number, colour: string): Shape => ({
    kind: 'path',
    points: [
      { x: from, y },
      { x: to, y },
    ],
    closed: false,
    stroke: { colour, width },
  })
  const lines = layout.rows.flatMap((row, at) => {
    const y = top + row.marksTop + row.mark / 2
    const xs = data.series.flatMap(({ values }) => values[at] ?? []).map(xOf)
    const joined =
      xs.length > 1 ? [line(Math.min(...xs), Math.max(...xs), y, measures.scale, style.palette.muted)] : []
    return [line(left, space.width, y, GRID_LINE, style.palette.line), ...joined]
  })
  const dots = data.series.flatMap(({ values }, index) =>
    layout.rows.flatMap((row, at) => {
      const value = values[at]
      if (value === undefined) return []
      const radius = Math.min(dotRadiusOf(measures), row.height / 2)
      return [sideMarker(index, { x: xOf(value), y: top + row.marksTop + row.mark / 2 }, radius, palette)]
    }),
  )
  return [...lines, ...dots]
}

function rowKey(names: readonly string[], context: ChartContext): ChartHead {
  const { data, space, style, measures } = context
  const side = data.form === 'dot' ? 2 * dotReach(measures) : 7 * measures.scale
  const fills = seriesFills(names.length, style.palette)
  const palette = markPalette(names.length, style.palette)
  return drawKey(
    names,
    (index, x, y) => {
      const fill = fills[index]
      if (data.form === 'dot')
        return [sideMarker(index, { x: x + side / 2, y }, dotRadiusOf(measures), palette)]
      return fill ? drawArea({ x, y: y - side / 2, width: side, height: side }, fill) : []
    },
    side,
    space.width,
    style,
    measures,
  )
}
