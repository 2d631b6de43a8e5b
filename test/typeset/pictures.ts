import { crc32, deflateSync } from 'node:zlib'

/** A PNG to be made: what the samples of each pixel are, in the file's own depth. */
export interface PngSketch {
  readonly width: number
  readonly height: number
  readonly bits: number
  readonly colourType: number
  readonly interlaced?: boolean
  /** Three bytes a colour. */
  readonly palette?: readonly number[]
  /** The bytes of `tRNS`. */
  readonly transparency?: readonly number[]
  readonly pixel: (x: number, y: number) => readonly number[]
  /** Chunks that stand before the pixels. */
  readonly chunks?: readonly (readonly [string, Uint8Array])[]
  /** Changes the rows before they are compressed. */
  readonly rows?: (rows: Buffer) => Buffer
}

const ADAM7 = [
  [0, 0, 8, 8],
  [4, 0, 8, 8],
  [0, 4, 4, 8],
  [2, 0, 4, 4],
  [0, 2, 2, 4],
  [1, 0, 2, 2],
  [0, 1, 1, 2],
] as const

/** Writes a PNG, with every kind of filter in turn. */
export function makePng(sketch: PngSketch): Buffer {
  const { width, height, bits, colourType, interlaced = false, palette, transparency, chunks = [] } = sketch
  const rows: Buffer[] = []
  for (const [x0, y0, dx, dy] of interlaced ? ADAM7 : [[0, 0, 1, 1] as const]) {
    let above: Buffer | undefined
    for (let y = y0; y < height && x0 < width; y += dy) {
      const samples: number[] = []
      for (let x = x0; x < width; x += dx) samples.push(...sketch.pixel(x, y))
      const line = packed(samples, bits)
      const pixelBytes = Math.max(1, ((samples.length / Math.ceil((width - x0) / dx)) * bits) >> 3)
      rows.push(filtered(rows.length % 5, line, above ?? Buffer.alloc(line.length), pixelBytes))
      above = line
    }
  }
  const pixels = (sketch.rows ?? (all => all))(Buffer.concat(rows))
  return Buffer.concat([
    PNG_SIGNATURE,
    pngChunk('IHDR', pngHead(width, height, bits, colourType, interlaced)),
    ...(palette ? [pngChunk('PLTE', Buffer.from(palette))] : []),
    ...(transparency ? [pngChunk('tRNS', Buffer.from(transparency))] : []),
    ...chunks.map(([type, data]) => pngChunk(type, data)),
    ...halves(deflateSync(pixels)).map(half => pngChunk('IDAT', half)),
    pngChunk('IEND', Buffer.alloc(0)),
  ])
}

export const PNG_SIGNATURE = Buffer.from('\x89PNG\r\n\x1a\n', 'latin1')

export function pngHead(width: number, height: number, bits = 8, colourType = 0, interlaced = false): Buffer {
  const head = Buffer.alloc(13)
  head.writeUInt32BE(width, 0)
  head.writeUInt32BE(height, 4)
  head.set([bits, colourType, 0, 0, interlaced ? 1 : 0], 8)
  return head
}

export function pngChunk(type: string, data: Uint8Array): Buffer {
  const body = Buffer.concat([Buffer.from(type), data])
  const [length, sum] = [Buffer.alloc(4), Buffer.alloc(4)]
  length.writeUInt32BE(data.length)
  sum.writeUInt32BE(crc32(body))
  return Buffer.concat([length, body, sum])
}

const halves = (bytes: Buffer) => {
  const middle = bytes.length >> 1
  return [bytes.subarray(0, middle), bytes.subarray(middle)]
}

function packed(samples: readonly number[], bits: number): Buffer {
  const row = Buffer.alloc(Math.ceil((samples.length * bits) / 8))
  for (const [index, sample] of samples.entries())
    if (bits === 16) row.writeUInt16BE(sample, 2 * index)
    else {
      const bit = index * bits
      row[bit >> 3] = (row[bit >> 3] ?? 0) | (sample << (8 - bits - (bit & 7)))
    }
  return row
}

function filtered(filter: number, line: Buffer, above: Buffer, pixelBytes: number): Buffer {
  const guessed = [...line].map((value, index) => {
    const at = (row: Buffer, back: number) => (index < back ? 0 : (row[index - back] ?? 0))
    return value - pngGuess(filter, at(line, pixelBytes), at(above, 0), at(above, pixelBytes))
  })
  return Buffer.from([filter, ...guessed.map(value => value & 255)])
}

/** What a filter takes a byte for, given those to the left, above, and above on the left. */
export function pngGuess(filter: number, left: number, up: number, corner: number): number {
  const plane = left + up - corner
  const order = [left, up, corner].sort((one, other) => Math.abs(plane - one) - Math.abs(plane - other))
  return [0, left, up, (left + up) >> 1, order[0] ?? 0][filter] ?? 0
}

/** A PNG of one colour with an alpha channel. */
export const png = (size: number, shade: number): Uint8Array =>
  makePng({
    ...{ width: size, height: size, bits: 8, colourType: 6 },
    pixel: () => [shade, shade, shade, shade],
  })

export interface JpegSketch {
  /** The level of each colour: one is grey, three are YCbCr, four are CMYK. */
  readonly levels: readonly number[]
  /** Multiples of 8. */
  readonly width?: number
  readonly height?: number
  /** The marker of the frame. */
  readonly frame?: number
  readonly bits?: number
  /** Segments after the beginning, with marker. */
  readonly segments?: readonly (readonly [number, Uint8Array])[]
}

/** Writes a baseline JPEG of one colour. */
export function makeJpeg(sketch: JpegSketch): Buffer {
  const { levels, width = 8, height = 8, frame = 0xc0, bits = 8, segments = [] } = sketch
  const ids = levels.map((_, index) => index + 1)
  const size = [height >> 8, height & 255, width >> 8, width & 255]
  return Buffer.concat([
    Buffer.from([0xff, 0xd8]),
    ...segments.map(([marker, data]) => jpegSegment(marker, data)),
    jpegSegment(0xdb, Buffer.from([0, ...Array(64).fill(8)])),
    jpegSegment(frame, Buffer.from([bits, ...size, ids.length, ...ids.flatMap(id => [id, 0x11, 0])])),
    // Differences of 0 to 11 bits, each with a code of four; an alternating part that always ends at once.
    jpegSegment(0xc4, Buffer.from([0x00, 0, 0, 0, 12, ...Array(12).fill(0), ...Array(12).keys()])),
    jpegSegment(0xc4, Buffer.from([0x10, 1, ...Array(15).fill(0), 0])),
    jpegSegment(0xda, Buffer.from([ids.length, ...ids.flatMap(id => [id, 0]), 0, 63, 0])),
    scanOf(levels, (width * height) / 64),
    Buffer.from([0xff, 0xd9]),
  ])
}

export function jpegSegment(marker: number, data: Uint8Array): Buffer {
  const length = data.length + 2
  return Buffer.concat([Buffer.from([0xff, marker, length >> 8, length & 255]), data])
}

function scanOf(levels: readonly number[], blocks: number): Buffer {
  let bits = ''
  for (let block = 0; block < blocks; block++)
    for (const level of levels) {
      const difference = block === 0 ? level - 128 : 0
      const size = difference === 0 ? 0 : Math.abs(difference).toString(2).length
      const code = difference < 0 ? difference + 2 ** size - 1 : difference
      const digits = size === 0 ? '' : code.toString(2).padStart(size, '0')
      bits += `${size.toString(2).padStart(4, '0')}${digits}0`
    }
  const bytes = (bits + '1'.repeat(7)).match(/.{8}/g) ?? []
  return Buffer.from(bytes.flatMap(byte => (byte === '11111111' ? [255, 0] : [Number.parseInt(byte, 2)])))
}

/** Exif data of a JPEG that say how it is to be turned. */
export const exifSegment = (orientation: number, littleEndian = false): Buffer => {
  const tiff = Buffer.alloc(26)
  const short = (value: number, at: number) =>
    littleEndian ? tiff.writeUInt16LE(value, at) : tiff.writeUInt16BE(value, at)
  tiff.write(littleEndian ? 'II' : 'MM')
  short(42, 2)
  tiff[littleEndian ? 4 : 7] = 8
  short(1, 8)
  short(0x0112, 10)
  short(3, 12)
  tiff[littleEndian ? 14 : 17] = 1
  short(orientation, 18)
  return Buffer.concat([Buffer.from('Exif\0\0'), tiff])
}
