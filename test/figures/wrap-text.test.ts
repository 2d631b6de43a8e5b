import fc from 'fast-check'
import { test } from 'uvu'
import * as assert from 'uvu/assert'
import { wrapText } from '../../src/figures/wrap-text.js'
import { STYLE } from './sketch.js'

const FACE = { size: 10, bold: false }
/** A character is 5 points wide. */
const wrap = (text: string, characters: number, most?: number) =>
  wrapText(text, characters * 5, FACE, STYLE.type, most)

test('lines break at spaces and after hyphens', () => {
  assert.equal(wrap('one two three', 7), ['one two', 'three'])
  assert.equal(wrap('a cross-border plan', 8), ['a cross-', 'border', 'plan'])
})

test('no line breaks at a space that forbids it, nor before a mark or after a guillemet with a space between', () => {
  assert.equal(wrap('one two\u00a0km', 8), ['one', 'two\u00a0km'])
  assert.equal(wrap('la ville ?', 8), ['la', 'ville ?'])
  assert.equal(wrap('dit « oui » ici', 9), ['dit', '« oui »', 'ici'])
})

test('a word is broken only where it alone is too wide', () => {
  assert.equal(wrap('in Donaudampfschiff', 8), ['in', 'Donaudam', 'pfschiff'])
  assert.equal(wrap('e\u0301e\u0301e\u0301', 2), ['e\u0301', 'e\u0301', 'e\u0301'])
})

test('what goes beyond the lines allowed is left out, which an ellipsis says', () => {
  assert.equal(wrap('one two three four', 9, 2), ['one two', 'three…'])
  assert.equal(wrap('one, two, three', 4, 1), ['one…'])
  assert.equal(wrap('one two', 9, 1), ['one two'])
})

test('nothing has no lines', () => {
  assert.equal(wrap('', 9), [])
  assert.equal(wrap('   ', 9), [])
})

test('no line is too wide, and no letter is lost', () => {
  const text = fc.string({ unit: fc.constantFrom(...'abcdefg  -'), maxLength: 120 })
  fc.assert(
    fc.property(text, fc.integer({ min: 3, max: 30 }), (text, width) => {
      const lines = wrap(text, width)
      assert.ok(lines.every(line => line.length <= width && line === line.trim() && line !== ''))
      assert.is(lines.join('').replace(/\s/g, ''), text.replace(/\s/g, ''))
      const few = wrap(text, width, 2)
      assert.ok(few.length <= 2 && few.every(line => line.length <= width))
    }),
    { seed: 1, numRuns: 300 },
  )
})

test.run()
