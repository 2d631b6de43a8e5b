import { type Figure, pictureOf } from '../../markup/index.js'
import {
  type DocumentStyle,
  familiesForTheme,
  type ImageAssets,
  imageSizes,
  openImages,
} from '../../typeset/index.js'
import type { PageColours } from './page-colours.js'

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
  readonly #known = new Map<string, PagePicture | undefined>()

  constructor(
    private readonly images: ImageAssets,
    private readonly style: Pick<DocumentStyle, 'fonts' | 'theme'>,
    readonly colours: PageColours,
  ) {}

  /** Undefined for what is no picture, which is reported where the pages are set. */
  of(figure: Figure): PagePicture | undefined {
    const key = pictureOf(figure)
    if (!this.#known.has(key)) this.#known.set(key, this.#open(figure, key))
    return this.#known.get(key)
  }

  readonly paint = (property: 'fill' | 'stroke', colour: string): string =>
    `${property}="${this.colours.value(colour)}"`

  #open(figure: Figure, key: string): PagePicture | undefined {
    const { fonts, theme } = this.style
    const known = { fonts, families: familiesForTheme(theme) }
    const size = imageSizes(openImages([figure], this.images, known, () => {})).get(key)
    const bytes = size && this.images.read(key)
    if (!size || !bytes) return undefined
    const data = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
    return { ...size, address: `data:${mediaType(data)};base64,${data.toString('base64')}` }
  }
}

/** Of the kinds of picture that pages can hold (IANA, image). */
function mediaType(data: Buffer): string {
  if (data[0] === 0x89) return 'image/png'
  return data[0] === 0xff ? 'image/jpeg' : 'image/svg+xml'
}
