import type { Range } from '../../diagnostics/index.js'

/** Puts a capital letter at the beginning of a text. */
export function capitalise(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1)
}

/** The index of the last of some sorted elements that begins before an offset; -1 if none does. */
export function lastIndexBefore<T>(
  sorted: readonly T[],
  offset: number,
  startOf: (element: T) => number,
): number {
  let low = 0
  let high = sorted.length
  while (low < high) {
    const middle = (low + high) >> 1
    if (startOf(sorted[middle] as T) < offset) low = middle + 1
    else high = middle
  }
  return low - 1
}

/** What a report begins with before its first sentence, up to a dash: `ELLBY, Norway, Feb. 3, 2025 (Post) — `. */
export function parseDateline(text: string): string | undefined {
  return DATELINE.exec(text)?.[0]
}

/** A place in capitals, then region or day, then agency. */
const DATELINE =
  /^\p{Lu}[\p{Lu}./’'-]+(?: \p{Lu}[\p{Lu}./’'-]*)*(?:, [\p{L}\p{N}., ]{2,40})?(?: ?[(/][^()/]{2,40}[)/])?\s?(?:[—–―]|--?\s)\s?(?=[\p{Lu}\p{N}])/u

/**
 * The paragraphs of a text as its reporter meant them: lines too long to be wrapped are paragraphs of their own, without an
 * empty line between them.
 */
export function splitLongLines(text: string, paragraphs: readonly Range[]): Range[] {
  return paragraphs.flatMap(paragraph => {
    const lines = lineRanges(text, paragraph)
    return lines.some(({ start, end }) => end - start > MAX_WRAPPED_LINE) ? lines : [paragraph]
  })
}

/** Characters that a line of wrapped text has at most. */
export const MAX_WRAPPED_LINE = 110

function lineRanges(text: string, { start, end }: Range): Range[] {
  const lines: Range[] = []
  let from = start
  for (const gap of text.slice(start, end).matchAll(/[\s\u0085]+/g)) {
    if (!/[\r\n\u0085\u2028\u2029]/.test(gap[0])) continue
    if (start + gap.index > from) lines.push({ start: from, end: start + gap.index })
    from = start + gap.index + gap[0].length
  }
  return from < end ? [...lines, { start: from, end }] : lines
}
