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
    const scale = scaleLinear().domain([from, to]).nice(count)
    const ticks = scale.ticks(count)
    const [first = from, last = to] = scale.domain()
    const whole = ticks[0] === first && ticks.at(-1) === last
    if ((whole && ticks.length <= most) || count <= 1) {
      const kept = ticks.length > most || ticks.length < 2 ? [first, last] : ticks
      return { low: first, high: last, ticks: kept, step: (kept[1] ?? last) - (kept[0] ?? first) }
    }
  }
}

/** Where a number stands between two points. */
export function linearScale(
  from: readonly [number, number],
  to: readonly [number, number],
): (value: number) => number {
  return scaleLinear().domain(from).range(to)
}
