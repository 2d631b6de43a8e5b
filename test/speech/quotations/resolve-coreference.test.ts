import { test } from 'uvu'
import * as assert from 'uvu/assert'
import { MAX_IT_SENTENCES, MAX_PRONOUN_DISTANCE } from '../../../src/speech/quotations/antecedents.js'
import { readAll, speakersOf } from '../../draft/helpers.js'

/** Text that names nobody, as long as is asked for, in paragraphs. */
function filler(length: number): string {
  const sentence = 'the rain fell on the roofs and the boats stayed in.\n\n'
  return sentence.repeat(Math.ceil(length / sentence.length)).slice(-length)
}

const OPENING = 'Anna Moe left.\n\n'
const WHY = 'nobody is named whom “she” could mean'

test('a pronoun does not refer to somebody mentioned too far before', async () => {
  const text = (distance: number) =>
    `${OPENING}${filler(distance - OPENING.length - 'It was dry. “'.length)}It was dry. “We never had so much rain,” she said.`
  const near = await readAll(text(MAX_PRONOUN_DISTANCE - 200))
  assert.is((await speakersOf(text(MAX_PRONOUN_DISTANCE - 200)))[0], 'Anna Moe')
  assert.is(near.quotes.length, 1)
  const [far] = (await readAll(text(MAX_PRONOUN_DISTANCE + 200))).quotes
  assert.equal(far?.speaker, { kind: 'unknown', why: WHY })
})

test('“it” does not refer to an organisation mentioned too far before', async () => {
  const text = (between: number) =>
    `The Harbour Council met. ${'All was dry. '.repeat(between)}“We will not pay for the pier,” it said.`
  assert.is((await speakersOf(text(MAX_IT_SENTENCES - 1)))[0], 'Harbour Council')
  assert.is((await speakersOf(text(MAX_IT_SENTENCES)))[0], '?')
})

test.run()
