import { inflateSync } from 'node:zlib'
import { expandObjectStreams } from './expand-object-streams.js'
import {
  type ParsedDictionary,
  ParsedName,
  ParsedReference,
  type ParsedValue,
  parsePdfValue,
} from './pdf-values.js'

/** A printed file as a graph of values. */
export class PdfGraph {
  readonly #values = new Map<number, ParsedValue>()
  readonly #streams = new Map<number, string>()

  constructor(bytes: Uint8Array) {
    const file = expandObjectStreams(bytes)
    for (const [, number, body = ''] of file.matchAll(/(?:^|\n)(\d+) 0 obj\n([\s\S]*?)\nendobj/g)) {
      const [, head, raw] = /^([\s\S]*?)\nstream\n([\s\S]*)\nendstream$/.exec(body) ?? [undefined, body]
      const value = parsePdfValue(head ?? '')
      this.#values.set(Number(number), value)
      if (raw === undefined || !(value instanceof Map)) continue
      const packed = Buffer.from(raw, 'latin1')
      const deflated =
        value.get('Filter') instanceof ParsedName && nameEntry(value, 'Filter') === 'FlateDecode'
      this.#streams.set(Number(number), deflated ? inflateSync(packed).toString('latin1') : raw)
    }
  }

  get catalog(): ParsedDictionary {
    for (const value of this.#values.values())
      if (value instanceof Map && nameEntry(value, 'Type') === 'Catalog') return value
    throw new Error('the file has no catalog')
  }

  /** Pages in order, with the numbers of their objects. */
  get pages(): { number: number; page: ParsedDictionary }[] {
    return this.list(this.dictionary(this.catalog.get('Pages')).get('Kids')).map(kid => {
      if (!(kid instanceof ParsedReference)) throw new Error('a page is no object of its own')
      return { number: kid.number, page: this.dictionary(kid) }
    })
  }

  /** The value itself, where `value` refers to it. */
  follow(value: ParsedValue | undefined): ParsedValue {
    return value instanceof ParsedReference ? (this.#values.get(value.number) ?? null) : (value ?? null)
  }

  dictionary(value: ParsedValue | undefined): ParsedDictionary {
    const found = this.follow(value)
    if (found instanceof Map) return found
    throw new Error(`${String(found)} is no dictionary`)
  }

  /** The members of an array; of anything else, itself alone. */
  list(value: ParsedValue | undefined): ParsedValue[] {
    const found = this.follow(value)
    if (Array.isArray(found)) return found
    return found === null ? [] : [value instanceof ParsedReference ? value : found]
  }

  stream(value: ParsedValue | undefined): string {
    return value instanceof ParsedReference ? (this.#streams.get(value.number) ?? '') : ''
  }
}

/** The name that a dictionary has for a key. */
export function nameEntry(dictionary: ParsedDictionary, key: string): string | undefined {
  const value = dictionary.get(key)
  return value instanceof ParsedName ? value.text : undefined
}
