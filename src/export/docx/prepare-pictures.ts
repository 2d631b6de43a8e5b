import { present, type Report } from '../../diagnostics/index.js'
import { type Document, type Figure, findNodes, pictureOf } from '../../markup/index.js'
import {
  type DocumentStyle,
  type ImageAssets,
  imageSizes,
  type OpenedImage,
  openImages,
  StyleSheet,
} from '../../typeset/index.js'
import { withoutTexts } from '../pictures/png-without-texts.js'
import { openRasterizer, rasterizedPicture } from './rasterize.js'
import type { WordPicture } from './word-context.js'
import { pixelPicture } from './word-pictures.js'

/** The pictures of a document as Word keeps them, by their keys; one that Word cannot hold is reported where it is named. */
export async function preparePictures(
  { blocks }: Document,
  style: DocumentStyle,
  assets: ImageAssets,
  report: Report,
): Promise<ReadonlyMap<string, WordPicture>> {
  const figures = new Map(findNodes(blocks, 'figure').map(figure => [pictureOf(figure), figure]))
  const { families } = new StyleSheet(style.theme, style.typeSize)
  const opened = openImages([...figures.values()], assets, { fonts: style.fonts, families }, report)
  const sizes = imageSizes(opened)
  const pictures = new Map<string, WordPicture>()
  for (const [key, image] of opened) {
    const bytes = present(assets.read(key), 'bytes of a picture')
    const size = present(sizes.get(key), 'size of a picture')
    const picture = await wordPicture(bytes, image, size, style, fault =>
      reportPicture(present(figures.get(key), 'figure of a picture'), fault, report),
    )
    if (picture) pictures.set(key, picture)
  }
  return pictures
}

interface PixelSizes {
  readonly width: number
  readonly height: number
}

async function wordPicture(
  bytes: Uint8Array,
  { picture }: OpenedImage,
  size: PixelSizes,
  style: DocumentStyle,
  fault: (what: string) => void,
): Promise<WordPicture | undefined> {
  const isPng = bytes[0] === 0x89
  if (isPng) return pixelPicture('png', withoutTexts(bytes), size)
  const isJpeg = bytes[0] === 0xff
  if (isJpeg && picture.colorSpace === 'DeviceCMYK') {
    fault('a JPEG in the four colours of print')
    return undefined
  }
  if (isJpeg && picture.orientation === 1) {
    const encoded = await picture.encode()
    if ('cure' in encoded) return undefined
    return pixelPicture('jpg', encoded.data, size)
  }
  await openRasterizer()
  const png = isJpeg
    ? rasterizedPicture(uprightJpeg(bytes, picture.orientation, size), size.width, style)
    : rasterizedPicture(new TextDecoder().decode(bytes), drawingPixels(size), style)
  if (png) return pixelPicture('png', png, size)
  fault(isJpeg ? 'a JPEG that cannot be turned upright' : 'a drawing of which no picture can be made')
  return undefined
}

function reportPicture({ place, source }: Figure, what: string, report: Report): void {
  report('picture-not-in-word', place, `\`${source}\` is ${what}`, 'save it as PNG, or as JPEG in RGB')
}

/** Pixels of the width of a drawing: enough for paper as wide as a page. */
const DRAWING_PIXELS = 1800
const drawingPixels = ({ width }: PixelSizes): number => Math.max(DRAWING_PIXELS, Math.round(width))

/** A photograph that a camera stored lying, as a drawing that turns it (Exif 3.0, 4.6.5.1, tag 274): Word leaves it lying. */
function uprightJpeg(bytes: Uint8Array, orientation: number, { width, height }: PixelSizes): string {
  const data = Buffer.from(bytes).toString('base64')
  const [own, across] = orientation > 4 ? [height, width] : [width, height]
  const turns: Readonly<Record<number, string>> = {
    2: `matrix(-1 0 0 1 ${width} 0)`,
    3: `matrix(-1 0 0 -1 ${width} ${height})`,
    4: `matrix(1 0 0 -1 0 ${height})`,
    5: 'matrix(0 1 1 0 0 0)',
    6: `matrix(0 1 -1 0 ${width} 0)`,
    7: `matrix(0 -1 -1 0 ${width} ${height})`,
    8: `matrix(0 -1 1 0 0 ${height})`,
  }
  return (
    `<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" width="${width}" height="${height}">` +
    `<image transform="${turns[orientation] ?? ''}" width="${own}" height="${across}" xlink:href="data:image/jpeg;base64,${data}"/></svg>`
  )
}
