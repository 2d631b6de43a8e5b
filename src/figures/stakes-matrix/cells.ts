/** Between two cells, in points. */
export const GAP = 1.5

/** Between the cells and the words at them, in points. */
export const WORD_SPACE = 4

/** Of each of five cells that stand side by side in `width` points. */
export function cellWidth(width: number): number {
  return (width - 4 * GAP) / 5
}
