import { test } from 'uvu'
import * as assert from 'uvu/assert'
import { Face } from '../../../src/typeset/fonts/face.js'
import { advanceOf, tinyOtf, u16 } from '../../support/tiny-otf.js'
import { tinyTtf } from '../../support/tiny-ttf.js'
import { fonts } from '../workspace.js'

const regular = () => Buffer.from(fonts.get('Noto Sans Hebrew')?.normal.bytes ?? [])
const opened = (bytes: Uint8Array) => {
  const face = Face.open(bytes)
  return typeof face === 'string' ? face : 'open'
}

/** A font file with one of its tables changed. */
function changed(file: Buffer, tag: string, change: (table: DataView) => void): Buffer {
  const record = file.indexOf(tag, 12, 'latin1')
  change(
    new DataView(
      file.buffer,
      file.byteOffset + file.readUInt32BE(record + 8),
      file.readUInt32BE(record + 12),
    ),
  )
  return file
}

function renamed(file: Buffer, tag: string, to: string): Buffer {
  file.write(to, file.indexOf(tag, 12, 'latin1'), 'latin1')
  return file
}

test('opens TrueType and PostScript outlines', () => {
  assert.equal(
    [opened(regular()), opened(tinyOtf()), opened(tinyOtf({ keyed: true }))],
    ['open', 'open', 'open'],
  )
})

test('says of a file that is no single font what it is', () => {
  const beginning = (kind: string) => Buffer.concat([Buffer.from(kind), Buffer.alloc(60)])
  assert.is(opened(beginning('wOFF')), 'a web font (WOFF)')
  assert.is(opened(beginning('wOF2')), 'a web font (WOFF2)')
  assert.is(opened(beginning('ttcf')), 'a collection of fonts')
  assert.is(opened(Buffer.from('%PDF-1.7, which is no font')), 'not a font that can be read')
  assert.is(opened(Buffer.alloc(0)), 'not a font that can be read')
})

test('says what a broken font lacks, wherever it is cut off', () => {
  const file = regular()
  assert.is(opened(file.subarray(0, 20_000)), 'a font file that is cut off')
  assert.is(opened(renamed(regular(), 'cmap', 'xxxx')), 'a font without its `cmap` table')
  assert.is(opened(renamed(regular(), 'glyf', 'xxxx')), 'a font without outlines')
  assert.is(opened(renamed(tinyOtf(), 'CFF ', 'CFF2')), 'a variable font with PostScript outlines')
  assert.is(opened(changed(regular(), 'head', head => head.setUint16(18, 0))), 'not a font that can be read')
  for (let length = 0; length < 2_000; length += 7) assert.is.not(opened(file.subarray(0, length)), 'open')
})

test('names fonts of other kinds, and those whose characters are not those of Unicode', () => {
  const beginning = (kind: string) => Buffer.concat([Buffer.from(kind, 'latin1'), Buffer.alloc(60)])
  for (const kind of ['\x80\x01', '%!PS-AdobeFont-1.0', '%!FontType1-1.0', 'typ1'])
    assert.is(opened(beginning(kind)), 'a Type 1 font')
  assert.is(opened(beginning('STARTFONT 2.1')), 'a bitmap font (BDF)')
  const embedded = Buffer.alloc(90)
  embedded.writeUInt16LE(0x504c, 34)
  assert.is(opened(embedded), 'a web font (EOT)')
  assert.is(opened(tinyTtf({ characters: 'A', platform: 1 })), 'a font without a table of Unicode characters')
  assert.equal(
    [0, 3].map(platform => opened(tinyTtf({ characters: 'A', platform }))),
    ['open', 'open'],
  )
})

test('has a character only if its glyph shows it', () => {
  const blank = ' \u00A0\u2003\u00AD\u2800'
  const face = Face.open(
    tinyTtf({
      characters: `Ae\u0301🎉${blank}`,
      blank: `${blank}\u0301🎉`,
      tables: { COLR: Buffer.alloc(14) },
    }),
  )
  if (typeof face === 'string') throw new Error(face)
  assert.equal(
    [...`Ae${blank}`].map(character => face.has(character)),
    Array(7).fill(true),
  )
  assert.equal(
    ['🎉', '\u0301', 'B'].map(character => face.has(character)),
    [false, false, false],
  )
  assert.equal(
    ['🎉', 'A', 'B'].map(character => face.hasOnlyInColour(character)),
    [true, false, false],
  )
})

test('keeps to what the licence of a font allows', () => {
  const marked = (fsType: number) => changed(regular(), 'OS/2', os2 => os2.setUint16(8, fsType))
  const forbidden = 'a font whose licence forbids embedding'
  assert.equal(
    [0x0002, 0x0200].map(bits => opened(marked(bits))),
    [forbidden, forbidden],
  )
  assert.equal(
    [0x0000, 0x0004, 0x0008, 0x000a, 0x0100].map(bits => opened(marked(bits))),
    Array(5).fill('open'),
  )
  const whole = Face.open(marked(0x0100))
  assert.ok(typeof whole !== 'string' && whole.subset([1, 2]) === whole.bytes)
})

test('cuts a font down to the glyphs that are shown, under their numbers', () => {
  for (const bytes of [regular(), tinyOtf(), tinyOtf({ keyed: true })]) {
    const face = Face.open(bytes)
    if (typeof face === 'string') throw new Error(face)
    const cut = face.subset([0, 5, 9])
    assert.ok(cut.length < bytes.length / 2, `${cut.length} of ${bytes.length}`)
    assert.equal(Buffer.from(face.subset([0, 5, 9])), Buffer.from(cut))
  }
})

test('shows a character whose glyph has an outline only once it is shaped, and none that stays blank', () => {
  const characters = '\u0f40\u0f41\u0f42'
  const [first, , third] = [...characters]
  const face = Face.open(
    tinyTtf({ characters, blank: characters.slice(0, 2), tables: { GSUB: replacing(1, 3) } }),
  )
  if (typeof face === 'string') throw new Error(face)
  assert.equal(
    [...characters].map(character => face.has(character)),
    [true, false, true],
  )
  const glyphOf = (text = '') =>
    face.shape(text, { lang: 'bo', rightToLeft: false, noLigatures: false }).glyphs[0]?.id
  assert.is(glyphOf(first), glyphOf(third))
  assert.equal(face.inkOf(3), { above: 700, below: 0 })
  assert.is(face.inkOf(1), undefined)
})

/** A table that replaces a glyph wherever it is (ISO/IEC 14496-22, 6.3.2): one script, feature and lookup. */
function replacing(glyph: number, other: number): Buffer {
  const numbers = (...values: number[]) => Buffer.concat(values.map(u16))
  const scripts = Buffer.concat([numbers(1), Buffer.from('DFLT'), numbers(8, 4, 0, 0, 0xffff, 1, 0)])
  const features = Buffer.concat([numbers(1), Buffer.from('ccmp'), numbers(8, 0, 1, 0)])
  const lookups = numbers(1, 4, 1, 0, 1, 8, 1, 6, other - glyph, 1, 1, glyph)
  const starts = [10, 10 + scripts.length, 10 + scripts.length + features.length]
  return Buffer.concat([numbers(1, 0, ...starts), scripts, features, lookups])
}

test('reads names, heights and widths', () => {
  const face = Face.open(tinyOtf())
  if (typeof face === 'string') throw new Error(face)
  const { postScriptName, ascender, descender, capHeight, xHeight, boundingBox, italic, serif, weight } =
    face.metrics
  assert.equal(
    [postScriptName, ascender, descender, capHeight, xHeight],
    ['TinyTest-Regular', 800, -200, 700, 0],
  )
  assert.equal([boundingBox, italic, serif, weight], [[0, -200, 500, 800], false, false, 400])
  assert.is(face.advanceOf(40), advanceOf(40))
  const slanted = fonts.get('Source Serif 4')?.bolditalics.metrics
  assert.equal([slanted?.italicAngle, slanted?.italic, slanted?.weight], [-12, true, 700])
})

test.run()
