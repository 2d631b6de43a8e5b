/** A font file of TrueType outlines from its tables, which are given by their tags in order (ISO/IEC 14496-22, 4.3 to 4.5). */
export function writeSfnt(tables: readonly (readonly [tag: string, bytes: Uint8Array])[]): Uint8Array {
  const start = HEADER_BYTES + tables.length * RECORD_BYTES
  const length = tables.reduce((sum, [, bytes]) => sum + padded(bytes.length), start)
  const font = new Uint8Array(length)
  const view = new DataView(font.buffer)
  const power = 31 - Math.clz32(tables.length)
  view.setUint32(0, TRUETYPE_VERSION)
  view.setUint16(4, tables.length)
  view.setUint16(6, 16 << power)
  view.setUint16(8, power)
  view.setUint16(10, (tables.length << 4) - (16 << power))
  let [record, at] = [HEADER_BYTES, start]
  let head: number | undefined
  for (const [tag, bytes] of tables) {
    font.set(bytes, at)
    if (tag === 'head') {
      head = at
      view.setUint32(at + CHECKSUM_ADJUSTMENT, 0)
    }
    for (let index = 0; index < 4; index++) view.setUint8(record + index, tag.charCodeAt(index))
    view.setUint32(record + 4, checksum(view, at, padded(bytes.length)))
    view.setUint32(record + 8, at)
    view.setUint32(record + 12, bytes.length)
    record += RECORD_BYTES
    at += padded(bytes.length)
  }
  if (head !== undefined)
    view.setUint32(head + CHECKSUM_ADJUSTMENT, (CHECKSUM_OF_FONT - checksum(view, 0, length)) >>> 0)
  return font
}

const TRUETYPE_VERSION = 0x00010000
const HEADER_BYTES = 12
const RECORD_BYTES = 16
/** Offset of a field of `head`, and what the whole font then adds up to (5.2.2). */
const CHECKSUM_ADJUSTMENT = 8
const CHECKSUM_OF_FONT = 0xb1b0afba

const padded = (length: number) => (length + 3) & ~3

function checksum(view: DataView, start: number, length: number): number {
  let sum = 0
  for (let at = start; at < start + length; at += 4) sum = (sum + view.getUint32(at)) | 0
  return sum >>> 0
}
