import { deflateSync } from 'node:zlib'

/** What the end of a file refers to: numbers of objects, and the file's identifier. */
export interface PdfTrailer {
  readonly root: number
  readonly info: number
  readonly id: Uint8Array
}

/** Objects in one stream: a reader that needs one of them inflates them all. */
const OBJECTS_PER_STREAM = 200

/**
 * Ends a file whose objects are written: those that are no streams go into object streams (ISO 32000-1, 7.5.7), since
 * a structure tree is thousands of small dictionaries that compress to a tenth. `offsets` are those of the objects
 * in the body, from that of object 1 on.
 */
export function withObjectStreams(body: Buffer, offsets: readonly number[], trailer: PdfTrailer): Buffer {
  const parts: Buffer[] = [body.subarray(0, Math.min(...offsets))]
  let length = parts[0]?.length ?? 0
  const places = new Map<number, ObjectLocation>()
  const write = (number: number, content: Buffer) => {
    places.set(number, { offset: length })
    const object = Buffer.concat([bytesOf(`${number} 0 obj\n`), content, bytesOf('\nendobj\n')])
    parts.push(object)
    length += object.length
  }

  const small: { number: number; content: Buffer }[] = []
  for (const { number, content } of objectsOf(body, offsets))
    if (content.includes('\nstream\n')) write(number, content)
    else small.push({ number, content })
  let next = offsets.length + 1
  for (let from = 0; from < small.length; from += OBJECTS_PER_STREAM) {
    const objects = small.slice(from, from + OBJECTS_PER_STREAM)
    objects.forEach(({ number }, index) => {
      places.set(number, { stream: next, index })
    })
    write(next++, objectStream(objects))
  }
  const start = length
  places.set(next, { offset: start })
  write(next, crossReferenceStream(places, next, trailer))
  return Buffer.concat([...parts, bytesOf(`startxref\n${start}\n%%EOF\n`)])
}

/** In the file, or in an object stream. */
type ObjectLocation = { readonly offset: number } | { readonly stream: number; readonly index: number }

function* objectsOf(
  body: Buffer,
  offsets: readonly number[],
): Generator<{ number: number; content: Buffer }> {
  const ends = [...offsets, body.length].sort((one, other) => one - other)
  const endOf = new Map(ends.map((offset, index) => [offset, ends[index + 1] ?? body.length]))
  for (const [index, offset] of offsets.entries()) {
    const number = index + 1
    const from = offset + `${number} 0 obj\n`.length
    const to = (endOf.get(offset) ?? body.length) - '\nendobj\n'.length
    yield { number, content: body.subarray(from, to) }
  }
}

function objectStream(objects: readonly { readonly number: number; readonly content: Buffer }[]): Buffer {
  let offset = 0
  const index = objects.map(({ number, content }) => {
    const entry = `${number} ${offset}`
    offset += content.length + 1
    return entry
  })
  const head = bytesOf(`${index.join(' ')}\n`)
  const contents = objects.flatMap(({ content }) => [content, bytesOf('\n')])
  const entries = `/Type /ObjStm\n/N ${objects.length}\n/First ${head.length}`
  return streamOf(entries, Buffer.concat([head, ...contents]))
}

/** A cross-reference stream (ISO 32000-1, 7.5.8): a kind, a place and an index for every object. */
function crossReferenceStream(
  places: ReadonlyMap<number, ObjectLocation>,
  last: number,
  trailer: PdfTrailer,
): Buffer {
  const table = Buffer.alloc((last + 1) * ENTRY_BYTES)
  table.writeUInt16BE(0xffff, 5)
  for (const [number, place] of places) {
    const at = number * ENTRY_BYTES
    const inFile = 'offset' in place
    table.writeUInt8(inFile ? 1 : 2, at)
    table.writeUInt32BE(inFile ? place.offset : place.stream, at + 1)
    table.writeUInt16BE(inFile ? 0 : place.index, at + 5)
  }
  const id = `<${Buffer.from(trailer.id).toString('hex')}>`
  const entries = `/Type /XRef\n/Size ${last + 1}\n/W [1 4 2]\n/Root ${trailer.root} 0 R\n/Info ${trailer.info} 0 R\n/ID [${id} ${id}]`
  return streamOf(entries, table)
}

/** Bytes of an entry: 1, 4 and 2. */
const ENTRY_BYTES = 7
const bytesOf = (text: string): Buffer => Buffer.from(text, 'latin1')

function streamOf(entries: string, content: Buffer): Buffer {
  const data = deflateSync(content)
  const head = `<<\n${entries}\n/Length ${data.length}\n/Filter /FlateDecode\n>>\nstream\n`
  return Buffer.concat([bytesOf(head), data, bytesOf('\nendstream')])
}
