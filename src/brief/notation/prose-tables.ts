import type { ProseColumnAlign, ProseTable, ProseTableRow } from './prose-block.js'
import { indentOfLine, isBlankLine, type ProseLine, trimmedLine } from './prose-lines.js'

/** The row of dashes below the head of a table. */
const RULE = /^[ \t]*\|?[ \t]*:?-+:?[ \t]*(?:\|[ \t]*:?-+:?[ \t]*)*\|?[ \t]*$/

/** Whether a table begins in a line: the line below it is a row of dashes, and both have a bar. */
export function beginsTable(lines: readonly ProseLine[], at: number): boolean {
  const [head, rule] = [lines[at], lines[at + 1]]
  return (
    head !== undefined &&
    rule?.text.includes('|') === true &&
    RULE.test(rule.text) &&
    !RULE.test(head.text) &&
    indentOfLine(head.text) < CODE_INDENT &&
    barsIn(head.text).length > 0
  )
}

const CODE_INDENT = 4

/** The table that begins in a line, and the number of the line after it. */
export function tableAt(
  lines: readonly ProseLine[],
  from: number,
  beginsBlock: (at: number) => boolean,
): { readonly table: ProseTable; readonly next: number } | undefined {
  const [head, rule] = [lines[from], lines[from + 1]]
  if (!head || !rule) return undefined
  let next = from + 2
  const rows: ProseTableRow[] = []
  for (let line = lines[next]; line && !isBlankLine(line) && !beginsBlock(next); line = lines[next]) {
    rows.push(rowOf(line))
    next += 1
  }
  const dashes = rowOf(rule)
  const aligns = dashes.cells.map(({ text }) => alignOf(text))
  return { table: { kind: 'table', head: rowOf(head), rule: dashes, aligns, rows }, next }
}

function alignOf(dashes: string): ProseColumnAlign {
  const [left, right] = [dashes.startsWith(':'), dashes.endsWith(':')]
  if (left && right) return 'center'
  return right ? 'right' : left ? 'left' : undefined
}

/** The cells of a row: bars at its beginning and its end part nothing. */
function rowOf(line: ProseLine): ProseTableRow {
  const { text, start } = trimmedLine({ ...line, text: line.text.trimEnd() })
  const bars = barsIn(text)
  const edges = [
    ...(bars[0] === 0 ? [] : [-1]),
    ...bars,
    ...(bars.at(-1) === text.length - 1 ? [] : [text.length]),
  ]
  const cells = edges.slice(1).map((edge, index) => {
    const from = (edges[index] ?? -1) + 1
    const cell = trimmedLine({ text: text.slice(from, edge), start: start + from })
    return { ...cell, text: cell.text.trimEnd() }
  })
  return { start, end: start + text.length, cells }
}

/** Where a line has bars that are not escaped. */
function barsIn(text: string): number[] {
  return Array.from(text.matchAll(/\\[\s\S]|\|/g), ({ 0: mark, index }) =>
    mark === '|' ? index : -1,
  ).filter(at => at >= 0)
}
