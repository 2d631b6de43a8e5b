/** The occupied spans of each line of a row, in points from the left. */
export class LineOccupancy {
  readonly #taken: OccupiedSpan[][] = []

  /** `gap` is kept free between any two spans of a line. */
  constructor(readonly gap: number) {}

  get count(): number {
    return this.#taken.length
  }

  /** The free distance from `edge` to the next occupied span in a direction. */
  spaceAt(line: number, edge: number, direction: 1 | -1): number {
    const ahead = this.spansOf(line).map(({ from, to }) =>
      direction === 1 ? { near: from - edge, far: to - edge } : { near: edge - to, far: edge - from },
    )
    return Math.min(...ahead.filter(({ far }) => far > -this.gap).map(({ near }) => near - this.gap))
  }

  isFree(line: number, count: number, one: number, other: number): boolean {
    const { from, to } = occupiedSpan(one, other)
    const lines = Array.from({ length: count }, (_, index) => this.spansOf(line + index)).flat()
    return lines.every(span => span.to + this.gap <= from || span.from - this.gap >= to)
  }

  take(line: number, count: number, one: number, other: number): void {
    for (let at = 0; at < line + count; at++) {
      const spans = this.#taken[at] ?? []
      this.#taken[at] = spans
      if (at >= line) spans.push(occupiedSpan(one, other))
    }
  }

  spansOf(line: number): readonly OccupiedSpan[] {
    return this.#taken[line] ?? []
  }
}

export interface OccupiedSpan {
  readonly from: number
  readonly to: number
}

function occupiedSpan(one: number, other: number): OccupiedSpan {
  return { from: Math.min(one, other), to: Math.max(one, other) }
}
