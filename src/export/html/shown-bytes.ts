import type { OpenedImage } from '../../typeset/index.js'
import { withoutTexts } from '../pictures/png-without-texts.js'

/** A file of a picture with all that it shows and nothing that it says besides: who made it, when, where, and with what. Undefined if it is damaged. */
export async function shownBytes(
  bytes: Uint8Array,
  { picture }: Pick<OpenedImage, 'picture'>,
): Promise<Uint8Array | undefined> {
  if (bytes[0] === PNG_BEGIN) return withoutTexts(bytes)
  if (bytes[0] !== JPEG_BEGIN)
    return new TextEncoder().encode(withoutRemarks(new TextDecoder().decode(bytes)))
  const encoded = await picture.encode()
  if ('cure' in encoded) return undefined
  return picture.orientation === 1 ? encoded.data : withOrientation(encoded.data, picture.orientation)
}

const PNG_BEGIN = 0x89
const JPEG_BEGIN = 0xff
/** Of the marker that begins a JPEG. */
const START_BYTES = 2

/** How a photograph is to be turned is said in a segment of its own (Exif 3.0, 4.7.2; tag 274), the only entry of it. */
function withOrientation(jpeg: Uint8Array, orientation: number): Uint8Array {
  const directory = [
    0x4d,
    0x4d,
    0,
    0x2a,
    0,
    0,
    0,
    8,
    0,
    1,
    1,
    0x12,
    0,
    3,
    0,
    0,
    0,
    1,
    0,
    orientation,
    0,
    0,
    0,
    0,
    0,
    0,
  ]
  const exif = [...Buffer.from('Exif\0\0', 'latin1'), ...directory]
  const segment = [0xff, 0xe1, 0, exif.length + 2, ...exif]
  return Buffer.concat([jpeg.subarray(0, START_BYTES), Uint8Array.from(segment), jpeg.subarray(START_BYTES)])
}

/** Comments and metadata of a drawing in SVG; within character data they would be text. */
const withoutRemarks = (svg: string): string =>
  svg.includes('<![CDATA[')
    ? svg
    : svg.replace(/<!--.*?-->/gs, '').replace(/<metadata\b.*?<\/metadata\s*>/gs, '')
