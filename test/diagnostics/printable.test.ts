import { test } from 'uvu'
import * as assert from 'uvu/assert'
import { printable, shorten, terminalWidth } from '../../src/diagnostics/index.js'

test('a value of forty characters is shown whole, a longer one is shortened to as many', () => {
  assert.is(shorten('a'.repeat(40)), 'a'.repeat(40))
  assert.is(shorten('a'.repeat(41)), `${'a'.repeat(39)}…`)
})

test('controls are shown by their pictures or their code points', () => {
  assert.is(printable('a\x1fb\x20c\x7f\x9f\xa0'), 'a␟b c<U+007F><U+009F>\xa0')
})

test('wide characters fill two columns, combining ones none, a tab two', () => {
  assert.equal(['a', '習', '😀', 'e\u0301', '\t', '\x07'].map(terminalWidth), [1, 2, 2, 1, 2, 1])
})

test.run()
