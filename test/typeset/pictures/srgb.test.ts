import { test } from 'uvu'
import * as assert from 'uvu/assert'
import { LIGHT_OF_SAMPLE, sampleOfLight } from '../../../src/typeset/pictures/srgb.js'

test('leads from each sample to its light and back', () => {
  for (const [sample, light] of LIGHT_OF_SAMPLE.entries()) {
    assert.is(sampleOfLight(light), sample)
    assert.is(Math.round(light), light)
  }
})

test('agrees with the standard where its two parts meet, at its ends and in the middle', () => {
  const full = LIGHT_OF_SAMPLE[255] ?? 0
  assert.is(LIGHT_OF_SAMPLE[0], 0)
  const share = (sample: number) => Number(((LIGHT_OF_SAMPLE[sample] ?? 0) / full).toFixed(5))
  assert.equal([10, 11, 128].map(share), [0.00304, 0.00335, 0.21586])
  assert.is(sampleOfLight(full / 2), 188)
})

test.run()
