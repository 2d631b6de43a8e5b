import type { DatedTimelineEvent } from './dated-events.js'
import type { TimeScale } from './time-scale.js'

/** What has one label: an event, or several that stand close together. */
export interface TimelineMark {
  /** From the earliest to the latest. */
  readonly events: readonly DatedTimelineEvent[]
  /** Where its pole stands, and where the first and the last of its events do, in points from the left of the axis. */
  readonly x: number
  readonly left: number
  readonly right: number
}

/** One mark for each event. */
export function timelineMarks(events: readonly DatedTimelineEvent[], scale: TimeScale): TimelineMark[] {
  return events
    .map((event): TimelineMark => {
      const x = leaderPosition(event, scale)
      return { events: [event], x, left: x, right: x }
    })
    .sort((one, other) => one.x - other.x)
}

/**
 * Joins neighbours, the closest first, until there are no more than `most` marks. What must be shown keeps a mark of
 * its own for long, if it is not so much that there would be no marks for the rest.
 */
export function groupMarks(marks: readonly TimelineMark[], most: number): readonly TimelineMark[] {
  const groups = [...marks]
  const weight = marks.filter(isMust).length <= most / 2 ? 4 : 1
  while (groups.length > Math.max(1, most)) {
    let nearest = 0
    let least = Number.POSITIVE_INFINITY
    for (let index = 0; index < groups.length - 1; index++) {
      const cost = joiningCost(groups[index], groups[index + 1], weight)
      if (cost < least) [nearest, least] = [index, cost]
    }
    const [one, other] = groups.slice(nearest, nearest + 2)
    if (!one || !other) break
    groups.splice(nearest, 2, joinMarks(one, other))
  }
  return groups
}

/** A period begins at its pole; what is known to lie within a month or a year has it in the middle. */
export function leaderPosition({ kind, from, to, open }: DatedTimelineEvent, scale: TimeScale): number {
  if (kind === 'period') return scale.positionOf(open.start ? to : from)
  return scale.positionOf((from + to) / 2)
}

function joinMarks(one: TimelineMark, other: TimelineMark): TimelineMark {
  const events = [...one.events, ...other.events]
  const [left, right] = [Math.min(one.left, other.left), Math.max(one.right, other.right)]
  return { events, left, right, x: (left + right) / 2 }
}

/** Points that a group would reach over, and something for each event, so that groups stay of like size. */
function joiningCost(one: TimelineMark | undefined, other: TimelineMark | undefined, weight: number): number {
  if (!one || !other) return Number.POSITIVE_INFINITY
  const cost = other.right - one.left + one.events.length + other.events.length
  return isMust(one) || isMust(other) ? weight * cost : cost
}

const isMust = ({ events }: TimelineMark): boolean =>
  events.length === 1 && events[0]?.event.priority === 'must'
