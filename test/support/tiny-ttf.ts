import { nameTable, sfnt, u16, u32 } from './tiny-otf.js'

/** How a font made for a test differs from one with a box for each character. */
interface TinyTtfMaking {
  readonly characters: string
  /** Characters whose glyphs have no outline. */
  readonly blank?: string
  /** Axes by tag, with the least, the default and the greatest value; each widens every box at its greatest. */
  readonly axes?: Readonly<Record<string, readonly [number, number, number]>>
  /** More tables. */
  readonly tables?: Readonly<Record<string, Buffer>>
  /** The platform of the table of characters. */
  readonly platform?: number
  readonly fsType?: number
  /** How far a box reaches above and below the baseline; 700 and 0 if left out. Thousandths of an em. */
  readonly reach?: { readonly above: number; readonly below: number }
  /** Of the whole font, in thousandths of an em; 800 and 200 if left out. */
  readonly heights?: { readonly ascent: number; readonly descent: number }
}

/** The width of a box at the default of all axes, and what an axis adds at its greatest: thousandths of an em. */
export const BOX_WIDTH = 300
export const BOX_GROWTH = 200
const ADVANCE = 500

/** A font with TrueType outlines, static or variable. */
export function tinyTtf(making: TinyTtfMaking): Buffer {
  const { blank = '', axes = {}, tables = {}, platform = 3, fsType = 0 } = making
  const { reach = { above: 700, below: 0 }, heights = { ascent: 800, descent: 200 } } = making
  const codePointOf = (character: string) => character.codePointAt(0) ?? 0
  const characters = [...making.characters].sort((one, other) => codePointOf(one) - codePointOf(other))
  const outlines = [
    box(reach),
    ...characters.map(one => (blank.includes(one) ? Buffer.alloc(0) : box(reach))),
  ]
  const count = outlines.length
  const head = Buffer.alloc(54)
  head.writeUInt32BE(0x00010000, 0)
  head.writeUInt32BE(0x5f0f3cf5, 12)
  head.writeUInt16BE(1000, 18)
  for (const [index, edge] of [0, -reach.below, BOX_WIDTH, reach.above].entries())
    head.writeInt16BE(edge, 36 + index * 2)
  head.writeInt16BE(1, 50)
  const hhea = Buffer.alloc(36)
  hhea.writeUInt32BE(0x00010000, 0)
  hhea.writeInt16BE(heights.ascent, 4)
  hhea.writeInt16BE(-heights.descent, 6)
  hhea.writeUInt16BE(count, 34)
  const maxp = Buffer.alloc(32)
  maxp.writeUInt32BE(0x00010000, 0)
  maxp.writeUInt16BE(count, 4)
  maxp.writeUInt16BE(4, 6)
  maxp.writeUInt16BE(1, 8)
  const os2 = Buffer.alloc(96)
  os2.writeUInt16BE(4, 0)
  os2.writeUInt16BE(100, 4)
  os2.writeUInt16BE(fsType, 8)
  const post = Buffer.alloc(32)
  post.writeUInt32BE(0x00030000, 0)
  const ends = outlines.map((_, last) =>
    outlines.slice(0, last + 1).reduce((sum, outline) => sum + outline.length, 0),
  )
  const tags = Object.keys(axes)
  const all: Record<string, Buffer> = {
    'OS/2': os2,
    cmap: cmap(characters, platform),
    glyf: Buffer.concat(outlines),
    head,
    hhea,
    hmtx: Buffer.concat(outlines.flatMap(() => [u16(ADVANCE), u16(0)])),
    loca: Buffer.concat([0, ...ends].map(u32)),
    maxp,
    name: nameTable('TinyTest-Thin'),
    post,
    ...(tags.length > 0 ? { fvar: fvar(axes), gvar: gvar(outlines, tags.length) } : {}),
    ...tables,
  }
  const order = (one: string, other: string) => (one < other ? -1 : 1)
  return sfnt(
    Object.fromEntries(Object.entries(all).sort(([one], [other]) => order(one, other))),
    '\0\u0001\0\0',
  )
}

/** Four points on their curve, in coordinates of two bytes each. */
function box({ above, below }: NonNullable<TinyTtfMaking['reach']>): Buffer {
  const bounds = [1, 0, unsigned(-below), BOX_WIDTH, above].map(u16)
  const moves = [0, unsigned(-below), BOX_WIDTH, 0, 0, above + below, 0x1_0000 - BOX_WIDTH, 0]
  const along = moves.filter((_, index) => index % 2 === 0).map(u16)
  const up = moves.filter((_, index) => index % 2 === 1).map(u16)
  return Buffer.concat([...bounds, u16(3), u16(0), Buffer.from([1, 1, 1, 1]), ...along, ...up])
}

const unsigned = (value: number) => value & 0xffff

/** Format 12, a group for each character. */
function cmap(characters: readonly string[], platform: number): Buffer {
  const groups = characters.map((character, index) => {
    const codePoint = character.codePointAt(0) ?? 0
    return Buffer.concat([u32(codePoint), u32(codePoint), u32(index + 1)])
  })
  const size = 16 + 12 * groups.length
  return Buffer.concat([
    ...[u16(0), u16(1), u16(platform), u16(10), u32(12)],
    ...[u16(12), u16(0), u32(size), u32(0), u32(groups.length), ...groups],
  ])
}

function fvar(axes: NonNullable<TinyTtfMaking['axes']>): Buffer {
  const entries = Object.entries(axes).map(([tag, values]) =>
    Buffer.concat([Buffer.from(tag), ...values.map(value => u32((value * 65_536) >>> 0)), u16(0), u16(256)]),
  )
  return Buffer.concat([...[1, 0, 16, 2, entries.length, 20, 0, 4 + 4 * entries.length].map(u16), ...entries])
}

/** At the greatest value of each axis the two points at the right are farther right. */
function gvar(outlines: readonly Buffer[], axisCount: number): Buffer {
  const deltas = Buffer.concat([
    Buffer.from([0]),
    Buffer.from([0x43, 0, 0, BOX_GROWTH >> 8, BOX_GROWTH & 255, BOX_GROWTH >> 8, BOX_GROWTH & 255, 0, 0]),
    Buffer.from([0x83, 0x87]),
  ])
  const headers = Array.from({ length: axisCount }, (_, axis) =>
    Buffer.concat([
      u16(deltas.length),
      u16(0xa000),
      ...Array.from({ length: axisCount }, (_none, index) => u16(index === axis ? 0x4000 : 0)),
    ]),
  )
  const before = 4 + headers.reduce((sum, header) => sum + header.length, 0)
  const one = Buffer.concat([u16(axisCount), u16(before), ...headers, ...headers.map(() => deltas)])
  const padded = Buffer.concat([one, Buffer.alloc((4 - (one.length % 4)) % 4)])
  const data = outlines.map(outline => (outline.length === 0 ? Buffer.alloc(0) : padded))
  const offsets = data.map((_, index) => data.slice(0, index).reduce((sum, { length }) => sum + length, 0))
  const total = data.reduce((sum, { length }) => sum + length, 0)
  const head = 20 + 4 * (outlines.length + 1)
  return Buffer.concat([
    ...[u16(1), u16(0), u16(axisCount), u16(0), u32(head), u16(outlines.length), u16(1), u32(head)],
    ...[...offsets, total].map(u32),
    ...data,
  ])
}
