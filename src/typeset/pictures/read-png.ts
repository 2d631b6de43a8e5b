import { deflateSync } from 'node:zlib'
import { exifOrientation } from './exif-orientation.js'
import {
  type ColorSpace,
  type EncodedPicture,
  isPictureFault,
  type Picture,
  type PictureFault,
} from './picture.js'
import { COLOUR, COLOUR_ALPHA, GREY_ALPHA, INDEXED, type PngChunks, readPngChunks } from './png-chunks.js'
import { channelsOf, inflateRows, samplesOf } from './png-samples.js'

/** Reads a PNG (W3C Portable Network Graphics, third edition): of any colour type and depth, whole or interlaced. */
export function readPng(bytes: Uint8Array): Picture | PictureFault {
  const png = readPngChunks(bytes)
  if (isPictureFault(png)) return png
  const { width, height, exif } = png
  return {
    width,
    height,
    orientation: exif ? exifOrientation(exif) : 1,
    colorSpace: colorSpaceOf(png),
    encode: () => encodePng(png),
  }
}

const colorSpaceOf = ({ colourType }: PngChunks): ColorSpace =>
  colourType === COLOUR || colourType === COLOUR_ALPHA || colourType === INDEXED ? 'DeviceRGB' : 'DeviceGray'

/**
 * Pixels without transparency, row after row, are in a PDF as they are in a PNG (ISO 32000-1, 7.4.4.4). All others are
 * decoded to eight bits a sample and a mask: viewers differ in how they take the rest.
 */
function encodePng(png: PngChunks): EncodedPicture | PictureFault {
  const rows = inflateRows(png)
  if (isPictureFault(rows)) return rows
  const hasAlpha = png.colourType === GREY_ALPHA || png.colourType === COLOUR_ALPHA
  return png.interlaced || hasAlpha || png.transparency ? decoded(png, rows) : asItIs(png)
}

function asItIs({ bits, colourType, width, palette, pixels }: PngChunks): EncodedPicture {
  return {
    entries: { BitsPerComponent: bits, Filter: 'FlateDecode' },
    decodeParms: { Predictor: 15, Colors: channelsOf(colourType), BitsPerComponent: bits, Columns: width },
    data: Buffer.concat(pixels),
    ...(palette ? { palette: wholePalette(palette, bits) } : {}),
  }
}

/** A number beyond the palette stands for black (PNG, third edition, 11.2.2). */
function wholePalette(palette: Uint8Array, bits: number): Uint8Array {
  const whole = new Uint8Array(3 * 2 ** bits)
  whole.set(palette)
  return whole
}

function decoded(png: PngChunks, rows: Uint8Array): EncodedPicture {
  const samples = samplesOf(png, rows)
  const alpha = alphaOf(png, samples)
  return {
    entries: { BitsPerComponent: 8, Filter: 'FlateDecode' },
    data: deflateSync(coloursOfSamples(png, samples)),
    ...(alpha ? { alpha: deflateSync(alpha) } : {}),
  }
}

function coloursOfSamples(png: PngChunks, samples: Uint8Array | Uint16Array): Uint8Array {
  const { width, height, bits, colourType, palette } = png
  const pixels = width * height
  const channels = channelsOf(colourType)
  if (palette) {
    const colours = new Uint8Array(pixels * 3)
    for (let pixel = 0; pixel < pixels; pixel++) {
      const colour = 3 * (samples[pixel] ?? 0)
      for (let part = 0; part < 3; part++) colours[3 * pixel + part] = palette[colour + part] ?? 0
    }
    return colours
  }
  const kept = colourType === COLOUR || colourType === COLOUR_ALPHA ? 3 : 1
  const most = 2 ** bits - 1
  const colours = new Uint8Array(pixels * kept)
  for (let pixel = 0; pixel < pixels; pixel++)
    for (let channel = 0; channel < kept; channel++)
      colours[pixel * kept + channel] = scaled(samples[pixel * channels + channel] ?? 0, most)
  return colours
}

const OPAQUE = 255
const scaled = (sample: number, most: number) => (most === 255 ? sample : Math.round((sample * 255) / most))

/** How opaque each pixel is; undefined if all of them are. */
function alphaOf(png: PngChunks, samples: Uint8Array | Uint16Array): Uint8Array | undefined {
  const { width, height, bits, colourType, transparency } = png
  const alpha = new Uint8Array(width * height).fill(OPAQUE)
  const channels = channelsOf(colourType)
  if (colourType === GREY_ALPHA || colourType === COLOUR_ALPHA) {
    const most = 2 ** bits - 1
    for (let pixel = 0; pixel < alpha.length; pixel++)
      alpha[pixel] = scaled(samples[pixel * channels + channels - 1] ?? most, most)
  } else if (transparency && colourType === INDEXED)
    for (let pixel = 0; pixel < alpha.length; pixel++)
      alpha[pixel] = transparency[samples[pixel] ?? 0] ?? OPAQUE
  else if (transparency) {
    const clear = clearColour(transparency, bits)
    for (let pixel = 0; pixel < alpha.length; pixel++)
      if (clear.every((value, channel) => samples[pixel * channels + channel] === value)) alpha[pixel] = 0
  } else return undefined
  return alpha
}

/** Two bytes a sample, of which those bits count that a sample has. */
function clearColour(transparency: Uint8Array, bits: number): number[] {
  const view = new DataView(transparency.buffer, transparency.byteOffset, transparency.byteLength)
  const mask = 2 ** bits - 1
  return Array.from({ length: transparency.length / 2 }, (_, index) => view.getUint16(2 * index) & mask)
}
