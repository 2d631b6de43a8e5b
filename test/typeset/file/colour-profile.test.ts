import { test } from 'uvu'
import * as assert from 'uvu/assert'
import { srgbProfile } from '../../../src/typeset/file/colour-profile.js'

const profile = Buffer.from(srgbProfile())

/** The data of tags by their signatures. */
const tags = new Map(
  Array.from({ length: profile.readUInt32BE(128) }, (_, index) => {
    const at = 132 + index * 12
    const start = profile.readUInt32BE(at + 4)
    return [
      profile.toString('latin1', at, at + 4),
      profile.subarray(start, start + profile.readUInt32BE(at + 8)),
    ] as const
  }),
)
const numbers = (data: Buffer | undefined, start: number): number[] =>
  Array.from(
    { length: ((data?.length ?? start) - start) / 4 },
    (_, index) => (data as Buffer).readInt32BE(start + index * 4) / 65536,
  )

test('is a display profile of version 4, as long as it says, with data at multiples of four', () => {
  assert.is(profile.readUInt32BE(0), profile.length)
  assert.is(profile.length % 4, 0)
  assert.is(profile.readUInt8(8), 4)
  assert.is(profile.toString('latin1', 12, 24), 'mntrRGB XYZ ')
  assert.is(profile.toString('latin1', 36, 40), 'acsp')
  for (const data of tags.values()) assert.is((data.byteOffset - profile.byteOffset) % 4, 0)
})

test('white is the light of D50, and the primaries add up to it', () => {
  const white = numbers(tags.get('wtpt'), 8)
  const primaries = ['rXYZ', 'gXYZ', 'bXYZ'].map(signature => numbers(tags.get(signature), 8))
  for (const [index, value] of white.entries()) {
    const sum = primaries.reduce((total, primary) => total + (primary[index] ?? 0), 0)
    assert.ok(Math.abs(sum - value) < 0.0005, `${sum} is not ${value}`)
  }
})

test('the matrix takes the light of D65 to that of D50', () => {
  const matrix = numbers(tags.get('chad'), 8)
  const d65 = [0.95046, 1, 1.08906]
  const light = [0, 3, 6].map(row =>
    d65.reduce((sum, value, column) => sum + value * (matrix[row + column] ?? 0), 0),
  )
  for (const [index, value] of numbers(tags.get('wtpt'), 8).entries())
    assert.ok(Math.abs((light[index] ?? 0) - value) < 0.0005, `${light}`)
})

test('the curve is that of sRGB', () => {
  const [gamma = 0, a = 0, b = 0, c = 0, d = 0] = numbers(tags.get('rTRC'), 12)
  const light = (sample: number) => (sample >= d ? (a * sample + b) ** gamma : c * sample)
  for (const [sample, expected] of [
    [0, 0],
    [0.02, 0.001548],
    [0.5, 0.214041],
    [1, 1],
  ] as const)
    assert.ok(Math.abs(light(sample) - expected) < 0.0001, `${sample}: ${light(sample)}`)
  assert.equal(tags.get('gTRC'), tags.get('rTRC'))
})

test.run()
