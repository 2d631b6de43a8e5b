import { inflateSync } from 'node:zlib'
import { damaged, type PictureFault } from './picture.js'
import { COLOUR, COLOUR_ALPHA, GREY_ALPHA, type PngChunks } from './png-chunks.js'

/** One of the reduced pictures that a PNG is transmitted in: where its pixels begin and how far they are apart. */
interface Pass {
  readonly x: number
  readonly y: number
  readonly dx: number
  readonly dy: number
}

const WHOLE: readonly Pass[] = [{ x: 0, y: 0, dx: 1, dy: 1 }]
/** Adam7 (PNG, third edition, 8.1). */
const INTERLACED: readonly Pass[] = [
  { x: 0, y: 0, dx: 8, dy: 8 },
  { x: 4, y: 0, dx: 8, dy: 8 },
  { x: 0, y: 4, dx: 4, dy: 8 },
  { x: 2, y: 0, dx: 4, dy: 4 },
  { x: 0, y: 2, dx: 2, dy: 4 },
  { x: 1, y: 0, dx: 2, dy: 2 },
  { x: 0, y: 1, dx: 1, dy: 2 },
]

/** The most that a byte of deflated data can stand for (zlib, "Maximum compression factor"). */
const MOST_INFLATION = 1032
const LAST_FILTER = 4

/** Samples in a pixel. */
export const channelsOf = (colourType: number): number =>
  colourType === COLOUR_ALPHA ? 4 : colourType === COLOUR ? 3 : colourType === GREY_ALPHA ? 2 : 1

/** Inflates the rows of a PNG, each after the number of its filter. They must be as many bytes as its head says. */
export function inflateRows(png: PngChunks): Buffer | PictureFault {
  const length = lengthOfRows(png)
  const compressed = Buffer.concat(png.pixels)
  if (length > compressed.length * MOST_INFLATION) return WRONG_LENGTH
  let rows: Buffer
  try {
    rows = inflateSync(compressed, { maxOutputLength: length })
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'ERR_BUFFER_TOO_LARGE' ? WRONG_LENGTH : DAMAGED_PIXELS
  }
  if (rows.length !== length) return WRONG_LENGTH
  for (const at of beginningsOfRows(png)) if ((rows[at] ?? 0) > LAST_FILTER) return DAMAGED_PIXELS
  return rows
}

const WRONG_LENGTH = damaged('a PNG with fewer or more pixels than its head says')
const DAMAGED_PIXELS = damaged('a PNG whose pixels are damaged')

function lengthOfRows(png: PngChunks): number {
  let length = 0
  for (const pass of passesOf(png)) length += pass.rows * (1 + pass.rowBytes)
  return length
}

function* beginningsOfRows(png: PngChunks): Generator<number> {
  let at = 0
  for (const { rows, rowBytes } of passesOf(png))
    for (let row = 0; row < rows; row++, at += 1 + rowBytes) yield at
}

/** The passes that have pixels, with their size. */
function passesOf({ width, height, bits, colourType, interlaced }: PngChunks) {
  return (interlaced ? INTERLACED : WHOLE)
    .map(pass => {
      const columns = Math.ceil((width - pass.x) / pass.dx)
      const rowBytes = Math.ceil((columns * channelsOf(colourType) * bits) / 8)
      return { ...pass, columns, rows: Math.ceil((height - pass.y) / pass.dy), rowBytes }
    })
    .filter(({ columns, rows }) => columns > 0 && rows > 0)
}

/** The samples of a PNG, pixel after pixel, given its inflated rows, in which the filters are undone in place. */
export function samplesOf(png: PngChunks, inflated: Uint8Array): Uint8Array | Uint16Array {
  const { width, height, bits, colourType } = png
  const channels = channelsOf(colourType)
  const length = width * height * channels
  const samples = bits === 16 ? new Uint16Array(length) : new Uint8Array(length)
  const pixelBytes = Math.max(1, (channels * bits) >> 3)
  let at = 0
  for (const { x, y, dx, dy, columns, rows, rowBytes } of passesOf(png)) {
    let above = new Uint8Array(rowBytes)
    for (let row = 0; row < rows; row++) {
      const line = inflated.subarray(at + 1, at + 1 + rowBytes)
      undoFilter(inflated[at] ?? 0, line, above, pixelBytes)
      const first = ((y + row * dy) * width + x) * channels
      spreadSamples(line, samples, { first, step: dx * channels, channels, columns, bits })
      above = line as Uint8Array<ArrayBuffer>
      at += 1 + rowBytes
    }
  }
  return samples
}

interface Spread {
  /** The index of the row's first sample. */
  readonly first: number
  /** Samples from one pixel to the next. */
  readonly step: number
  readonly channels: number
  readonly columns: number
  readonly bits: number
}

function spreadSamples(
  line: Uint8Array,
  samples: Uint8Array | Uint16Array,
  { first, step, channels, columns, bits }: Spread,
): void {
  if (bits === 8 && step === channels) {
    samples.set(line, first)
    return
  }
  const sampleAt = sampleReader(line, bits)
  let sample = 0
  for (let column = 0, to = first; column < columns; column++, to += step)
    for (let channel = 0; channel < channels; channel++, sample++) samples[to + channel] = sampleAt(sample)
}

function sampleReader(line: Uint8Array, bits: number): (sample: number) => number {
  if (bits === 8) return sample => line[sample] ?? 0
  if (bits === 16) return sample => ((line[2 * sample] ?? 0) << 8) | (line[2 * sample + 1] ?? 0)
  const mask = 2 ** bits - 1
  return sample => {
    const bit = sample * bits
    return ((line[bit >> 3] ?? 0) >> (8 - bits - (bit & 7))) & mask
  }
}

/** Undoes the filter of a row in place (PNG, third edition, 9.2). */
function undoFilter(filter: number, line: Uint8Array, above: Uint8Array, pixelBytes: number): void {
  const guess = GUESSES[filter]
  if (!guess) return
  for (let index = 0; index < line.length; index++) {
    const isFirst = index < pixelBytes
    const left = isFirst ? 0 : (line[index - pixelBytes] ?? 0)
    const corner = isFirst ? 0 : (above[index - pixelBytes] ?? 0)
    line[index] = (line[index] ?? 0) + guess(left, above[index] ?? 0, corner)
  }
}

/** The Paeth predictor. */
function nearest(left: number, up: number, corner: number): number {
  const fromLeft = Math.abs(up - corner)
  const fromUp = Math.abs(left - corner)
  const fromCorner = Math.abs(left + up - 2 * corner)
  if (fromLeft <= fromUp && fromLeft <= fromCorner) return left
  return fromUp <= fromCorner ? up : corner
}

/** What each filter takes a byte for, by those to the left, above, and above on the left; the first filter changes nothing. */
const GUESSES: readonly (((left: number, up: number, corner: number) => number) | undefined)[] = [
  undefined,
  left => left,
  (_, up) => up,
  (left, up) => (left + up) >> 1,
  nearest,
]
