import type { DiagramStrings } from '../../markup/index.js'
import type { AvailableSpace, FigureFace, FigureType } from '../drawing.js'

/** The columns of the map, and the column of row labels to their left. Lengths are points. */
export interface ActorMapGrid {
  readonly left: number
  readonly right: number
  readonly column: number
  /** The width of the row labels. */
  readonly labelWidth: number
  /** The padding of a column, left and right. */
  readonly pad: number
}

/** Gives the row labels the width that they need, up to a limit that leaves the columns wide enough. */
export function actorMapGrid(words: DiagramStrings, space: AvailableSpace, type: FigureType): ActorMapGrid {
  const small: FigureFace = { size: type.small, bold: false }
  const needed = Math.max(
    type.widthOf(words.labels.support, { ...small, bold: true }),
    ...words.scales.influence.map(word => type.widthOf(word, small)),
  )
  const labelWidth = Math.min(needed, Math.max(space.width * 0.2, 7 * type.small))
  const left = labelWidth + 0.8 * type.size
  return {
    left,
    right: space.width,
    column: (space.width - left) / 5,
    labelWidth,
    pad: 0.4 * type.size,
  }
}

/** Text starts from the left edge in the columns `against` and `neutral`, and from the right edge in the columns in favour. */
export function columnDirection(column: number): 1 | -1 {
  return column <= 2 ? 1 : -1
}

/** The outer edge of the markers in a column. */
export function columnEdge(column: number, { left, column: width, pad }: ActorMapGrid): number {
  return columnDirection(column) === 1 ? left + column * width + pad : left + (column + 1) * width - pad
}
