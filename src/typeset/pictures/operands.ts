/** A number in a content stream, rounded to a thousandth. */
export function numberOperand(value: number): string {
  const thousandths = Math.round(value * 1000)
  if (!Number.isSafeInteger(thousandths)) throw new Error(`bug: ${value} is no place on a page`)
  if (thousandths < 0) return `-${numberOperand(-value)}`
  const fraction = thousandths % 1000
  return `${(thousandths - fraction) / 1000}${FRACTIONS[fraction]}`
}

/** `.001` to `.999`, without zeros at their ends. */
const FRACTIONS = Array.from({ length: 1000 }, (_, index) =>
  index === 0 ? '' : `.${String(index).padStart(3, '0')}`.replace(/0+$/, ''),
)

/** The red, green and blue of a colour `#rrggbb`, each from 0 to 1. */
export function rgbOperands(colour: string): string {
  const rgb = /^#[\da-f]{6}$/i.test(colour) ? Number.parseInt(colour.slice(1), 16) : undefined
  if (rgb === undefined) throw new Error(`bug: \`${colour}\` is no colour`)
  return `${LEVELS[rgb >> 16]} ${LEVELS[(rgb >> 8) & 0xff]} ${LEVELS[rgb & 0xff]}`
}

/** From 0 to 1, in steps of 255ths. */
const LEVELS = Array.from({ length: 256 }, (_, level) => String(Math.round((level / 255) * 10_000) / 10_000))
