import type { Range } from '../../diagnostics/index.js'

/**
 * The paragraphs of a text, headings among them. They are runs of lines that are not empty; but in a text without an empty
 * line between two others, each line is a paragraph, as in what is copied from a web page.
 */
export function paragraphsOf(text: string): Range[] {
  const lines: Range[] = []
  let blankBefore = false
  let parted = false
  const paragraphs: Range[] = []
  for (const line of linesOf(text)) {
    if (text.slice(line.start, line.end).trim() === '') {
      blankBefore = true
      continue
    }
    const last = paragraphs.at(-1)
    if (blankBefore && last) parted = true
    if (last && !blankBefore) paragraphs[paragraphs.length - 1] = { start: last.start, end: line.end }
    else paragraphs.push(line)
    lines.push(line)
    blankBefore = false
  }
  return parted ? paragraphs : lines
}

function* linesOf(text: string): Iterable<Range> {
  let start = 0
  for (const end of text.matchAll(/\r\n?|[\n\u0085\u2028\u2029]/g)) {
    yield { start, end: end.index }
    start = end.index + end[0].length
  }
  yield { start, end: text.length }
}
