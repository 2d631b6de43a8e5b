import type { Report } from '../diagnostics/index.js'
import type { Figure } from '../markup/index.js'
import type { PdfFile } from './file/pdf-file.js'
import type { PdfmakeImage } from './nodes/pdfmake-classes.js'
import type { ConformanceIssue } from './tags/conformance-issue.js'

/** Where pictures come from: bytes by the path that a figure gives. */
export interface ImageAssets {
  read(path: string): Uint8Array | undefined
}

/** A picture of a document, its size known and its pixels not yet decoded. */
export interface OpenedImage {
  readonly image: PdfmakeImage
  /** The first figure that shows it. */
  readonly figure: Figure
}

/** Opens the pictures of figures by their paths; what cannot be opened is `image-invalid`. */
export function openImages(
  figures: readonly Figure[],
  assets: ImageAssets,
  file: PdfFile,
  report: Report,
): ReadonlyMap<string, OpenedImage> {
  const opened = new Map<string, OpenedImage>()
  for (const figure of figures) {
    if (opened.has(figure.source)) continue
    const bytes = assets.read(figure.source)
    const image = bytes && openImage(bytes, file)
    if (image) {
      file._imageRegistry[figure.source] = image
      opened.set(figure.source, { image, figure })
    } else if (bytes) reportUnreadable(figure, report)
    else report('image-invalid', figure.place, `picture \`${figure.source}\` is missing`)
  }
  return opened
}

/** Widths and heights as the pictures stand upright, in pixels. */
export function imageSizes(images: ReadonlyMap<string, OpenedImage>): ReadonlyMap<string, ImageSize> {
  return new Map([...images].map(([source, { image }]) => [source, uprightSize(image)]))
}

interface ImageSize {
  readonly width: number
  readonly height: number
}

/**
 * Puts pictures into their file, one after another: pdfkit decodes some in the background, and objects must be
 * numbered in the same order each time. False if the pixels of one cannot be read, which is reported.
 */
export async function embedImages(
  images: ReadonlyMap<string, OpenedImage>,
  file: PdfFile,
  report: Report,
): Promise<boolean> {
  let readable = true
  for (const { image, figure } of images.values()) {
    if (await embedImage(image, file)) continue
    readable = false
    reportUnreadable(figure, report)
  }
  return readable
}

/** Pictures in colours of print: the file describes only those of screens (ISO 19005-3, 6.2.4.3). */
export function imageIssues(images: ReadonlyMap<string, OpenedImage>): ConformanceIssue[] {
  return [...images.values()]
    .filter(({ image }) => image.colorSpace === 'DeviceCMYK')
    .map(({ figure: { place, source } }) => ({
      place,
      message: `the colours of \`${source}\` are those of four inks, which PDF/A cannot keep`,
      hint: 'save the picture in RGB',
    }))
}

function reportUnreadable({ place, source }: Figure, report: Report): void {
  report('image-invalid', place, `\`${source}\` is not a picture that can be read`, 'give a PNG or JPEG')
}

function openImage(bytes: Uint8Array, file: PdfFile): PdfmakeImage | undefined {
  try {
    return isPngOrJpeg(bytes) ? file.openImage(Buffer.from(bytes)) : undefined
  } catch {
    return undefined
  }
}

async function embedImage(image: PdfmakeImage, file: PdfFile): Promise<boolean> {
  try {
    image.embed(file)
    while (image.imgData) await new Promise(resolve => setImmediate(resolve))
    return true
  } catch {
    return false
  }
}

const isPngOrJpeg = (bytes: Uint8Array): boolean =>
  (bytes[0] === 0xff && bytes[1] === 0xd8) ||
  Buffer.from(bytes.subarray(0, 4)).toString('latin1') === '\x89PNG'

/** EXIF orientations above 4 lie on their side. */
const uprightSize = ({ width, height, orientation }: PdfmakeImage) =>
  (orientation ?? 1) > 4 ? { width: height, height: width } : { width, height }
