import { crc32 } from 'node:zlib'
import { damaged, type PictureFault, sizeFault, unsupported } from './picture.js'
import { PNG_SIGNATURE } from './picture-format.js'

/** Colour types (PNG, third edition, 11.2.1). */
export const GREY = 0
export const COLOUR = 2
export const INDEXED = 3
export const GREY_ALPHA = 4
export const COLOUR_ALPHA = 6

/** The head of a PNG, and its chunks as far as they bear on what is printed. */
export interface PngChunks {
  readonly width: number
  readonly height: number
  readonly bits: number
  readonly colourType: number
  readonly interlaced: boolean
  /** Three bytes a colour. */
  readonly palette: Uint8Array | undefined
  /** As the file has it: a colour that is clear, or how opaque the first colours of the palette are. */
  readonly transparency: Uint8Array | undefined
  /** Exif data. */
  readonly exif: Uint8Array | undefined
  /** The compressed pixels, in pieces. */
  readonly pixels: readonly Uint8Array[]
}

/** Bit depths by colour type. */
const DEPTHS: Readonly<Record<number, readonly number[]>> = {
  [GREY]: [1, 2, 4, 8, 16],
  [COLOUR]: [8, 16],
  [INDEXED]: [1, 2, 4, 8],
  [GREY_ALPHA]: [8, 16],
  [COLOUR_ALPHA]: [8, 16],
}
/** Bytes of a transparent colour. */
const TRANSPARENT_COLOUR_BYTES: Readonly<Record<number, number>> = { [GREY]: 2, [COLOUR]: 6 }

/** More than a page of A4 has at 600 to the inch; all of them are decoded in memory. */
const MAX_PIXELS = 50_000_000
const HEADER_BYTES = 13
/** The length, the type and the checksum. */
const FRAME_BYTES = 12

const CUT_OFF = damaged('a PNG that is cut off')

/** Reads the chunks of a PNG up to its end, each by its checksum; what is compressed stays so. */
export function readPngChunks(bytes: Uint8Array): PngChunks | PictureFault {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const found = new Map<string, Uint8Array>()
  const pixels: Uint8Array[] = []
  let head: PngHead | undefined
  let at = PNG_SIGNATURE.length
  for (;;) {
    if (at + FRAME_BYTES > bytes.length) return CUT_OFF
    const end = at + FRAME_BYTES + view.getUint32(at)
    const type = Buffer.from(bytes.subarray(at + 4, at + 8)).toString('latin1')
    if (!/^[A-Za-z]{4}$/.test(type)) return damaged('a PNG whose chunks are damaged')
    if (end > bytes.length) return CUT_OFF
    if (crc32(bytes.subarray(at + 4, end - 4)) !== view.getUint32(end - 4))
      return damaged(`a PNG whose chunk \`${type}\` is damaged`)
    const data = bytes.subarray(at + 8, end - 4)
    at = end
    if (!head) {
      const read = readHead(type, data)
      if (!('colourType' in read)) return read
      head = read
    } else if (type === 'IDAT') pixels.push(data)
    else if (type === 'IEND') break
    else if (!KNOWN.has(type) && /^[A-Z]/.test(type))
      return unsupported(`a PNG with a chunk \`${type}\`, which is of no standard`)
    else if (!found.has(type)) found.set(type, data)
  }
  if (pixels.length === 0) return CUT_OFF
  const colours = coloursOf(head, found)
  return 'cure' in colours ? colours : { ...head, ...colours, exif: found.get('eXIf'), pixels }
}

/** Critical chunks; a reader may pass over the others. */
const KNOWN = new Set(['PLTE', 'IDAT', 'IEND'])

type PngHead = Pick<PngChunks, 'width' | 'height' | 'bits' | 'colourType' | 'interlaced'>

function readHead(type: string, data: Uint8Array): PngHead | PictureFault {
  if (type === 'CgBI')
    return unsupported('a PNG in the form of an application for iOS', 'save it as a common PNG')
  if (type !== 'IHDR' || data.length !== HEADER_BYTES) return damaged('a PNG without a head')
  const view = new DataView(data.buffer, data.byteOffset, data.byteLength)
  const [width, height] = [view.getUint32(0), view.getUint32(4)]
  const [bits, colourType] = [view.getUint8(8), view.getUint8(9)]
  const [compression, filter, interlace] = [view.getUint8(10), view.getUint8(11), view.getUint8(12)]
  if (!DEPTHS[colourType]?.includes(bits))
    return damaged(`a PNG of colour type ${colourType} with ${bits} bits a sample, which no PNG has`)
  if (compression !== 0 || filter !== 0 || interlace > 1) return damaged('a PNG whose head is damaged')
  const fault = sizeFault('a PNG', { width, height }, MAX_PIXELS)
  return fault ?? { width, height, bits, colourType, interlaced: interlace === 1 }
}

/** The palette, which pictures of numbered colours need, and what is transparent. */
function coloursOf(
  { bits, colourType }: PngHead,
  chunks: ReadonlyMap<string, Uint8Array>,
): Pick<PngChunks, 'palette' | 'transparency'> | PictureFault {
  const transparency = chunks.get('tRNS')
  if (colourType !== INDEXED) {
    const length = TRANSPARENT_COLOUR_BYTES[colourType]
    if (length === undefined || !transparency) return { palette: undefined, transparency: undefined }
    return transparency.length === length ? { palette: undefined, transparency } : WRONG_TRANSPARENCY
  }
  const palette = chunks.get('PLTE')
  if (!palette || palette.length === 0 || palette.length % 3 !== 0 || palette.length > 256 * 3)
    return damaged('a PNG whose palette is missing or damaged')
  if (transparency && transparency.length > palette.length / 3) return WRONG_TRANSPARENCY
  return { palette: palette.subarray(0, 3 * 2 ** bits), transparency }
}

const WRONG_TRANSPARENCY = damaged('a PNG whose transparency is damaged')
