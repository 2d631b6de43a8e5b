import type { LocatorKind } from '../../brief/index.js'
import type { Range } from '../../diagnostics/index.js'
import type { PlaceMark } from './place-marks.js'

/** A part of a text by the text's own numbering. */
export interface PlacePart {
  readonly kind: LocatorKind
  readonly number: string
}

/**
 * Where an offset stands by a text's own numbering, the larger parts first: the last mark before it, of articles, recitals and
 * sections the nearest. Nothing before the first mark.
 */
export function placeAt(marks: readonly PlaceMark[], offset: number): PlacePart[] {
  const last = new Map<string, PlaceMark>()
  for (const mark of marks) {
    if (mark.at > offset) break
    last.set(DIVISIONS.has(mark.kind) ? 'division' : mark.kind, mark)
  }
  return [...last.values()]
    .sort((a, b) => ORDER.indexOf(a.kind) - ORDER.indexOf(b.kind))
    .map(({ kind, number }) => ({ kind, number }))
}

/** The places that a passage goes through, its beginning first. */
export function placesOfPassage(marks: readonly PlaceMark[], { start, end }: Range): PlacePart[] {
  const within = marks.filter(({ at }) => at > start && at < end)
  return [...placeAt(marks, start), ...within.map(({ kind, number }) => ({ kind, number }))]
}

const DIVISIONS: ReadonlySet<LocatorKind> = new Set(['article', 'recital', 'section'])
const ORDER: readonly LocatorKind[] = [
  'page',
  'article',
  'recital',
  'section',
  'paragraph',
  'line',
  'timestamp',
]

/** A place as findings and reports word it: `p. 3, para. 12`. */
export function placeInWords(parts: readonly PlacePart[]): string {
  return parts.map(({ kind, number }) => `${ABBREVIATIONS[kind]}${number}`).join(', ')
}

const ABBREVIATIONS: Readonly<Record<LocatorKind, string>> = {
  paragraph: 'para. ',
  article: 'Art. ',
  recital: 'recital ',
  section: 'section ',
  page: 'p. ',
  line: 'line ',
  timestamp: '',
}
