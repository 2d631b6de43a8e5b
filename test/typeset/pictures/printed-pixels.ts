import { inflateSync } from 'node:zlib'
import { expandObjectStreams } from '../../../src/typeset/outline/expand-object-streams.js'
import { pngGuess } from '../pictures.js'

/** A pixel as a page shows it: red, green, blue, and how opaque it is, each from 0 to 255. */
export type Pixel = readonly [number, number, number, number]

interface PdfObject {
  readonly dictionary: string
  readonly stream: Buffer
}

/** The pixels of the first picture of a printed file, row after row, as a viewer decodes them. */
export function printedPixels(pdf: Uint8Array): Pixel[] {
  const objects = new Map<string, PdfObject>()
  for (const [, number = '', body = ''] of expandObjectStreams(pdf).matchAll(
    /(?:^|\n)(\d+) 0 obj\n([\s\S]*?)\nendobj/g,
  )) {
    const [dictionary = '', stream = ''] = body.split(/\nstream\n([\s\S]*)/)
    objects.set(number, { dictionary, stream: Buffer.from(stream.replace(/\nendstream$/, ''), 'latin1') })
  }
  const masks = [...objects.values()].map(({ dictionary }) => numberOf(dictionary, 'SMask (\\d+) 0 R'))
  const [, image] =
    [...objects].find(
      ([number, { dictionary }]) => /\/Subtype \/Image/.test(dictionary) && !masks.includes(Number(number)),
    ) ?? []
  if (!image) throw new Error('the file has no picture')
  const mask = objects.get(String(numberOf(image.dictionary, 'SMask (\\d+) 0 R')))
  const alpha = mask && samplesOf(mask, objects, 1)
  const bits = numberOf(image.dictionary, 'BitsPerComponent (\\d+)')
  const palette = paletteOf(image, objects)
  const channels = palette ? 1 : /ColorSpace \/DeviceGray/.test(image.dictionary) ? 1 : 3
  const samples = samplesOf(image, objects, channels)
  return Array.from({ length: samples.length / channels }, (_, index) => {
    const part = (channel: number) => {
      const sample = samples[index * channels + (channels === 3 ? channel : 0)] ?? 0
      return palette ? (palette[3 * sample + channel] ?? 0) : Math.round((sample * 255) / (2 ** bits - 1))
    }
    return [part(0), part(1), part(2), alpha?.[index] ?? 255]
  })
}

const numberOf = (dictionary: string, pattern: string) =>
  Number(new RegExp(`/${pattern}`).exec(dictionary)?.[1])

function paletteOf({ dictionary }: PdfObject, objects: ReadonlyMap<string, PdfObject>): Buffer | undefined {
  const [, last, number = ''] = /\/Indexed \/DeviceRGB (\d+) (\d+) 0 R/.exec(dictionary) ?? []
  const palette = objects.get(number)
  if (!palette) return undefined
  const bytes = /FlateDecode/.test(palette.dictionary) ? inflateSync(palette.stream) : palette.stream
  if (bytes.length !== 3 * (Number(last) + 1)) throw new Error('a palette with another length than it says')
  return bytes
}

function samplesOf(
  { dictionary, stream }: PdfObject,
  objects: ReadonlyMap<string, PdfObject>,
  channels: number,
): number[] {
  const width = numberOf(dictionary, 'Width (\\d+)')
  const bits = numberOf(dictionary, 'BitsPerComponent (\\d+)')
  const rowBytes = Math.ceil((width * channels * bits) / 8)
  const parameters = objects.get(String(numberOf(dictionary, 'DecodeParms (\\d+) 0 R')))
  const data = inflateSync(stream)
  const rows = parameters ? unfiltered(data, rowBytes, Math.max(1, (channels * bits) >> 3)) : data
  const height = numberOf(dictionary, 'Height (\\d+)')
  if (rows.length !== rowBytes * height) throw new Error('a picture with another length than it says')
  return Array.from({ length: width * height * channels }, (_, index) => {
    const row = Math.floor(index / (width * channels)) * rowBytes
    const bit = (index % (width * channels)) * bits
    const byte = row + (bit >> 3)
    if (bits === 16) return rows.readUInt16BE(byte)
    return ((rows[byte] ?? 0) >> (8 - bits - (bit & 7))) & (2 ** bits - 1)
  })
}

function unfiltered(data: Buffer, rowBytes: number, pixelBytes: number): Buffer {
  const rows = Buffer.alloc((data.length / (rowBytes + 1)) * rowBytes)
  for (let row = 0, to = 0; to < rows.length; row++)
    for (let column = 0; column < rowBytes; column++, to++) {
      const left = column < pixelBytes ? 0 : (rows[to - pixelBytes] ?? 0)
      const up = rows[to - rowBytes] ?? 0
      const corner = column < pixelBytes ? 0 : (rows[to - rowBytes - pixelBytes] ?? 0)
      const at = row * (rowBytes + 1)
      rows[to] = (data[at + 1 + column] ?? 0) + pngGuess(data[at] ?? 0, left, up, corner)
    }
  return rows
}
