import { present } from '../../diagnostics/index.js'

/** What may not be broken between two possible ends of a line. Widths are points. */
export interface MeasuredBox {
  /** With the space after it. */
  readonly width: number
  /** Without the space after it; with the hyphen that a soft one becomes. */
  readonly widthAtLineEnd: number
  /** The cost of ending a line after it: 1 is as bad as a line that falls short by a tenth of the width. */
  readonly penalty: number
  /** A line that ends after it ends within a word. */
  readonly endsInHyphen: boolean
  /** An item of a sequence ends with it, such as the date in an attribution: however short the line, there is no hole in its words. */
  readonly endsItem: boolean
}

/** How lines are to be judged. */
export interface LineFitOptions {
  /** The last line is to be as long as the others, as in headings. */
  readonly balanced: boolean
}

/**
 * The places at which a paragraph's lines end, as counts of boxes: of all ways to set it in as few lines as
 * possible the one with the least raggedness (Knuth and Plass, Breaking Paragraphs into Lines, 1981, for a ragged
 * margin), in which a hole at the end of a line costs more than a short last line. Where so few lines would leave three consecutive hyphens, it may take one more, or `most` lines.
 */
export function optimumBreaks(
  boxes: readonly MeasuredBox[],
  width: number,
  options: LineFitOptions,
  most = 0,
): number[] {
  const lines = new LineCandidates(boxes, width)
  const greedy = lines.latest()
  if (greedy.length === 2) return [boxes.length]
  const limit = Math.min(boxes.length, Math.max(most, greedy.length))
  for (let count = greedy.length - 1; count <= limit; count++) {
    const breaks = bestBreaks(lines, lines.windows(greedy, count), options)
    if (breaks) return breaks
  }
  return greedy.slice(1)
}

/** A way to set the text up to `end`. */
interface BreakPath {
  readonly end: number
  /** Consecutive lines, up to here, that end in a hyphen. */
  readonly hyphens: number
  readonly cost: number
  readonly before: BreakPath | undefined
}

/** The first and the last place at which a line can end so that the text fits the other lines. */
interface BreakWindow {
  readonly from: number
  readonly to: number
}

const MOST_CONSECUTIVE_HYPHENS = 2
/** Additional cost where the line above ends in a hyphen too, and where the last line begins within a word. */
const CONSECUTIVE_HYPHEN_COST = 6
const HYPHEN_BEFORE_LAST_COST = 10
/** Shares of the width: a last line of one word shorter than the first is a runt; any shorter than the second is too short. */
const RUNT_SHARE = 0.33
const SHORT_LAST_LINE_SHARE = 0.15
/** A runt is as bad as a line that falls short by a sixth, one of no length as by a quarter; the end of a word is worse. */
const RUNT_COST = 6
const SHORT_RUNT_COST = 12
const WORD_END_COST = 24
/** Two words alone are no fault, but a longer line is better. */
const SHORT_LAST_LINE_COST = 2
/** Share of the width from which raggedness is seen as a hole at the end of the line, and how much more it costs then. */
const HOLE_SHARE = 0.15
const HOLE_FACTOR = 10
/** No line falls short by more than this share of the width while there is room for more: worse than all else together. */
const WIDEST_HOLE_SHARE = 0.3
const WIDE_HOLE_COST = 1_000_000
/** Points by which rounding may make a line too long. */
const TOLERANCE = 0.001

function bestBreaks(
  lines: LineCandidates,
  windows: readonly BreakWindow[],
  options: LineFitOptions,
): number[] | undefined {
  let paths: BreakPath[] = [{ end: 0, hyphens: 0, cost: 0, before: undefined }]
  windows.forEach((window, index) => {
    const last = index === windows.length - 1
    const next: BreakPath[] = []
    for (let end = window.from; end <= window.to; end++) addBestPaths(next, paths, end, lines, last, options)
    paths = next
  })
  const best = paths.reduce<BreakPath | undefined>(
    (one, path) => (one && one.cost <= path.cost ? one : path),
    undefined,
  )
  return best && breaksOf(best)
}

/** Adds the best ways to end a line at `end`: one for each number of consecutive hyphens, which limits later ones. */
function addBestPaths(
  next: BreakPath[],
  paths: readonly BreakPath[],
  end: number,
  lines: LineCandidates,
  last: boolean,
  options: LineFitOptions,
): void {
  const hyphen = !last && lines.endsInHyphen(end)
  const found: BreakPath[] = []
  for (const before of paths) {
    if (!lines.fits(before.end, end)) continue
    const hyphens = hyphen ? before.hyphens + 1 : 0
    if (hyphens > MOST_CONSECUTIVE_HYPHENS) continue
    const cost =
      before.cost + (last ? lines.costOfLast(before, end, options) : lines.cost(before, end, hyphen, options))
    const known = found[hyphens]
    if (!known || cost < known.cost) found[hyphens] = { end, hyphens, cost, before }
  }
  for (const path of found) if (path) next.push(path)
}

function breaksOf(path: BreakPath): number[] {
  const ends: number[] = []
  for (let at: BreakPath | undefined = path; at?.before; at = at.before) ends.push(at.end)
  return ends.reverse()
}

/** Measures and judges the lines that could be set from one place to another. */
class LineCandidates {
  /** Points before each box, if all were in one line. */
  readonly #starts: Float64Array
  #wordEnds: readonly number[] | undefined

  constructor(
    private readonly boxes: readonly MeasuredBox[],
    private readonly width: number,
  ) {
    this.#starts = new Float64Array(boxes.length + 1)
    for (const [index, box] of boxes.entries()) this.#starts[index + 1] = this.#startOf(index) + box.width
  }

  endsInHyphen(end: number): boolean {
    return this.#boxBefore(end).endsInHyphen
  }

  #startOf(index: number): number {
    return present(this.#starts[index], 'box')
  }

  #boxBefore(end: number): MeasuredBox {
    return present(this.boxes[end - 1], 'box')
  }

  #lengthOf(start: number, end: number): number {
    return this.#startOf(end - 1) - this.#startOf(start) + this.#boxBefore(end).widthAtLineEnd
  }

  /** A box that is wider than a line has one for itself. */
  fits(start: number, end: number): boolean {
    return end > start && (end === start + 1 || this.#lengthOf(start, end) <= this.width + TOLERANCE)
  }

  cost(before: BreakPath, end: number, hyphen: boolean, { balanced }: LineFitOptions): number {
    const consecutive = hyphen && before.hyphens > 0 ? CONSECUTIVE_HYPHEN_COST : 0
    const hole = balanced || this.#boxBefore(end).endsItem ? 0 : this.#holeCost(before.end, end)
    return this.#raggedness(before.end, end) + hole + this.#boxBefore(end).penalty + consecutive
  }

  costOfLast(before: BreakPath, end: number, { balanced }: LineFitOptions): number {
    const share = this.#lengthOf(before.end, end) / this.width
    const isHyphenated = before.hyphens > 0
    const runtCost = (isHyphenated ? WORD_END_COST : RUNT_COST) + SHORT_RUNT_COST * (1 - share / RUNT_SHARE)
    const runt = share < RUNT_SHARE && this.#isOneWord(before.end, end) ? runtCost : 0
    const short = runt === 0 && share < SHORT_LAST_LINE_SHARE ? SHORT_LAST_LINE_COST : 0
    const hyphen = isHyphenated ? HYPHEN_BEFORE_LAST_COST : 0
    return hyphen + runt + short + (balanced ? this.#raggedness(before.end, end) : 0)
  }

  #isOneWord(start: number, end: number): boolean {
    return this.boxes.slice(start, end - 1).every(box => box.endsInHyphen)
  }

  #raggedness(start: number, end: number): number {
    return 100 * this.#missing(start, end) ** 2
  }

  #holeCost(start: number, end: number): number {
    const missing = this.#missing(start, end)
    if (missing <= HOLE_SHARE) return 0
    const isTooWide = missing > WIDEST_HOLE_SHARE && this.fits(start, this.#wordEnd(end))
    return 100 * HOLE_FACTOR * (missing - HOLE_SHARE) ** 2 + (isTooWide ? WIDE_HOLE_COST : 0)
  }

  /** Where the whole word ends of which the box from `start` on is, or is the first part. */
  #wordEnd(start: number): number {
    this.#wordEnds ??= this.#findWordEnds()
    return this.#wordEnds[start] ?? start + 1
  }

  #findWordEnds(): number[] {
    const ends: number[] = []
    for (let start = this.boxes.length - 1; start >= 0; start--) {
      const goesOn = start + 1 < this.boxes.length && this.endsInHyphen(start + 1)
      ends[start] = goesOn ? (ends[start + 1] ?? start + 1) : start + 1
    }
    return ends
  }

  /** The share of the width by which a line falls short. */
  #missing(start: number, end: number): number {
    return Math.max(0, 1 - this.#lengthOf(start, end) / this.width)
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
    return this.#startOf(end - 1) - this.#startOf(start) <= this.width
  }

  /** Where each of `count` lines may end, given where each ends at the latest. */
  windows(latest: readonly number[], count: number): BreakWindow[] {
    const windows: BreakWindow[] = []
    let from = this.boxes.length
    for (let line = count; line >= 1; line--) {
      const to = Math.min(latest[line] ?? this.boxes.length, this.boxes.length - (count - line))
      windows.push({ from: Math.min(from, to), to })
      from = this.#earliestStart(from, line - 1)
    }
    return windows.reverse()
  }

  /** The first place from which a line reaches `end`, where at least `least` boxes come before it. */
  #earliestStart(end: number, least: number): number {
    let start = Math.max(least, end - 1)
    while (start > least && this.fits(start - 1, end)) start--
    return start
  }
}
