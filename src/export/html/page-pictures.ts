import { type Document, type Figure, findNodes, pictureOf } from '../../markup/index.js'
import { familiesForTheme, imageSizes, openImages } from '../../typeset/index.js'
import type { TwinContent } from '../twin.js'
import type { PageColours } from './page-colours.js'
import { shownBytes } from './shown-bytes.js'

/** A picture within the page. */
export interface PagePicture {
  /** A data URI (RFC 2397). */
  readonly address: string
  /** Pixels, as it stands upright. */
  readonly width: number
  readonly height: number
}

/** The pictures of a page, and the paint of its drawings. */
export class PagePictures {
  private constructor(
    private readonly pictures: ReadonlyMap<string, PagePicture>,
    readonly colours: PageColours,
  ) {}

  /** Opens the pictures that a document shows; what is none is reported where its pages are set. */
  static async open({ document, style, images }: TwinContent, colours: PageColours): Promise<PagePictures> {
    const fonts = { fonts: style.fonts, families: familiesForTheme(style.theme) }
    const opened = openImages(figuresOf(document), images, fonts, () => {})
    const pictures = new Map<string, PagePicture>()
    for (const [key, size] of imageSizes(opened)) {
      const [image, bytes] = [opened.get(key), images.read(key)]
      const shown = image && bytes && (await shownBytes(bytes, image))
      if (shown) pictures.set(key, { ...size, address: addressOf(shown) })
    }
    return new PagePictures(pictures, colours)
  }

  of(figure: Figure): PagePicture | undefined {
    return this.pictures.get(pictureOf(figure))
  }

  readonly paint = (property: 'fill' | 'stroke', colour: string): string =>
    `${property}="${this.colours.value(colour)}"`
}

const figuresOf = ({ blocks }: Document): Figure[] => findNodes(blocks, 'figure')

function addressOf(bytes: Uint8Array): string {
  const data = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  return `data:${mediaType(data)};base64,${data.toString('base64')}`
}

/** Of the kinds of picture that pages can hold (IANA, image). */
function mediaType(data: Buffer): string {
  if (data[0] === 0x89) return 'image/png'
  return data[0] === 0xff ? 'image/jpeg' : 'image/svg+xml'
}
