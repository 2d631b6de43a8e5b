import { test } from 'uvu'
import * as assert from 'uvu/assert'
import { utterancesIn } from './support.js'

const WORDS = 'We shall sell the ferry to the bank'

const DISOWNED = [
  `Ida Solheim never said “${WORDS}”.`,
  `Ida Solheim did not say to reporters on Monday that “${WORDS}”.`,
  `Ida Solheim denied saying “${WORDS}”.`,
  `Ida Solheim was falsely quoted on Monday as saying “${WORDS}”.`,
  `The paper misquoted Solheim as saying “${WORDS}”.`,
  `In a forged letter Ida Solheim wrote: “${WORDS}.”`,
  `A fake video in which Ida Solheim says “${WORDS}” went round the islands.`,
  `An earlier version of this article quoted Ida Solheim as saying “${WORDS}”.`,
  `Correction: on Monday we had Ida Solheim say “${WORDS}”.`,
  `If she had said “${WORDS}”, Ida Solheim would have lost.`,
  `The union wishes she had said “${WORDS}”.`,
  `“${WORDS},” words that Ida Solheim never said.`,
  `“${WORDS}” is a fabrication, the ministry said.`,
  `Ida Solheim told the union “${WORDS}”, it was claimed. She never said that.`,
  `Rumour had it that Ida Solheim said “${WORDS}”.`,
]

const OWNED = [
  `Ida Solheim never said so clearly: “${WORDS}.”`,
  `Ida Solheim did not mince words, saying “${WORDS}”.`,
  `Ida Solheim, who had earlier said “${WORDS}”, left.`,
  `Ida Solheim, misquoted last week, told reporters “${WORDS}”.`,
  `Ida Solheim called the forged document a joke and said “${WORDS}”.`,
  `Ida Solheim did not say when, but she added: “${WORDS}.”`,
  `“${WORDS},” said Ida Solheim. She did not say when.`,
  `Ida Solheim has never said no to a bank, and said: “${WORDS}.”`,
  `Asked about the forged letter, Ida Solheim said: “${WORDS}.”`,
  `“${WORDS},” a statement that the ministry did not explain.`,
]

test('a frame that denies, corrects or supposes disowns its quotation', async () => {
  for (const text of DISOWNED) {
    const found = await utterancesIn(text)
    assert.ok(
      found.some(one => /disowned/.test(one) && one.includes(WORDS)),
      text,
    )
  }
})

test('what only looks like such a frame disowns nothing', async () => {
  for (const text of OWNED) {
    const found = await utterancesIn(text)
    assert.ok(
      found.some(one => one.includes(WORDS)),
      text,
    )
    assert.not.ok(
      found.some(one => /disowned/.test(one)),
      text,
    )
  }
})

test('what was said in place of the disowned words is not disowned', async () => {
  const found = await utterancesIn(
    'Ida Solheim never said “we sell the ferry today”; in fact she said “we keep the ferry for good”.',
  )
  assert.equal(
    found.map(one => /disowned/.test(one)),
    [true, false],
  )
})

test('a quotation within another is disowned by the words around it there', async () => {
  const found = await utterancesIn('“I never said ‘We shall sell the ferry now’,” Ida Solheim said.')
  assert.equal(
    found.map(one => /disowned/.test(one)),
    [false, true],
  )
})

test.run()
