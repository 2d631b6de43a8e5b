import { type DiagramWords, fill, formatDate, type TimelineData } from '../../markup/index.js'
import { mostImportant, sayCount, sayItems, saySome, sentence } from '../say.js'
import { type DatedEvent, datedEvents } from './spans.js'

/** "Timeline of seven events from 20 January 2025 to 3 March 2025: …", and what has no date. */
export function timelineAlt({ events }: TimelineData, words: DiagramWords): string {
  const dated = datedEvents(events)
  const placed = new Set(dated.map(({ event }) => event))
  const rest = events.filter(event => !placed.has(event)).map(({ label }) => label.text)
  const undated = rest.length > 0 ? fill(words.labels.undated, { events: sayItems(rest, words) }) : ''
  return [sayDated(dated, words), undated].filter(Boolean).map(sentence).join(' ')
}

function sayDated(dated: readonly DatedEvent[], words: DiagramWords): string {
  const told = new Set(mostImportant(dated.map(({ event }) => event)))
  const items = dated
    .filter(({ event }) => told.has(event))
    .map(({ date, event }) => `${say(date, words)}, ${event.label.text}`)
  const events = saySome(items, told.size === dated.length, words)
  const [first, last] = [dated[0], latest(dated)]
  if (!first || !last || dated.length === 1) return fill(words.labels.timeline_of_one, { events })
  const count = sayCount(dated.length, words)
  const [from, to] = [endsOf(first)[0] ?? '', endsOf(last).at(-1) ?? '']
  return fill(words.labels.timeline_of, { count, from: say(from, words), to: say(to, words), events })
}

const say = (date: string, words: DiagramWords): string => formatDate(date, 'long', words) ?? date

const latest = (dated: readonly DatedEvent[]): DatedEvent | undefined =>
  [...dated].sort((one, other) => one.to - other.to).at(-1)

/** The known dates of an interval; of a date, itself. */
const endsOf = ({ date }: DatedEvent): string[] => date.split('/').filter(part => /\d/.test(part))
