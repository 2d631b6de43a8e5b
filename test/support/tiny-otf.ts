/** How a font made for a test differs from a plain one. */
interface Making {
  /** Glyphs are numbered by character identifiers, as in fonts for Chinese and Japanese. */
  readonly keyed?: boolean
  readonly fsType?: number
}

/** The character identifier of a glyph in a keyed font, which is not its number. */
export const characterId = (glyph: number): number => (glyph === 0 ? 0 : glyph * 2 + 10)
/** The advance of a glyph in thousandths of an em. */
export const advanceOf = (glyph: number): number => 300 + glyph

const FIRST = 0x20
const GLYPHS = 1 + 0x7e - FIRST + 1

/** A font with PostScript outlines for ASCII: each character a box of a width of its own. */
export function tinyOtf({ keyed = false, fsType = 0 }: Making = {}): Buffer {
  const head = Buffer.alloc(54)
  head.writeUInt32BE(0x00010000, 0)
  head.writeUInt32BE(0x5f0f3cf5, 12)
  head.writeUInt16BE(1000, 18)
  for (const [index, edge] of [0, -200, 500, 800].entries()) head.writeInt16BE(edge, 36 + index * 2)
  const hhea = Buffer.alloc(36)
  hhea.writeUInt32BE(0x00010000, 0)
  hhea.writeInt16BE(800, 4)
  hhea.writeInt16BE(-200, 6)
  hhea.writeUInt16BE(GLYPHS, 34)
  const os2 = Buffer.alloc(96)
  os2.writeUInt16BE(4, 0)
  os2.writeUInt16BE(400, 4)
  os2.writeUInt16BE(fsType, 8)
  os2.writeInt16BE(700, 88)
  const hmtx = Buffer.concat(glyphs(glyph => Buffer.concat([u16(advanceOf(glyph)), u16(0)])))
  const post = Buffer.alloc(32)
  post.writeUInt32BE(0x00030000, 0)
  return sfnt({
    'CFF ': cff(keyed),
    'OS/2': os2,
    cmap: cmap(),
    head,
    hhea,
    hmtx,
    maxp: Buffer.concat([u32(0x00005000), u16(GLYPHS)]),
    name: nameTable('TinyTest-Regular'),
    post,
  })
}

/** Puts tables, in the order of their tags, into a font file. */
export function sfnt(tables: Readonly<Record<string, Buffer>>, version = 'OTTO'): Buffer {
  const entries = Object.entries(tables)
  let offset = 12 + entries.length * 16
  const records = entries.map(([tag, table]) => {
    const record = Buffer.concat([Buffer.from(tag), u32(0), u32(offset), u32(table.length)])
    offset += padded(table).length
    return record
  })
  const header = Buffer.concat([Buffer.from(version, 'latin1'), u16(entries.length), u16(0), u16(0), u16(0)])
  return Buffer.concat([header, ...records, ...entries.map(([, table]) => padded(table))])
}

/** Format 12: one group from the first character to the last. */
const cmap = (): Buffer =>
  Buffer.concat([
    ...[u16(0), u16(1), u16(3), u16(10), u32(12)],
    ...[u16(12), u16(0), u32(28), u32(0), u32(1), u32(FIRST), u32(0x7e), u32(1)],
  ])

export function nameTable(postScriptName: string): Buffer {
  const text = Buffer.from(postScriptName, 'utf16le').swap16()
  return Buffer.concat([...[0, 1, 18, 3, 1, 0x409, 6, text.length, 0].map(u16), text])
}

function cff(keyed: boolean): Buffer {
  const strings = index(keyed ? [Buffer.from('Adobe'), Buffer.from('Identity')] : [])
  const before = (top: Buffer) =>
    Buffer.concat([
      Buffer.from([1, 0, 4, 4]),
      index([Buffer.from('TinyTest')]),
      index([top]),
      strings,
      u16(0),
    ])
  const start = before(topDictionary(keyed, [0, 0, 0, 0, 0])).length
  const charset = Buffer.concat([
    Buffer.from([0]),
    ...glyphs(glyph => u16(keyed ? characterId(glyph) : glyph)).slice(1),
  ])
  const charStrings = index(glyphs(charString))
  const selected = Buffer.alloc(1 + GLYPHS)
  const own = Buffer.from([139, 20])
  const fonts = (at: number) => index([Buffer.concat([integer(own.length), integer(at), Buffer.from([18])])])
  const at = { charset: start, charStrings: start + charset.length, selected: 0, fonts: 0, own: 0 }
  at.selected = at.charStrings + charStrings.length
  at.fonts = at.selected + selected.length
  at.own = at.fonts + fonts(0).length
  const top = topDictionary(keyed, [at.charset, at.charStrings, at.selected, at.fonts, at.own])
  return Buffer.concat([before(top), charset, charStrings, selected, fonts(at.own), own])
}

function topDictionary(
  keyed: boolean,
  [charset = 0, strings = 0, selected = 0, fonts = 0, own = 0]: number[],
): Buffer {
  const places = [integer(charset), Buffer.from([15]), integer(strings), Buffer.from([17])]
  if (!keyed) return Buffer.concat([...places, integer(2), integer(own), Buffer.from([18])])
  const ordering = [integer(391), integer(392), integer(0), Buffer.from([12, 30])]
  const select = [integer(fonts), Buffer.from([12, 36]), integer(selected), Buffer.from([12, 37])]
  return Buffer.concat([...ordering, ...places, ...select])
}

/** Type 2 operators: the advance, then a box. */
function charString(glyph: number): Buffer {
  const number = (value: number) => Buffer.concat([Buffer.from([28]), u16(value & 0xffff)])
  const lines = [
    number(200),
    Buffer.from([6]),
    number(600),
    Buffer.from([7]),
    number(-200),
    Buffer.from([6, 14]),
  ]
  return Buffer.concat([number(advanceOf(glyph)), number(50), number(0), Buffer.from([21]), ...lines])
}

function index(entries: readonly Buffer[]): Buffer {
  if (entries.length === 0) return u16(0)
  const ends = entries.map((_, last) =>
    entries.slice(0, last + 1).reduce((sum, entry) => sum + entry.length, 1),
  )
  const offsets = [1, ...ends].map(u32)
  return Buffer.concat([u16(entries.length), Buffer.from([4]), ...offsets, ...entries])
}

const glyphs = (make: (glyph: number) => Buffer): Buffer[] =>
  Array.from({ length: GLYPHS }, (_, glyph) => make(glyph))
const integer = (value: number): Buffer => Buffer.concat([Buffer.from([29]), u32(value)])
const padded = (table: Buffer): Buffer => Buffer.concat([table, Buffer.alloc((4 - (table.length % 4)) % 4)])

export function u16(value: number): Buffer {
  const buffer = Buffer.alloc(2)
  buffer.writeUInt16BE(value)
  return buffer
}

export function u32(value: number): Buffer {
  const buffer = Buffer.alloc(4)
  buffer.writeUInt32BE(value)
  return buffer
}
