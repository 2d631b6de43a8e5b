import { test } from 'uvu'
import * as assert from 'uvu/assert'
import { findStakes, MAX_PER_FIELD, MIN_SIGNAL_SCORE } from '../../../src/draft/facts/signals.js'
import { candidatesIn } from './helpers.js'

const stakesIn = async (text: string) => findStakes(await candidatesIn(text))

test('one strong signal is enough, and one weak signal is not', async () => {
  assert.is(MIN_SIGNAL_SCORE, 2)
  assert.is((await stakesIn('The town could close the old pier of the north.')).length, 1)
  assert.is((await stakesIn('The town would close the old pier of the north.')).length, 0)
  assert.is((await stakesIn('It could close the old pier of the north soon.')).length, 0)
})

test('a field has a limited number of sentences', async () => {
  const text = (count: number) =>
    Array.from({ length: count }, (_, at) => `The town could close pier ${at} of the north today.`).join(
      '\n\n',
    )
  assert.is((await stakesIn(text(MAX_PER_FIELD))).length, MAX_PER_FIELD)
  assert.is((await stakesIn(text(MAX_PER_FIELD + 1))).length, MAX_PER_FIELD)
})

test.run()
