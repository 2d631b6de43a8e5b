import { test } from 'uvu'
import * as assert from 'uvu/assert'
import { skip } from '../support/skip.js'
import { assertEqualWords } from './words/assert-equal-words.js'
import { printedSamples } from './words/editions.js'
import { TWIN_READERS } from './words/twin-readers.js'

const editions = await printedSamples()

test('all sample editions are compared', () => {
  assert.is(editions.length, 24)
})

for (const reader of TWIN_READERS)
  test(`each sample edition says the same words, in order, as PDF and as ${reader.format}`, async () => {
    if (reader.lacks) skip(reader.lacks)
    await assertEqualWords(editions, reader)
  })

test.run()
