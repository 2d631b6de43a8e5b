import { firstInstant, parseDate } from '../../brief/index.js'
import type { ChartCategory } from '../../markup/index.js'

/** The categories of a chart as points in time. */
export interface CategoryTimes {
  readonly unit: 'year' | 'month' | 'day'
  /** Of each category: milliseconds since 1970, in UTC. */
  readonly moments: readonly number[]
  /** Of each category: the number of its year, month or day. */
  readonly ordinals: readonly number[]
}

/** The times of categories that are all years, months or days, no two alike; else undefined. */
export function categoryTimes(categories: readonly ChartCategory[]): CategoryTimes | undefined {
  const times = categories.map(({ date }) => (date === undefined ? undefined : timeOf(date)))
  const known = times.flatMap(time => time ?? [])
  const [first] = known
  if (!first || known.length < times.length || known.length < 2) return undefined
  if (new Set(known.map(({ ordinal }) => ordinal)).size < known.length) return undefined
  if (known.some(({ unit }) => unit !== first.unit)) return undefined
  return {
    unit: first.unit,
    moments: known.map(({ moment }) => moment),
    ordinals: known.map(({ ordinal }) => ordinal),
  }
}

interface CategoryTime {
  readonly unit: CategoryTimes['unit']
  readonly moment: number
  readonly ordinal: number
}

const UNITS = ['year', 'month', 'day'] as const
const DAY = 86_400_000

function timeOf(text: string): CategoryTime | undefined {
  const date = parseDate(text)
  if (!date?.start || date.kind !== 'date' || date.approximate || date.uncertain) return undefined
  const { start, precision } = date
  const unit = UNITS.find(name => name === precision)
  if (!unit) return undefined
  const [year, month = 1] = start
  const moment = firstInstant(start)
  const ordinal = unit === 'year' ? year : unit === 'month' ? year * 12 + month - 1 : Math.round(moment / DAY)
  return { unit, moment, ordinal }
}

/** More places than these are no columns any more. */
const MOST_SLOTS = 60

/**
 * The place of each category among steps of equal length, from 0: times keep their distance, so that a year without a number
 * is a gap. Categories that are no times, or would leave too many gaps, follow one another.
 */
export function categorySlots(
  count: number,
  times: CategoryTimes | undefined,
): { readonly slots: readonly number[]; readonly count: number } {
  const inOrder = { slots: Array.from({ length: count }, (_, index) => index), count }
  if (!times) return inOrder
  const first = Math.min(...times.ordinals)
  const steps = times.ordinals.map(ordinal => ordinal - first)
  const step = steps.reduce(greatestCommonDivisor, 0)
  const length = Math.max(...steps) / step + 1
  if (length > Math.min(MOST_SLOTS, 3 * count)) return inOrder
  return { slots: steps.map(ordinal => ordinal / step), count: length }
}

const greatestCommonDivisor = (one: number, other: number): number =>
  other === 0 ? one : greatestCommonDivisor(other, one % other)

/** A chart whose categories stand in the order of time, if they are times. */
export function inOrderOfTime<
  Data extends {
    readonly categories: readonly ChartCategory[]
    readonly series: readonly { readonly values: readonly (number | undefined)[] }[]
  },
>(data: Data): Data {
  const times = categoryTimes(data.categories)
  if (!times) return data
  const order = [...times.moments.keys()].sort(
    (one, other) => (times.moments[one] ?? 0) - (times.moments[other] ?? 0),
  )
  const ordered = <Item>(items: readonly Item[]) => order.map(index => items[index] as Item)
  return {
    ...data,
    categories: ordered(data.categories),
    series: data.series.map(series => ({ ...series, values: ordered(series.values) })),
  }
}
