import type { Place, SourceFile } from '../diagnostics/index.js'

/**
 * Rendered text with private marks in it, so that every character is known to come from a template or from
 * the brief. A mark is a letter and numbers between U+0001 and U+0002, which no brief and no template holds:
 * `c` template text from an offset on, `m` the result of a mustache, `b` brief text until the next `e`.
 */
const OPEN = '\u0001'
const CLOSE = '\u0002'
const MARK = /\u0001([cmbe])([\d.]*)\u0002/g

/** Marks the text of a template, whose characters follow one another from `offset` on. */
export function markContent(template: number, offset: number): string {
  return `${OPEN}c${template}.${offset}${CLOSE}`
}

/** Marks what a mustache prints: all of it comes from the mustache as a whole. */
export function markMustache(template: number, start: number, end: number): string {
  return `${OPEN}m${template}.${start}.${end}${CLOSE}`
}

/** Drops the control characters that marks are made of, and all others but white space. */
export function withoutControls(text: string): string {
  return text.replace(/[\u0000-\u0008\u000b\u000e-\u001f\u007f]/g, '')
}

/** The places in the brief that a rendering prints text from. */
export class BriefPlaces {
  readonly #places: Place[] = []

  mark(place: Place, html: string): string {
    return `${OPEN}b${this.#places.push(place) - 1}${CLOSE}${html}${OPEN}e${CLOSE}`
  }

  at(number: number): Place | undefined {
    return this.#places[number]
  }
}

/** A stretch of text from one place; of a `linear` one, character for character. */
export interface Segment {
  readonly start: number
  readonly place: Place
  readonly linear: boolean
  readonly brief: boolean
}

/** A piece of rendered text that lies within one segment. */
export interface Piece {
  readonly start: number
  readonly end: number
  readonly segment: Segment
}

/** Rendered text without its marks, and where each of its characters comes from. */
export class Origins {
  constructor(
    readonly text: string,
    readonly segments: readonly Segment[],
  ) {}

  place(start: number, end: number): Place {
    const index = this.#segmentAt(start)
    const segment = this.#segment(index)
    if (!segment.linear) return segment.place
    const next = this.segments[index + 1]?.start ?? this.text.length
    const from = segment.place.range.start + Math.max(0, start - segment.start)
    const to = segment.place.range.start + Math.min(end, next) - segment.start
    return { file: segment.place.file, range: { start: from, end: Math.max(from, to) } }
  }

  fromBrief(offset: number): boolean {
    return this.#segment(this.#segmentAt(offset)).brief
  }

  pieces(start: number, end: number): Piece[] {
    const pieces: Piece[] = []
    let index = this.#segmentAt(start)
    for (let at = start; at < end; index++) {
      const next = Math.min(end, this.segments[index + 1]?.start ?? end)
      pieces.push({ start: at, end: next, segment: this.#segment(index) })
      at = next
    }
    return pieces
  }

  #segment(index: number): Segment {
    const segment = this.segments[index]
    if (!segment) throw new Error('rendered text without an origin')
    return segment
  }

  /** The last segment that begins at or before an offset: of empty ones, the last. */
  #segmentAt(offset: number): number {
    let low = 0
    let high = this.segments.length - 1
    while (low < high) {
      const middle = (low + high + 1) >> 1
      if ((this.segments[middle]?.start ?? 0) <= offset) low = middle
      else high = middle - 1
    }
    return low
  }
}

/** Parts rendered text from its marks; `base` is the place of text before the first mark. */
export function readMarks(
  marked: string,
  base: Place,
  templates: ReadonlyMap<number, SourceFile>,
  brief: BriefPlaces,
): Origins {
  const outer: Segment[] = [{ start: 0, place: base, linear: false, brief: false }]
  const segments: Segment[] = [...outer]
  let text = ''
  let from = 0
  const begin = (segment: Omit<Segment, 'start'>): Segment => {
    const started = { ...segment, start: text.length }
    while (segments.at(-1)?.start === text.length) segments.pop()
    segments.push(started)
    return started
  }
  for (const mark of marked.matchAll(MARK)) {
    text += marked.slice(from, mark.index)
    from = mark.index + mark[0].length
    const [first = 0, start = 0, end = start] = (mark[2] ?? '').split('.').map(Number)
    if (mark[1] === 'e') {
      outer.pop()
      begin(outer.at(-1) ?? { place: base, linear: false, brief: false })
    } else if (mark[1] === 'b') {
      outer.push(begin({ place: brief.at(first) ?? base, linear: false, brief: true }))
    } else {
      const file = templates.get(first)
      const place = file ? { file, range: { start, end } } : base
      outer[outer.length - 1] = begin({ place, linear: mark[1] === 'c', brief: false })
    }
  }
  return new Origins(text + marked.slice(from), segments)
}
