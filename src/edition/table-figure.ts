import { type ColumnKind, type Decimal, decimalText } from '../brief/index.js'
import type { Place } from '../diagnostics/index.js'
import { PlainValue } from './prose-text.js'

/** A figure of a table with what decides how it is printed; without a figure, a value that is missing. */
export class TableFigure extends PlainValue {
  constructor(
    readonly figure: Decimal | undefined,
    readonly column: Pick<ColumnKind, 'format' | 'wholeDigits'>,
    place: Place,
  ) {
    super(figure ? decimalText(figure) : '', place)
  }

  /** Two figures with the same JSON are printed alike. */
  override toJSON(): string {
    const { format, wholeDigits } = this.column
    return JSON.stringify([this.value, format, wholeDigits])
  }
}
