import type { Report } from '../../diagnostics/index.js'
import type { YamlPlaces } from '../yaml/places.js'
import type { FieldPath } from '../yaml/tree.js'
import { compareDecimals, type Decimal, decimalText, negated, sumOfDecimals } from './decimal.js'
import { YEAR_FORMAT } from './number-format.js'
import { type ColumnDeclaration, columnKind, figureOf } from './table-columns.js'

interface TotalledTable {
  readonly columns?: readonly (ColumnDeclaration | undefined)[] | undefined
  readonly rows?: readonly (readonly unknown[] | undefined)[] | undefined
}

/** Says where a totals row is not the sum of the rows above it; rounded figures may differ by what rounding can do. */
export function checkTotals(
  { columns = [], rows = [] }: TotalledTable,
  {
    path,
    places,
    report,
  }: { readonly path: FieldPath; readonly places: YamlPlaces; readonly report: Report },
): void {
  const last = rows.length - 1
  for (const [index, declared = {}] of columns.entries()) {
    const cells = rows.map(row => row?.[index])
    const figures = cells.flatMap(cell => figureOf(cell) ?? [])
    const { isNumeric, format, align } = columnKind(declared, cells)
    const isSummed = isNumeric && format.percent === undefined && format !== YEAR_FORMAT && align !== 'left'
    const total = figureOf(cells[last])
    if (!isSummed || !total || figures.length !== cells.length) continue
    const sum = sumOfDecimals(figures.slice(0, -1))
    const difference = sumOfDecimals([total, negated(sum)])
    if (compareDecimals(magnitude(difference), largestRounding(figures)) <= 0) continue
    report(
      'table-total',
      places.place([...path, 'rows', last, index]),
      `the total is \`${decimalText(total)}\`, and the rows above it are \`${decimalText(sum)}\` in sum: a difference of \`${decimalText(magnitude(difference))}\``,
      'correct it, or leave the cell empty if it is no sum',
    )
  }
}

const magnitude = (value: Decimal): Decimal => ({ ...value, isNegative: false })

/** Half a unit of the last place of each figure, the total included. */
function largestRounding(figures: readonly Decimal[]): Decimal {
  return sumOfDecimals(
    figures.map(({ places }) => ({
      isNegative: false,
      digits: `${'0'.repeat(places + 1)}5`,
      places: places + 1,
    })),
  )
}
