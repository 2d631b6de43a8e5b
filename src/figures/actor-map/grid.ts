import type { DiagramStrings } from '../../markup/index.js'
import type { AvailableSpace, FigureFace, FigureTypography } from '../drawing.js'

/** The columns of the map, and the gutter to their left where the words of the rows stand. Points. */
export interface ActorMapGrid {
  readonly left: number
  readonly right: number
  readonly column: number
  /** Width of the words in the gutter. */
  readonly labelWidth: number
  /** Between the edge of a column and what stands in it. */
  readonly pad: number
}

/** Gives the gutter what its words need, but never so much that the columns starve. */
export function actorMapGrid(
  words: DiagramStrings,
  space: AvailableSpace,
  type: FigureTypography,
): ActorMapGrid {
  const small: FigureFace = { size: type.small, bold: false }
  const needed = Math.max(
    type.widthOf(words.labels.support, { ...small, bold: true }),
    ...words.scales.influence.map(word => type.widthOf(word, small)),
  )
  const gutter = Math.min(needed, Math.max(space.width * 0.2, 7 * type.small))
  const left = gutter + 0.8 * type.size
  return {
    left,
    right: space.width,
    column: (space.width - left) / 5,
    labelWidth: gutter,
    pad: 0.4 * type.size,
  }
}

/** Against and neutral are written from the left, for from the right: both towards the middle. */
export function columnDirection(column: number): 1 | -1 {
  return column <= 2 ? 1 : -1
}

/** Where the markers of a column stand with their outer side. */
export function columnEdge(column: number, { left, column: width, pad }: ActorMapGrid): number {
  return columnDirection(column) === 1 ? left + column * width + pad : left + (column + 1) * width - pad
}
