import { test } from 'uvu'
import * as assert from 'uvu/assert'
import { MAX_NAME_WORDS, MIN_TITLE_CASED } from '../../../src/speech/entities/name-spans.js'
import { namesIn } from '../tagged.js'

const names = (count: number) =>
  Array.from({ length: count }, (_, at) => `Name${'abcdefghijklmno'[at]}/PROPN`)

test('capitals tell nothing in a sentence whose words all have them, if it has enough words', () => {
  const sentence = (count: number) => `in ${names(count).join(' and/CCONJ ')}`
  assert.is(namesIn(sentence(MIN_TITLE_CASED)).length, 0)
  assert.is(namesIn(sentence(MIN_TITLE_CASED - 1)).length, MIN_TITLE_CASED - 1)
})

test('a name is not followed further than it may be long', () => {
  const run = (count: number) => namesIn(`the harbour of ${names(count).join(' ')} closed/VERB today`)
  assert.is(run(MAX_NAME_WORDS + 1).length, 1)
  assert.is(run(MAX_NAME_WORDS + 2).length, 2)
})

test('a name goes on over particles, and over “of” and “and” within the name of an organisation', () => {
  assert.equal(namesIn('they met Ana/PROPN de la Cruz/PROPN today'), ['Ana de la Cruz'])
  assert.equal(namesIn('at the Ministry/PROPN of Trade/PROPN and Fish/PROPN today'), [
    'Ministry of Trade and Fish',
  ])
  assert.equal(namesIn('with Varga/PROPN and Lund/PROPN today'), ['Varga', 'Lund'])
})

test.run()
