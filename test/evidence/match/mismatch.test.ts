import { test } from 'uvu'
import * as assert from 'uvu/assert'
import { verdictOn } from '../helpers.js'

test('a quotation with half of its words in the passage is altered, with fewer it is missing', () => {
  const words = (prefix: string, count: number) =>
    Array.from({ length: count }, (_, index) => `${prefix}${index}`).join(' ')
  const text = words('w', 20)
  assert.is(verdictOn(`${words('w', 10)} ${words('a', 10)}`, text), 'altered')
  assert.is(verdictOn(`${words('w', 10)} ${words('a', 11)}`, text), 'missing')
})

test.run()
