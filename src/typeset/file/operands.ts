/** A length as content streams have it: points are told to a thousandth. */
export const numberOperand = (value: number): string => String(Math.round(value * 1000) / 1000)

/** Of a colour `#rrggbb`, shares of red, green and blue. */
export const rgbOperands = (colour: string): string =>
  [1, 3, 5]
    .map(at => Math.round((Number.parseInt(colour.slice(at, at + 2), 16) / 255) * 10_000) / 10_000)
    .join(' ')
