import type { TimelineData } from '../../markup/index.js'
import { DAY_IN_MS, type DatedTimelineEvent, dateEvents, timeSpan } from '../timeline/dated-events.js'

/** An event or a next step in a calendar. */
export interface CalendarEvent extends DatedTimelineEvent {
  /** Whether all of it lies after the date that the facts hold for; of a step, whether it is still due then. */
  readonly ahead: boolean
  /** Whether it has begun by then, and is known to end later. */
  readonly endsAhead: boolean
}

/** A row of a calendar with its events, from the earliest to the latest. */
export interface CalendarLane {
  /** Undefined for the only lane of a calendar whose events name none. */
  readonly name: string | undefined
  readonly events: readonly CalendarEvent[]
}

/** The moment at which a calendar shows that the facts hold: noon of the day, or the end of a longer time. */
export function momentOfFacts({ calendar }: TimelineData): number | undefined {
  const span = calendar?.asOf === undefined ? undefined : timeSpan(calendar.asOf)
  if (!span) return undefined
  return span.kind === 'day' ? span.from + DAY_IN_MS / 2 : span.to
}

/**
 * The lanes in the order in which the edition first has them; what names none stands in the last. Of more lanes than `most`, the
 * last ones are joined to it.
 */
export function calendarLanes(data: TimelineData, other: string, most: number): CalendarLane[] {
  const events = calendarEvents(data)
  const named = [...new Set([...data.events, ...stepsOf(data)].flatMap(({ lane }) => lane?.text ?? []))]
  const dated = new Set(events.map(({ event }) => event.lane?.text))
  const names = named.filter(name => dated.has(name))
  if (names.length === 0) return [{ name: undefined, events }]
  const own =
    names.length + (dated.has(undefined) ? 1 : 0) <= most ? names : names.slice(0, Math.max(0, most - 1))
  const lanes = own.map(name => ({ name, events: events.filter(({ event }) => event.lane?.text === name) }))
  const rest = events.filter(({ event }) => event.lane === undefined || !own.includes(event.lane.text))
  return rest.length > 0 ? [...lanes, { name: other, events: rest }] : lanes
}

/** All that a calendar shows, from the earliest to the latest. */
export function calendarEvents(data: TimelineData): CalendarEvent[] {
  const until = data.calendar?.asOf === undefined ? undefined : timeSpan(data.calendar.asOf)?.to
  const after = until ?? Number.POSITIVE_INFINITY
  const steps = new Set(stepsOf(data))
  return dateEvents([...data.events, ...steps]).map((dated): CalendarEvent => {
    const ahead = steps.has(dated.event) ? dated.to > after : dated.from >= after
    const isKnown = dated.kind === 'period' && !dated.inexact && !dated.open.start && !dated.open.end
    return { ...dated, ahead, endsAhead: isKnown && !ahead && dated.to > after }
  })
}

const stepsOf = ({ calendar }: TimelineData) => calendar?.steps ?? []
