import { test } from 'uvu'
import * as assert from 'uvu/assert'
import { MAX_OCCASION_LENGTH, OPENING_ITEMS } from '../../../src/speech/quotations/attribute.js'
import { MAX_LABEL_LENGTH } from '../../../src/speech/quotations/speaker-label.js'
import { readAll, speakersOf } from '../../draft/helpers.js'

test('the sentence after a quotation speaks of it at its beginning', async () => {
  const text = (adjectives: number) =>
    `“We will build a new pier.” Anna Moe made the ${'old, '.repeat(adjectives)}remarks in Oslo.`
  // Before the remarks there are four words, and two items for each adjective.
  const most = Math.floor((OPENING_ITEMS - 5) / 2)
  assert.equal(await speakersOf(text(most)), ['Anna Moe'])
  assert.equal(await speakersOf(text(most + 1)), ['?'])
})

test('the occasion of a quotation is of limited length', async () => {
  const occasionOf = async (length: number) => {
    const occasion = `while walking ${'x'.repeat(length - 'while walking '.length)}`
    const { quotes } = await readAll(`“We will build a new pier,” Anna Moe said ${occasion}.`)
    return quotes[0]?.occasion
  }
  assert.ok(await occasionOf(MAX_OCCASION_LENGTH))
  assert.is(await occasionOf(MAX_OCCASION_LENGTH + 1), undefined)
})

test('the label of a speaker is of limited length', async () => {
  const text = (length: number) => `“${'A'.repeat(length - 2)}: We will build it.”`
  assert.match((await speakersOf(text(MAX_LABEL_LENGTH)))[0] ?? '', /^Aaa/)
  assert.equal(await speakersOf(text(MAX_LABEL_LENGTH + 1)), ['?'])
})

test.run()
