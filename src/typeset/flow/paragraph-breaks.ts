/** The fewest lines of a paragraph before or after a break: no widows and orphans. */
const LEAST_LINES = 2
/** Paragraphs of up to so many lines are not broken. */
const UNBROKEN_LINES = 3

/**
 * How many of a paragraph's `count` lines go on this page, of which `fitting` fit, so that at least two are on each side of
 * a break and three lines are not broken. At the top of a page there is no better place: there at least one line goes.
 */
export function linesBeforeBreak(count: number, fitting: number, atTop: boolean): number {
  if (fitting >= count) return count
  const left = count - fitting
  const kept = count <= UNBROKEN_LINES ? 0 : left < LEAST_LINES ? fitting - (LEAST_LINES - left) : fitting
  if (kept >= LEAST_LINES) return kept
  return atTop ? Math.max(1, fitting) : 0
}

/** How many of a paragraph's first lines stay together. */
export const leadingLines = (count: number): number => (count <= UNBROKEN_LINES ? count : LEAST_LINES)

/** Groups the lines of a paragraph so that a page or a column may end between any two groups. */
export function unbrokenLineGroups<Item>(lines: readonly Item[]): (readonly Item[])[] {
  if (lines.length <= UNBROKEN_LINES) return [lines]
  const middle = lines.slice(LEAST_LINES, -LEAST_LINES).map(line => [line])
  return [lines.slice(0, LEAST_LINES), ...middle, lines.slice(-LEAST_LINES)]
}
