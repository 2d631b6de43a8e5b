import { present } from '../../diagnostics/index.js'
import { isSvg } from './is-svg.js'
import { isPictureFault, type Picture, type PictureFault } from './picture.js'
import type { PictureFonts } from './picture-fonts.js'
import { describeOtherFile, JPEG_SIGNATURE, PNG_SIGNATURE } from './picture-format.js'
import { readJpeg } from './read-jpeg.js'
import { readPng } from './read-png.js'

/** Reads the head of a picture by what the file is, whatever its name; what cannot be printed is named for what it is. */
export function readPicture(bytes: Uint8Array, fonts: PictureFonts): Picture | PictureFault {
  const kept = read.get(bytes)
  const isSet = kept?.fonts.fonts === fonts.fonts && `${kept.fonts.families}` === `${fonts.families}`
  if (kept && (isSet || !isSvg(bytes))) return kept.picture
  const picture = rememberEncoded(readByFormat(bytes, fonts))
  read.set(bytes, { picture, fonts })
  return picture
}

/** An edition is laid out many times with the same pictures, and many editions show the same; text of drawings is in the fonts of the theme. */
const read = new WeakMap<
  Uint8Array,
  { readonly picture: Picture | PictureFault; readonly fonts: PictureFonts }
>()

/** Encodes a picture anew only when it is wanted in another size than the last time. */
function rememberEncoded(picture: Picture | PictureFault): Picture | PictureFault {
  if (isPictureFault(picture)) return picture
  let last: { readonly width: number; readonly encoded: ReturnType<Picture['encode']> } | undefined
  return {
    ...picture,
    encode(smaller) {
      const { width } = smaller ?? picture
      if (last?.width !== width) last = { width, encoded: picture.encode(smaller) }
      return last.encoded
    },
  }
}

function readByFormat(bytes: Uint8Array, fonts: PictureFonts): Picture | PictureFault {
  if (beginsLike(bytes, PNG_SIGNATURE)) return readPng(bytes)
  if (beginsLike(bytes, JPEG_SIGNATURE)) return readJpeg(bytes)
  return isSvg(bytes) ? present(svgReader, 'what reads SVG')(bytes, fonts) : describeOtherFile(bytes)
}

const beginsLike = (bytes: Uint8Array, signature: string) =>
  Buffer.from(bytes.subarray(0, signature.length)).toString('latin1') === signature

type SvgReader = typeof import('./svg/read-svg.js').readSvg

/** Few briefs have a drawing: what reads SVG is loaded when there is one. */
let svgReader: SvgReader | undefined

export function provideSvg(reader: SvgReader): void {
  svgReader = reader
}

/** To be awaited before a picture is read that is an SVG. */
export async function loadSvg(): Promise<void> {
  provideSvg((await import('./svg/read-svg.js')).readSvg)
}
