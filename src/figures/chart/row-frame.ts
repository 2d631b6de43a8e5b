import type { FigureText, Shape, VectorPath } from '../drawing.js'
import { placeTextLine } from '../place-text.js'
import { categoryName } from './category-labels.js'
import type { ChartContext } from './chart-drawing.js'
import { GRID_LINE, ZERO_LINE } from './chart-measures.js'
import { type ChartLabel, chartLabel, drawChartLabel } from './chart-text.js'
import type { ValueAxis } from './scales.js'

/** The rows of a chart whose numbers are lengths. Lengths are points. */
export interface RowLayout {
  readonly rows: readonly ChartRow[]
  /** The right edge of the names; the plot begins a gap after it. */
  readonly namesWidth: number
  readonly height: number
  /** Whether some rows have no name. */
  readonly thinned: boolean
  /** Whether a line of words stands beside each mark of a row without touching that of another. */
  readonly isOpen: boolean
}
export interface ChartRow {
  readonly label: ChartLabel | undefined
  /** From the top of the first row. */
  readonly top: number
  readonly height: number
  /** The height of one of the marks that are put in it one below another, and the top of the first. */
  readonly mark: number
  readonly marksTop: number
}

/** The share of the width that names may take. */
const NAMES_SHARE = 0.4
/** Of one mark in a row, and of one of several, in points of type of 8. */
const MARK = 10
const LEAST_MARK = 2

/** Lays out the rows, each with `marks` marks one below another; lower where they are too many for the height. */
export function layOutRows(marks: number, room: number, context: ChartContext): RowLayout {
  const { data, words, space, style, measures } = context
  const { line, scale } = measures
  const widest = Math.max(1, space.width * NAMES_SHARE)
  const labels = data.categories.map(category =>
    chartLabel(categoryName(category, words), widest, style, measures),
  )
  const namesWidth = Math.max(0, ...labels.map(({ width }) => width))
  const natural = (mark: number, gap: number) =>
    labels.map(label => Math.max(label.height, marks * mark) + gap)
  const total = (heights: readonly number[]) => heights.reduce((sum, height) => sum + height, 0)
  const tried = [
    { mark: Math.max(line, MARK * scale), gap: 5 * scale },
    { mark: MARK * scale, gap: 4 * scale },
    { mark: 7 * scale, gap: 3 * scale },
    { mark: 4.5 * scale, gap: 2 * scale },
    { mark: LEAST_MARK * scale, gap: scale },
  ].map(({ mark, gap }) => ({ mark, gap, heights: natural(mark, gap) }))
  const found = tried.find(({ heights }) => total(heights) <= room)
  if (found) {
    const { mark, gap, heights } = found
    const rows = placeRows(heights, gap, mark, marks, labels)
    return { rows, namesWidth, height: total(heights), thinned: false, isOpen: mark >= line }
  }
  return layOutDenseRows(marks, room, labels, namesWidth, context)
}

function placeRows(
  heights: readonly number[],
  gap: number,
  mark: number,
  marks: number,
  labels: readonly (ChartLabel | undefined)[],
): ChartRow[] {
  let top = 0
  return heights.map((height, index) => {
    const row = {
      label: labels[index],
      top,
      height,
      mark,
      marksTop: top + (height - gap - marks * mark) / 2 + gap / 2,
    }
    top += height
    return row
  })
}

/** Rows that are lower than their names, of which only some are printed. */
function layOutDenseRows(
  marks: number,
  room: number,
  labels: readonly ChartLabel[],
  namesWidth: number,
  { measures }: ChartContext,
): RowLayout {
  const least = marks * LEAST_MARK * 0.75 + 1
  const tallest = Math.max(0, ...labels.map(({ height }) => height))
  const height = Math.max(least, room / Math.max(1, labels.length))
  const every = Math.max(1, Math.ceil((tallest + measures.gap / 4) / height))
  const mark = (height - Math.min(measures.gap / 2, height / 4)) / marks
  const kept = labels.map((label, index) => (index % every === 0 ? label : undefined))
  const rows = placeRows(
    labels.map(() => height),
    height - marks * mark,
    mark,
    marks,
    kept,
  )
  // The last name may reach below its own row.
  const reach = Math.max(0, ...rows.map(row => row.top + row.height / 2 + (row.label?.height ?? 0) / 2))
  const above = Math.max(0, ...rows.map(row => (row.label?.height ?? 0) / 2 - row.top - row.height / 2))
  return {
    rows: rows.map(row => ({ ...row, top: row.top + above, marksTop: row.marksTop + above })),
    namesWidth,
    height: Math.max(height * labels.length, reach) + above,
    thinned: every > 1,
    isOpen: false,
  }
}

/** The names of the rows, each in the middle of its row. */
export function drawRowNames(
  { rows, namesWidth }: RowLayout,
  top: number,
  context: ChartContext,
): FigureText[] {
  const { style, measures } = context
  return rows.flatMap(({ label, top: rowTop, height }) =>
    label
      ? drawChartLabel(
          label,
          { x: namesWidth, top: top + rowTop + (height - label.height) / 2, align: 'right' },
          style,
          measures,
        )
      : [],
  )
}

/** A line down the plot. */
function upright(x: number, top: number, bottom: number, width: number, colour: string): VectorPath {
  const points = [
    { x, y: top },
    { x, y: bottom },
  ]
  return { kind: 'path', points, closed: false, stroke: { colour, width } }
}

/** Lines at the round numbers, which stand below the plot. */
export function drawRowAxis(
  { ticks }: ValueAxis,
  print: (value: number) => string,
  xOf: (value: number) => number,
  plot: { readonly top: number; readonly bottom: number },
  { style, measures }: ChartContext,
): Shape[] {
  return ticks.flatMap((tick): Shape[] => {
    const at = { x: xOf(tick), top: plot.bottom + measures.gap / 2, align: 'centre' as const }
    const grid = tick === 0 ? [] : [upright(at.x, plot.top, plot.bottom, GRID_LINE, style.palette.line)]
    return [...grid, placeTextLine(print(tick), at, measures.regular, style.palette.muted, style.type)]
  })
}

/** The line that bars begin at. */
export const drawRowZero = (x: number, top: number, bottom: number, { style }: ChartContext): VectorPath =>
  upright(x, top, bottom, ZERO_LINE, style.palette.muted)
