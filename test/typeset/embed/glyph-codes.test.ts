import { test } from 'uvu'
import * as assert from 'uvu/assert'
import { glyphCodesFor } from '../../../src/typeset/embed/glyph-codes.js'
import type { Face } from '../../../src/typeset/fonts/face.js'

const faceWith = (glyphCount: number) =>
  ({ metrics: { glyphCount, cff: undefined }, advanceOf: () => 500 }) as unknown as Face
const glyph = (text: string) => ({ id: 3, advance: 500, x: 0, y: 0, text })

test('each further text of a glyph has a code of its own, as long as there are codes', () => {
  const codes = glyphCodesFor(faceWith(0xffff))
  assert.equal(
    ['a', 'b', 'c', 'a', 'b'].map(text => codes.codeFor(glyph(text))).map(({ cid, text }) => [cid, text]),
    [
      [3, 'a'],
      [0xffff, 'b'],
      [3, 'a'],
      [3, 'a'],
      [0xffff, 'b'],
    ],
  )
})

test.run()
