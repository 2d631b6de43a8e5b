import { COLOUR, COLOUR_ALPHA, GREY_ALPHA, INDEXED, type PngChunks } from './png-chunks.js'
import { channelsOf } from './png-passes.js'

export const OPAQUE = 255

/** A row of pixels in eight bits a sample, of which every `dx`-th column of the picture has one. */
export interface PixelRow {
  readonly y: number
  readonly x: number
  readonly dx: number
  readonly columns: number
  /** One byte a pixel if grey, else three. */
  readonly colours: Uint8Array
  /** How opaque each pixel is; undefined for a picture without transparency. */
  readonly alpha: Uint8Array | undefined
}

/** Where the pixels of a picture go, in any order of its rows. */
export interface PixelTarget {
  add(row: PixelRow): void
  /** The picture, once all rows were added. */
  finish(): Pixels
}

export interface Pixels {
  readonly width: number
  readonly height: number
  readonly colours: Uint8Array
  readonly alpha: Uint8Array | undefined
}

/** Bytes of a colour in eight bits. */
export const coloursPerPixel = (colourType: number): number =>
  colourType === COLOUR || colourType === COLOUR_ALPHA || colourType === INDEXED ? 3 : 1

/** Whether a PNG says how opaque its pixels are. */
export const hasTransparency = ({ colourType, transparency }: PngChunks): boolean =>
  colourType === GREY_ALPHA || colourType === COLOUR_ALPHA || transparency !== undefined

/** Takes the bytes of rows to pixels of eight bits a sample. What it returns is overwritten by its next row. */
export function pixelReader(
  png: PngChunks,
): (line: Uint8Array, columns: number) => Pick<PixelRow, 'colours' | 'alpha'> {
  const { width, bits, colourType } = png
  const channels = channelsOf(colourType)
  if (bits === 8 && colourType !== INDEXED && !hasTransparency(png))
    return line => ({ colours: line, alpha: undefined })
  const unpacked = bits === 16 ? new Uint16Array(width * channels) : new Uint8Array(width * channels)
  const colours = new Uint8Array(width * coloursPerPixel(colourType))
  const alpha = hasTransparency(png) ? new Uint8Array(width) : undefined
  const readColours = colourReader(png, colours)
  const readAlpha = alpha && alphaReader(png, alpha)
  return (line, columns) => {
    const samples = bits === 8 ? line : unpack(line, unpacked, columns * channels, bits)
    readColours(samples, columns)
    readAlpha?.(samples, columns)
    return { colours, alpha }
  }
}

type Samples = Uint8Array | Uint16Array
type ReadSamples = (samples: Samples, columns: number) => void

function unpack(line: Uint8Array, samples: Samples, count: number, bits: number): Samples {
  if (bits === 16) {
    for (let at = 0; at < count; at++)
      samples[at] = ((line[2 * at] as number) << 8) | (line[2 * at + 1] as number)
    return samples
  }
  const mask = 2 ** bits - 1
  for (let at = 0; at < count; at++) {
    const bit = at * bits
    samples[at] = ((line[bit >> 3] as number) >> (8 - bits - (bit & 7))) & mask
  }
  return samples
}

function colourReader({ bits, colourType, palette }: PngChunks, colours: Uint8Array): ReadSamples {
  if (palette)
    return (samples, columns) => {
      for (let column = 0, to = 0; column < columns; column++, to += 3) {
        // A number beyond the palette stands for black (PNG, third edition, 11.2.2).
        const from = 3 * (samples[column] as number)
        colours[to] = palette[from] ?? 0
        colours[to + 1] = palette[from + 1] ?? 0
        colours[to + 2] = palette[from + 2] ?? 0
      }
    }
  const channels = channelsOf(colourType)
  const kept = coloursPerPixel(colourType)
  const inEight = eightBits(bits)
  return (samples, columns) => {
    for (let column = 0, from = 0, to = 0; column < columns; column++, from += channels)
      for (let channel = 0; channel < kept; channel++, to++)
        colours[to] = inEight[samples[from + channel] as number] as number
  }
}

/** What a sample of fewer or more bits is in eight. */
function eightBits(bits: number): Uint8Array {
  const most = 2 ** bits - 1
  return Uint8Array.from({ length: most + 1 }, (_, sample) => Math.round((sample * OPAQUE) / most))
}

function alphaReader({ bits, colourType, transparency }: PngChunks, alpha: Uint8Array): ReadSamples {
  const channels = channelsOf(colourType)
  if (!transparency) {
    const inEight = eightBits(bits)
    return (samples, columns) => {
      for (let column = 0, from = channels - 1; column < columns; column++, from += channels)
        alpha[column] = inEight[samples[from] as number] as number
    }
  }
  if (colourType === INDEXED)
    return (samples, columns) => {
      for (let column = 0; column < columns; column++)
        alpha[column] = transparency[samples[column] as number] ?? OPAQUE
    }
  const clear = clearColour(transparency, bits)
  return (samples, columns) => {
    for (let column = 0; column < columns; column++) {
      let isClear = true
      for (let channel = 0; channel < channels; channel++)
        isClear &&= samples[column * channels + channel] === clear[channel]
      alpha[column] = isClear ? 0 : OPAQUE
    }
  }
}

/** Two bytes a sample, of which those bits count that a sample has. */
function clearColour(transparency: Uint8Array, bits: number): number[] {
  const view = new DataView(transparency.buffer, transparency.byteOffset, transparency.byteLength)
  const mask = 2 ** bits - 1
  return Array.from({ length: transparency.length / 2 }, (_, index) => view.getUint16(2 * index) & mask)
}
