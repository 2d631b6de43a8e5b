import type { StandIn } from './picture-fonts.js'
import type { DrawingForm } from './svg/drawing-form.js'

/** Pixels, as a file stores them; of a drawing, its size in pixels of CSS. */
export interface PixelSize {
  readonly width: number
  readonly height: number
}

/** A picture whose head is read and whose pixels are not. */
export interface Picture extends PixelSize {
  /** How it is to be turned, 1 to 8 (Exif 3.0, 4.6.5.1, tag 274): above 4 it is stored lying on its side. */
  readonly orientation: number
  readonly colorSpace: ColorSpace
  /** Of a drawing with text: the families that it is set in, and where these are not what it asks for. */
  readonly families?: readonly string[]
  readonly standIns?: readonly StandIn[]
  /** Reads the pixels in the form that a document keeps: scaled down to a smaller size if one is given and the format allows it. */
  encode(smaller?: PixelSize): Promise<EncodedPicture | PictureFault>
}

export type ColorSpace = 'DeviceGray' | 'DeviceRGB' | 'DeviceCMYK'

/** What a document keeps of a picture; its size is that of the data. */
export interface EncodedPicture extends PixelSize {
  /** Of the image dictionary (ISO 32000-1, table 89), except those that other objects hold. */
  readonly entries: Readonly<Record<string, unknown>>
  readonly data: Uint8Array
  /** The parameters of its filter, which are an object of their own. */
  readonly decodeParms?: Readonly<Record<string, unknown>>
  /** Three bytes a colour, of pictures whose samples are numbers of colours. */
  readonly palette?: Uint8Array
  /** A compressed byte a pixel: how opaque it is. */
  readonly alpha?: Uint8Array
  /** Of a drawing, in the place of pixels. */
  readonly form?: DrawingForm
}

/** Why a picture cannot be printed. */
export interface PictureFault {
  /** What the file is, worded to follow "is". */
  readonly what: string
  readonly cure: string
}

export const isPictureFault = (value: object): value is PictureFault => 'cure' in value

/** A file that breaks off, or whose bytes were changed. */
export const damaged = (what: string): PictureFault => ({
  what,
  cure: 'save it anew, or copy it again from where it came from',
})

/** A kind of picture that a PDF cannot hold, or that nothing here reads. */
export const unsupported = (what: string, cure = 'save it as PNG or JPEG'): PictureFault => ({ what, cure })

/** What is wrong with the size of a picture in pixels, if anything is: those with more than `most` are not read. */
export function sizeFault(
  format: string,
  { width, height }: PixelSize,
  most: number,
): PictureFault | undefined {
  const size = `${format} of ${width} × ${height} pixels`
  if (width === 0 || height === 0) return damaged(size)
  if (width * height <= most) return undefined
  return {
    what: `${size}, more than the ${most / 1_000_000} million that are read`,
    cure: 'scale it down: 300 to 600 pixels an inch at its size on the page are enough',
  }
}
