import { printable, terminalWidth } from '../../diagnostics/index.js'

/** Sets rows in columns as wide as their widest cell; columns named in `right` are aligned at the right. */
export function formatTable(rows: readonly (readonly string[])[], right: readonly number[] = []): string {
  const shown = rows.map(row => row.map(printable))
  const widths = shown.reduce<number[]>(
    (all, row) => row.map((cell, index) => Math.max(all[index] ?? 0, terminalWidth(cell))),
    [],
  )
  return shown
    .map(row => row.map((cell, index) => pad(cell, widths[index] ?? 0, right.includes(index))))
    .map(cells => `${cells.join('  ').trimEnd()}\n`)
    .join('')
}

function pad(cell: string, width: number, right: boolean): string {
  const space = ' '.repeat(width - terminalWidth(cell))
  return right ? space + cell : cell + space
}
