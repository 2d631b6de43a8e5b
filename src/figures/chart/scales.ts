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
  const power = Math.floor(Math.log10((to - from) / most))
  for (let at = 0; ; at++) {
    const step: RoundStep = { digit: ROUND_DIGITS[at % 3] ?? 1, power: power + Math.floor(at / 3) }
    const length = multiple(1, step)
    const [first, last] = [Math.floor(from / length + ROUNDING), Math.ceil(to / length - ROUNDING)]
    if (last - first + 1 > most && length < to - from) continue
    const ticks = Array.from({ length: last - first + 1 }, (_, index) => multiple(first + index, step))
    return { low: multiple(first, step), high: multiple(last, step), ticks, step: length }
  }
}

/** 1, 2 or 5 times a power of ten. */
interface RoundStep {
  readonly digit: number
  readonly power: number
}
const ROUND_DIGITS = [1, 2, 5]

/** Of a step: what lies nearer to a round number is one. */
const ROUNDING = 1e-9

/** Without the error of a step that is no whole binary number: 3 times 0.1 is 0.3. */
const multiple = (count: number, { digit, power }: RoundStep): number =>
  power < 0 ? (count * digit) / 10 ** -power : count * digit * 10 ** power

/** Where a number stands between two points. */
export function linearScale(
  from: readonly [number, number],
  to: readonly [number, number],
): (value: number) => number {
  return scaleLinear().domain(from).range(to)
}
