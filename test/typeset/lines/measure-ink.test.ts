import { test } from 'uvu'
import * as assert from 'uvu/assert'
import { inkOfGlyphs, mayBeTall, roomForInk } from '../../../src/typeset/lines/measure-ink.js'

const near = (room: { above: number; below: number } | undefined) =>
  room && [room.above, room.below].map(points => Math.round(points * 1000) / 1000)
/** A word of 10 points, in a face as high as it is deep. */
const word = (leading: number, faceHeight = 12) => ({
  size: 10,
  leading,
  ascent: faceHeight / 2,
  descent: faceHeight / 2,
})

test('glyphs reach as far as the highest and the deepest of them, where they are placed', () => {
  const face = { inkOf: (id: number) => (id === 0 ? undefined : { above: 100 * id, below: 10 * id }) }
  const glyph = (id: number, y: number) => ({ id, y, x: 0, advance: 0, text: '' })
  assert.equal(inkOfGlyphs({ glyphs: [glyph(0, 900), glyph(5, 0), glyph(2, 0)] }, face), {
    above: 500,
    below: 50,
  })
  assert.equal(inkOfGlyphs({ glyphs: [glyph(5, 300), glyph(2, -400)] }, face), { above: 800, below: 420 })
  assert.equal(inkOfGlyphs({ glyphs: [] }, face), { above: 0, below: 0 })
})

test('ink needs room where lines of it would touch, with a little between them, in whole tenths of an em', () => {
  assert.is(roomForInk({ above: 8, below: 4 }, word(12.6)), undefined)
  assert.equal(near(roomForInk({ above: 8, below: 4 }, word(12.5))), [9, 5])
  assert.equal(near(roomForInk({ above: 8.7, below: 4.8 }, word(12.5))), [9, 6])
})

test('a face so high that it does not tell where its letters are is measured, though its leading is enough', () => {
  assert.is(roomForInk({ above: 6, below: 4 }, word(13, 15.6)), undefined)
  assert.equal(near(roomForInk({ above: 6, below: 4 }, word(13, 15.7))), [6.3, 4.3])
})

test('only scripts with high or deep letters are looked at, and letters with several marks', () => {
  for (const text of ['Latin, Ünïcode', 'Ελληνικά', 'Кириллица', '漢字かな', '1 234 €', 'á'.normalize('NFC')])
    assert.is(mayBeTall(text), false, text)
  for (const text of ['\u0627', '\u0f40', '\u0e01', '\u1000', '\u0915', '\u1ea4', 'a\u0323\u0302'])
    assert.ok(mayBeTall(text), text)
})

test.run()
