import fc from 'fast-check'
import { test } from 'uvu'
import * as assert from 'uvu/assert'
import { load } from './helpers.js'

const VALID = `title: The river crossing
as_of: 2025-01-20
issue: {default: "Can we cross?", press: Is it open?}
background: >-
  The bridge is closed [@paper, p. 3].

  Nobody knows why.
timeline:
  - {date: 2025-01, event: Closed, cite: '@paper'}
actors:
  - &mayor {id: mayor, name: The mayor, influence: 4}
quotes:
  - text: "It is \\"closed\\"."
    speaker: mayor
    source: paper
watch: [Ice, Water]
sources:
  - id: paper
    title: The paper
audiences: [press, {audience: public, limit: 1}]
`
const FRAGMENTS = [
  '\t',
  '\n',
  '  ',
  ': ',
  '- ',
  '"',
  "'",
  '[',
  ']',
  '{',
  '}',
  '*mayor',
  '&a ',
  '!!x ',
  '|',
  '>',
  '#',
  '@',
  '---\n',
  '<<: *mayor',
  '\0',
  '\ud800',
  '%',
  'null',
  '😀',
]
const edit = fc.record({
  at: fc.nat(VALID.length),
  drop: fc.nat(12),
  put: fc.oneof(fc.constantFrom(...FRAGMENTS), fc.string({ maxLength: 4, unit: 'binary' })),
})
const options = { seed: 20250120, numRuns: 500 }

/** A brief or an error, and every place within the file. */
function judge(text: string): void {
  const { brief, findings } = load(text)
  assert.is(
    brief === undefined,
    findings.some(({ severity }) => severity === 'error'),
  )
  for (const { place, message } of findings) {
    assert.ok(message.length > 0 && message.length < 400)
    assert.ok(
      place.range.start >= 0 && place.range.end <= text.length && place.range.start <= place.range.end,
    )
  }
}

test('the brief that the tests below damage is valid', () => {
  assert.equal(load(VALID).found, [])
})

test('a damaged brief is a brief, or has an error with a place in it', () => {
  fc.assert(
    fc.property(fc.array(edit, { minLength: 1, maxLength: 4 }), edits => {
      let text = VALID
      for (const { at, drop, put } of edits) text = text.slice(0, at) + put + text.slice(at + drop)
      judge(text)
    }),
    options,
  )
})

test('so is any text', () => {
  const text = fc.oneof(
    fc.string({ unit: 'binary', maxLength: 200 }),
    fc
      .array(fc.constantFrom(...FRAGMENTS, 'title', 'a', 'as_of', '2025'), { maxLength: 40 })
      .map(parts => parts.join('')),
  )
  fc.assert(fc.property(text, judge), options)
})

test('a brief that ends anywhere is judged', () => {
  for (let end = 0; end < VALID.length; end += 1) judge(VALID.slice(0, end))
})

test.run()
