import type { Range } from '../../../diagnostics/index.js'

/** Characters that a line of wrapped text has at most. */
const MAX_WRAPPED_LINE = 110

/** The paragraphs of a text as its reporter meant them: long lines without an empty line between them are paragraphs too. */
export function splitLongLines(text: string, paragraphs: readonly Range[]): Range[] {
  return paragraphs.flatMap(paragraph => {
    const lines = lineRanges(text, paragraph)
    return lines.some(({ start, end }) => end - start > MAX_WRAPPED_LINE) ? lines : [paragraph]
  })
}

function lineRanges(text: string, { start, end }: Range): Range[] {
  const lines: Range[] = []
  let from = start
  for (const gap of text.slice(start, end).matchAll(/\s*[\r\n\u0085\u2028\u2029]\s*/g)) {
    if (start + gap.index > from) lines.push({ start: from, end: start + gap.index })
    from = start + gap.index + gap[0].length
  }
  return from < end ? [...lines, { start: from, end }] : lines
}
