import type { ProseTable } from '../../brief/index.js'

export type CellTag = 'th' | 'td'

/** Prints a table of prose as closed HTML; `cell` prints the words of one. Its first column names rows where the head has no name for it. */
export function printTable(
  { head, rows, aligns }: ProseTable,
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
        const align = aligns[column] === 'right' ? ' align="right"' : ''
        return `<${tag}${scope}${align}>${cell(text, tag)}</${tag}>`
      })
      .join('')
  const body = rows.map(row => `<tr>${print(row.cells, false)}</tr>`).join('')
  return `<table class="figures" widths="auto" wide="turn"><thead><tr>${print(head.cells, true)}</tr></thead><tbody>${body}</tbody></table>`
}
