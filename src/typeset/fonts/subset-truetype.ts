import { present } from '../../diagnostics/index.js'
import type { SfntTables } from './sfnt.js'
import { writeSfnt } from './write-sfnt.js'

/**
 * A font with TrueType outlines, reduced to the glyphs that a document shows, in the six tables that it needs there (ISO
 * 32000-1, 9.9). Glyphs keep their numbers, up to the last that is shown; hinting is dropped, and the outline of the glyph
 * for what is missing, as HarfBuzz does. Throws a RangeError where the tables contradict each other.
 */
export function subsetTrueType(tables: SfntTables, shown: Iterable<number>): Uint8Array {
  const font = { tables, outlines: readOutlines(tables) }
  const glyphs = withComponents(shown, font.outlines)
  const count = present(glyphs.at(-1), 'glyph') + 1
  const { glyf, loca, isLong } = outlinesOf(glyphs, count, font.outlines)
  return writeSfnt([
    ['glyf', glyf],
    ['head', changed(tables, 'head', head => head.setInt16(INDEX_TO_LOC_FORMAT, isLong ? 1 : 0))],
    ['hhea', changed(tables, 'hhea', hhea => hhea.setUint16(METRICS_COUNT, count))],
    ['hmtx', metricsOf(glyphs, count, tables)],
    ['loca', loca],
    ['maxp', changed(tables, 'maxp', maxp => forgetHinting(maxp, count))],
  ])
}

/** Offsets of fields (ISO/IEC 14496-22, 5.2.2, 5.2.3, 5.2.6). */
const INDEX_TO_LOC_FORMAT = 50
const METRICS_COUNT = 34
const GLYPH_COUNT = 4
const MAX_ZONES = 14
const HINTING_LIMITS = [16, 18, 20, 22, 24, 26]
/** What a table of short offsets, which are halved, can reach. */
const SHORT_REACH = 0xffff * 2

/** The outline of a glyph as it stands in the font; empty for a space. */
type Outlines = (glyph: number) => DataView

function readOutlines(tables: SfntTables): Outlines {
  const [glyf, loca, head] = ['glyf', 'loca', 'head'].map(tag => tableOf(tables, tag)) as [
    DataView,
    DataView,
    DataView,
  ]
  const isLong = head.getInt16(INDEX_TO_LOC_FORMAT) !== 0
  const offset = (index: number) => (isLong ? loca.getUint32(index * 4) : loca.getUint16(index * 2) * 2)
  return glyph => {
    const start = offset(glyph)
    return new DataView(glyf.buffer, glyf.byteOffset + start, within(start, offset(glyph + 1), glyf))
  }
}

/** The length of a part of a table; the views of the language would let it reach into the next table. */
function within(start: number, end: number, table: DataView): number {
  if (end < start || end > table.byteLength) throw new RangeError('an outline lies outside of its table')
  return end - start
}

/** Glyphs, the one for what is missing, and those that they are composed of, in ascending order. */
function withComponents(shown: Iterable<number>, outlines: Outlines): number[] {
  const glyphs = new Set([0, ...shown])
  for (const glyph of glyphs)
    if (glyph !== 0) for (const { glyph: part } of componentsOf(outlines(glyph))) glyphs.add(part)
  return [...glyphs].sort((one, other) => one - other)
}

interface Component {
  readonly glyph: number
  /** Of its flags. */
  readonly at: number
  readonly flags: number
  readonly end: number
}

/** Flags of a component (ISO/IEC 14496-22, 5.3.3). */
const WORDS = 0x0001
const SCALE = 0x0008
const MORE_COMPONENTS = 0x0020
const TWO_SCALES = 0x0040
const TWO_BY_TWO = 0x0080
const INSTRUCTIONS = 0x0100
const OUTLINE_HEADER_BYTES = 10

/** The parts of a composite glyph; another has none. */
function* componentsOf(outline: DataView): Generator<Component> {
  if (outline.byteLength === 0 || outline.getInt16(0) >= 0) return
  for (let at = OUTLINE_HEADER_BYTES, more = true; more; ) {
    const flags = outline.getUint16(at)
    const scale = flags & SCALE ? 2 : flags & TWO_SCALES ? 4 : flags & TWO_BY_TWO ? 8 : 0
    const end = at + 4 + (flags & WORDS ? 4 : 2) + scale
    yield { glyph: outline.getUint16(at + 2), at, flags, end }
    at = end
    more = (flags & MORE_COMPONENTS) !== 0
  }
}

/** The outlines of glyphs one after the other, and where those of each number begin. */
function outlinesOf(glyphs: readonly number[], count: number, outlines: Outlines) {
  const parts = glyphs.map(glyph => (glyph === 0 ? new Uint8Array() : withoutHinting(outlines(glyph))))
  const length = parts.reduce((sum, part) => sum + evenLength(part), 0)
  const isLong = length > SHORT_REACH
  const glyf = new Uint8Array(length)
  const loca = new DataView(new ArrayBuffer((count + 1) * (isLong ? 4 : 2)))
  let [next, end] = [0, 0]
  for (let glyph = 0; glyph <= count; glyph++) {
    if (isLong) loca.setUint32(glyph * 4, end)
    else loca.setUint16(glyph * 2, end / 2)
    const part = parts[next]
    if (glyphs[next] !== glyph || !part) continue
    glyf.set(part, end)
    end += evenLength(part)
    next++
  }
  return { glyf, loca: bytesOf(loca), isLong }
}

const evenLength = ({ length }: Uint8Array) => length + (length % 2)

/** An outline without the instructions that fit it to a grid of pixels. */
function withoutHinting(outline: DataView): Uint8Array {
  const bytes = bytesOf(outline)
  if (bytes.length === 0) return bytes
  const contours = outline.getInt16(0)
  if (contours < 0) return compositeWithoutHinting(outline)
  const at = OUTLINE_HEADER_BYTES + contours * 2
  const points = at + 2 + outline.getUint16(at)
  if (points > bytes.length) throw new RangeError('the instructions of a glyph are cut off')
  const cut = new Uint8Array(at + 2 + bytes.length - points)
  cut.set(bytes.subarray(0, at))
  cut.set(bytes.subarray(points), at + 2)
  return cut
}

function compositeWithoutHinting(outline: DataView): Uint8Array {
  const components = [...componentsOf(outline)]
  const cut = bytesOf(outline).slice(0, components.at(-1)?.end)
  const view = new DataView(cut.buffer)
  for (const { at, flags } of components) view.setUint16(at, flags & ~INSTRUCTIONS)
  return cut
}

/** The advance and the side bearing of each number; of those that are not shown nothing. */
function metricsOf(glyphs: readonly number[], count: number, tables: SfntTables): Uint8Array {
  const hmtx = tableOf(tables, 'hmtx')
  const full = tableOf(tables, 'hhea').getUint16(METRICS_COUNT)
  const metrics = new DataView(new ArrayBuffer(count * 4))
  for (const glyph of glyphs) {
    metrics.setUint16(glyph * 4, hmtx.getUint16(Math.min(glyph, full - 1) * 4))
    const bearing = glyph < full ? glyph * 4 + 2 : full * 4 + (glyph - full) * 2
    metrics.setInt16(glyph * 4 + 2, hmtx.getInt16(bearing))
  }
  return bytesOf(metrics)
}

/** What a font without instructions says of them. */
function forgetHinting(maxp: DataView, count: number): void {
  maxp.setUint16(GLYPH_COUNT, count)
  maxp.setUint16(MAX_ZONES, 1)
  for (const limit of HINTING_LIMITS) maxp.setUint16(limit, 0)
}

function changed(tables: SfntTables, tag: string, change: (copy: DataView) => void): Uint8Array {
  const copy = Uint8Array.from(bytesOf(tableOf(tables, tag)))
  change(new DataView(copy.buffer))
  return copy
}

function tableOf(tables: SfntTables, tag: string): DataView {
  const table = tables.get(tag)
  if (!table) throw new RangeError(`no ${tag} table`)
  return table
}

const bytesOf = ({ buffer, byteOffset, byteLength }: DataView) =>
  new Uint8Array(buffer, byteOffset, byteLength)
