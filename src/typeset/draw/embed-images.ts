import type { Report } from '../../diagnostics/index.js'
import type { PdfFile } from '../file/pdf-file.js'
import type { PdfmakeDocument, PdfmakeImage, PdfmakeReference } from '../nodes/pdfmake-classes.js'
import { type NamedPicture, type OpenedImage, reportPictureFault } from '../pictures/open-images.js'
import { type EncodedPicture, isPictureFault, type Picture, type PixelSize } from '../pictures/picture.js'
import { SHOWN_PER_INCH, shownSize } from '../pictures/shown-size.js'
import type { ConformanceIssue } from '../tags/conformance-issue.js'
import { writeDrawing } from './write-drawing.js'

/** The width of each picture at the widest place that shows it, in points, by its path. */
export function widestShown(
  places: Iterable<{ readonly source: string; readonly width: number }>,
): ReadonlyMap<string, number> {
  const widest = new Map<string, number>()
  for (const { source, width } of places) widest.set(source, Math.max(width, widest.get(source) ?? 0))
  return widest
}

/** Pictures in a file, by their paths, as pages name them. */
export type EmbeddedImages = Readonly<Record<string, PdfmakeImage>>

/**
 * Puts the pictures into their file that its pages show, at those widths. A PNG that is much larger is scaled down; that is
 * said, and what one costs that is not. Undefined if the pixels of one cannot be read, which is reported.
 */
export async function embedImages(
  images: ReadonlyMap<string, OpenedImage>,
  file: PdfFile,
  report: Report,
  widths: ReadonlyMap<string, number>,
): Promise<EmbeddedImages | undefined> {
  const embedded: Record<string, PdfmakeImage> = {}
  let readable = true
  for (const [source, { picture, figure }] of images) {
    const points = widths.get(source)
    if (points === undefined) continue
    const shown = shownSize(picture, points)
    const encoded = await picture.encode(shown)
    if (isPictureFault(encoded)) {
      readable = false
      reportPictureFault(encoded, figure, report)
    } else if (readable) {
      if (shown) reportSize(picture, encoded, shown, figure, report)
      const label = `I${Object.keys(embedded).length + 1}`
      embedded[source] = new PlacedPicture(
        picture,
        label,
        encoded.form ? writeDrawing(encoded.form, encoded, file) : writeImage(picture, encoded, file),
      )
    }
  }
  return readable ? embedded : undefined
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

/** Data of a picture that are worth a finding if its page can show only some of its pixels. */
const LARGE_BYTES = 5_000_000

/** Says that a picture was scaled down to what a page shows, or what it costs that it was not. */
function reportSize(
  picture: Picture,
  encoded: EncodedPicture,
  shown: PixelSize,
  { place, source }: NamedPicture,
  report: Report,
): void {
  const needed = `${inPixels(shown)} (${SHOWN_PER_INCH} an inch at its size on the page)`
  if (encoded.width < picture.width)
    report(
      'image-scaled-down',
      place,
      `\`${source}\` has ${inPixels(picture)} pixels, and is printed with ${needed}`,
    )
  else if (encoded.data.length >= LARGE_BYTES)
    report(
      'image-large',
      place,
      `\`${source}\` makes the PDF ${(encoded.data.length / 1_000_000).toFixed(1)} MB larger: it is printed with all of its ${inPixels(picture)} pixels`,
      `scale it down to ${needed}`,
    )
}

const inPixels = ({ width, height }: PixelSize) => `${width} × ${height}`

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
  { colorSpace }: Picture,
  { width, height, entries, data, decodeParms, palette, alpha }: EncodedPicture,
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
