import { parseDate } from '../../brief/index.js'
import type { Place } from '../../diagnostics/index.js'
import { type EditionData, isPlacedValue } from '../../edition/index.js'
import { asList, hasValue, ownField, valueText } from '../prose/data-values.js'
import type { DiagramData } from './diagrams.js'

/** The places of what a diagram shows of an edition; `lists` where a stakes matrix has its own list beside it. */
export function placesInDiagram(diagram: DiagramData, data: EditionData, lists: boolean): Place[] {
  switch (diagram.kind) {
    case 'timeline':
      return [
        ...asList(data.timeline).flatMap(event =>
          placesOf(event, hasValue(ownField(event, 'label')) ? ['date', 'label'] : ['date', 'event']),
        ),
        ...(diagram.calendar ? asList(data.next_steps).flatMap(placesOfStep) : []),
      ]
    case 'actor-map':
      return [...placesOf({ stance_on: data.stance_on }, ['stance_on']), ...placesOnMap(asList(data.actors))]
    case 'stakes-matrix':
      return asList(data.stakes).flatMap(stake => [
        ...(hasBoth(stake, 'likelihood', 'impact') ? placesOf(stake, ['likelihood', 'impact']) : []),
        ...(lists ? placesOf(stake, ['stake']) : []),
        ...(lists ? asList(ownField(stake, 'who')).flatMap(actor => placesOf(actor, ['name'])) : []),
      ])
    case 'chart':
      return asList(data.charts)
        .filter(chart => valueText(ownField(chart, 'id')) === diagram.id)
        .flatMap(chart => placesOf(chart, ['alt']))
  }
}

/** A step that is due in words alone has no place in a calendar. */
function placesOfStep(step: unknown): Place[] {
  const isPlaced = parseDate(valueText(ownField(step, 'due'))?.trim() ?? '') !== undefined
  return isPlaced ? placesOf(step, ['action', 'due']) : []
}

/** An actor without both ratings is only named, and a single side needs no legend. */
function placesOnMap(actors: readonly unknown[]): Place[] {
  const rated = actors.filter(actor => hasBoth(actor, 'influence', 'support'))
  const sides = new Set(rated.map(actor => valueText(ownField(actor, 'side'))).filter(Boolean))
  const shown = ['influence', 'support', ...(sides.size > 1 ? ['side'] : [])]
  return [
    ...actors.flatMap(actor => placesOf(actor, ['name'])),
    ...rated.flatMap(actor => placesOf(actor, shown)),
  ]
}

const hasBoth = (item: unknown, one: string, other: string) =>
  ownField(item, one) !== undefined && ownField(item, other) !== undefined

function placesOf(item: unknown, fields: readonly string[]): Place[] {
  return fields.flatMap(field => {
    const value = ownField(item, field)
    return isPlacedValue(value) ? [value.place] : []
  })
}
