import type { Place } from '../diagnostics/index.js'
import {
  contentLists,
  type Diagram,
  type DiagramData,
  type Document,
  findNodes,
  partsOfDocument,
} from '../markup/index.js'

/** A figure that an edition can do without, since the text says what it shows. */
export interface OptionalFigure {
  readonly figure: DiagramData['kind']
  readonly place: Place
  /** The number of characters that would fill its space, about. */
  readonly weight: number
}

/** Characters that would fill the space of a figure, about. */
export const FIGURE_WEIGHT = 900

/**
 * The kinds of figures in a document in the order in which they are left out: the one printed last first, but those in a
 * column next to others after the rest, as they hardly take any space of their own. Those of annexes are no matter of the limit.
 * A chart is an item of the brief, and goes as others do.
 */
export function optionalFigures(document: Document): OptionalFigure[] {
  const { body } = partsOfDocument(document)
  const inColumns = new Set(
    findNodes(findNodes(body, 'columns').flatMap(contentLists).flat(), 'diagram').map(kindOf),
  )
  const diagrams = findNodes(body, 'diagram').filter(({ data }) => data.kind !== 'chart')
  const first = new Map(diagrams.toReversed().map(diagram => [kindOf(diagram), diagram]))
  return [...first.values()]
    .toSorted((one, other) => Number(inColumns.has(kindOf(one))) - Number(inColumns.has(kindOf(other))))
    .map(diagram => ({ figure: kindOf(diagram), place: figurePlace(diagram), weight: FIGURE_WEIGHT }))
}

const kindOf = ({ data }: Diagram): DiagramData['kind'] => data.kind

/** The place of the first thing that a figure shows: a place in the brief, where the author can change something. */
function figurePlace({ data, place }: Diagram): Place {
  switch (data.kind) {
    case 'timeline':
      return data.events[0]?.label.place ?? place
    case 'actor-map':
      return data.actors[0]?.name.place ?? place
    case 'stakes-matrix':
      return data.stakes[0]?.stake.place ?? place
    case 'chart':
      return data.place
  }
}
