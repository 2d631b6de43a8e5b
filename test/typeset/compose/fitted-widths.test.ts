import * as fc from 'fast-check'
import { test } from 'uvu'
import * as assert from 'uvu/assert'
import { type ColumnNeed, fittedWidths } from '../../../src/typeset/compose/fitted-widths.js'

const figures = (width: number): ColumnNeed => ({ least: width, natural: width, isOfFigures: true })
const words = (least: number, natural: number): ColumnNeed => ({ least, natural, isOfFigures: false })
const rounded = (widths: readonly number[]) => widths.map(width => Math.round(width))

test('columns of figures are even where there is room, and words take the rest', () => {
  assert.equal(rounded(fittedWidths([words(40, 100), figures(50), figures(40)], 400)), [167, 117, 117])
})

test('where there is little room, figures keep what they need, and words share the rest by their length', () => {
  assert.equal(rounded(fittedWidths([words(40, 300), figures(50), figures(40)], 200)), [110, 50, 40])
  assert.equal(rounded(fittedWidths([words(10, 300), words(10, 100), figures(50)], 250)), [150, 50, 50])
  assert.equal(rounded(fittedWidths([words(10, 300), words(80, 100), figures(50)], 250)), [120, 80, 50])
})

test('a table of nothing but figures, or of nothing but words, takes the whole width', () => {
  assert.equal(rounded(fittedWidths([figures(50), figures(50)], 300)), [150, 150])
  assert.equal(rounded(fittedWidths([words(10, 50), words(10, 100)], 300)), [100, 200])
  assert.equal(rounded(fittedWidths([words(0, 0)], 300)), [300])
})

test('columns fill the table, and none is narrower than its widest word or figure', () => {
  const needs = fc.array(
    fc
      .record({
        least: fc.integer({ min: 0, max: 80 }),
        more: fc.integer({ min: 0, max: 400 }),
        isOfFigures: fc.boolean(),
      })
      .map(({ least, more, isOfFigures }) => ({
        least,
        natural: least + (isOfFigures ? 0 : more),
        isOfFigures,
      })),
    { minLength: 1, maxLength: 8 },
  )
  fc.assert(
    fc.property(needs, fc.integer({ min: 0, max: 600 }), (all, spare) => {
      const room = all.reduce((sum, { least }) => sum + least, 0) + spare
      const widths = fittedWidths(all, room)
      const total = widths.reduce((sum, width) => sum + width, 0)
      const canGrow =
        all.some(({ natural, isOfFigures }) => !isOfFigures && natural > 0) ||
        all.every(({ isOfFigures }) => isOfFigures)
      assert.ok(total <= room + 0.001, `${total} of ${room}`)
      if (canGrow && all.some(({ natural }) => natural > 0))
        assert.ok(Math.abs(total - room) < 0.001, `${total} of ${room}`)
      for (const [index, width] of widths.entries())
        assert.ok(width >= (all[index]?.least ?? 0) - 0.001, JSON.stringify({ all, widths }))
    }),
  )
})

test.run()
