/** A value of a printed file (ISO 32000-1, 7.3): strings are decoded, names begin with a slash. */
export type ParsedValue =
  | number
  | boolean
  | null
  | string
  | ParsedName
  | ParsedReference
  | ParsedValue[]
  | ParsedDictionary
export type ParsedDictionary = Map<string, ParsedValue>
export class ParsedName {
  constructor(readonly text: string) {}
}
export class ParsedReference {
  constructor(readonly number: number) {}
}

const TOKEN =
  /\s*(?:(\d+) \d+ R\b|(<<|>>|\[|\])|\/([^\s<>[\]()/]*)|(-?[\d.]+)|<([\da-fA-F]*)>|\(((?:\\[\s\S]|[^\\()])*)\)|(true|false|null))/y

/** Reads one value at the beginning of `text`. */
export function parsePdfValue(text: string): ParsedValue {
  let at = 0
  const next = (): RegExpExecArray => {
    TOKEN.lastIndex = at
    const token = TOKEN.exec(text)
    if (!token) throw new Error(`no PDF value at ${at} of ${text.slice(at, at + 60)}`)
    at = TOKEN.lastIndex
    return token
  }
  const until = (end: string): ParsedValue[] => {
    const values: ParsedValue[] = []
    for (;;) {
      const token = next()
      if (token[2] === end) return values
      values.push(valueFrom(token))
    }
  }
  const valueFrom = ([, ref, mark, name, number, hex, literal, word]: RegExpExecArray): ParsedValue => {
    if (ref) return new ParsedReference(Number(ref))
    if (mark === '[') return until(']')
    if (mark === '<<') return dictionaryOf(until('>>'))
    if (name !== undefined) return new ParsedName(name)
    if (number) return Number(number)
    if (hex !== undefined) return stringOf(Buffer.from(hex, 'hex').toString('latin1'))
    if (literal !== undefined) return stringOf(unescapeLiteral(literal))
    return word === 'null' ? null : word === 'true'
  }
  return valueFrom(next())
}

function dictionaryOf(values: readonly ParsedValue[]): ParsedDictionary {
  const dictionary: ParsedDictionary = new Map()
  for (let index = 0; index < values.length; index += 2) {
    const key = values[index]
    if (!(key instanceof ParsedName)) throw new Error(`a dictionary has the key ${String(key)}`)
    dictionary.set(key.text, values[index + 1] ?? null)
  }
  return dictionary
}

/** The bytes of the strings in parentheses in an array, a character a byte. */
export const literalStrings = (array: string): string[] =>
  [...array.matchAll(/\(((?:\\[\s\S]|[^\\()])*)\)/g)].map(([, literal = '']) => unescapeLiteral(literal))

const ESCAPES: Readonly<Record<string, string>> = { n: '\n', r: '\r', t: '\t', b: '\b', f: '\f' }
const unescapeLiteral = (literal: string): string =>
  literal.replace(/\\([\s\S])/g, (_, character: string) => ESCAPES[character] ?? character)

/** UTF-16 with its mark, else one byte a character. */
function stringOf(bytes: string): string {
  return bytes.startsWith('\xfe\xff') ? decodeUtf16(Buffer.from(bytes.slice(2), 'latin1')) : bytes
}

/** From big-endian bytes. */
export const decodeUtf16 = (bytes: Buffer): string => Buffer.from(bytes).swap16().toString('utf16le')
