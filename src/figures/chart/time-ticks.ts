import type { DiagramStrings } from '../../markup/index.js'
import { chooseDivision, divisionName } from '../timeline/ticks.js'
import type { CategoryTimes } from './category-times.js'

/** A stretch of an axis of time. Lengths are points, moments milliseconds since 1970. */
export interface TimeStretch {
  readonly from: number
  readonly to: number
  readonly left: number
  readonly right: number
  /** What its numbers are of: no finer times are named. */
  readonly unit: CategoryTimes['unit']
}

/** The named years, months or days of an axis, as many as have room for their names; a month says its year where it is another. */
export function timeTicks(
  { from, to, left, right, unit }: TimeStretch,
  words: DiagramStrings,
  widthOf: (text: string) => number,
): readonly { readonly moment: number; readonly name: string }[] {
  const pointsPerMillisecond = (right - left) / (to - from)
  const division = chooseDivision({ pointsPerMillisecond }, words, widthOf, unit)
  let year: number | undefined
  return division.interval.range(new Date(from), new Date(to + 1)).map(date => {
    const name = divisionName(date, division.unit, date.getUTCFullYear() === year, words)
    year = date.getUTCFullYear()
    return { moment: Number(date), name }
  })
}
