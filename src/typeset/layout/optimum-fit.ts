/** What stands between two places where a line may end. Widths are points. */
export interface Box {
  /** With the space after it. */
  readonly width: number
  /** At the end of a line: without the space, with the hyphen that a soft one becomes. */
  readonly bare: number
  /** What ending a line after it costs: 1 is as bad as a line that falls short by a tenth of the width. */
  readonly penalty: number
  /** A line that ends after it ends within a word. */
  readonly hyphen: boolean
}

/** How lines are to be judged. */
export interface Manner {
  /** The last line is to be as long as the others, as in headings. */
  readonly even: boolean
}

/**
 * The places at which a paragraph's lines end, as counts of boxes: of all ways to set it in as few lines as
 * possible the one with the least raggedness (Knuth and Plass, Breaking Paragraphs into Lines, 1981, for a ragged
 * margin). Where so few would end three lines in a row in hyphens it may take one more, or `most` lines.
 */
export function optimumBreaks(boxes: readonly Box[], width: number, manner: Manner, most = 0): number[] {
  const lines = new Lines(boxes, width)
  const greedy = lines.latest()
  if (greedy.length === 2) return [boxes.length]
  for (let count = greedy.length - 1; count <= Math.max(most, greedy.length); count++) {
    const breaks = bestOf(lines, lines.windows(greedy, count), manner)
    if (breaks) return breaks
  }
  return greedy.slice(1)
}

/** A way to set the text up to `end`. */
interface Way {
  readonly end: number
  /** Lines in a row, up to here, that end in a hyphen. */
  readonly hyphens: number
  readonly cost: number
  readonly before: Way | undefined
}

/** The first and the last place at which a line can end so that the others have room. */
interface Window {
  readonly from: number
  readonly to: number
}

const HYPHENS_IN_A_ROW = 2
/** What more it costs where the line above ends in a hyphen too, and where the last line begins within a word. */
const HYPHEN_AFTER_HYPHEN = 6
const HYPHEN_BEFORE_LAST = 6
/** Shares of the width: a last line of one word, or of less than this, looks forlorn. */
const ONE_WORD = 0.33
const SHORT_LAST_LINE = 0.15
const FORLORN_WORD = 12
const FORLORN_LINE = 6

function bestOf(lines: Lines, windows: readonly Window[], manner: Manner): number[] | undefined {
  let ways: Way[] = [{ end: 0, hyphens: 0, cost: 0, before: undefined }]
  windows.forEach((window, index) => {
    const last = index === windows.length - 1
    const next: Way[] = []
    for (let end = window.from; end <= window.to; end++) addBest(next, ways, end, lines, last, manner)
    ways = next
  })
  const best = ways.reduce<Way | undefined>(
    (one, way) => (one && one.cost <= way.cost ? one : way),
    undefined,
  )
  return best && endsOf(best)
}

/** Adds the best way to end a line at `end`: one for each number of hyphens in a row, as that bars later ones. */
function addBest(
  next: Way[],
  ways: readonly Way[],
  end: number,
  lines: Lines,
  last: boolean,
  manner: Manner,
): void {
  const hyphen = !last && lines.hyphenAt(end)
  const found: Way[] = []
  for (const before of ways) {
    if (!lines.fits(before.end, end)) continue
    const hyphens = hyphen ? before.hyphens + 1 : 0
    if (hyphens > HYPHENS_IN_A_ROW) continue
    const cost =
      before.cost + (last ? lines.costOfLast(before, end, manner) : lines.cost(before, end, hyphen))
    const known = found[hyphens]
    if (!known || cost < known.cost) found[hyphens] = { end, hyphens, cost, before }
  }
  for (const way of found) if (way) next.push(way)
}

function endsOf(way: Way): number[] {
  const ends: number[] = []
  for (let at: Way | undefined = way; at?.before; at = at.before) ends.push(at.end)
  return ends.reverse()
}

/** What lines from one place to another would be like. */
class Lines {
  /** Points before each box, if all stood in one line. */
  readonly #starts: Float64Array

  constructor(
    private readonly boxes: readonly Box[],
    private readonly width: number,
  ) {
    this.#starts = new Float64Array(boxes.length + 1)
    for (let index = 0; index < boxes.length; index++)
      this.#starts[index + 1] = (this.#starts[index] ?? 0) + (boxes[index]?.width ?? 0)
  }

  hyphenAt(end: number): boolean {
    return this.boxes[end - 1]?.hyphen ?? false
  }

  #lengthOf(start: number, end: number): number {
    return (this.#starts[end - 1] ?? 0) - (this.#starts[start] ?? 0) + (this.boxes[end - 1]?.bare ?? 0)
  }

  /** A box that is wider than a line has one for itself. */
  fits(start: number, end: number): boolean {
    return end > start && (end === start + 1 || this.#lengthOf(start, end) <= this.width + 0.001)
  }

  cost(before: Way, end: number, hyphen: boolean): number {
    const { penalty } = this.boxes[end - 1] ?? { penalty: 0 }
    return (
      this.#raggedness(before.end, end) + penalty + (hyphen && before.hyphens > 0 ? HYPHEN_AFTER_HYPHEN : 0)
    )
  }

  costOfLast(before: Way, end: number, { even }: Manner): number {
    const share = this.#lengthOf(before.end, end) / this.width
    const hyphen = before.hyphens > 0 ? HYPHEN_BEFORE_LAST : 0
    const word = end === before.end + 1 && share < ONE_WORD ? FORLORN_WORD : 0
    const short = word === 0 && share < SHORT_LAST_LINE ? FORLORN_LINE : 0
    return hyphen + word + short + (even ? this.#raggedness(before.end, end) : 0)
  }

  #raggedness(start: number, end: number): number {
    const missing = Math.max(0, 1 - this.#lengthOf(start, end) / this.width)
    return 100 * missing * missing
  }

  /** Where the lines end if each takes all that it can, from 0 on. */
  latest(): number[] {
    const ends = [0]
    for (let start = 0; start < this.boxes.length; ) {
      let end = start + 1
      for (let to = end + 1; to <= this.boxes.length && this.#reaches(start, to); to++)
        if (this.fits(start, to)) end = to
      ends.push(end)
      start = end
    }
    return ends
  }

  /** Whether a line may go on to this place, with or without a hyphen there. */
  #reaches(start: number, end: number): boolean {
    return (this.#starts[end - 1] ?? 0) - (this.#starts[start] ?? 0) <= this.width
  }

  /** Where each of `count` lines may end, given where each ends at the latest. */
  windows(latest: readonly number[], count: number): Window[] {
    const windows: Window[] = []
    let from = this.boxes.length
    for (let line = count; line >= 1; line--) {
      const to = Math.min(latest[line] ?? this.boxes.length, this.boxes.length - (count - line))
      windows.push({ from: Math.min(from, to), to })
      from = this.#earliestStart(from, line - 1)
    }
    return windows.reverse()
  }

  /** The first place from which a line reaches `end`, where `least` boxes must stand before it. */
  #earliestStart(end: number, least: number): number {
    let start = Math.max(least, end - 1)
    while (start > least && this.fits(start - 1, end)) start--
    return start
  }
}
