import type { Range } from '../../diagnostics/index.js'
import type { ProseLine } from './prose-lines.js'

/** Characters of lines that are joined by line ends, as characters of the text that the lines are of. */
export function rangeInLines(lines: readonly ProseLine[], { start, end }: Range): Range {
  let before = 0
  let from: number | undefined
  for (const line of lines) {
    const shift = line.start - before
    const lineEnd = before + line.text.length
    if (from === undefined && start <= lineEnd) from = start + shift
    if (end <= lineEnd) return { start: from ?? end + shift, end: end + shift }
    before = lineEnd + 1
  }
  return { start: from ?? 0, end: from ?? 0 }
}
