import type { Report } from '../../diagnostics/index.js'
import { type Figure, pictureOf } from '../../markup/index.js'
import { isSvg } from './is-svg.js'
import { isPictureFault, type Picture, type PictureFault } from './picture.js'
import type { PictureFonts, StandIn } from './picture-fonts.js'
import { loadSvg, readPicture } from './read-picture.js'

/** Where pictures come from: bytes by the path that a figure gives. */
export interface ImageAssets {
  read(path: string): Uint8Array | undefined
}

/** What a document says of a picture that it shows. */
export type NamedPicture = Pick<Figure, 'source' | 'folder' | 'place'>

/** A picture of a document, its size known and its pixels not yet decoded. */
export interface OpenedImage {
  readonly picture: Picture
  /** The first figure that shows it. */
  readonly figure: NamedPicture
}

/** Loads what reads the pictures of figures, if it is not there yet; to be awaited before they are opened. */
export async function loadReaders(figures: readonly NamedPicture[], assets: ImageAssets): Promise<void> {
  if (figures.some(figure => isSvg(assets.read(pictureOf(figure)) ?? new Uint8Array()))) await loadSvg()
}

/** Opens the pictures of figures by their paths; what cannot be opened is `image-invalid`. */
export function openImages(
  figures: readonly NamedPicture[],
  assets: ImageAssets,
  fonts: PictureFonts,
  report: Report,
): ReadonlyMap<string, OpenedImage> {
  const opened = new Map<string, OpenedImage>()
  for (const figure of figures) {
    const key = pictureOf(figure)
    if (opened.has(key)) continue
    const bytes = assets.read(key)
    const picture = bytes && readPicture(bytes, fonts)
    if (!picture) report('image-invalid', figure.place, `picture \`${figure.source}\` is missing`)
    else if (isPictureFault(picture)) reportPictureFault(picture, figure, report)
    else {
      opened.set(key, { picture, figure })
      for (const standIn of picture.standIns ?? []) reportStandIn(standIn, figure, report)
    }
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

/** Reports what is wrong with the picture of a figure. */
export function reportPictureFault(
  { what, cure }: PictureFault,
  { place, source }: NamedPicture,
  report: Report,
): void {
  report('image-invalid', place, `\`${source}\` is ${what}`, cure)
}

function reportStandIn(
  { asked, family, lacks, line }: StandIn,
  { place, source }: NamedPicture,
  report: Report,
): void {
  const wanted = asked === undefined ? 'no font' : `\`${asked}\``
  const text =
    lacks === undefined
      ? `text of \`${source}\` asks for ${wanted} and is printed in \`${family}\``
      : `text of \`${source}\` asks for ${wanted} in ${lacks} and is printed in \`${family}\`, which has no such face`
  report(
    'image-font',
    place,
    `${text} (line ${line})`,
    'convert the text to paths in the program that made the drawing, or declare its font in `fonts/fonts.yaml`',
  )
}

/** Orientations above 4 lie on their side. */
const uprightSize = ({ width, height, orientation }: Picture) =>
  orientation > 4 ? { width: height, height: width } : { width, height }
