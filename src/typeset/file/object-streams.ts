import { deflateSync } from 'node:zlib'
import { present } from '../../diagnostics/index.js'

/** What the trailer refers to by object number, and the file's identifier. */
export interface PdfTrailer {
  readonly root: number
  readonly info: number
  readonly id: Uint8Array
}

/** A reader that needs one object of a stream inflates all of them. */
const OBJECTS_PER_STREAM = 200

/**
 * Completes a file whose objects are written. Those that are not streams go into object streams (ISO 32000-1, 7.5.7),
 * since a structure tree is thousands of small dictionaries that compress to a tenth. `offsets` are those of the objects
 * in the body, beginning with object 1.
 */
export function withObjectStreams(body: Buffer, offsets: readonly number[], trailer: PdfTrailer): Buffer {
  const header = body.subarray(0, Math.min(...offsets))
  const parts: Buffer[] = [header]
  let { length } = header
  const locations = new Map<number, ObjectLocation>()
  const write = (number: number, content: Buffer) => {
    locations.set(number, { offset: length })
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
      locations.set(number, { stream: next, index })
    })
    write(next++, objectStream(objects))
  }
  const start = length
  locations.set(next, { offset: start })
  write(next, crossReferenceStream(locations, next, trailer))
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
    const to = present(endOf.get(offset), 'end of an object') - '\nendobj\n'.length
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

/** A cross-reference stream (ISO 32000-1, 7.5.8): for every object a type, an offset or stream, and an index. */
function crossReferenceStream(
  locations: ReadonlyMap<number, ObjectLocation>,
  last: number,
  trailer: PdfTrailer,
): Buffer {
  const table = Buffer.alloc((last + 1) * ENTRY_BYTES)
  table.writeUInt16BE(0xffff, 5)
  for (const [number, place] of locations) {
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

const ENTRY_BYTES = 1 + 4 + 2
const bytesOf = (text: string): Buffer => Buffer.from(text, 'latin1')

function streamOf(entries: string, content: Buffer): Buffer {
  const data = deflateSync(content)
  const head = `<<\n${entries}\n/Length ${data.length}\n/Filter /FlateDecode\n>>\nstream\n`
  return Buffer.concat([bytesOf(head), data, bytesOf('\nendstream')])
}
