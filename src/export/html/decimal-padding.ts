import { type Cell, findNodes, gridOf, type Table, textOfInlines } from '../../markup/index.js'

/**
 * How far the figures of columns that are aligned on the decimal sign are moved from the edge at which lines end there, in widths
 * of a digit: by what the longest of the column has beyond the sign and they have not. Figures run from left to right in any language.
 */
export function decimalPadding(
  { body }: Pick<Table, 'body'>,
  direction: 'ltr' | 'rtl',
): ReadonlyMap<Cell, number> {
  const grid = gridOf(body.map(({ cells }) => cells))
  const lengths = new Map<Cell, { readonly column: number; readonly length: number }>()
  const longest = new Map<number, number>()
  for (const [index, { cells }] of body.entries())
    for (const [at, cell] of cells.entries()) {
      const column = grid[index]?.columns[at]
      const text = cell.decimalAt === undefined ? undefined : textOfCell(cell)
      if (column === undefined || text === undefined || cell.span > 1) continue
      const beyond = direction === 'rtl' ? text.slice(0, cell.decimalAt) : text.slice(cell.decimalAt)
      const length = widthOf(beyond)
      lengths.set(cell, { column, length })
      longest.set(column, Math.max(longest.get(column) ?? 0, length))
    }
  const moved = [...lengths].flatMap(([cell, { column, length }]) => {
    const by = (longest.get(column) ?? length) - length
    return by > 0 ? [[cell, by] as const] : []
  })
  return new Map(moved)
}

const textOfCell = ({ children }: Cell): string =>
  findNodes(children, 'paragraph')
    .map(({ children: inlines }) => textOfInlines(inlines))
    .join('')

/** In widths of a digit: signs between digits are about half as wide. */
const widthOf = (text: string): number =>
  [...text].reduce((sum, character) => sum + (/[.,'’\s]/u.test(character) ? 0.5 : 1), 0)
