import { test } from 'uvu'
import * as assert from 'uvu/assert'
import { verdictOn } from '../helpers.js'

test('a quotation with half of its words in the passage is altered, with fewer it is missing', () => {
  const text = 'One two three four five six seven eight nine.'
  assert.is(verdictOn('One two three four a1 a2 a3 a4', text), 'altered')
  assert.is(verdictOn('One two three four a1 a2 a3 a4 a5', text), 'missing')
})

test.run()
