/** Between two cells, in points. */
export const CELL_GAP = 1.5

/** Between the cells and their labels, in points. */
export const LABEL_GAP = 4

/** The width of each of five cells side by side in `width` points. */
export function cellWidth(width: number): number {
  return (width - 4 * CELL_GAP) / 5
}

/** The place of a part of the matrix in the drawing. Lengths are points, from the left and top edges. */
export interface MatrixArea {
  readonly x: number
  readonly y: number
  readonly width: number
  readonly height: number
}
