import { type SfntTables, UNREADABLE_FONT } from './sfnt.js'

/** What the tables of a font file say of the whole font. Lengths are thousandths of an em. */
export interface FontMetrics {
  readonly postScriptName: string
  readonly glyphCount: number
  readonly unitsPerEm: number
  readonly ascender: number
  readonly descender: number
  readonly capHeight: number
  readonly xHeight: number
  /** Left, bottom, right, top. */
  readonly boundingBox: readonly [number, number, number, number]
  /** Degrees, counter-clockwise from the vertical. */
  readonly italicAngle: number
  /** 1 to 1000; 400 is regular. */
  readonly weight: number
  readonly fixedPitch: boolean
  readonly serif: boolean
  readonly script: boolean
  readonly italic: boolean
  /** The licence allows the font to be embedded only as a whole. */
  readonly noSubsetting: boolean
  /** The `CFF ` table of PostScript outlines; TrueType outlines are in `glyf`. */
  readonly cff: DataView | undefined
}

/** Reads the metrics of a font that may be embedded in a document; else returns what the file is, worded to follow "is". */
export function readFontMetrics(tables: SfntTables): FontMetrics | string {
  if (tables.has('CFF2')) return 'a variable font with PostScript outlines'
  const missing = ['head', 'hhea', 'hmtx', 'maxp', 'cmap'].find(tag => !tables.has(tag))
  if (missing) return `a font without its \`${missing}\` table`
  if (!tables.has('CFF ') && !(tables.has('glyf') && tables.has('loca'))) return 'a font without outlines'
  try {
    if (!hasUnicodeMap(tableOf(tables, 'cmap'))) return 'a font without a table of Unicode characters'
    const permission = embeddingPermission(tables.get('OS/2'))
    return permission === 'none' ? 'a font whose licence forbids embedding' : metricsOf(tables, permission)
  } catch (error) {
    if (error instanceof RangeError) return UNREADABLE_FONT
    throw error
  }
}

const CMAP_RECORD_BYTES = 8
const MAPPED_PLATFORMS = new Set([0, 3])

/** Whether characters are found by their code points, or at least as symbols (ISO/IEC 14496-22, 5.2.1). */
function hasUnicodeMap(cmap: DataView): boolean {
  for (let index = 0; index < cmap.getUint16(2); index++)
    if (MAPPED_PLATFORMS.has(cmap.getUint16(4 + index * CMAP_RECORD_BYTES))) return true
  return false
}

type EmbeddingPermission = 'any' | 'whole' | 'none'

/** `fsType` of OS/2 (ISO/IEC 14496-22, 5.2.8): of several usage bits the least restrictive counts. */
function embeddingPermission(os2: DataView | undefined): EmbeddingPermission {
  const bits = os2?.getUint16(8) ?? 0
  if ((bits & 0x0f) === RESTRICTED || bits & BITMAPS_ONLY) return 'none'
  return bits & NO_SUBSETTING ? 'whole' : 'any'
}

const RESTRICTED = 0x0002
const NO_SUBSETTING = 0x0100
const BITMAPS_ONLY = 0x0200

function metricsOf(tables: SfntTables, permission: EmbeddingPermission): FontMetrics {
  const [head, hhea] = [tableOf(tables, 'head'), tableOf(tables, 'hhea')]
  const [os2, post] = [tables.get('OS/2'), tables.get('post')]
  const unitsPerEm = head.getUint16(18)
  if (unitsPerEm === 0) throw new RangeError('no units in an em')
  const scaled = (units: number) => (units * 1000) / unitsPerEm
  const ascender = scaled(hhea.getInt16(4))
  const heights = os2 && os2.getUint16(0) >= 2 && os2.byteLength >= 90 ? os2 : undefined
  const family = (os2?.getInt16(30) ?? 0) >> 8
  return {
    postScriptName: postScriptName(tables.get('name')),
    glyphCount: tableOf(tables, 'maxp').getUint16(4),
    unitsPerEm,
    ascender,
    descender: scaled(hhea.getInt16(6)),
    capHeight: scaled(heights?.getInt16(88) ?? 0) || ascender,
    xHeight: scaled(heights?.getInt16(86) ?? 0),
    boundingBox: [
      scaled(head.getInt16(36)),
      scaled(head.getInt16(38)),
      scaled(head.getInt16(40)),
      scaled(head.getInt16(42)),
    ],
    italicAngle: (post?.getInt32(4) ?? 0) / 65_536,
    weight: os2?.getUint16(4) ?? 400,
    fixedPitch: (post?.getUint32(12) ?? 0) !== 0,
    serif: family >= 1 && family <= 7 && family !== 6,
    script: family === 10,
    italic: (head.getUint16(44) & 2) !== 0,
    noSubsetting: permission === 'whole',
    cff: tables.get('CFF '),
  }
}

function tableOf(tables: SfntTables, tag: string): DataView {
  const table = tables.get(tag)
  if (!table) throw new RangeError(`no ${tag} table`)
  return table
}

const POSTSCRIPT_NAME_ID = 6
const MACINTOSH_PLATFORM = 1
const NAME_RECORD_BYTES = 12

/** The name without characters that are not printable, or that PDF and PostScript reserve. */
function postScriptName(name: DataView | undefined): string {
  const names = name ? [...nameRecords(name)] : []
  return names.map(text => text.replace(/[^!-~]|[[\](){}<>/%#]/g, '')).find(text => text !== '') ?? 'Unnamed'
}

function* nameRecords(name: DataView): Generator<string> {
  const strings = name.getUint16(4)
  for (let index = 0; index < name.getUint16(2); index++) {
    const record = 6 + index * NAME_RECORD_BYTES
    if (name.getUint16(record + 6) !== POSTSCRIPT_NAME_ID) continue
    const start = name.byteOffset + strings + name.getUint16(record + 10)
    const bytes = Buffer.from(name.buffer as ArrayBuffer, start, name.getUint16(record + 8))
    const wide = name.getUint16(record) !== MACINTOSH_PLATFORM
    yield wide
      ? Buffer.from(bytes.subarray(0, bytes.length & ~1))
          .swap16()
          .toString('utf16le')
      : bytes.toString('latin1')
  }
}
