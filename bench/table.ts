import type { Comparison, Figure } from './rounds.js'

/** A table in Markdown, its columns aligned so that it reads as plain text too. Nothing if it has no rows. */
export function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  if (rows.length === 0) return ''
  const widths = head.map((cell, column) =>
    Math.max(cell.length, ...rows.map(row => row[column]?.length ?? 0)),
  )
  const line = (row: readonly string[]) =>
    `| ${row.map((cell, column) => (column === 0 ? cell.padEnd(widths[0] ?? 0) : cell.padStart(widths[column] ?? 0))).join(' | ')} |`
  const rule = `|${widths.map((width, column) => (column === 0 ? '-'.repeat(width + 2) : `${'-'.repeat(width + 1)}:`)).join('|')}|`
  return `${[line(head), rule, ...rows.map(line)].join('\n')}\n`
}

/** Programs beside each other: what each costs, and how often what each of `bases` costs in the same round. */
export function comparisonTable<Row extends Comparison>(
  measured: string,
  rows: readonly Row[],
  bases: readonly string[],
  more: Readonly<Record<string, (row: Row) => string>> = {},
): string {
  return table(
    [
      measured,
      ...Object.keys(more),
      'CPU ms',
      'least',
      'wall ms',
      'least',
      ...bases.map(base => `CPU × ${base}`),
    ],
    rows.map(row => [
      row.name,
      ...Object.values(more).map(cellOf => cellOf(row)),
      ...[row.cpu.median, row.cpu.least, row.wall.median, row.wall.least].map(milliseconds),
      ...bases.map(base => times(row.against[base])),
    ]),
  )
}

export const milliseconds = (value: number) => value.toFixed(1)

/** The median, with the least in brackets. */
export const times = (ratio: Figure | undefined) =>
  ratio ? `${ratio.median.toFixed(2)} (${ratio.least.toFixed(2)})` : ''
