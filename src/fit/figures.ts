import { type DiagramData, type Document, nodesOf } from '../markup/index.js'
import type { Optional } from './least-first.js'

/** A figure that an edition can do without, since its facts stand in the text as well. */
export interface OptionalFigure extends Optional {
  readonly figure: DiagramData['kind']
}

/** About as many characters as would stand in the room of a figure. */
const CHARACTERS = 900

/** The kinds of figures of a document as items that could be left out, the one that is printed last first. */
export function optionalFigures(document: Document): OptionalFigure[] {
  const kinds = new Map(nodesOf(document.blocks, 'diagram').map(({ data, place }) => [data.kind, place]))
  return [...kinds]
    .map(
      ([figure, place], index): OptionalFigure => ({
        path: `figures.${figure}`,
        field: 'figures',
        index,
        priority: 'could',
        place,
        weight: CHARACTERS,
        figure,
      }),
    )
    .reverse()
}

export const isFigure = (item: object): item is OptionalFigure => 'figure' in item
