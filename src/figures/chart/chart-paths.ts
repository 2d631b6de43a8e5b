import { line, stack, stackOffsetDiverging, stackOrderNone } from 'd3-shape'
import type { Point } from '../drawing.js'

/** The points of a series joined where they follow each other: a missing one is a gap. */
export function joinPoints(points: readonly (Point | undefined)[]): readonly (readonly Point[])[] {
  const parts: Point[][] = []
  const context = {
    moveTo: (x: number, y: number) => {
      parts.push([{ x, y }])
    },
    lineTo: (x: number, y: number) => {
      parts.at(-1)?.push({ x, y })
    },
    closePath: () => undefined,
  }
  line<Point | undefined>()
    .defined(point => point !== undefined)
    .x(point => point?.x ?? 0)
    .y(point => point?.y ?? 0)
    // A path of which nothing but lines is drawn.
    .context(context as unknown as CanvasRenderingContext2D)([...points])
  return parts
}

/** From where to where each value of each series lies when they are put on one another, those below zero downwards. */
export function stackValues(
  series: readonly (readonly (number | undefined)[])[],
): readonly (readonly (readonly [number, number])[])[] {
  const [first = []] = series
  const rows = first.map((_, row) => series.map(values => values[row] ?? 0))
  const keys = series.map((_, index) => index)
  return stack<readonly number[], number>()
    .keys(keys)
    .value((row, key) => row[key] ?? 0)
    .order(stackOrderNone)
    .offset(stackOffsetDiverging)(rows)
    .map(layer => layer.map(([from, to]) => [Math.min(from, to), Math.max(from, to)] as const))
}
