import { scaleLinear } from 'd3-scale'

/** An axis of numbers. */
export interface ValueAxis {
  readonly low: number
  readonly high: number
  /** Round numbers from `low` to `high`. */
  readonly ticks: readonly number[]
  /** The distance between two ticks. */
  readonly step: number
}

/** The round axis that holds all numbers, with at most `most` ticks. */
export function roundAxis(low: number, high: number, most: number): ValueAxis {
  const [from, to] = low === high ? (low === 0 ? [0, 1] : [Math.min(0, low), Math.max(0, low)]) : [low, high]
  for (let count = most; ; count--) {
    const [one, other] = scaleLinear().domain([from, to]).ticks(count)
    const step = one === undefined || other === undefined ? to - from : other - one
    const [first, last] = [Math.floor(from / step + ROUNDING), Math.ceil(to / step - ROUNDING)]
    if (last - first + 1 > most && count > 1) continue
    const ticks = Array.from({ length: last - first + 1 }, (_, index) => multiple(first + index, step))
    return { low: multiple(first, step), high: multiple(last, step), ticks, step }
  }
}

/** Of a step: what lies nearer to a round number is one. */
const ROUNDING = 1e-9

/** Without the error of a step that is no whole binary number: 3 times 0.1 is 0.3. */
const multiple = (count: number, step: number): number =>
  step < 1 ? count / Math.round(1 / step) : count * step

/** Where a number stands between two points. */
export function linearScale(
  from: readonly [number, number],
  to: readonly [number, number],
): (value: number) => number {
  return scaleLinear().domain(from).range(to)
}
