import { test } from 'uvu'
import * as assert from 'uvu/assert'
import { GlyphCodes, IdentityCodes } from '../../../src/typeset/embed/glyph-codes.js'
import { GlyphTexts } from '../../../src/typeset/embed/glyph-texts.js'
import type { Face } from '../../../src/typeset/fonts/face.js'
import { literalStrings } from '../../../src/typeset/outline/pdf-values.js'

const faceWith = (glyphCount: number) =>
  ({ metrics: { glyphCount, cff: undefined }, advanceOf: () => 500 }) as unknown as Face

/** The codes of a document, and the numbers of a glyph with texts. */
function codesWith(glyphCount: number, texts = new GlyphTexts()) {
  const face = faceWith(glyphCount)
  const codes = new GlyphCodes(face, texts, new IdentityCodes(face))
  const number = (text: string) => texts.numberOf({ id: 3, text })
  return { codes, texts, number }
}

test('each further text of a glyph has a code of its own, as long as there are codes', () => {
  const { codes, number } = codesWith(0xffff)
  assert.equal(
    ['a', 'b', 'c', 'a', 'b'].map(text => codes.codeOf(number(text))).map(({ cid, text }) => [cid, text]),
    [
      [3, 'a'],
      [0xffff, 'b'],
      [3, 'a'],
      [3, 'a'],
      [0xffff, 'b'],
    ],
  )
})

test('codes are written as the bytes of a string that has no end of a line', () => {
  const identity = new IdentityCodes(faceWith(0xffff))
  for (let cid = 0; cid <= 0xffff; cid++) {
    const { bytes } = identity.withCid(cid, 3)
    const [read = ''] = literalStrings(`(${bytes})`)
    assert.is(read.length, 2)
    assert.is(read.charCodeAt(0) * 256 + read.charCodeAt(1), cid)
    assert.not.match(bytes, /[\n\r]/)
  }
})

test('a glyph is shown alike in all documents by the first text that it has in one, whatever was printed before', () => {
  const { codes, texts, number } = codesWith(10)
  assert.ok(codes.arePortable([number('a'), number('a')]))
  assert.not.ok(codes.arePortable([number('a'), number('b')]))
  assert.not.ok(codes.arePortable([number('')]), 'a glyph without a text says so')
  const other = codesWith(10, texts)
  assert.ok(other.codes.arePortable([number('b')]))
  assert.not.ok(other.codes.arePortable([number('a')]))
  assert.equal(
    other.codes.all().map(({ cid, text }) => [cid, text]),
    [
      [0, '\uFFFD'],
      [3, 'b'],
      [10, 'a'],
    ],
  )
})

test.run()
