import { PRIORITIES, type Priority } from '../brief/index.js'
import type { Report } from '../diagnostics/index.js'
import { type EditionData, Text, Verbatim } from '../edition/index.js'
import type { Word } from './blocks.js'
import type { ActorMapData, DiagramData, StakesMatrixData, TimelineData } from './diagrams.js'
import { withoutControls } from './origins.js'
import { plainText } from './prose.js'
import { fieldOf, holds, listOf, wordsOf } from './values.js'

/** The facts of an edition that a figure shows; undefined where there are none that it could place. */
export function diagramData(
  kind: DiagramData['kind'],
  data: EditionData,
  notVerified: string,
  report: Report,
): DiagramData | undefined {
  const word = (value: unknown) => wordOf(value, notVerified, report)
  switch (kind) {
    case 'timeline':
      return timeline(listOf(data.timeline), word)
    case 'actor-map':
      return actorMap(listOf(data.actors), word(data.stance_on), word)
    case 'stakes-matrix':
      return stakesMatrix(listOf(data.stakes), word)
  }
}

type ToWord = (value: unknown) => Word | undefined

function timeline(items: readonly unknown[], word: ToWord): TimelineData | undefined {
  const events = items.flatMap(item => {
    const own = fieldOf(item, 'label')
    const label = word(holds(own) ? own : fieldOf(item, 'event'))
    if (!label) return []
    const text = label.text.replace(FULL_STOP, '')
    return [{ date: wordsOf(fieldOf(item, 'date')), label: { ...label, text }, priority: priorityOf(item) }]
  })
  return events.some(({ date }) => date !== undefined) ? { kind: 'timeline', events } : undefined
}

/** A label is no sentence; the stop of an abbreviation stays. */
const FULL_STOP = /(?<=\p{Ll}{3}|[\d%)\]”’»"])\.$/u

function actorMap(
  items: readonly unknown[],
  stanceOn: Word | undefined,
  word: ToWord,
): ActorMapData | undefined {
  const actors = items.flatMap(item => {
    const name = word(fieldOf(item, 'name'))
    const side = word(fieldOf(item, 'side'))?.text
    const [influence, support] = [numberOf(item, 'influence'), numberOf(item, 'support')]
    return name ? [{ name, side, influence, support, priority: priorityOf(item) }] : []
  })
  const placed = actors.some(({ influence, support }) => influence !== undefined && support !== undefined)
  return placed ? { kind: 'actor-map', stanceOn, actors } : undefined
}

function stakesMatrix(items: readonly unknown[], word: ToWord): StakesMatrixData | undefined {
  const stakes = items.flatMap((item, index) => {
    const stake = word(fieldOf(item, 'stake'))
    const who = listOf(fieldOf(item, 'who')).flatMap(actor => word(fieldOf(actor, 'name')) ?? [])
    const [likelihood, impact] = [numberOf(item, 'likelihood'), numberOf(item, 'impact')]
    const rated = { likelihood, impact, priority: priorityOf(item) }
    return stake ? [{ number: index + 1, stake, who, ...rated }] : []
  })
  const placed = stakes.some(({ likelihood, impact }) => likelihood !== undefined && impact !== undefined)
  return placed ? { kind: 'stakes-matrix', stakes, listed: true } : undefined
}

/** A line of words with their place, without markup and citations; unproved quotations in it say so. */
function wordOf(value: unknown, notVerified: string, report: Report): Word | undefined {
  if (value instanceof Text) {
    const text = plainText(value, report, ` (${notVerified})`)
    return text === '' ? undefined : { kind: 'text', text, place: value.place }
  }
  if (!(value instanceof Verbatim)) return undefined
  const text = withoutControls(value.text).replace(/\s+/g, ' ').trim()
  return text === '' ? undefined : { kind: 'text', text, place: value.place }
}

function numberOf(item: unknown, field: string): number | undefined {
  const value = fieldOf(item, field)
  return typeof value === 'number' ? value : undefined
}

function priorityOf(item: unknown): Priority {
  const value = fieldOf(item, 'priority')
  return PRIORITIES.find(priority => priority === value) ?? 'should'
}
