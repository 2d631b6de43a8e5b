/** The tables of a font file by their tags (ISO/IEC 14496-22, 4.3). */
export type SfntTables = ReadonlyMap<string, DataView>

/** Files that contain a font, or several, by their first four bytes. */
const CONTAINERS: Readonly<Record<string, string>> = {
  wOFF: 'a web font (WOFF)',
  wOF2: 'a web font (WOFF2)',
  ttcf: 'a collection of fonts',
}
const FONT_SIGNATURES = ['\0\u0001\0\0', 'true', 'OTTO']

/** Finds the tables of a font; for other bytes returns what they are, worded to follow "is". */
export function readSfntTables(bytes: Uint8Array): SfntTables | string {
  const file = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const kind = bytes.length < HEADER_BYTES ? '' : tagAt(file, 0)
  const container = CONTAINERS[kind]
  if (container) return container
  if (!FONT_SIGNATURES.includes(kind)) return UNREADABLE_FONT
  const count = file.getUint16(4)
  if (HEADER_BYTES + count * TABLE_RECORD_BYTES > bytes.length) return UNREADABLE_FONT
  const tables = new Map<string, DataView>()
  for (let index = 0; index < count; index++) {
    const record = HEADER_BYTES + index * TABLE_RECORD_BYTES
    const [offset, length] = [file.getUint32(record + 8), file.getUint32(record + 12)]
    if (offset + length > bytes.length) return 'a font file that is cut off'
    tables.set(tagAt(file, record), new DataView(bytes.buffer, bytes.byteOffset + offset, length))
  }
  return tables
}

export const UNREADABLE_FONT = 'not a font that can be read'

const HEADER_BYTES = 12
const TABLE_RECORD_BYTES = 16

const tagAt = (file: DataView, offset: number): string =>
  String.fromCharCode(...[0, 1, 2, 3].map(index => file.getUint8(offset + index)))
