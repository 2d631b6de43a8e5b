import type { ChartContext } from './chart-drawing.js'
import { dotReach } from './chart-measures.js'
import { tickNumbers } from './chart-numbers.js'
import { linearScale, roundAxis, type ValueAxis } from './scales.js'

/** Where numbers stand in a plot. Lengths are points. */
export interface RowScale {
  readonly xOf: (value: number) => number
  readonly axis: ValueAxis | undefined
  readonly print: (value: number) => string
  readonly magnitude: string | undefined
}

/** An axis of round numbers between two points, whose own words have room at both ends. */
export function tickScale(
  [low, high]: readonly [number, number],
  left: number,
  right: number,
  { words, style, measures }: ChartContext,
): RowScale {
  const widthOf = (text: string) => style.type.widthOf(text, measures.regular)
  for (let most = 6; ; most--) {
    const axis = roundAxis(low, high, most)
    const { print, magnitude } = tickNumbers(axis.ticks, words)
    const widths = axis.ticks.map(tick => widthOf(print(tick)))
    const [first, last] = [widths[0] ?? 0, widths.at(-1) ?? 0].map(width =>
      Math.max(width, 2 * dotReach(measures)),
    ) as [number, number]
    const plot = [left + first / 2, Math.max(left + first / 2 + 1, right - last / 2)] as const
    const xOf = linearScale([axis.low, axis.high], plot)
    const areApart = axis.ticks.every((tick, index) => {
      const next = axis.ticks[index + 1]
      const widest = ((widths[index] ?? 0) + (widths[index + 1] ?? 0)) / 2
      return next === undefined || xOf(next) - xOf(tick) >= widest + measures.gap
    })
    if (areApart || most <= 2) {
      const end = axis.high === 0 ? axis.low : axis.high
      const kept = areApart ? axis.ticks : widthOf(print(end)) <= right - left ? [end] : []
      return { xOf, axis: { ...axis, ticks: kept }, print, magnitude }
    }
  }
}

/** A number and the words at the end of its bar. */
export interface WrittenBar {
  readonly value: number
  /** Points of the words and the gap before them. */
  readonly room: number
}

/** The scale at which bars and the words at their ends just fit between two points; undefined where they leave no bars. */
export function writtenScale(
  bars: readonly WrittenBar[],
  left: number,
  right: number,
): ((value: number) => number) | undefined {
  const reach = (perUnit: number, sign: 1 | -1) =>
    Math.max(
      0,
      ...bars
        .filter(({ value }) => (sign === 1 ? value >= 0 : value < 0))
        .map(({ value, room }) => Math.abs(value) * perUnit + room),
    )
  const greatest = Math.max(0, ...bars.map(({ value }) => Math.abs(value)))
  const width = right - left
  if (greatest === 0) return reach(0, 1) <= width ? () => left : undefined
  const taken = (perUnit: number) => reach(perUnit, 1) + reach(perUnit, -1)
  let [least, most] = [0, width / greatest]
  if (taken(least) > width * MOST_WORDS) return undefined
  for (let turn = 0; turn < 60; turn++) {
    const middle = (least + most) / 2
    if (taken(middle) <= width) least = middle
    else most = middle
  }
  const zero = left + reach(least, -1)
  return value => zero + value * least
}

/** The share of a plot that the words at the ends of bars may take. */
const MOST_WORDS = 0.5
