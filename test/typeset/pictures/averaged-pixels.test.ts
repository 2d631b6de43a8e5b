import fc from 'fast-check'
import { test } from 'uvu'
import * as assert from 'uvu/assert'
import { AveragedPixels } from '../../../src/typeset/pictures/averaged-pixels.js'

interface Sketch {
  readonly width: number
  readonly height: number
  readonly parts: number
  readonly colours: readonly number[]
  readonly alpha?: readonly number[] | undefined
}

/** Scales a picture down, given its rows in any order. */
function scaled(sketch: Sketch, width: number, height: number, order = [...Array(sketch.height).keys()]) {
  const { parts, colours, alpha } = sketch
  const target = new AveragedPixels(sketch, { width, height }, parts, alpha !== undefined)
  for (const y of order) {
    const first = y * sketch.width
    target.add({
      ...{ x: 0, y, dx: 1, columns: sketch.width },
      colours: Uint8Array.from(colours.slice(first * parts, (first + sketch.width) * parts)),
      alpha: alpha && Uint8Array.from(alpha.slice(first, first + sketch.width)),
    })
  }
  const pixels = target.finish()
  return { colours: [...pixels.colours], alpha: pixels.alpha && [...pixels.alpha] }
}

test('keeps a picture of one colour as it is, whatever the sizes', () => {
  for (let sample = 0; sample < 256; sample++) {
    const { colours } = scaled({ width: 7, height: 5, parts: 1, colours: Array(35).fill(sample) }, 3, 2)
    assert.equal(colours, Array(6).fill(sample))
  }
})

test('takes the mean of the light, and not of the samples', () => {
  const board = { width: 2, height: 2, parts: 1, colours: [0, 255, 255, 0] }
  assert.equal(scaled(board, 1, 1).colours, [188])
  assert.equal(
    scaled({ ...board, parts: 3, colours: [255, 0, 0, 0, 0, 255, 255, 0, 0, 0, 0, 255] }, 1, 1).colours,
    [188, 0, 188],
  )
})

test('gives a pixel the share that it covers of each pixel of the smaller picture', () => {
  const row = { width: 3, height: 1, parts: 1, colours: [255, 0, 255] }
  // Two thirds of each half are white.
  assert.equal(scaled(row, 2, 1).colours, [213, 213])
})

test('takes no colour from pixels that are clear, and half of it from those that are half so', () => {
  const edge = { width: 2, height: 1, parts: 3, colours: [255, 0, 0, 0, 255, 0] }
  assert.equal(scaled({ ...edge, alpha: [255, 0] }, 1, 1), { colours: [255, 0, 0], alpha: [128] })
  assert.equal(scaled({ ...edge, alpha: [255, 255] }, 1, 1), { colours: [188, 188, 0], alpha: [255] })
  assert.equal(scaled({ ...edge, alpha: [100, 100] }, 1, 1), { colours: [188, 188, 0], alpha: [100] })
  assert.equal(scaled({ ...edge, alpha: [0, 0] }, 1, 1), { colours: [255, 255, 255], alpha: [0] })
})

const lightOf = (sample: number) => {
  const value = sample / 255
  return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4
}
const sampleOf = (light: number) =>
  255 * (light <= 0.0031308 ? light * 12.92 : 1.055 * light ** (1 / 2.4) - 0.055)

/** The same by the definition, pixel by pixel. */
function expected({ width, height, parts, colours, alpha }: Sketch, to: { width: number; height: number }) {
  const overlap = (at: number, from: number, number: number, size: number) =>
    Math.max(0, Math.min(at + 1, ((number + 1) * from) / size) - Math.max(at, (number * from) / size))
  const samples: number[] = []
  const opaque: number[] = []
  for (let row = 0; row < to.height; row++)
    for (let column = 0; column < to.width; column++) {
      const light = Array<number>(parts).fill(0)
      let covered = 0
      for (let y = 0; y < height; y++)
        for (let x = 0; x < width; x++) {
          const area = overlap(x, width, column, to.width) * overlap(y, height, row, to.height)
          const weight = (area * (alpha?.[y * width + x] ?? 255)) / 255
          covered += weight
          for (let part = 0; part < parts; part++)
            light[part] = (light[part] ?? 0) + weight * lightOf(colours[(y * width + x) * parts + part] ?? 0)
        }
      opaque.push((255 * covered * to.width * to.height) / (width * height))
      samples.push(...light.map(sum => (covered === 0 ? 255 : sampleOf(sum / covered))))
    }
  return { samples, opaque }
}

const sketches = fc
  .record({
    width: fc.integer({ min: 1, max: 9 }),
    height: fc.integer({ min: 1, max: 9 }),
    parts: fc.constantFrom(1, 3),
    hasAlpha: fc.boolean(),
  })
  .chain(({ width, height, parts, hasAlpha }) => {
    const bytes = (count: number) =>
      fc.array(fc.oneof(fc.constantFrom(0, 255), fc.integer({ min: 0, max: 255 })), {
        minLength: count,
        maxLength: count,
      })
    return fc.record({
      sketch: fc.record({
        ...{ width: fc.constant(width), height: fc.constant(height), parts: fc.constant(parts) },
        colours: bytes(width * height * parts),
        alpha: hasAlpha ? bytes(width * height) : fc.constant(undefined),
      }),
      to: fc.record({
        width: fc.integer({ min: 1, max: width }),
        height: fc.integer({ min: 1, max: height }),
      }),
      order: fc.shuffledSubarray([...Array(height).keys()], { minLength: height }),
    })
  })

test('is what the definition says, to the nearest sample, and whatever the order of rows', () => {
  fc.assert(
    fc.property(sketches, ({ sketch, to, order }) => {
      const { colours, alpha } = scaled(sketch, to.width, to.height)
      const { samples, opaque } = expected(sketch, to)
      for (const [index, sample] of samples.entries())
        assert.ok(Math.abs((colours[index] ?? -9) - sample) < 0.55, `${colours} ${samples}`)
      for (const [index, share] of opaque.entries())
        if (alpha) assert.ok(Math.abs((alpha[index] ?? -9) - share) < 0.55, `${alpha} ${opaque}`)
      const shuffled = scaled(sketch, to.width, to.height, order)
      for (const [index, sample] of colours.entries())
        assert.ok(Math.abs((shuffled.colours[index] ?? -9) - sample) <= 1)
    }),
  )
})

test.run()
