import type { Picture, PictureFault } from '../../src/typeset/pictures/picture.js'
import * as read from '../../src/typeset/pictures/read-picture.js'

await read.loadSvg()

const NO_FONTS = { fonts: new Map(), families: [] }

/** Reads a picture without text. */
export const readPicture = (bytes: Uint8Array): Picture | PictureFault => read.readPicture(bytes, NO_FONTS)
