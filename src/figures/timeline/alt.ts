import { present } from '../../diagnostics/index.js'
import { type DiagramStrings, fillPattern, formatDate, type TimelineData } from '../../markup/index.js'
import { asSentence, countInWords, listItems, listSelected, mostImportant } from '../phrases.js'
import { type DatedTimelineEvent, dateEvents } from './dated-events.js'

/** "Timeline of seven events from 20 January 2025 to 3 March 2025: …", and the events without a date. */
export function timelineAlt({ events }: TimelineData, words: DiagramStrings): string {
  const dated = dateEvents(events)
  const placed = new Set(dated.map(({ event }) => event))
  const rest = events.filter(event => !placed.has(event)).map(({ label }) => label.text)
  const undated = rest.length > 0 ? fillPattern(words.labels.undated, { events: listItems(rest, words) }) : ''
  return [describeDated(dated, words), undated].filter(Boolean).map(asSentence).join(' ')
}

function describeDated(dated: readonly DatedTimelineEvent[], words: DiagramStrings): string {
  const told = new Set(mostImportant(dated.map(({ event }) => event)))
  const items = dated
    .filter(({ event }) => told.has(event))
    .map(({ date, event }) => `${dateInWords(date, words)}, ${event.label.text}`)
  const events = listSelected(items, told.size === dated.length, words)
  const [first, last] = [dated[0], latestOf(dated)]
  if (!first || !last || dated.length === 1) return fillPattern(words.labels.timeline_of_one, { events })
  const count = countInWords(dated.length, words)
  const [from, to] = [
    present(knownDates(first)[0], 'first known date'),
    present(knownDates(last).at(-1), 'last known date'),
  ]
  return fillPattern(words.labels.timeline_of, {
    count,
    from: dateInWords(from, words),
    to: dateInWords(to, words),
    events,
  })
}

const dateInWords = (date: string, words: DiagramStrings): string => formatDate(date, 'long', words) ?? date

const latestOf = (dated: readonly DatedTimelineEvent[]): DatedTimelineEvent | undefined =>
  [...dated].sort((one, other) => one.to - other.to).at(-1)

/** The known dates of an interval; for a single date, the date itself. */
const knownDates = ({ date }: DatedTimelineEvent): string[] => date.split('/').filter(part => /\d/.test(part))
