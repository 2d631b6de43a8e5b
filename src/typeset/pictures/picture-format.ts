import { damaged, type PictureFault, unsupported } from './picture.js'

export const PNG_SIGNATURE = '\x89PNG\r\n\x1a\n'
export const JPEG_SIGNATURE = '\xff\xd8'

/** Enough of a file to tell its kind. */
const HEAD_BYTES = 1024

/** Kinds of file that are taken for pictures, by how they begin, worded to follow "is". */
const FORMATS: readonly (readonly [RegExp, string])[] = [
  [/^GIF8[79]a/, 'a GIF'],
  [/^RIFF.{4}WEBP/s, 'a WebP picture'],
  [/^(?:II\*\0|MM\0\*|II\+\0|MM\0\+)/, 'a TIFF picture'],
  [/^BM.{4}\0{4}/s, 'a BMP picture'],
  [/^.{4}ftypavi[fs]/s, 'an AVIF picture'],
  [/^.{4}ftyp(?:hei[cxms]|hev[cx]|mif1|msf1)/s, 'a HEIC picture'],
  [/^(?:\xff\x0a|\0\0\0\x0cJXL )/, 'a JPEG XL picture'],
  [/^(?:\0\0\0\x0cjP {2}|\xff\x4f\xff\x51)/, 'a JPEG 2000 picture'],
  [/^8BPS/, 'a Photoshop document'],
  [/^\0\0[\x01\x02]\0[\x01-\xff]\0/, 'an icon'],
  [/^P[1-7]\s/, 'a Netpbm picture'],
  [/^%PDF-/, 'a PDF'],
  [/^(?:%!PS|\xc5\xd0\xd3\xc6)/, 'a PostScript file'],
  [/^\x8aMNG/, 'an MNG animation'],
  [
    /^(?:\xef\xbb\xbf)?\s*(?:<\?xml[^>]*>\s*)?(?:<!--.*?-->\s*|<!DOCTYPE svg[^>]*>\s*)*<svg[\s>]/is,
    'an SVG drawing',
  ],
  [/^\x1f\x8b/, 'a file compressed with gzip'],
  [/^PK\x03\x04/, 'a ZIP archive'],
]

/** Says what a file is that is neither PNG nor JPEG, whatever its name. */
export function describeOtherFile(bytes: Uint8Array): PictureFault {
  if (bytes.length === 0) return damaged('an empty file')
  const head = Buffer.from(bytes.subarray(0, HEAD_BYTES)).toString('latin1')
  const format = FORMATS.find(([beginning]) => beginning.test(head))?.[1]
  if (format) return unsupported(format)
  if (head.startsWith('version https://git-lfs.github.com/spec/'))
    return unsupported(
      'a pointer of Git LFS, in the place of a picture',
      'fetch the picture with `git lfs pull`',
    )
  if (/^(?:\xef\xbb\xbf)?\s*<(?:!doctype html|html)\b/i.test(head))
    return unsupported('a web page', 'save the picture itself, as PNG or JPEG')
  if (PNG_SIGNATURE.startsWith(head)) return damaged('a PNG that is cut off')
  if (head.startsWith('\x89PNG'))
    return damaged('a PNG whose line ends were changed, as a transfer as text does')
  return unsupported('not a picture that can be read', 'give a PNG, a JPEG or an SVG')
}
