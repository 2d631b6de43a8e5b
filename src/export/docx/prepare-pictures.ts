import type { Report } from '../../diagnostics/index.js'
import { type Document, type Figure, findNodes, pictureOf } from '../../markup/index.js'
import { type DocumentStyle, type ImageAssets, imageSizes, openImages } from '../../typeset/index.js'
import { openRasterizer } from './rasterize.js'
import type { WordPicture } from './word-context.js'
import { pixelPicture, svgPicture } from './word-pictures.js'

/** The pictures of a document as Word keeps them, by their keys; one that Word cannot hold is reported where it is named. */
export async function preparePictures(
  { blocks }: Document,
  style: DocumentStyle,
  assets: ImageAssets,
  report: Report,
): Promise<ReadonlyMap<string, WordPicture>> {
  const figures = new Map(findNodes(blocks, 'figure').map(figure => [pictureOf(figure), figure]))
  const opened = openImages([...figures.values()], assets, report)
  const sizes = imageSizes(opened)
  const pictures = new Map<string, WordPicture>()
  for (const [key, figure] of figures) {
    const bytes = assets.read(key)
    const size = sizes.get(key)
    if (!bytes || !size) continue
    const picture = await wordPicture(bytes, size, figure, style, report)
    if (picture) pictures.set(key, picture)
  }
  return pictures
}

async function wordPicture(
  bytes: Uint8Array,
  size: { readonly width: number; readonly height: number },
  _figure: Figure,
  style: DocumentStyle,
  _report: Report,
): Promise<WordPicture | undefined> {
  if (bytes[0] === 0x89) return pixelPicture('png', bytes, size)
  if (bytes[0] === 0xff) return pixelPicture('jpg', bytes, size)
  await openRasterizer()
  return svgPicture(new TextDecoder().decode(bytes), size, style)
}
