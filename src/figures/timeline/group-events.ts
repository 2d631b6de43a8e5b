import { present } from '../../diagnostics/index.js'
import type { DatedTimelineEvent } from './dated-events.js'
import type { TimeScale } from './time-scale.js'

/** What shares one label: an event, or several close together. */
export interface TimelineMark<Event extends DatedTimelineEvent = DatedTimelineEvent> {
  /** From the earliest to the latest. */
  readonly events: readonly Event[]
  /** The position of its leader line, and of its first and its last event, in points from the left of the axis. */
  readonly x: number
  readonly left: number
  readonly right: number
}

/** One mark for each event. */
export function timelineMarks<Event extends DatedTimelineEvent>(
  events: readonly Event[],
  scale: TimeScale,
): TimelineMark<Event>[] {
  return events
    .map((event): TimelineMark<Event> => {
      const x = leaderPosition(event, scale)
      return { events: [event], x, left: x, right: x }
    })
    .sort((one, other) => one.x - other.x)
}

/**
 * Joins neighbours, the closest first, until there are no more than `most` marks. An event of priority `must` is joined late,
 * unless such events are more than half of the marks that may remain.
 */
export function groupMarks<Event extends DatedTimelineEvent>(
  marks: readonly TimelineMark<Event>[],
  most: number,
): readonly TimelineMark<Event>[] {
  const groups = [...marks]
  const weight = marks.filter(isMust).length <= most / 2 ? 4 : 1
  while (groups.length > Math.max(1, most)) {
    let nearest = 0
    let least = Number.POSITIVE_INFINITY
    for (let index = 0; index < groups.length - 1; index++) {
      const cost = joiningCost(
        present(groups[index], 'mark'),
        present(groups[index + 1], 'next mark'),
        weight,
      )
      if (cost < least) [nearest, least] = [index, cost]
    }
    const one = present(groups[nearest], 'mark')
    groups.splice(nearest, 2, joinMarks(one, present(groups[nearest + 1], 'next mark')))
  }
  return groups
}

/** A period has its leader line at its start; a date known only to the month or year has it in the middle. */
export function leaderPosition({ kind, from, to, open }: DatedTimelineEvent, scale: TimeScale): number {
  if (kind === 'period') return scale.positionOf(open.start ? to : from)
  return scale.positionOf((from + to) / 2)
}

function joinMarks<Event extends DatedTimelineEvent>(
  one: TimelineMark<Event>,
  other: TimelineMark<Event>,
): TimelineMark<Event> {
  const events = [...one.events, ...other.events]
  const [left, right] = [Math.min(one.left, other.left), Math.max(one.right, other.right)]
  return { events, left, right, x: (left + right) / 2 }
}

/** The width of the joined group in points, plus one per event so that groups stay of similar size. */
function joiningCost(one: TimelineMark, other: TimelineMark, weight: number): number {
  const cost = other.right - one.left + one.events.length + other.events.length
  return isMust(one) || isMust(other) ? weight * cost : cost
}

const isMust = ({ events }: TimelineMark): boolean =>
  events.length === 1 && events[0]?.event.priority === 'must'
