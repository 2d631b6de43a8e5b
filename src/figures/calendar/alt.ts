import {
  type DiagramStrings,
  fillDateLabel,
  fillPattern,
  formatDate,
  type TimelineData,
} from '../../markup/index.js'
import { asSentence, countInWords, listItems, listSelected, mostImportant } from '../phrases.js'
import { type CalendarEvent, calendarEvents, calendarLanes } from './calendar-events.js'

/** "Timeline of seven events from 20 January 2025 to 3 March 2025: …", lane by lane; the date of the facts; what has no date. */
export function calendarAlt(data: TimelineData, words: DiagramStrings): string {
  const events = calendarEvents(data)
  const placed = new Set(events.map(({ event }) => event))
  const rest = data.events.filter(event => !placed.has(event)).map(({ label }) => label.text)
  const undated = rest.length > 0 ? fillPattern(words.labels.undated, { events: listItems(rest, words) }) : ''
  const asOf = data.calendar?.asOf
  const held = asOf === undefined ? '' : fillDateLabel(words.labels.as_of, asOf, words)
  return [describeEvents(data, events, words), held, undated].filter(Boolean).map(asSentence).join(' ')
}

function describeEvents(data: TimelineData, events: readonly CalendarEvent[], words: DiagramStrings): string {
  const told = new Set(mostImportant(events.map(({ event }) => event)))
  const lanes = calendarLanes(data, words.labels.other_lane, Number.POSITIVE_INFINITY)
  const items = lanes.flatMap(({ name, events: own }) => {
    const said = own
      .filter(({ event }) => told.has(event))
      .map(({ date, event }) => `${dateInWords(date, words)}, ${event.label.text}`)
    const [first, ...others] = said
    if (first === undefined || name === undefined) return said
    return [`${name}${words.labels.colon} ${first}`, ...others]
  })
  const listed = listSelected(items, told.size === events.length, words)
  const [first, last] = [events[0], events.toSorted((one, other) => one.to - other.to).at(-1)]
  if (!first || !last || events.length === 1)
    return fillPattern(words.labels.timeline_of_one, { events: listed })
  return fillPattern(words.labels.timeline_of, {
    count: countInWords(events.length, words),
    from: dateInWords(knownEnd(first.date, 0), words),
    to: dateInWords(knownEnd(last.date, -1), words),
    events: listed,
  })
}

const dateInWords = (date: string, words: DiagramStrings): string => formatDate(date, 'long', words) ?? date

/** The first or last known date of an interval; a single date is both. */
const knownEnd = (date: string, at: 0 | -1): string =>
  date
    .split('/')
    .filter(part => /\d/.test(part))
    .at(at) ?? date
