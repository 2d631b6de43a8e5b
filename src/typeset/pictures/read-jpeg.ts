import { exifOrientation } from './exif-orientation.js'
import {
  type ColorSpace,
  damaged,
  type EncodedPicture,
  type Picture,
  type PictureFault,
  sizeFault,
  unsupported,
} from './picture.js'

/** Markers (ITU-T T.81, table B.1). */
const START_OF_FRAME = 0xc0
const HUFFMAN_TABLES = 0xc4
const END = 0xd9
const START_OF_SCAN = 0xda
const QUANTIZATION_TABLES = 0xdb
const NUMBER_OF_LINES = 0xdc
const JFIF = 0xe0
const EXIF = 0xe1
const ADOBE = 0xee
/** Baseline, extended sequential and progressive: what the filter of a PDF decodes (ISO 32000-1, 7.4.8). */
const FRAMES = new Set([START_OF_FRAME, 0xc1, 0xc2])
const OTHER_FRAMES: Readonly<Record<number, string>> = {
  195: 'a lossless JPEG',
  197: 'a hierarchical JPEG',
  198: 'a hierarchical JPEG',
  199: 'a lossless JPEG',
  200: 'a JPEG of no standard',
  201: 'a JPEG with arithmetic coding',
  202: 'a JPEG with arithmetic coding',
  203: 'a JPEG with arithmetic coding',
  205: 'a JPEG with arithmetic coding',
  206: 'a JPEG with arithmetic coding',
  207: 'a JPEG with arithmetic coding',
  247: 'a JPEG-LS picture',
}
const COLOR_SPACES: Readonly<Record<number, ColorSpace>> = {
  1: 'DeviceGray',
  3: 'DeviceRGB',
  4: 'DeviceCMYK',
}

/** Viewers decode them, and not this program. */
const MAX_PIXELS = 250_000_000

const CUT_OFF = damaged('a JPEG that is cut off')
const DAMAGED = damaged('a JPEG that is damaged')

/** Reads a JPEG (ITU-T T.81) as far as its end, so that half a file is found; what its pixels are only viewers decode. */
export function readJpeg(bytes: Uint8Array): Picture | PictureFault {
  const segments = readSegments(bytes)
  if (!Array.isArray(segments)) return segments
  const frame = segments.find(({ marker }) => FRAMES.has(marker) || marker in OTHER_FRAMES)
  if (!frame) return DAMAGED
  if (!FRAMES.has(frame.marker)) return unsupported(OTHER_FRAMES[frame.marker] ?? 'a JPEG')
  const head = readFrame(frame.data)
  if (!('components' in head)) return head
  const has = (marker: number) => segments.some(segment => segment.marker === marker)
  if (!has(START_OF_SCAN)) return CUT_OFF
  if (!has(HUFFMAN_TABLES) || !has(QUANTIZATION_TABLES)) return damaged('a JPEG without its tables')
  const { width, height, components } = head
  const colorSpace = COLOR_SPACES[components.length]
  if (!colorSpace) return unsupported(`a JPEG of ${components.length} colours`)
  const encode = async () => encodeJpeg(segments, head, colorSpace)
  return { width, height, orientation: orientationOf(segments), colorSpace, encode }
}

interface JpegSegment {
  readonly marker: number
  /** Without marker and length. */
  readonly data: Uint8Array
  /** With them, and for a scan with the compressed data. */
  readonly whole: Uint8Array
}

function readSegments(bytes: Uint8Array): JpegSegment[] | PictureFault {
  const segments: JpegSegment[] = []
  let at = 2
  for (;;) {
    if (at + 2 > bytes.length) return CUT_OFF
    if (bytes[at] !== 0xff) return DAMAGED
    const marker = bytes[at + 1] ?? 0
    if (marker === 0xff) {
      at++
      continue
    }
    if (marker === END) return segments
    if (marker < START_OF_FRAME || (marker >= 0xd0 && marker <= 0xd8)) return DAMAGED
    if (at + 4 > bytes.length) return CUT_OFF
    const length = ((bytes[at + 2] ?? 0) << 8) | (bytes[at + 3] ?? 0)
    if (length < 2) return DAMAGED
    const end = at + 2 + length
    if (end > bytes.length) return CUT_OFF
    const next = marker === START_OF_SCAN ? endOfScan(bytes, end) : end
    segments.push({ marker, data: bytes.subarray(at + 4, end), whole: bytes.subarray(at, next) })
    at = next
  }
}

/** Where the compressed data of a scan end: at the next marker that neither stands for a byte nor restarts. */
function endOfScan(bytes: Uint8Array, start: number): number {
  let at = start
  for (;;) {
    at = bytes.indexOf(0xff, at)
    if (at === -1) return bytes.length
    const next = bytes[at + 1] ?? 0
    if (next !== 0 && !(next >= 0xd0 && next <= 0xd7)) return at
    at += 2
  }
}

interface JpegFrame {
  readonly width: number
  readonly height: number
  /** The identifiers of its colours. */
  readonly components: readonly number[]
}

function readFrame(data: Uint8Array): JpegFrame | PictureFault {
  const count = data[5] ?? 0
  if (data.length < 6 + 3 * count || count === 0) return DAMAGED
  const bits = data[0] ?? 0
  if (bits !== 8) return unsupported(`a JPEG with ${bits} bits a sample`, 'save it with 8 bits a sample')
  const view = new DataView(data.buffer, data.byteOffset, data.byteLength)
  const size = { width: view.getUint16(3), height: view.getUint16(1) }
  const components = Array.from({ length: count }, (_, index) => data[6 + 3 * index] ?? 0)
  return sizeFault('a JPEG', size, MAX_PIXELS) ?? { ...size, components }
}

function orientationOf(segments: readonly JpegSegment[]): number {
  const exif = segments.find(({ marker, data }) => marker === EXIF && beginsWith(data, 'Exif\0'))
  return exif ? exifOrientation(exif.data.subarray(6)) : 1
}

/** What decoding needs, and no more: not where and by whom a photograph was taken, nor what follows the picture. */
function encodeJpeg(
  segments: readonly JpegSegment[],
  { width, height, components }: JpegFrame,
  colorSpace: ColorSpace,
): EncodedPicture {
  const adobe = segments.some(({ marker, data }) => marker === ADOBE && beginsWith(data, 'Adobe'))
  const jfif = segments.some(({ marker }) => marker === JFIF)
  const needed = segments.filter(
    ({ marker }) => marker <= NUMBER_OF_LINES + 3 || marker === JFIF || marker === ADOBE,
  )
  const data = Buffer.concat([BEGINNING, ...needed.map(({ whole }) => whole), ENDING])
  const isRgb = !adobe && !jfif && String.fromCharCode(...components) === 'RGB'
  return {
    width,
    height,
    entries: {
      BitsPerComponent: 8,
      Filter: 'DCTDecode',
      ...(colorSpace === 'DeviceCMYK' && adobe ? { Decode: [1, 0, 1, 0, 1, 0, 1, 0] } : {}),
    },
    ...(isRgb ? { decodeParms: { ColorTransform: 0 } } : {}),
    data,
  }
}

const BEGINNING = Buffer.from([0xff, 0xd8])
const ENDING = Buffer.from([0xff, END])

const beginsWith = (data: Uint8Array, text: string) =>
  Buffer.from(data.subarray(0, text.length)).toString('latin1') === text
