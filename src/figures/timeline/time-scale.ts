import { DAY, type DatedEvent, YEAR } from './spans.js'

/** An axis of time in one scale throughout, broken where years lie empty. Lengths are points. */
export interface TimeScale {
  readonly segments: readonly Segment[]
  /** Points a millisecond. */
  readonly density: number
  /** Where a moment stands, from the left of the axis. */
  at(moment: number): number
}

/** An unbroken stretch of the axis, and the moments at its ends. */
export interface Segment {
  readonly x: number
  readonly width: number
  readonly from: number
  readonly to: number
}

/** Points that a break takes, and that marks keep from the ends of a segment. */
export const BREAK = 14
const PADDING = 9

/**
 * Lays out the axis for events over `width` points; a segment is no narrower than `least`, so that what stands in it
 * can be told. There is at least one event.
 */
export function timeScale(events: readonly DatedEvent[], width: number, least: number): TimeScale {
  const most = Math.max(0, Math.min(MOST_BREAKS, Math.floor(width / (3 * least)) - 1))
  const stretches = withBreaks(occupied(events), most)
  const room = width - (stretches.length - 1) * BREAK
  const density = densityOf(stretches, room, least)
  let x = 0
  const segments = stretches.map(({ from, to }, index): Segment => {
    const last = index === stretches.length - 1
    const own = last ? width - x : Math.max(least, density * (to - from) + 2 * PADDING)
    const spare = (own / density - (to - from)) / 2
    const segment = { x, width: own, from: from - spare, to: to + spare }
    x += own + BREAK
    return segment
  })
  const at = (moment: number) => {
    const segment = segments.find(({ to }) => moment <= to) ?? segments.at(-1)
    return segment ? segment.x + (moment - segment.from) * density : 0
  }
  return { segments, density, at }
}

/** More breaks than these, and nobody sees how long anything took. */
const MOST_BREAKS = 3
/** An axis is never shorter than this. */
const SHORTEST = 14 * DAY
/** A time without events is broken where it is so much longer than what the break lets be seen. */
const LONGER = 3
/** Same-day events are no easier to tell apart on a longer axis. */
const WEEK = 7 * DAY

interface Stretch {
  readonly from: number
  readonly to: number
  readonly events: number
}

/** The stretches of time in which something happened, from the first to the last. */
function occupied(events: readonly DatedEvent[]): Stretch[] {
  const stretches: Stretch[] = []
  for (const { from, to } of events) {
    const last = stretches.at(-1)
    if (last && from <= last.to)
      stretches.splice(-1, 1, { ...last, to: Math.max(last.to, to), events: last.events + 1 })
    else stretches.push({ from, to, events: 1 })
  }
  return stretches
}

/** Joins stretches over the times between them, but for the few that would be most of the axis. */
function withBreaks(stretches: readonly Stretch[], most: number): Stretch[] {
  const broken = breaksOf(stretches, most)
  const joined: Stretch[] = []
  stretches.forEach((stretch, index) => {
    const last = joined.at(-1)
    if (last && !broken.has(index - 1)) joined.splice(-1, 1, { ...last, to: stretch.to })
    else joined.push(stretch)
  })
  return joined
}

/** Which of the gaps between stretches are broken, by the numbers of the stretches before them. */
function breaksOf(stretches: readonly Stretch[], most: number): ReadonlySet<number> {
  const crowded = stretches.filter(({ from, to, events }) => events > 1 && to - from >= WEEK)
  const longest = Math.max(0, ...crowded.map(({ from, to }) => to - from))
  const gaps = stretches
    .slice(1)
    .map(({ from }, index) => ({ index, length: from - (stretches[index]?.to ?? from) }))
    .sort((one, other) => other.length - one.length)
  for (let count = 1; count <= Math.min(most, gaps.length); count++) {
    const least = gaps[count - 1]?.length ?? 0
    const shown = Math.max(longest, gaps[count]?.length ?? 0)
    if (least >= YEAR && shown > 0 && least >= LONGER * shown)
      return new Set(gaps.slice(0, count).map(({ index }) => index))
  }
  return new Set()
}

/** One density for all segments; those that would be too narrow take `least`, the others share what is left. */
function densityOf(stretches: readonly Stretch[], room: number, least: number): number {
  const inner = least - 2 * PADDING
  let wide = [...stretches]
  let left = room - stretches.length * 2 * PADDING
  for (;;) {
    const length = wide.reduce((sum, { from, to }) => sum + to - from, 0)
    const density = Math.max(1, left) / Math.max(length, SHORTEST)
    const narrow = wide.filter(({ from, to }) => density * (to - from) < inner)
    if (narrow.length === 0 || narrow.length === wide.length) return density
    wide = wide.filter(stretch => !narrow.includes(stretch))
    left -= narrow.length * inner
  }
}
