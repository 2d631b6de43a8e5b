import type { FigureText, Shape, VectorPath } from '../drawing.js'
import { placeTextLine } from '../place-text.js'
import type { ChartContext } from './chart-drawing.js'
import { axisTitle, type ChartHead, drawAxisTitle } from './chart-head.js'
import { GRID_LINE, ZERO_LINE } from './chart-measures.js'
import { tickNumbers } from './chart-numbers.js'
import { linearScale, roundAxis } from './scales.js'

/** The plot of a chart whose numbers are heights. Lengths are points. */
export interface UprightFrame {
  readonly left: number
  readonly right: number
  readonly top: number
  readonly bottom: number
  /** Where a number stands. */
  readonly yOf: (value: number) => number
  /** The title of the axis, the key, the grid and its numbers: what lies under the data. */
  readonly under: readonly Shape[]
  /** The line at zero, which lies over it; none where zero is not on the axis. */
  readonly zero: readonly VectorPath[]
}

/** What a frame leaves room for. */
export interface UprightParts {
  readonly extent: readonly [low: number, high: number]
  /** Whether numbers stand at the axis; otherwise they stand at the data, above and below which a line is left free. */
  readonly ticks: boolean
  readonly magnitude?: string | undefined
  readonly key: ChartHead
  /** Points at the right of the plot. */
  readonly beside: number
  /** Points that words below the plot take. */
  readonly below: number
}

/** Lays out the plot within the space, about a third as high as the space is wide. */
export function uprightFrame(context: ChartContext, parts: UprightParts): UprightFrame {
  const { data, words, space, style, measures } = context
  const { line, gap, scale } = measures
  const [low, high] = parts.extent
  const head = (title: string) => drawAxisTitle(title, 0, space, style, measures)
  const around = 2 * line + parts.key.height + 2 * gap + parts.below
  const height = plotHeight(space.width, space.height - around, scale)
  const most = height >= TALL * scale ? 6 : 4
  const axis = roundAxis(low, high, most)
  const numbers = tickNumbers(axis.ticks, words)
  const hasZero = axis.low <= 0 && axis.high >= 0
  const title = head(axisTitle(data, parts.ticks ? numbers.magnitude : parts.magnitude, hasZero, words))
  const keyTop = title.height + (title.height > 0 && parts.key.height > 0 ? gap / 2 : 0)
  const headHeight = keyTop + parts.key.height
  const tickTexts = parts.ticks ? axis.ticks.map(numbers.print) : []
  const tickWidth = Math.max(0, ...tickTexts.map(text => style.type.widthOf(text, measures.regular)))
  const left = parts.ticks ? tickWidth + gap : 0
  const right = Math.max(left + 1, space.width - parts.beside)
  const top = headHeight + (parts.ticks ? line / 2 + 1 : gap)
  const bottom = top + height
  const [from, to] = parts.ticks ? [axis.low, axis.high] : valueExtent(low, high)
  const free = parts.ticks
    ? { above: 0, below: 0 }
    : { above: high > 0 ? line : 0, below: low < 0 ? line : 0 }
  const yOf = linearScale([from, to], [bottom - free.below, top + free.above])
  const isZero = (tick: number) => tick === 0
  const grid = parts.ticks
    ? axis.ticks
        .filter(tick => !isZero(tick))
        .map(tick => level(yOf(tick), left, right, GRID_LINE, style.palette.line))
    : []
  const labels = tickTexts.map((text, index): FigureText => {
    const at = { x: left - gap, top: yOf(axis.ticks[index] ?? 0) - line / 2, align: 'right' as const }
    return placeTextLine(text, at, measures.regular, style.palette.muted, style.type)
  })
  return {
    ...{ left, right, top, bottom, yOf },
    under: [...title.shapes, ...moveDown(parts.key.shapes, keyTop), ...grid, ...labels],
    zero: hasZero ? [level(yOf(0), left, right, ZERO_LINE, style.palette.muted)] : [],
  }
}

/** Higher plots have room for six numbers. */
const TALL = 100

function plotHeight(width: number, room: number, scale: number): number {
  const wanted = Math.min(Math.max(0.36 * width, 84 * scale), Math.max(160, 110 * scale))
  return Math.max(50 * scale, Math.min(wanted, room))
}

const valueExtent = (low: number, high: number): readonly [number, number] =>
  low === high ? [Math.min(0, low), low === 0 ? 1 : Math.max(0, high)] : [low, high]

/** A line across the plot. */
const level = (y: number, left: number, right: number, width: number, colour: string): VectorPath => ({
  kind: 'path',
  points: [
    { x: left, y },
    { x: right, y },
  ],
  closed: false,
  stroke: { colour, width },
})

/** Shapes that were drawn from the top of a figure, at their place in it. */
export const moveDown = (shapes: readonly Shape[], by: number): Shape[] =>
  shapes.map(shape => movedDown(shape, by))

function movedDown(shape: Shape, by: number): Shape {
  switch (shape.kind) {
    case 'rectangle':
    case 'text':
      return { ...shape, y: shape.y + by }
    case 'circle':
      return { ...shape, centre: { ...shape.centre, y: shape.centre.y + by } }
    case 'path':
      return { ...shape, points: shape.points.map(({ x, y }) => ({ x, y: y + by })) }
  }
}
