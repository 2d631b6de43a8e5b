import { test } from 'uvu'
import * as assert from 'uvu/assert'
import { skip } from '../support/skip.js'
import { assertEqualWords } from './words/assert-equal-words.js'
import { printedAtRandom } from './words/editions.js'
import { TWIN_READERS } from './words/twin-readers.js'

/** A few of them keep no page limit, and are not printed. */
const COUNT = 310

const editions = await printedAtRandom(COUNT, 20)

test('300 editions are compared, with what twins have to bear', () => {
  assert.ok(editions.length >= 300, `${editions.length} editions`)
})

for (const reader of TWIN_READERS)
  test(`random editions say the same words, in order, as PDF and as ${reader.format}`, async () => {
    if (reader.lacks) skip(reader.lacks)
    await assertEqualWords(editions, reader)
  })

test.run()
