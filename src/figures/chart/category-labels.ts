import type { ChartCategory, DiagramStrings } from '../../markup/index.js'
import { formatDate } from '../../markup/index.js'
import type { FigureText } from '../drawing.js'
import type { ChartContext } from './chart-drawing.js'
import { type ChartLabel, chartLabel, drawChartLabel, standsIn } from './chart-text.js'

/** What a category is called on the page: a date in the language of the document. */
export function categoryName({ label, date }: ChartCategory, words: DiagramStrings): string {
  return (date === undefined ? undefined : formatDate(date, 'short', words)) ?? label.text
}

/** The labels below a plot. */
export interface CategoryLabels {
  readonly placed: readonly { readonly label: ChartLabel; readonly left: number }[]
  /** Whether some have no room. */
  readonly thinned: boolean
  readonly height: number
}

/** A position below the plot, with what it is called. */
export interface AxisPoint {
  /** Points from the left. */
  readonly x: number
  readonly name: string
  /** Of its year, month or day, by which labels are thinned to round ones. */
  readonly ordinal: number
}

const MOST_LINES = 3

/** Whether every label has room below its own position, in at most three lines and with whole words. */
export function allStandBelow(points: readonly AxisPoint[], width: number, context: ChartContext): boolean {
  const { style, measures } = context
  return points.every(({ name }) => standsIn(name, width - measures.gap, MOST_LINES, style, measures))
}

/** All labels, each within `width` points; as many as there is room for where they have not. */
export function categoryLabels(
  points: readonly AxisPoint[],
  width: number,
  limits: { readonly left: number; readonly right: number },
  context: ChartContext,
): CategoryLabels {
  if (allStandBelow(points, width, context)) {
    const placed = points.map(point => placeLabel(point, width - context.measures.gap, limits, context))
    return { placed, thinned: false, height: heightOf(placed) }
  }
  for (const step of STEPS) {
    const kept = points.filter(({ ordinal }) => ordinal % step === 0)
    const some = kept.length > 0 ? kept : points.slice(0, 1)
    const placed = some.map(point =>
      placeLabel(point, Math.max(width, limits.right - limits.left), limits, context),
    )
    if (some.length <= 1 || areApart(placed, context.measures.gap))
      return { placed, thinned: some.length < points.length, height: heightOf(placed) }
  }
  return { placed: [], thinned: points.length > 0, height: 0 }
}

const STEPS = [
  1, 2, 3, 4, 5, 6, 10, 12, 20, 24, 25, 30, 50, 60, 100, 120, 200, 365, 500, 1000, 10_000, 100_000,
]

function placeLabel(
  { x, name }: AxisPoint,
  width: number,
  limits: { readonly left: number; readonly right: number },
  { style, measures }: ChartContext,
): CategoryLabels['placed'][number] {
  const label = chartLabel(name, Math.max(1, width), style, measures, MOST_LINES)
  const left = Math.max(limits.left, Math.min(x - label.width / 2, limits.right - label.width))
  return { label, left }
}

const areApart = (placed: CategoryLabels['placed'], gap: number): boolean =>
  placed.every(({ left }, index) => {
    const before = placed[index - 1]
    return !before || before.left + before.label.width + gap <= left
  })

const heightOf = (placed: CategoryLabels['placed']): number =>
  Math.max(0, ...placed.map(({ label }) => label.height))

/** Labels below a plot, centred line by line on their positions. */
export function drawCategoryLabels(
  { placed }: CategoryLabels,
  top: number,
  context: ChartContext,
): FigureText[] {
  const { style, measures } = context
  return placed.flatMap(({ label, left }) =>
    drawChartLabel(label, { x: left + label.width / 2, top, align: 'centre' }, style, measures),
  )
}
