import type { Report } from '../../diagnostics/index.js'
import type { YamlPlaces } from '../yaml/places.js'
import type { FieldPath } from '../yaml/tree.js'
import { compareDecimals, type Decimal, decimalText, negated, sumOfDecimals } from './decimal.js'
import { YEAR_FORMAT } from './number-format.js'
import { type ColumnDeclaration, columnKind, figureOf } from './table-columns.js'

interface TotalledTable {
  readonly columns?: readonly (ColumnDeclaration | undefined)[] | undefined
  readonly rows?: readonly (readonly unknown[] | undefined)[] | undefined
  /** Words, or wordings. */
  readonly note?: unknown
}

/** What a note says of figures that were rounded, in the languages of the package. */
const ROUNDED = /\bround|gerundet|\brund|\barrondi|\bredonde/i

/**
 * Says where a totals row is not the sum of the rows above it. Where the note says that figures are rounded, they may differ by what
 * rounding can do: half a unit of the last place of each.
 */
export function checkTotals(
  { columns = [], rows = [], note }: TotalledTable,
  {
    path,
    places,
    report,
  }: { readonly path: FieldPath; readonly places: YamlPlaces; readonly report: Report },
): void {
  const last = rows.length - 1
  const isSaidRounded = ROUNDED.test(JSON.stringify(note ?? ''))
  for (const [index, declared = {}] of columns.entries()) {
    const cells = rows.map(row => row?.[index])
    const figures = cells.flatMap(cell => figureOf(cell) ?? [])
    const { isNumeric, format, align } = columnKind(declared, cells)
    const isSummed = isNumeric && format.percent === undefined && format !== YEAR_FORMAT && align !== 'left'
    const total = figureOf(cells[last])
    if (!isSummed || !total || figures.length !== cells.length) continue
    const sum = sumOfDecimals(figures.slice(0, -1))
    const difference = sumOfDecimals([total, negated(sum)])
    if (isZero(difference)) continue
    const canBeRounding = compareDecimals(magnitude(difference), largestRounding(figures)) <= 0
    if (canBeRounding && isSaidRounded) continue
    report(
      'table-total',
      places.place([...path, 'rows', last, index]),
      `the total is \`${decimalText(total)}\`, and the rows above it are \`${decimalText(sum)}\` in sum: a difference of \`${decimalText(magnitude(difference))}\``,
      canBeRounding
        ? 'correct it, or say in `note` that figures are rounded'
        : 'correct it, or leave the cell empty if it is no sum',
    )
  }
}

const isZero = ({ digits }: Decimal): boolean => /^0*$/.test(digits)

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
