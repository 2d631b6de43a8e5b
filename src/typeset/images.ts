import type { Report } from '../diagnostics/index.js'
import type { Figure } from '../markup/index.js'
import type { PdfFile } from './file/pdf-file.js'
import type { PdfmakeDocument, PdfmakeImage, PdfmakeReference } from './nodes/pdfmake-classes.js'
import { type EncodedPicture, isPictureFault, type Picture, type PictureFault } from './pictures/picture.js'
import { readPicture } from './pictures/read-picture.js'
import type { ConformanceIssue } from './tags/conformance-issue.js'

/** Where pictures come from: bytes by the path that a figure gives. */
export interface ImageAssets {
  read(path: string): Uint8Array | undefined
}

/** A picture of a document, its size known and its pixels not yet decoded. */
export interface OpenedImage {
  readonly picture: Picture
  /** The first figure that shows it. */
  readonly figure: Figure
}

/** Opens the pictures of figures by their paths; what cannot be opened is `image-invalid`. */
export function openImages(
  figures: readonly Figure[],
  assets: ImageAssets,
  report: Report,
): ReadonlyMap<string, OpenedImage> {
  const opened = new Map<string, OpenedImage>()
  for (const figure of figures) {
    if (opened.has(figure.source)) continue
    const bytes = assets.read(figure.source)
    const picture = bytes && readPicture(bytes)
    if (!picture) report('image-invalid', figure.place, `picture \`${figure.source}\` is missing`)
    else if (isPictureFault(picture)) reportFault(picture, figure, report)
    else opened.set(figure.source, { picture, figure })
  }
  return opened
}

/** Widths and heights as the pictures stand upright, in pixels. */
export function imageSizes(images: ReadonlyMap<string, OpenedImage>): ReadonlyMap<string, ImageSize> {
  return new Map([...images].map(([source, { picture }]) => [source, uprightSize(picture)]))
}

interface ImageSize {
  readonly width: number
  readonly height: number
}

/** Puts pictures into their file. False if the pixels of one cannot be read, which is reported. */
export function embedImages(
  images: ReadonlyMap<string, OpenedImage>,
  file: PdfFile,
  report: Report,
): boolean {
  let readable = true
  for (const [source, { picture, figure }] of images) {
    const encoded = picture.encode()
    if (isPictureFault(encoded)) {
      readable = false
      reportFault(encoded, figure, report)
    } else if (readable) {
      const label = `I${Object.keys(file._imageRegistry).length + 1}`
      file._imageRegistry[source] = new PlacedPicture(picture, label, writeImage(picture, encoded, file))
    }
  }
  return readable
}

/** Pictures in colours of print: the file describes only those of screens (ISO 19005-3, 6.2.4.3). */
export function imageIssues(images: ReadonlyMap<string, OpenedImage>): ConformanceIssue[] {
  return [...images.values()]
    .filter(({ picture }) => picture.colorSpace === 'DeviceCMYK')
    .map(({ figure: { place, source } }) => ({
      place,
      message: `the colours of \`${source}\` are those of four inks, which PDF/A cannot keep`,
      hint: 'save the picture in RGB',
    }))
}

function reportFault({ what, cure }: PictureFault, { place, source }: Figure, report: Report): void {
  report('image-invalid', place, `\`${source}\` is ${what}`, cure)
}

/** A picture in the file, as pdfkit draws it. */
class PlacedPicture implements PdfmakeImage {
  readonly width: number
  readonly height: number
  readonly orientation: number

  constructor(
    picture: Picture,
    readonly label: string,
    readonly obj: PdfmakeReference,
  ) {
    this.width = picture.width
    this.height = picture.height
    this.orientation = picture.orientation
  }
}

/** Writes the image dictionary and what it refers to (ISO 32000-1, 8.9.5). */
function writeImage(
  { width, height, colorSpace }: Picture,
  { entries, data, decodeParms, palette, alpha }: EncodedPicture,
  file: PdfmakeDocument,
): PdfmakeReference {
  const written = (entriesOfObject: object, content?: Uint8Array) => {
    const reference = file.ref(entriesOfObject)
    reference.end(content)
    return reference
  }
  const common = { Type: 'XObject', Subtype: 'Image', Width: width, Height: height }
  return written(
    {
      ...common,
      ...entries,
      ColorSpace: palette
        ? ['Indexed', colorSpace, palette.length / 3 - 1, written({}, palette)]
        : colorSpace,
      ...(decodeParms ? { DecodeParms: written(decodeParms) } : {}),
      ...(alpha
        ? {
            SMask: written(
              { ...common, ColorSpace: 'DeviceGray', BitsPerComponent: 8, Filter: 'FlateDecode' },
              alpha,
            ),
          }
        : {}),
    },
    data,
  )
}

/** Orientations above 4 lie on their side. */
const uprightSize = ({ width, height, orientation }: Picture) =>
  orientation > 4 ? { width: height, height: width } : { width, height }
