import type { Picture, PictureFault } from './picture.js'
import { describeOtherFile, JPEG_SIGNATURE, PNG_SIGNATURE } from './picture-format.js'
import { readJpeg } from './read-jpeg.js'
import { readPng } from './read-png.js'

/** Reads the head of a picture by what the file is, whatever its name; what cannot be printed is named for what it is. */
export function readPicture(bytes: Uint8Array): Picture | PictureFault {
  const known = read.get(bytes)
  if (known) return known
  const picture = readByFormat(bytes)
  read.set(bytes, picture)
  return picture
}

/** An edition is laid out many times with the same pictures. */
const read = new WeakMap<Uint8Array, Picture | PictureFault>()

function readByFormat(bytes: Uint8Array): Picture | PictureFault {
  if (beginsLike(bytes, PNG_SIGNATURE)) return readPng(bytes)
  return beginsLike(bytes, JPEG_SIGNATURE) ? readJpeg(bytes) : describeOtherFile(bytes)
}

const beginsLike = (bytes: Uint8Array, signature: string) =>
  Buffer.from(bytes.subarray(0, signature.length)).toString('latin1') === signature
