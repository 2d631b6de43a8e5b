import type { Report } from '../diagnostics/index.js'
import type { Block, Document } from '../markup/index.js'
import { visitBlocks } from './compose/visit.js'
import type { PdfFile } from './draw/pdf-file.js'
import type { EmbeddedImage } from './pdfmake-classes.js'

/** Where pictures come from: bytes by the path that a figure gives. */
export interface Assets {
  read(path: string): Uint8Array | undefined
}

/**
 * Puts the pictures of a document into its file, one after another: pdfkit decodes some in the background,
 * and objects must be numbered in the same order each time.
 */
export async function embedImages(
  document: Document,
  assets: Assets,
  file: PdfFile,
  report: Report,
): Promise<ReadonlyMap<string, { width: number; height: number }>> {
  const embedded = new Map<string, { width: number; height: number }>()
  for (const figure of figuresOf(document)) {
    if (embedded.has(figure.source)) continue
    const bytes = assets.read(figure.source)
    const image = bytes && (await embed(bytes, file))
    if (image) {
      file._imageRegistry[figure.source] = image
      embedded.set(figure.source, upright(image))
    } else if (bytes)
      report(
        'image-invalid',
        figure.place,
        `\`${figure.source}\` is not a picture that can be read`,
        'give a PNG or JPEG',
      )
    else report('image-invalid', figure.place, `picture \`${figure.source}\` is missing`)
  }
  return embedded
}

function figuresOf(document: Document): Extract<Block, { kind: 'figure' }>[] {
  const figures: Extract<Block, { kind: 'figure' }>[] = []
  visitBlocks(document.blocks, block => {
    if (block.kind === 'figure') figures.push(block)
  })
  return figures
}

async function embed(bytes: Uint8Array, file: PdfFile): Promise<EmbeddedImage | undefined> {
  try {
    if (!isPngOrJpeg(bytes)) return undefined
    const image = file.openImage(Buffer.from(bytes))
    image.embed(file)
    while (image.imgData) await new Promise(resolve => setImmediate(resolve))
    return image
  } catch {
    return undefined
  }
}

const isPngOrJpeg = (bytes: Uint8Array): boolean =>
  (bytes[0] === 0xff && bytes[1] === 0xd8) ||
  Buffer.from(bytes.subarray(0, 4)).toString('latin1') === '\x89PNG'

/** EXIF orientations above 4 lie on their side. */
const upright = ({ width, height, orientation }: EmbeddedImage) =>
  (orientation ?? 1) > 4 ? { width: height, height: width } : { width, height }
