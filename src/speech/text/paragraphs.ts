import type { Range } from '../../diagnostics/index.js'

/**
 * The paragraphs of a text, including headings: runs of lines that are not empty. In a text without empty lines between
 * others, each line is a paragraph, as in text copied from a web page.
 */
export function paragraphsOf(text: string): Range[] {
  const lines: Range[] = []
  let blankBefore = false
  let hasBlankLines = false
  const paragraphs: Range[] = []
  for (const line of linesOf(text)) {
    if (text.slice(line.start, line.end).trim() === '') {
      blankBefore = true
      continue
    }
    const last = paragraphs.at(-1)
    if (blankBefore && last) hasBlankLines = true
    if (last && !blankBefore) paragraphs[paragraphs.length - 1] = { start: last.start, end: line.end }
    else paragraphs.push(line)
    lines.push(line)
    blankBefore = false
  }
  return hasBlankLines ? paragraphs : lines
}

function* linesOf(text: string): Iterable<Range> {
  let start = 0
  for (const end of text.matchAll(/\r\n?|[\n\u0085\u2028\u2029]/g)) {
    yield { start, end: end.index }
    start = end.index + end[0].length
  }
  yield { start, end: text.length }
}
