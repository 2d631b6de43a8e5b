import { createHash } from 'node:crypto'
import { deflated } from './deflate.js'
import { dictionary, referenceTo } from './pdf-syntax.js'

/** What the trailer refers to, by object number. */
export interface PdfTrailer {
  readonly root: number
  readonly info: number
}

/** A reader that needs one object of a stream inflates all of them. */
const OBJECTS_PER_STREAM = 200

/**
 * The objects of a file as they are written. Those that are not streams go into object streams (ISO 32000-1, 7.5.7), since
 * a structure tree is thousands of small dictionaries that compress to a tenth.
 */
export class FileBody {
  readonly #parts: Uint8Array[] = [latin1(HEADER)]
  #length = HEADER.length
  /** By object number, from 1. */
  readonly #places: ObjectPlace[] = []
  /** Of the object stream that is being filled: numbers with offsets, and contents. */
  #index = ''
  #contents = ''
  #held: number[] = []

  /** `reserve` gives the number of an object that is to be written. */
  constructor(private readonly reserve: () => number) {}

  /** Adds an object that is no stream; `syntax` has a character a byte. */
  addObject(number: number, syntax: string): void {
    this.#index += `${number} ${this.#contents.length} `
    this.#contents += `${syntax}\n`
    this.#held.push(number)
    if (this.#held.length === OBJECTS_PER_STREAM) this.#endObjectStream()
  }

  /** Adds a stream with its dictionary, whose `Length` is that of `data`. */
  addStream(number: number, syntax: string, data: Uint8Array): void {
    this.#places[number] = { offset: this.#length }
    this.#push(latin1(`${number} 0 obj\n${syntax}\nstream\n`))
    this.#push(data)
    this.#push(STREAM_END)
  }

  /** Adds a stream of bytes that are compressed already. */
  addDeflated(number: number, entries: Readonly<Record<string, string | number>>, data: Uint8Array): void {
    this.addStream(number, dictionary({ ...entries, Length: data.length, Filter: '/FlateDecode' }), data)
  }

  /** The whole file. Its identifier is computed from its content (ISO 32000-1, 14.4), not from the time. */
  complete({ root, info }: PdfTrailer): Uint8Array {
    this.#endObjectStream()
    const number = this.reserve()
    const hash = createHash('md5')
    for (const part of this.#parts) hash.update(part)
    const id = `<${hash.digest('hex')}>`
    const start = this.#length
    this.#places[number] = { offset: start }
    this.addDeflated(
      number,
      {
        Type: '/XRef',
        Size: number + 1,
        W: '[1 4 2]',
        Root: referenceTo(root),
        Info: referenceTo(info),
        ID: `[${id} ${id}]`,
      },
      deflated(this.#crossReferences(number)),
    )
    this.#push(latin1(`startxref\n${start}\n%%EOF\n`))
    return new Uint8Array(Buffer.concat(this.#parts, this.#length))
  }

  #endObjectStream(): void {
    if (this.#held.length === 0) return
    const stream = this.reserve()
    this.#held.forEach((number, index) => {
      this.#places[number] = { stream, index }
    })
    const entries = { Type: '/ObjStm', N: this.#held.length, First: this.#index.length }
    this.addDeflated(stream, entries, deflated(latin1(this.#index + this.#contents)))
    this.#index = ''
    this.#contents = ''
    this.#held = []
  }

  /** A cross-reference stream (ISO 32000-1, 7.5.8): for every object a type, an offset or stream, and an index. */
  #crossReferences(last: number): Uint8Array {
    const table = Buffer.alloc((last + 1) * ENTRY_BYTES)
    table.writeUInt16BE(0xffff, 5)
    for (let number = 1; number <= last; number++) {
      const place = this.#places[number]
      if (!place) throw new Error(`bug: object ${number} was not written`)
      const at = number * ENTRY_BYTES
      const inFile = 'offset' in place
      table[at] = inFile ? 1 : 2
      table.writeUInt32BE(inFile ? place.offset : place.stream, at + 1)
      table.writeUInt16BE(inFile ? 0 : place.index, at + 5)
    }
    return table
  }

  #push(part: Uint8Array): void {
    this.#parts.push(part)
    this.#length += part.length
  }
}

/** In the file, or in an object stream. */
type ObjectPlace = { readonly offset: number } | { readonly stream: number; readonly index: number }

const ENTRY_BYTES = 1 + 4 + 2
const latin1 = (text: string): Buffer => Buffer.from(text, 'latin1')
/** The second line tells programs that the file is binary (ISO 32000-1, 7.5.2). */
const HEADER = '%PDF-1.7\n%\xff\xff\xff\xff\n'
const STREAM_END = latin1('\nendstream\nendobj\n')
