/** The tables of a font file by their tags (ISO/IEC 14496-22, 4.3). */
export type SfntTables = ReadonlyMap<string, DataView>

/** Files that contain a font, or several, by their first four bytes. */
const CONTAINERS: Readonly<Record<string, string>> = {
  wOFF: 'a web font (WOFF)',
  wOF2: 'a web font (WOFF2)',
  ttcf: 'a collection of fonts',
  STAR: 'a bitmap font (BDF)',
  '\u0001fcp': 'a bitmap font (PCF)',
  '%!PS': 'a Type 1 font',
  '%!Fo': 'a Type 1 font',
  typ1: 'a Type 1 font',
}
/** A Type 1 font in segments, as files with the ending `.pfb` have it. */
const TYPE_1_SEGMENT = '\u0080\u0001'
/** Where a font for Internet Explorer has its mark. */
const EMBEDDED_OPENTYPE_MARK = 34
const FONT_SIGNATURES = ['\0\u0001\0\0', 'true', 'OTTO']

/** Finds the tables of a font; for other bytes returns what they are, worded to follow "is". */
export function readSfntTables(bytes: Uint8Array): SfntTables | string {
  const file = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const kind = bytes.length < HEADER_BYTES ? '' : tagAt(file, 0)
  const container = CONTAINERS[kind]
  if (container) return container
  if (kind.startsWith(TYPE_1_SEGMENT)) return 'a Type 1 font'
  if (bytes.length > EMBEDDED_OPENTYPE_MARK + 1 && file.getUint16(EMBEDDED_OPENTYPE_MARK) === 0x4c50)
    return 'a web font (EOT)'
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

/** The font without some of its tables: only its list of tables is written anew. */
export function withoutTables(bytes: Uint8Array, dropped: ReadonlySet<string>): Uint8Array {
  const file = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const records = Array.from(
    { length: file.getUint16(4) },
    (_, index) => HEADER_BYTES + index * TABLE_RECORD_BYTES,
  )
  const kept = records.filter(record => !dropped.has(tagAt(file, record)))
  if (kept.length === records.length) return bytes
  const copy = Uint8Array.from(bytes)
  new DataView(copy.buffer).setUint16(4, kept.length)
  for (const [index, record] of kept.entries())
    copy.set(bytes.subarray(record, record + TABLE_RECORD_BYTES), HEADER_BYTES + index * TABLE_RECORD_BYTES)
  return copy
}
