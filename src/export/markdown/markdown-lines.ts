import { terminalWidth } from '../../diagnostics/index.js'
import { escapeLineStart, keepSpaceBeforeQuotes } from './escape-markdown.js'

/** Lines of Markdown; a block is one list of them, and an empty line parts it from the next. */
export type Lines = readonly string[]

/** Blocks one below the other. */
export const stackBlocks = (blocks: readonly Lines[]): string[] =>
  blocks.filter(lines => lines.length > 0).flatMap((lines, index) => (index === 0 ? lines : ['', ...lines]))

/** Lines with a mark before the first of them and room as wide before the others. */
export const hangLines = (mark: string, lines: Lines): string[] =>
  lines.map((line, index) =>
    index === 0 ? `${mark}${line}` : line === '' ? '' : `${' '.repeat(mark.length)}${line}`,
  )

/** Lines within a fenced division with an id or classes; as they are where it has none. */
export function fenceLines(attributes: readonly string[], lines: Lines): string[] {
  const named = attributes.filter(attribute => attribute !== '')
  if (named.length === 0 || lines.length === 0) return [...lines]
  const depth = lines.reduce((most, line) => Math.max(most, /^:{3,}/.exec(line)?.[0].length ?? 0), 2)
  const fence = ':'.repeat(depth + 1)
  return [`${fence} {${named.join(' ')}}`, '', ...lines, '', fence]
}

/** The lines of a paragraph's Markdown, none longer than `width` where its words let it be. */
export function paragraphLines(markdown: string, width: number): string[] {
  const trimmed = keepSpaceBeforeQuotes(markdown).replace(/^ +| +$/g, '')
  if (trimmed.trim() === '') return []
  return trimmed.split('\n').flatMap(line => wrapLine(escapeLineStart(line.replace(/^ +| +$/g, '')), width))
}

/** Spaces at which a line may end: not where the next one would begin with what begins a block, such as `iv.` */
const LINE_END = /(?<!\\) +(?!\p{L}+[.)](?: |$))(?=[\p{L}[*“‘«]{2})/u

function wrapLine(line: string, width: number): string[] {
  if (width === Number.POSITIVE_INFINITY) return [line]
  const lines: string[] = []
  let current = ''
  for (const word of line.split(LINE_END)) {
    const longer = current === '' ? word : `${current} ${word}`
    if (current !== '' && terminalWidth(longer) > width) {
      lines.push(current)
      current = word
    } else current = longer
  }
  return [...lines, current]
}
