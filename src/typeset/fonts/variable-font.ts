import type { SfntTables } from './sfnt.js'
import { instantiateFont } from './subsetter.js'

/** Which of the four faces of a family a file is to be. */
export interface FaceRole {
  readonly bold: boolean
  readonly italics: boolean
}

/** An axis of a variable font (ISO/IEC 14496-22, 7.3.3). */
interface VariationAxis {
  readonly tag: string
  readonly min: number
  readonly default: number
  readonly max: number
}

/** Where on its axes a variable font has the face of a role. */
export interface FontInstance {
  readonly axes: ReadonlyMap<string, number>
  /** Tells it from other instances of its file, as font makers name them (Adobe Technical Note 5902). */
  readonly nameSuffix: string
}

export const isVariable = (tables: SfntTables): boolean => tables.has('fvar')

/**
 * The weight of a face, and its slant where the file has an axis for that; on other axes the font's own default. The nearest
 * value that an axis has counts.
 */
export function instanceFor(tables: SfntTables, { bold, italics }: FaceRole): FontInstance {
  const found = new Map(axesOf(tables).map(axis => [axis.tag, axis]))
  const pinned = new Map([...found.values()].map(axis => [axis.tag, axis.default]))
  const pin = (tag: string, wanted: (axis: VariationAxis) => number) => {
    const axis = found.get(tag)
    if (axis) pinned.set(tag, Math.min(axis.max, Math.max(axis.min, wanted(axis))))
  }
  pin('wght', () => (bold ? BOLD : REGULAR))
  pin('ital', () => (italics ? 1 : 0))
  if (!found.has('ital')) pin('slnt', axis => (italics ? steepest(axis) : Math.min(0, axis.max)))
  return { axes: pinned, nameSuffix: [...pinned].map(([tag, value]) => `_${value}${tag}`).join('') }
}

/** The font at one point of its axes, with all its glyphs and no axes; undefined if HarfBuzz cannot make it. */
export const staticFont = (bytes: Uint8Array, { axes }: FontInstance): Uint8Array | undefined =>
  instantiateFont(bytes, axes)

const REGULAR = 400
const BOLD = 700
/** Degrees, counter-clockwise: what italics are usually slanted by. */
const ITALIC_SLANT = -12

const steepest = ({ min, default: upright }: VariationAxis) => Math.max(min, Math.min(upright, ITALIC_SLANT))

const AXES_OFFSET = 4
const AXIS_COUNT = 8
const AXIS_BYTES = 10

function axesOf(tables: SfntTables): VariationAxis[] {
  const table = tables.get('fvar')
  if (!table) return []
  const [start, count, size] = [
    table.getUint16(AXES_OFFSET),
    table.getUint16(AXIS_COUNT),
    table.getUint16(AXIS_BYTES),
  ]
  const fixed = (at: number) => table.getInt32(at) / 65_536
  return Array.from({ length: count }, (_, index) => {
    const at = start + index * size
    const tag = String.fromCharCode(...[0, 1, 2, 3].map(byte => table.getUint8(at + byte)))
    return { tag, min: fixed(at + 4), default: fixed(at + 8), max: fixed(at + 12) }
  })
}
