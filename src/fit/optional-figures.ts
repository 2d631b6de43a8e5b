import type { Place } from '../diagnostics/index.js'
import { contentLists, type Diagram, type DiagramData, type Document, findNodes } from '../markup/index.js'

/** A figure that an edition can do without, since its facts stand in the text as well. */
export interface OptionalFigure {
  readonly figure: DiagramData['kind']
  readonly place: Place
  /** About as many characters as would stand in its room. */
  readonly weight: number
}

const FIGURE_WEIGHT = 900

/**
 * The kinds of figures of a document as they could be left out, the one that is printed last first; those that
 * stand in a column beside others last of all, as they hardly take any room of their own.
 */
export function optionalFigures(document: Document): OptionalFigure[] {
  const beside = new Set(
    findNodes(findNodes(document.blocks, 'columns').flatMap(contentLists).flat(), 'diagram').map(kindOf),
  )
  const diagrams = findNodes(document.blocks, 'diagram')
  const first = new Map(diagrams.toReversed().map(diagram => [kindOf(diagram), diagram]))
  return [...first.values()]
    .toSorted((one, other) => Number(beside.has(kindOf(one))) - Number(beside.has(kindOf(other))))
    .map(diagram => ({ figure: kindOf(diagram), place: figurePlace(diagram), weight: FIGURE_WEIGHT }))
}

const kindOf = ({ data }: Diagram): DiagramData['kind'] => data.kind

/** Of the first thing that a figure shows: its author can do something about that. */
function figurePlace({ data, place }: Diagram): Place {
  switch (data.kind) {
    case 'timeline':
      return data.events[0]?.label.place ?? place
    case 'actor-map':
      return data.actors[0]?.name.place ?? place
    case 'stakes-matrix':
      return data.stakes[0]?.stake.place ?? place
  }
}
