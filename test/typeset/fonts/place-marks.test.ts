import { test } from 'uvu'
import * as assert from 'uvu/assert'
import { fonts } from '../workspace.js'

const OPTIONS = { lang: 'en', rightToLeft: false, noLigatures: false }
const shaped = (text: string, family = 'Source Serif 4') => {
  const face = fonts.get(family)?.normal
  if (!face?.has(text)) throw new Error(`${family} lacks ${text}`)
  return face.shape(text, OPTIONS).glyphs
}

test('sets marks on digits and signs, within their width, above all of them', () => {
  for (const text of ['1\u0301', '7\u0302', '=\u0301', '(\u0308', '%\u0301']) {
    const [base, mark] = shaped(text)
    assert.ok(base && mark && mark.x < 0 && mark.x > -base.advance, text)
    assert.ok(mark.y >= 0)
  }
  assert.ok((shaped('1\u0301')[1]?.y ?? 0) > 100)
  assert.is(shaped('2\u0323')[1]?.y, 0)
})

test('strikes marks through the middle, and sets one above the other', () => {
  const [, stroke] = shaped('5\u0338', 'Noto Sans')
  assert.ok((stroke?.x ?? 0) < 0)
  const [, first, second] = shaped('1\u0301\u0308')
  assert.ok((second?.y ?? 0) > (first?.y ?? 0))
})

test('leaves marks on letters where the font sets them, and marks without a base', () => {
  const own = shaped('x\u0301')[1]
  assert.equal([own?.y, (own?.x ?? 0) < 0], [0, true])
  assert.equal(
    shaped('\u0301').map(({ x, y }) => [x, y]),
    [[0, 0]],
  )
  assert.equal(shaped('1'), shaped('1'))
})

test.run()
