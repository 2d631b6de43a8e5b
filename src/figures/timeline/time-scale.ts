import { present } from '../../diagnostics/index.js'
import { DAY_IN_MS, type DatedTimelineEvent, YEAR_IN_MS } from './dated-events.js'

/** A time axis with a single scale, broken where there are no events for years. Lengths are points. */
export interface TimeScale {
  readonly segments: readonly AxisSegment[]
  /** Points a millisecond. */
  readonly pointsPerMillisecond: number
  /** The position of a moment, from the left of the axis. */
  positionOf(moment: number): number
}

/** An unbroken stretch of the axis, and the moments at its ends. */
export interface AxisSegment {
  readonly x: number
  readonly width: number
  readonly from: number
  readonly to: number
}

/** The width of a break, and the distance of marks from the ends of a segment, in points. */
export const BREAK_WIDTH = 14
const SEGMENT_PADDING = 9

/**
 * Lays out the axis for events over `width` points; a segment is no narrower than `least`, so that there is room
 * for a name. There must be at least one event.
 */
export function timeScale(events: readonly DatedTimelineEvent[], width: number, least: number): TimeScale {
  const most = Math.max(0, Math.min(MOST_BREAKS, Math.floor(width / (3 * least)) - 1))
  const stretches = joinStretches(occupiedStretches(events), most)
  const free = width - (stretches.length - 1) * BREAK_WIDTH
  const pointsPerMillisecond = commonDensity(stretches, free, least)
  let x = 0
  const segments = stretches.map(({ from, to }, index): AxisSegment => {
    const last = index === stretches.length - 1
    const own = last ? width - x : Math.max(least, pointsPerMillisecond * (to - from) + 2 * SEGMENT_PADDING)
    const spare = (own / pointsPerMillisecond - (to - from)) / 2
    const segment = { x, width: own, from: from - spare, to: to + spare }
    x += own + BREAK_WIDTH
    return segment
  })
  const positionOf = (moment: number) => {
    const segment = present(segments.find(({ to }) => moment <= to) ?? segments.at(-1), 'segment of the axis')
    return segment.x + (moment - segment.from) * pointsPerMillisecond
  }
  return { segments, pointsPerMillisecond, positionOf }
}

/** With more breaks, durations could no longer be compared. */
const MOST_BREAKS = 3
/** The shortest time that an axis covers. */
const SHORTEST_AXIS = 14 * DAY_IN_MS
/** A gap is broken if it is so many times longer than the longest time that remains to be shown. */
const BREAK_RATIO = 3
/** Events within less than a week are no easier to tell apart on a longer axis. */
const WEEK_IN_MS = 7 * DAY_IN_MS

interface OccupiedStretch {
  readonly from: number
  readonly to: number
  readonly events: number
}

/** The stretches of time in which something happened, from the first to the last. */
function occupiedStretches(events: readonly DatedTimelineEvent[]): OccupiedStretch[] {
  const stretches: OccupiedStretch[] = []
  for (const { from, to } of events) {
    const last = stretches.at(-1)
    if (last && from <= last.to)
      stretches.splice(-1, 1, { ...last, to: Math.max(last.to, to), events: last.events + 1 })
    else stretches.push({ from, to, events: 1 })
  }
  return stretches
}

/** Joins stretches across the gaps between them, except for the few gaps that would take up most of the axis. */
function joinStretches(stretches: readonly OccupiedStretch[], most: number): OccupiedStretch[] {
  const broken = chooseBreaks(stretches, most)
  const joined: OccupiedStretch[] = []
  stretches.forEach((stretch, index) => {
    const last = joined.at(-1)
    if (last && !broken.has(index - 1)) joined.splice(-1, 1, { ...last, to: stretch.to })
    else joined.push(stretch)
  })
  return joined
}

/** Which of the gaps between stretches are broken, by the numbers of the stretches before them. */
function chooseBreaks(stretches: readonly OccupiedStretch[], most: number): ReadonlySet<number> {
  const crowded = stretches.filter(({ from, to, events }) => events > 1 && to - from >= WEEK_IN_MS)
  const longest = Math.max(0, ...crowded.map(({ from, to }) => to - from))
  const gaps = stretches
    .slice(1)
    .map(({ from }, index) => ({
      index,
      length: from - present(stretches[index], 'stretch before the gap').to,
    }))
    .sort((one, other) => other.length - one.length)
  for (let count = 1; count <= Math.min(most, gaps.length); count++) {
    const least = present(gaps[count - 1], 'gap').length
    const shown = Math.max(longest, gaps[count]?.length ?? 0)
    if (least >= YEAR_IN_MS && shown > 0 && least >= BREAK_RATIO * shown)
      return new Set(gaps.slice(0, count).map(({ index }) => index))
  }
  return new Set()
}

/** One density for all segments; those that would be too narrow take `least`, the others share what is left. */
function commonDensity(stretches: readonly OccupiedStretch[], free: number, least: number): number {
  const inner = least - 2 * SEGMENT_PADDING
  let wide = [...stretches]
  let left = free - stretches.length * 2 * SEGMENT_PADDING
  for (;;) {
    const length = wide.reduce((sum, { from, to }) => sum + to - from, 0)
    const pointsPerMillisecond = Math.max(1, left) / Math.max(length, SHORTEST_AXIS)
    const narrow = wide.filter(({ from, to }) => pointsPerMillisecond * (to - from) < inner)
    if (narrow.length === 0 || narrow.length === wide.length) return pointsPerMillisecond
    wide = wide.filter(stretch => !narrow.includes(stretch))
    left -= narrow.length * inner
  }
}
