import { crc32, deflateSync } from 'node:zlib'

/** Pixels of a picture, four bytes each: red, green, blue, and one that is not used. */
export interface PixelRows {
  readonly width: number
  readonly height: number
  readonly data: Uint8Array
}

const SIGNATURE = Buffer.from('\x89PNG\r\n\x1a\n', 'latin1')
const TRUE_COLOUR = 2
const BITS = 8
const BYTES = 3
const BYTES_OF_PIXEL = 4
/** Pages of type are smaller without a filter (PNG, third edition, 9.2). */
const NO_FILTER = 0
const INCHES_PER_METRE = 39.3701
const PERCEPTUAL = 0
const METRE = 1

/** Writes a picture as PNG in sRGB: the same bytes for the same pixels. `resolution` is in dots per inch. */
export function writePng(pixels: PixelRows, resolution: number): Buffer {
  const { width, height } = pixels
  const head = Buffer.alloc(13)
  head.writeUInt32BE(width, 0)
  head.writeUInt32BE(height, 4)
  head.set([BITS, TRUE_COLOUR, 0, 0, 0], 8)
  const size = Buffer.alloc(9)
  const perMetre = Math.round(resolution * INCHES_PER_METRE)
  size.writeUInt32BE(perMetre, 0)
  size.writeUInt32BE(perMetre, 4)
  size.writeUInt8(METRE, 8)
  return Buffer.concat([
    SIGNATURE,
    chunk('IHDR', head),
    chunk('sRGB', Buffer.from([PERCEPTUAL])),
    chunk('pHYs', size),
    chunk('IDAT', deflateSync(filteredRows(pixels), { level: 6 })),
    chunk('IEND', Buffer.alloc(0)),
  ])
}

function filteredRows({ width, height, data }: PixelRows): Buffer {
  const rows = Buffer.alloc(height * (width * BYTES + 1))
  let to = 0
  for (let y = 0, from = 0; y < height; y++) {
    rows[to++] = NO_FILTER
    for (let x = 0; x < width; x++, from += BYTES_OF_PIXEL)
      for (let colour = 0; colour < BYTES; colour++) rows[to++] = data[from + colour] ?? 0
  }
  return rows
}

function chunk(type: string, data: Uint8Array): Buffer {
  const named = Buffer.concat([Buffer.from(type, 'latin1'), data])
  const framed = Buffer.alloc(named.length + 8)
  framed.writeUInt32BE(data.length, 0)
  named.copy(framed, 4)
  framed.writeUInt32BE(crc32(named), named.length + 4)
  return framed
}
