import { type Place, present, type SourceFile } from '../../diagnostics/index.js'

/**
 * The output of a template carries marks, so that every character is known to come from a template or from the brief. A
 * mark is a letter and its arguments between U+0001 and U+0002, which no brief and no template contains: `c` begins text
 * of a template from an offset on, `m` the output of a mustache, `b` text of the brief, which `e` ends.
 */
const OPEN = '\u0001'
const CLOSE = '\u0002'
const MARK = /\u0001([cmbe])(\d*)\.?(\d*)\.?([^\u0002]*)\u0002/g

/** Marks the text of a template, whose characters follow one another from `offset` on. */
export function markTemplateText(file: SourceFile, offset: number): string {
  return `${OPEN}c${offset}..${templateKey(file)}${CLOSE}`
}

/** Marks the output of a mustache: all of it comes from the mustache as a whole. */
export function markMustacheOutput(file: SourceFile, start: number, end: number): string {
  return `${OPEN}m${start}.${end}.${templateKey(file)}${CLOSE}`
}

/** The name of a template file in marks: files with the same path would share their places. */
export function templateKey(file: SourceFile): string {
  return removeControlCharacters(file.path)
}

/** Drops the control characters that marks are made of, and all others but white space. */
export function removeControlCharacters(text: string): string {
  return text.replace(/[\u0000-\u0008\u000b\u000e-\u001f\u007f]/g, '')
}

/** The marks and tags before the first character of printed HTML. */
export const MARKUP_BEFORE_TEXT = /^(?:\u0001[^\u0002]*\u0002|<[^>]*>)*/

/** The places in the brief from which text is printed; marks refer to them by number. */
export class BriefPlaces {
  readonly #places: Place[] = []

  mark(place: Place, html: string): string {
    return `${OPEN}b${this.#places.push(place) - 1}${CLOSE}${html}${OPEN}e${CLOSE}`
  }

  at(number: number): Place | undefined {
    return this.#places[number]
  }
}

/** A stretch of printed text from one place, up to the next segment. */
export interface SourceMapSegment {
  readonly start: number
  readonly place: Place
  /** Whether it corresponds to its place character by character. */
  readonly charByChar: boolean
  readonly isFromBrief: boolean
}

/** A part of a range of printed text that lies within one segment. */
export interface SourceMappedSlice {
  readonly start: number
  readonly end: number
  readonly segment: SourceMapSegment
}

/** Printed text without its marks, and where each of its characters comes from. */
export class SourceMappedText {
  /** The segment that was asked for last: most that is asked next lies in it, or in the one after it. */
  #last = 0

  constructor(
    readonly text: string,
    readonly segments: readonly SourceMapSegment[],
  ) {}

  placeOfRange(start: number, end: number): Place {
    const index = this.#segmentIndexAt(start)
    const segment = this.#segment(index)
    if (!segment.charByChar) return segment.place
    const next = this.segments[index + 1]?.start ?? this.text.length
    const from = segment.place.range.start + Math.max(0, start - segment.start)
    const to = segment.place.range.start + Math.min(end, next) - segment.start
    return { file: segment.place.file, range: { start: from, end: Math.max(from, to) } }
  }

  isFromBrief(offset: number): boolean {
    return this.#segment(this.#segmentIndexAt(offset)).isFromBrief
  }

  slices(start: number, end: number): SourceMappedSlice[] {
    const slices: SourceMappedSlice[] = []
    let index = this.#segmentIndexAt(start)
    for (let at = start; at < end; index++) {
      const next = Math.min(end, this.segments[index + 1]?.start ?? end)
      slices.push({ start: at, end: next, segment: this.#segment(index) })
      at = next
    }
    return slices
  }

  #segment(index: number): SourceMapSegment {
    return present(this.segments[index], 'segment of printed text')
  }

  /** The last segment that begins at or before an offset: of several that begin there, the last. */
  #segmentIndexAt(offset: number): number {
    if (!this.#isAt(this.#last, offset))
      this.#last = this.#isAt(this.#last + 1, offset) ? this.#last + 1 : this.#search(offset)
    return this.#last
  }

  #isAt(index: number, offset: number): boolean {
    const start = this.segments[index]?.start
    const next = this.segments[index + 1]?.start
    return start !== undefined && start <= offset && (next === undefined || offset < next)
  }

  #search(offset: number): number {
    let low = 0
    let high = this.segments.length - 1
    while (low < high) {
      const middle = (low + high + 1) >> 1
      if (this.#segment(middle).start <= offset) low = middle
      else high = middle - 1
    }
    return low
  }
}

/**
 * Separates printed text from its marks; `base` is the place of text before the first mark, and of marks without a meaning,
 * which only a template with control characters could contain.
 */
export function resolveOriginMarks(
  marked: string,
  base: Place,
  templates: readonly SourceFile[],
  brief: BriefPlaces,
): SourceMappedText {
  const files = new Map(templates.map(file => [templateKey(file), file]))
  const first: SourceMapSegment = { start: 0, place: base, charByChar: false, isFromBrief: false }
  const enclosing = [first]
  const segments = [first]
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
    const [, kind, start, end, key] = mark
    if (kind === 'e') {
      enclosing.pop()
      begin(enclosing.at(-1) ?? first)
    } else if (kind === 'b') {
      const place = brief.at(Number(start)) ?? base
      enclosing.push(begin({ place, charByChar: false, isFromBrief: true }))
    } else {
      const file = files.get(present(key, 'template of a mark'))
      const range = { start: Number(start), end: Number(kind === 'm' ? end : start) }
      const place = file ? { file, range } : base
      enclosing[enclosing.length - 1] = begin({ place, charByChar: kind === 'c', isFromBrief: false })
    }
  }
  return new SourceMappedText(text + marked.slice(from), segments)
}
