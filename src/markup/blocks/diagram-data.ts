import { PRIORITIES, type Priority, parseDate } from '../../brief/index.js'
import { type Edition, type EditionData, PlainValue, ProseText, Verbatim } from '../../edition/index.js'
import { removeControlCharacters } from '../html/source-map.js'
import { asList, hasValue, ownField, valueText } from '../prose/data-values.js'
import type { PlainTextContext } from '../prose/print-inline.js'
import { prosePlainText } from '../prose/print-prose.js'
import { chartData, type ToInlineText } from './chart-data.js'
import type { ActorMapData, DiagramData, StakesMatrixData, TimelineData, TimelineEvent } from './diagrams.js'
import type { InlineText } from './inlines.js'
import { suitsCalendar, type TimelineArrangement } from './timeline-arrangement.js'

/** What a template asks for: `of` is the id of a chart. */
export interface AskedDiagram {
  readonly kind: DiagramData['kind']
  readonly arrangement: TimelineArrangement
  readonly of: string | undefined
}

/** The data that a diagram shows of an edition; undefined if it could place none of it. */
export function diagramDataOf(
  { kind, arrangement, of }: AskedDiagram,
  { data, tables }: Pick<Edition, 'data' | 'tables'>,
  context: PlainTextContext,
): DiagramData | undefined {
  const toInlineText = (value: unknown) => inlineTextOf(value, context)
  switch (kind) {
    case 'timeline':
      return timelineData(data, arrangement, toInlineText)
    case 'actor-map':
      return actorMapData(asList(data.actors), toInlineText(data.stance_on), toInlineText)
    case 'stakes-matrix':
      return stakesMatrixData(asList(data.stakes), toInlineText)
    case 'chart':
      return chartData(of, asList(data.charts), tables, toInlineText)
  }
}

function timelineData(
  data: EditionData,
  arrangement: TimelineArrangement,
  toInlineText: ToInlineText,
): TimelineData | undefined {
  const events = asList(data.timeline).flatMap(item => {
    const ownLabel = ownField(item, 'label')
    const label = hasValue(ownLabel) ? ownLabel : ownField(item, 'event')
    return timelineEvent(item, label, valueText(ownField(item, 'date')), toInlineText)
  })
  const steps = asList(data.next_steps).flatMap(item => {
    const due = valueText(ownField(item, 'due'))?.trim() ?? ''
    return parseDate(due) ? timelineEvent(item, ownField(item, 'action'), due, toInlineText) : []
  })
  const asOf = valueText(data.as_of)
  const isCalendar =
    arrangement === 'calendar' || (arrangement === 'auto' && suitsCalendar([...events, ...steps], asOf))
  const placed = isCalendar ? [...events, ...steps] : events
  if (placed.every(({ date }) => date === undefined)) return undefined
  return { kind: 'timeline', events, calendar: isCalendar ? { asOf, steps } : undefined }
}

function timelineEvent(
  item: unknown,
  words: unknown,
  date: string | undefined,
  toInlineText: ToInlineText,
): TimelineEvent[] {
  const label = toInlineText(words)
  if (!label) return []
  const text = label.text.replace(FULL_STOP, '')
  const lane = toInlineText(ownField(item, 'lane'))
  return [{ date, label: { ...label, text }, lane, priority: itemPriority(item) }]
}

/** The full stop at the end of a sentence, which a label does without; that of an abbreviation is kept. */
const FULL_STOP = /(?<=\p{Ll}{3}|[\d%)\]”’»"])\.$/u

function actorMapData(
  items: readonly unknown[],
  stanceOn: InlineText | undefined,
  toInlineText: ToInlineText,
): ActorMapData | undefined {
  const actors = items.flatMap(item => {
    const name = toInlineText(ownField(item, 'name'))
    const side = toInlineText(ownField(item, 'side'))?.text
    const [influence, support] = [numberField(item, 'influence'), numberField(item, 'support')]
    return name ? [{ name, side, influence, support, priority: itemPriority(item) }] : []
  })
  const placed = actors.some(({ influence, support }) => influence !== undefined && support !== undefined)
  return placed ? { kind: 'actor-map', stanceOn, actors } : undefined
}

function stakesMatrixData(
  items: readonly unknown[],
  toInlineText: ToInlineText,
): StakesMatrixData | undefined {
  const stakes = items.flatMap((item, index) => {
    const stake = toInlineText(ownField(item, 'stake'))
    const who = asList(ownField(item, 'who')).flatMap(actor => toInlineText(ownField(actor, 'name')) ?? [])
    const [likelihood, impact] = [numberField(item, 'likelihood'), numberField(item, 'impact')]
    const rated = { likelihood, impact, priority: itemPriority(item) }
    return stake ? [{ number: index + 1, stake, who, ...rated }] : []
  })
  const placed = stakes.some(({ likelihood, impact }) => likelihood !== undefined && impact !== undefined)
  return placed ? { kind: 'stakes-matrix', stakes, listed: true } : undefined
}

/** Text with its place, without markup and citations; a note follows each unverified quotation. */
function inlineTextOf(value: unknown, context: PlainTextContext): InlineText | undefined {
  if (value instanceof ProseText) {
    const text = prosePlainText(value, context, ` (${context.locale.label('not_verified') ?? ''})`)
    return text === '' ? undefined : { kind: 'text', text, place: value.place }
  }
  if (!(value instanceof Verbatim)) return undefined
  const text = removeControlCharacters(value.text)
    .replace(/[^\S\u00A0\u202F]+/g, ' ')
    .trim()
  return text === '' ? undefined : { kind: 'text', text, place: value.place }
}

function numberField(item: unknown, field: string): number | undefined {
  const value = ownField(item, field)
  const number = value instanceof PlainValue ? value.value : value
  return typeof number === 'number' ? number : undefined
}

function itemPriority(item: unknown): Priority {
  const value = ownField(item, 'priority')
  return PRIORITIES.find(priority => priority === value) ?? 'should'
}
