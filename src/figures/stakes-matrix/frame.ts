/** Where a part of the matrix stands in the drawing. Lengths are points, from the left and the top edge. */
export interface MatrixArea {
  readonly x: number
  readonly y: number
  readonly width: number
  readonly height: number
}
