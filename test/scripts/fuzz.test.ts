import { test } from 'uvu'
import * as assert from 'uvu/assert'
import { makeInput, SORTS } from '../../scripts/fuzz/inputs.js'
import { PATHOLOGICAL_PAGES, PATHOLOGICAL_TEXTS } from '../../scripts/fuzz/pathological-texts.js'
import { randomForInput } from '../../scripts/fuzz/random.js'
import { randomBrief } from '../../scripts/fuzz/random-brief.js'
import { loadBrief } from '../../src/brief/index.js'
import { SourceFile } from '../../src/diagnostics/index.js'

test('an input is determined by the seed and its number', () => {
  for (let index = 0; index < SORTS.length; index++) {
    assert.equal(makeInput(7, index), makeInput(7, index))
    assert.is(makeInput(7, index).sort, SORTS[index])
  }
  const differ = SORTS.filter(
    (_, index) => JSON.stringify(makeInput(7, index)) !== JSON.stringify(makeInput(8, index)),
  )
  assert.ok(differ.length > SORTS.length / 2)
})

test('texts of a kind have the size that is asked for', () => {
  for (const [name, make] of Object.entries({ ...PATHOLOGICAL_TEXTS, ...PATHOLOGICAL_PAGES })) {
    const { length } = make(2000)
    assert.ok(length > 800 && length < 3000, `${name}: ${length}`)
  }
})

test('some briefs by the schema are right, and some are not', () => {
  let right = 0
  for (let index = 0; index < 200; index++) {
    const file = new SourceFile('dam.yaml', randomBrief(randomForInput(7, index)))
    if (
      loadBrief(file, { audiences: ['press', 'public', 'decision', 'analyst', 'one-page', 'note'] }, () => {})
    )
      right++
  }
  assert.ok(right > 10 && right < 190, String(right))
})

test.run()
