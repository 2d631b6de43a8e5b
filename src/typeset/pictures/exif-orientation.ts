const ORIENTATION_TAG = 0x0112
const ENTRY_BYTES = 12
const UPRIGHT = 1

/** How a picture is to be turned, by its Exif data, which begin with a TIFF header; upright if they do not say. */
export function exifOrientation(tiff: Uint8Array): number {
  const view = new DataView(tiff.buffer, tiff.byteOffset, tiff.byteLength)
  try {
    const order = view.getUint16(0)
    const littleEndian = order === 0x4949
    if (!(littleEndian || order === 0x4d4d)) return UPRIGHT
    const directory = view.getUint32(4, littleEndian)
    for (let index = 0; index < view.getUint16(directory, littleEndian); index++) {
      const entry = directory + 2 + index * ENTRY_BYTES
      if (view.getUint16(entry, littleEndian) !== ORIENTATION_TAG) continue
      const value = view.getUint16(entry + 8, littleEndian)
      return value >= 1 && value <= 8 ? value : UPRIGHT
    }
  } catch (error) {
    if (!(error instanceof RangeError)) throw error
  }
  return UPRIGHT
}
