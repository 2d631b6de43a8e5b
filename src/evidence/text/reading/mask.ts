import type { Range } from '../../../diagnostics/index.js'

/** Without width, and dropped by the normalisation: it keeps the letters on its sides together. */
export const WORD_JOINER = '\u2060'

/** Blanks a range, so that the words on its sides are two; all offsets stay. */
export function blank(text: string): string {
  return ' '.repeat(text.length)
}

/** Takes a range out of its word; all offsets stay. */
export function join(text: string): string {
  return WORD_JOINER.repeat(text.length)
}

/** Replaces ranges, in ascending order, by texts of the same length. */
export function replaceRanges(
  text: string,
  ranges: readonly Range[],
  fill: (text: string) => string = blank,
): string {
  if (ranges.length === 0) return text
  const pieces: string[] = []
  let done = 0
  for (const { start, end } of ranges) {
    pieces.push(text.slice(done, start), fill(text.slice(start, end)))
    done = end
  }
  return pieces.join('') + text.slice(done)
}

/** A line that is not empty. */
export interface SourceLine extends Range {
  readonly text: string
  /** An empty line, or a form feed, stands before it. */
  readonly apart: boolean
  /** A form feed stands before it. */
  readonly newPage: boolean
}

/** The lines of a text that are not empty, without the space at their edges; a form feed ends a line too. */
export function textLines(text: string): SourceLine[] {
  const lines: SourceLine[] = []
  let apart = true
  let newPage = false
  for (const { 0: raw, index } of text.matchAll(
    /[^\r\n\f\u0085\u2028\u2029]+|\f|\r\n?|[\n\u0085\u2028\u2029]/g,
  )) {
    if (raw === '\f') {
      apart = true
      newPage = true
      continue
    }
    if (/^[\r\n\u0085\u2028\u2029]/.test(raw)) {
      if (index > 0 && isLineEnd(text, index - 1)) apart = true
      continue
    }
    const trimmed = raw.trim()
    if (trimmed === '') {
      apart = true
      continue
    }
    const start = index + raw.indexOf(trimmed)
    lines.push({ start, end: start + trimmed.length, text: trimmed, apart, newPage })
    apart = false
    newPage = false
  }
  return lines
}

function isLineEnd(text: string, at: number): boolean {
  return /[\r\n\u0085\u2028\u2029]/.test(text.charAt(at))
}
