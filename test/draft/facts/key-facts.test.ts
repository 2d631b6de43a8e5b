import { test } from 'uvu'
import * as assert from 'uvu/assert'
import { findKeyFacts, MAX_KEY_FACTS, MIN_FIGURE_SCORE } from '../../../src/draft/facts/key-facts.js'
import { candidatesIn } from './helpers.js'

const factsIn = async (text: string) => findKeyFacts(await candidatesIn(text))

test('a count of things is a key fact by itself, and none in a sentence that refers back', async () => {
  assert.is(MIN_FIGURE_SCORE, 2)
  assert.is((await factsIn('The rain closed some 238 towns of the north.')).length, 1)
  assert.is((await factsIn('It closed some 238 towns of the north then.')).length, 0)
})

test('a draft has a limited number of key facts', async () => {
  const text = (count: number) =>
    Array.from(
      { length: count },
      (_, at) => `The repair of pier ${at} will cost $${at + 2} million a year.`,
    ).join('\n\n')
  assert.is((await factsIn(text(MAX_KEY_FACTS))).length, MAX_KEY_FACTS)
  assert.is((await factsIn(text(MAX_KEY_FACTS + 1))).length, MAX_KEY_FACTS)
})

test.run()
