import fc from 'fast-check'
import { test } from 'uvu'
import * as assert from 'uvu/assert'
import { drawMeter } from '../../../src/figures/meter/draw-meter.js'
import { contrast } from '../../support/contrast.js'
import { boxOf, STYLE } from '../sketch.js'

const style = { unit: 1, palette: STYLE.palette }
const shape = fc.constantFrom('squares' as const, 'boxes' as const, 'line' as const)
const scale = fc
  .record({
    min: fc.integer({ min: -5, max: 5 }),
    points: fc.integer({ min: 2, max: 12 }),
    share: fc.nat(11),
  })
  .map(({ min, points, share }) => ({ min, max: min + points - 1, value: min + (share % points) }))

test('of five squares or boxes as many are filled as the value says, and the others are empty', () => {
  for (const kind of ['squares', 'boxes'] as const)
    for (const value of [1, 2, 3, 4, 5]) {
      const drawing = drawMeter(kind, { value, min: 1, max: 5 }, 100, style)
      const fills = drawing?.shapes.flatMap(one =>
        one.kind === 'rectangle' ? [[one.fill, one.stroke?.colour]] : [],
      )
      const { accent, paper, muted } = STYLE.palette
      assert.equal(
        fills,
        [1, 2, 3, 4, 5].map(point => (point <= value ? [accent, undefined] : [paper, muted])),
      )
    }
})

test('a dot stands on the tick of its value', () => {
  for (const [value, x] of [
    [-2, 4],
    [-1, 26],
    [0, 48],
    [1, 70],
    [2, 92],
  ] as const) {
    const drawing = drawMeter('line', { value, min: -2, max: 2 }, 96, style)
    const dot = drawing?.shapes.find(one => one.kind === 'circle')
    assert.equal(dot?.kind === 'circle' && dot.centre, { x, y: 4 })
    const ticks = drawing?.shapes.filter(one => one.kind === 'path' && one.points[0]?.x === x)
    assert.ok((ticks?.length ?? 0) > 0)
  }
})

test('at ten points of type a square is of 6 points, a box of 12.5 by 5, and a line of 88', () => {
  const sizeOf = (kind: 'squares' | 'boxes' | 'line') => {
    const [first] = drawMeter(kind, { value: 5, min: 1, max: 5 }, 200, style)?.shapes ?? []
    const box = first && boxOf(first)
    return box && [box.right - box.left, box.bottom - box.top]
  }
  assert.equal(sizeOf('squares'), [6, 6])
  assert.equal(sizeOf('boxes'), [12.5, 5])
  assert.is(sizeOf('line')?.[0], 88)
})

test('whatever the room and the type, nothing stands outside, and too little room shows nothing', () => {
  fc.assert(
    fc.property(
      shape,
      scale,
      fc.double({ min: 1, max: 300, noNaN: true }),
      fc.constantFrom(0.8, 1, 1.8),
      (kind, value, room, unit) => {
        const natural = drawMeter(kind, value, 10_000, { ...style, unit })
        const drawing = drawMeter(kind, value, room, { ...style, unit })
        assert.ok(natural)
        if (!drawing) {
          assert.ok(room < (natural.width / unit) * 0.55)
          return
        }
        assert.ok(room >= (natural.width / unit) * 0.55 - 1e-6)
        assert.ok(drawing.width <= room + 1e-6)
        for (const one of drawing.shapes) {
          const { left, top, right, bottom } = boxOf(one)
          assert.ok(left >= -1e-6 && top >= -1e-6)
          assert.ok(right <= drawing.width + 1e-6 && bottom <= drawing.height + 1e-6)
        }
      },
    ),
    { seed: 1 },
  )
})

test('what is filled and what is drawn can be seen in grey', () => {
  assert.ok(contrast(STYLE.palette.accent, STYLE.palette.paper) >= 3)
  assert.ok(contrast(STYLE.palette.muted, STYLE.palette.paper) >= 3)
})

test.run()
