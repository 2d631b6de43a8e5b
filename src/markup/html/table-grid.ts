/** How many columns and rows a cell covers. */
export interface CellSpans {
  readonly span: number
  readonly rows: number
}

/** A row of a group (`thead` or `tbody`) in the grid of its table. */
export interface GridRow {
  /** The first column of each of its own cells, from 0. */
  readonly columns: readonly number[]
  /** The columns that the row's cells, and those that come down from above, cover. */
  readonly covered: ReadonlySet<number>
  /** The first of its cells that covers a place which a cell from above has, and how many columns are free for it. */
  readonly collision: { readonly cell: number; readonly free: number } | undefined
}

/**
 * Where the cells of a group of rows stand (HTML, 4.9.12.1, "forming a table"): each in the first columns that no cell from
 * above has. The first row that needs more than `mostColumns` is the last one placed.
 */
export function gridOf(
  rows: readonly (readonly CellSpans[])[],
  mostColumns = Number.POSITIVE_INFINITY,
): GridRow[] {
  const grid: GridRow[] = []
  /** For each column, the row at which it is free again. */
  const ends: number[] = []
  for (const [y, cells] of rows.entries()) {
    if (ends.length > mostColumns) break
    const isTaken = (column: number) => (ends[column] ?? 0) > y
    let collision: GridRow['collision']
    let next = 0
    const columns = cells.map((cell, index) => {
      while (isTaken(next)) next++
      const from = next
      for (; next < from + cell.span; next++) {
        if (isTaken(next)) collision ??= { cell: index, free: next - from }
        ends[next] = Math.max(ends[next] ?? 0, y + cell.rows)
      }
      return from
    })
    const covered = new Set(ends.flatMap((end, column) => (end > y ? [column] : [])))
    grid.push({ columns, covered, collision })
  }
  return grid
}

/** The rows of a group that cells which span rows tie together: for each row the first of those that it is tied to. */
export function tiedRows(rows: readonly (readonly Pick<CellSpans, 'rows'>[])[]): number[] {
  let first = 0
  let end = 0
  return rows.map((cells, y) => {
    if (y >= end) first = y
    for (const cell of cells) end = Math.max(end, y + cell.rows)
    return first
  })
}
