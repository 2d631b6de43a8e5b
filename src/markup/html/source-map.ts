import type { Place, SourceFile } from '../../diagnostics/index.js'

/**
 * Rendered text with private marks in it, so that every character is known to come from a template or from
 * the brief. A mark is a letter and numbers between U+0001 and U+0002, which no brief and no template holds:
 * `c` template text from an offset on, `m` the result of a mustache, `b` brief text until the next `e`.
 */
const OPEN = '\u0001'
const CLOSE = '\u0002'
const MARK = /\u0001([cmbe])([\d.]*)\u0002/g

/** Marks the text of a template, whose characters follow one another from `offset` on. */
export function markTemplateText(template: number, offset: number): string {
  return `${OPEN}c${template}.${offset}${CLOSE}`
}

/** Marks what a mustache prints: all of it comes from the mustache as a whole. */
export function markMustacheOutput(template: number, start: number, end: number): string {
  return `${OPEN}m${template}.${start}.${end}${CLOSE}`
}

/** Drops the control characters that marks are made of, and all others but white space. */
export function removeControlCharacters(text: string): string {
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
export interface SourceMapSegment {
  readonly start: number
  readonly place: Place
  readonly charByChar: boolean
  readonly isFromBrief: boolean
}

/** A piece of rendered text that lies within one segment. */
export interface SourceMappedSlice {
  readonly start: number
  readonly end: number
  readonly segment: SourceMapSegment
}

/** Rendered text without its marks, and where each of its characters comes from. */
export class SourceMappedText {
  constructor(
    readonly text: string,
    readonly segments: readonly SourceMapSegment[],
  ) {}

  placeOfRange(start: number, end: number): Place {
    const index = this.#segmentAt(start)
    const segment = this.#segment(index)
    if (!segment.charByChar) return segment.place
    const next = this.segments[index + 1]?.start ?? this.text.length
    const from = segment.place.range.start + Math.max(0, start - segment.start)
    const to = segment.place.range.start + Math.min(end, next) - segment.start
    return { file: segment.place.file, range: { start: from, end: Math.max(from, to) } }
  }

  isFromBrief(offset: number): boolean {
    return this.#segment(this.#segmentAt(offset)).isFromBrief
  }

  slices(start: number, end: number): SourceMappedSlice[] {
    const pieces: SourceMappedSlice[] = []
    let index = this.#segmentAt(start)
    for (let at = start; at < end; index++) {
      const next = Math.min(end, this.segments[index + 1]?.start ?? end)
      pieces.push({ start: at, end: next, segment: this.#segment(index) })
      at = next
    }
    return pieces
  }

  #segment(index: number): SourceMapSegment {
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
export function resolveOriginMarks(
  marked: string,
  base: Place,
  templates: ReadonlyMap<number, SourceFile>,
  brief: BriefPlaces,
): SourceMappedText {
  const outer: SourceMapSegment[] = [{ start: 0, place: base, charByChar: false, isFromBrief: false }]
  const segments: SourceMapSegment[] = [...outer]
  let text = ''
  let from = 0
  const begin = (segment: Omit<SourceMapSegment, 'start'>): SourceMapSegment => {
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
      begin(outer.at(-1) ?? { place: base, charByChar: false, isFromBrief: false })
    } else if (mark[1] === 'b') {
      outer.push(begin({ place: brief.at(first) ?? base, charByChar: false, isFromBrief: true }))
    } else {
      const file = templates.get(first)
      const place = file ? { file, range: { start, end } } : base
      outer[outer.length - 1] = begin({ place, charByChar: mark[1] === 'c', isFromBrief: false })
    }
  }
  return new SourceMappedText(text + marked.slice(from), segments)
}
