import { test } from 'uvu'
import * as assert from 'uvu/assert'
import { codesOf, proveQuotes, verdictOn } from '../helpers.js'

const words = (count: number) => Array.from({ length: count }, (_, index) => `w${index}`).join(' ')
const interrupted = (between: string) =>
  verdictOn('We stay here … We pay', `“We stay here,” ${between} “We pay.”`)

test('an interruption has at most 15 words', () => {
  assert.is(interrupted(`${words(15)}.`), 'verified')
  assert.is(interrupted(`${words(16)}.`), 'abridged')
})

test('the speaker continues in the same paragraph or the next', () => {
  assert.is(interrupted('said the mayor.\n\n'), 'verified')
  assert.is(interrupted('said the mayor\n\nand left\n\n'), 'abridged')
})

test('an insertion at the beginning may replace all words of its clause', () => {
  const judged = (before: string) =>
    codesOf(
      proveQuotes(['[They] will rebuild the pier'], `It was said: ${before} will rebuild the pier.`).findings,
    )
  assert.equal(judged('never w1 w2'), ['omission-hides-negation'])
  assert.equal(judged(`never ${words(60)}`), ['omission-hides-negation'])
  assert.equal(judged('never w1; w2 w3'), [])
})

test.run()
