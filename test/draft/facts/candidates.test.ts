import { test } from 'uvu'
import * as assert from 'uvu/assert'
import { MAX_SENTENCE_WORDS, MIN_SENTENCE_WORDS } from '../../../src/draft/facts/candidates.js'
import { candidatesIn } from './helpers.js'

/** A sentence of so many words and marks. */
const sentence = (count: number) => `The town left${' rain'.repeat(count - 4)}.`

test('a sentence that stands alone is neither a fragment nor a list', async () => {
  const found = async (count: number) => (await candidatesIn(sentence(count))).length
  assert.is(await found(MIN_SENTENCE_WORDS), 1)
  assert.is(await found(MIN_SENTENCE_WORDS - 1), 0)
  assert.is(await found(MAX_SENTENCE_WORDS), 1)
  assert.is(await found(MAX_SENTENCE_WORDS + 1), 0)
})

test('connectives are left out, and sentences that refer back are marked', async () => {
  const [first, second] = await candidatesIn(
    'However, the council closed the old pier today. They closed the new pier of the town too.',
  )
  assert.is(first?.text, 'The council closed the old pier today.')
  assert.equal([first?.isAnaphoric, second?.isAnaphoric], [false, true])
})

test.run()
