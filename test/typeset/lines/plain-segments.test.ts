import fc from 'fast-check'
import LineBreaker from 'linebreak'
import { test } from 'uvu'
import * as assert from 'uvu/assert'
import { segmentText } from '../../../src/typeset/lines/segment-text.js'

/** The segments of the standard, by the package that knows it. */
function standard(text: string): string[] {
  const breaker = new LineBreaker(text)
  const segments: string[] = []
  let last = 0
  for (let at = breaker.nextBreak(); at; at = breaker.nextBreak()) {
    segments.push(text.slice(last, at.position))
    last = at.position
  }
  return segments
}

test('plain words are broken where the standard breaks them', () => {
  const unit = fc.constantFrom(...'abZ09.,;:’ ')
  const text = fc.string({ unit, minLength: 1, maxLength: 24 })
  fc.assert(
    fc.property(text, plain => {
      assert.equal(
        segmentText(plain).map(segment => segment.text),
        standard(plain),
      )
    }),
    { numRuns: 3000 },
  )
})

test.run()
