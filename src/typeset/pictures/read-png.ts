import { deflateSync } from 'node:zlib'
import { AveragedPixels } from './averaged-pixels.js'
import { CopiedPixels } from './copied-pixels.js'
import { exifOrientation } from './exif-orientation.js'
import {
  type EncodedPicture,
  isPictureFault,
  type Picture,
  type PictureFault,
  type PixelSize,
} from './picture.js'
import { coloursPerPixel, hasTransparency, OPAQUE, type PixelTarget, pixelReader } from './pixel-rows.js'
import { type PngChunks, readPngChunks } from './png-chunks.js'
import { channelsOf } from './png-passes.js'
import { readRows } from './png-rows.js'

/** Reads a PNG (W3C Portable Network Graphics, third edition): of any colour type and depth, whole or interlaced. */
export function readPng(bytes: Uint8Array): Picture | PictureFault {
  const png = readPngChunks(bytes)
  if (isPictureFault(png)) return png
  const { width, height, exif } = png
  return {
    width,
    height,
    orientation: exif ? exifOrientation(exif) : 1,
    colorSpace: coloursPerPixel(png.colourType) === 3 ? 'DeviceRGB' : 'DeviceGray',
    encode: smaller => encodePng(png, smaller),
  }
}

/**
 * Pixels without transparency, row after row, are in a PDF as they are in a PNG (ISO 32000-1, 7.4.4.4). All others, and
 * those of pictures that are scaled down, are decoded to eight bits a sample and a mask: viewers differ in how they take the rest.
 * Pixels of one bit are not scaled: they are scans of text or drawings, small at any size, that shades of grey would blur.
 */
async function encodePng(
  png: PngChunks,
  smaller: PixelSize | undefined,
): Promise<EncodedPicture | PictureFault> {
  const parts = coloursPerPixel(png.colourType)
  const isPlain = !(png.interlaced || hasTransparency(png))
  if (isPlain && (png.bits === 1 || !smaller)) return (await readRows(png)) ?? asItIs(png)
  if (smaller) return decoded(png, new AveragedPixels(png, smaller, parts, hasTransparency(png)))
  return decoded(png, new CopiedPixels(png.width, png.height, parts))
}

function asItIs({ bits, colourType, width, height, palette, pixels }: PngChunks): EncodedPicture {
  return {
    width,
    height,
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

async function decoded(png: PngChunks, target: PixelTarget): Promise<EncodedPicture | PictureFault> {
  const read = pixelReader(png)
  const fault = await readRows(png, (line, row, { x, y, dx, dy, columns }) =>
    target.add({ y: y + row * dy, x, dx, columns, ...read(line, columns) }),
  )
  if (fault) return fault
  const { width, height, colours, alpha } = target.finish()
  return {
    width,
    height,
    entries: { BitsPerComponent: 8, Filter: 'FlateDecode' },
    data: deflateSync(colours),
    ...(alpha?.some(opaque => opaque < OPAQUE) ? { alpha: deflateSync(alpha) } : {}),
  }
}
