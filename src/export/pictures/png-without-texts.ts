/** Chunks that change how a PNG looks (PNG 3rd edition, 11): no others are kept, which may say who made it, when and where. */
const KEPT = new Set(['IHDR', 'PLTE', 'IDAT', 'IEND', 'tRNS', 'gAMA', 'cHRM', 'sRGB', 'iCCP', 'sBIT', 'cICP'])
const SIGNATURE_BYTES = 8
/** Length, type and checksum. */
const CHUNK_BYTES = 12

/** A PNG with all that it shows, and nothing that it says besides. */
export function withoutTexts(bytes: Uint8Array): Uint8Array {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const parts = [bytes.subarray(0, SIGNATURE_BYTES)]
  for (let at = SIGNATURE_BYTES; at + CHUNK_BYTES <= bytes.length; ) {
    const end = at + CHUNK_BYTES + view.getUint32(at)
    if (KEPT.has(String.fromCharCode(...bytes.subarray(at + 4, at + 8)))) parts.push(bytes.subarray(at, end))
    at = end
  }
  return Buffer.concat(parts)
}
