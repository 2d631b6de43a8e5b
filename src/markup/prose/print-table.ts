import type { ProseTable } from '../../brief/index.js'

export type CellTag = 'th' | 'td'

/** Prints a table of prose as closed HTML; `cell` prints the words of one. Its first column names rows where the head has no name for it. */
export function printTable(
  { head, rows }: ProseTable,
  shares: readonly number[],
  cell: (text: string, tag: CellTag) => string,
): string {
  const names = head.cells[0]?.text === ''
  const columns = head.cells.map((_, index) => index)
  const print = (cells: ProseTable['head']['cells'], isHead: boolean) =>
    columns
      .map(column => {
        const text = cells[column]?.text ?? ''
        const isName = !isHead && column === 0 && names
        const tag = (isHead && text !== '') || isName ? 'th' : 'td'
        const scope = tag === 'th' ? ` scope="${isName ? 'row' : 'col'}"` : ''
        return `<${tag}${scope}>${cell(text, tag)}</${tag}>`
      })
      .join('')
  const body = rows.map(row => `<tr>${print(row.cells, false)}</tr>`).join('')
  return `<table class="grid" widths="${shares.join(' ')}"><thead><tr>${print(head.cells, true)}</tr></thead><tbody>${body}</tbody></table>`
}

/** Characters that a column is given at least, and at most, when shares are reckoned: more of them are set in several lines. */
const FEWEST = 6
const MOST = 36

/** The shares of the width that columns are given: as their longest cells ask for. */
export function columnShares({ head, rows }: ProseTable, wordsOf: (text: string) => string): number[] {
  return head.cells.map((_, column) => {
    const lengths = [head, ...rows].map(({ cells }) => wordsOf(cells[column]?.text ?? '').length)
    return Math.min(MOST, Math.max(FEWEST, ...lengths))
  })
}
