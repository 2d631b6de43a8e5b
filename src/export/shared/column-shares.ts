/**
 * The widths of columns in a room: each as wide as it asks for if that fits; else the narrow ones are, and the others share
 * what is left.
 */
export function columnShares(wanted: readonly number[], room: number): number[] {
  const widths = wanted.map(() => 0)
  let open = wanted.map((_, column) => column)
  let left = room
  for (;;) {
    const share = Math.floor(left / Math.max(1, open.length))
    const fitting = open.filter(column => (wanted[column] ?? 0) <= share)
    if (fitting.length === 0) {
      for (const column of open) widths[column] = share
      return widths
    }
    for (const column of fitting) widths[column] = wanted[column] ?? 0
    left -= fitting.reduce((sum, column) => sum + (wanted[column] ?? 0), 0)
    open = open.filter(column => !fitting.includes(column))
    if (open.length === 0) return widths
  }
}
