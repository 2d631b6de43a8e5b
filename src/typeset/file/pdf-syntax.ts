/** The syntax of a reference to an object (ISO 32000-1, 7.3.10). */
export const referenceTo = (number: number): string => `${number} 0 R`

/** A reference to an object by its number, in the syntax of PDF for whatever prints it. */
export class ObjectReference {
  constructor(readonly number: number) {}

  /** pdfkit writes values of a class that it does not know by their text. */
  get [Symbol.toStringTag](): string {
    return 'ObjectReference'
  }

  toString(): string {
    return referenceTo(this.number)
  }
}

/** A text string in parentheses (ISO 32000-1, 7.9.2.2): ASCII, or UTF-16 with its mark, a character a byte. */
export function textString(text: string): string {
  const bytes = IS_ASCII.test(text)
    ? text
    : Buffer.from(`\ufeff${text}`, 'utf16le').swap16().toString('latin1')
  return NEEDS_ESCAPE.test(bytes)
    ? `(${bytes.replace(ESCAPED, mark => ESCAPES[mark] ?? `\\${mark}`)})`
    : `(${bytes})`
}

const IS_ASCII = /^[\0-\x7f]*$/
const NEEDS_ESCAPE = /[\n\r\\()]/
const ESCAPED = /[\n\r\\()]/g
const ESCAPES: Readonly<Record<string, string>> = { '\n': '\\n', '\r': '\\r' }

/** A dictionary of entries that are written already; those that are undefined are left out. */
export function dictionary(entries: Readonly<Record<string, string | number | undefined>>): string {
  let text = '<<\n'
  for (const key in entries) {
    const value = entries[key]
    if (value !== undefined) text += `/${key} ${value}\n`
  }
  return `${text}>>`
}

/** A number of PDF, which has no exponents: rounded to a millionth. */
export function numberSyntax(value: number): string {
  const rounded = Math.round(value * 1e6) / 1e6
  if (!Number.isFinite(rounded) || Math.abs(rounded) >= 1e15)
    throw new Error(`bug: ${value} is no number of PDF`)
  return Math.abs(rounded) < 1e-5 ? '0' : String(rounded)
}
