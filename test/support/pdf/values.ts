/** A value of a printed file (ISO 32000-1, 7.3): strings are decoded, names begin with a slash. */
export type Value = number | boolean | null | string | Name | Ref | Value[] | Dictionary
export type Dictionary = Map<string, Value>
export class Name {
  constructor(readonly text: string) {}
}
export class Ref {
  constructor(readonly number: number) {}
}

const TOKEN =
  /\s*(?:(\d+) \d+ R\b|(<<|>>|\[|\])|\/([^\s<>[\]()/]*)|(-?[\d.]+)|<([\da-fA-F]*)>|\(((?:\\[\s\S]|[^\\()])*)\)|(true|false|null))/y

/** Reads one value at the beginning of `text`. */
export function readValue(text: string): Value {
  let at = 0
  const next = (): RegExpExecArray => {
    TOKEN.lastIndex = at
    const token = TOKEN.exec(text)
    if (!token) throw new Error(`no PDF value at ${at} of ${text.slice(at, at + 60)}`)
    at = TOKEN.lastIndex
    return token
  }
  const until = (end: string): Value[] => {
    const values: Value[] = []
    for (;;) {
      const token = next()
      if (token[2] === end) return values
      values.push(valueFrom(token))
    }
  }
  const valueFrom = ([, ref, mark, name, number, hex, literal, word]: RegExpExecArray): Value => {
    if (ref) return new Ref(Number(ref))
    if (mark === '[') return until(']')
    if (mark === '<<') return dictionaryOf(until('>>'))
    if (name !== undefined) return new Name(name)
    if (number) return Number(number)
    if (hex !== undefined) return stringOf(Buffer.from(hex, 'hex').toString('latin1'))
    if (literal !== undefined) return stringOf(unescaped(literal))
    return word === 'null' ? null : word === 'true'
  }
  return valueFrom(next())
}

function dictionaryOf(values: readonly Value[]): Dictionary {
  const dictionary: Dictionary = new Map()
  for (let index = 0; index < values.length; index += 2) {
    const key = values[index]
    if (!(key instanceof Name)) throw new Error(`a dictionary has the key ${String(key)}`)
    dictionary.set(key.text, values[index + 1] ?? null)
  }
  return dictionary
}

const ESCAPES: Readonly<Record<string, string>> = { n: '\n', r: '\r', t: '\t', b: '\b', f: '\f' }
const unescaped = (literal: string): string =>
  literal.replace(/\\([\s\S])/g, (_, character: string) => ESCAPES[character] ?? character)

/** UTF-16 with its mark, else one byte a character. */
function stringOf(bytes: string): string {
  return bytes.startsWith('\xfe\xff') ? utf16(Buffer.from(bytes.slice(2), 'latin1')) : bytes
}

/** From big-endian bytes. */
export const utf16 = (bytes: Buffer): string => Buffer.from(bytes).swap16().toString('utf16le')
