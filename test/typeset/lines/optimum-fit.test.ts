import * as fc from 'fast-check'
import { test } from 'uvu'
import * as assert from 'uvu/assert'
import { type MeasuredBox, optimumBreaks } from '../../../src/typeset/lines/optimum-fit.js'

const RAGGED = { balanced: false }

/** Words of the given widths with a space of 1 after each. */
const words = (...widths: number[]): MeasuredBox[] =>
  widths.map(width => ({
    width: width + 1,
    widthAtLineEnd: width,
    penalty: 0,
    endsInHyphen: false,
    endsItem: false,
  }))
const syllable = (width: number): MeasuredBox => ({
  width,
  widthAtLineEnd: width + 1,
  penalty: 5,
  endsInHyphen: true,
  endsItem: false,
})

/** What a setter does who fills each line and never looks ahead. */
function greedyLines(boxes: readonly MeasuredBox[], width: number): number {
  let lines = 1
  let used = 0
  boxes.forEach((box, index) => {
    if (used > 0 && used + box.widthAtLineEnd > width + 0.001) {
      lines++
      used = 0
    }
    used += index === boxes.length - 1 ? box.widthAtLineEnd : box.width
  })
  return lines
}

test('takes what is least ragged over all lines, where filling each would leave a gap', () => {
  // Filled as far as each goes, the lines would be 20, 7, 13 and 13 of 20.
  assert.equal(optimumBreaks(words(10, 4, 4, 7, 13, 13), 20, RAGGED), [2, 4, 5, 6])
})

test('leaves no single short word on the last line where the line above can spare one', () => {
  assert.equal(optimumBreaks(words(4, 4, 4, 4, 4, 1), 24, RAGGED), [4, 6])
})

test('leaves a single short word on the last line rather than a line a quarter short, but not rather than a fifth', () => {
  assert.equal(optimumBreaks(words(8, 9, 4, 4), 24, RAGGED), [3, 4])
  assert.equal(optimumBreaks(words(8, 9.5, 4, 4), 24, RAGGED), [2, 4])
})

test('leaves two short words on the last line rather than a line a fifth short', () => {
  assert.equal(optimumBreaks(words(9, 9, 4, 1, 1), 24, RAGGED), [3, 5])
})

test('leaves no end of a word alone on the last line where the word has room there', () => {
  const boxes = [...words(8, 7), syllable(4), syllable(2), ...words(2)]
  assert.equal(optimumBreaks(boxes, 22, RAGGED), [2, 5])
})

test('leaves a line a third short rather than the end of a word alone below it', () => {
  assert.equal(optimumBreaks([...words(8.1), syllable(1.9), ...words(2.6)], 12, RAGGED), [1, 3])
  assert.equal(optimumBreaks([...words(7.6), syllable(2.4), ...words(2.6)], 12, RAGGED), [2, 3])
})

test('sets the lines of headings evenly', () => {
  const boxes = words(5, 5, 5, 5, 5, 5)
  assert.equal(optimumBreaks(boxes, 24, RAGGED), [4, 6])
  assert.equal(optimumBreaks(boxes, 24, { balanced: true }), [3, 6])
})

test('ends a line rather after a word that costs nothing', () => {
  const boxes = words(6, 6, 1, 9, 3)
  const costly = boxes.map((box, index) => (index === 2 ? { ...box, penalty: 4 } : box))
  assert.equal(optimumBreaks(boxes, 15, RAGGED), [3, 5])
  assert.equal(optimumBreaks(costly, 15, RAGGED), [2, 5])
})

test('ends no three lines in a row in hyphens', () => {
  const boxes = Array.from({ length: 30 }, (_, index) =>
    index % 3 === 2 ? words(3)[0] : syllable(3),
  ) as MeasuredBox[]
  const breaks = optimumBreaks(boxes, 7.5, RAGGED)
  const hyphens = breaks
    .slice(0, -1)
    .map(end => (boxes[end - 1]?.endsInHyphen ? '-' : ' '))
    .join('')
  assert.not.match(hyphens, /---/)
})

test('takes no more lines than filling each, and no line is wider than the column', () => {
  const box = fc.oneof(
    {
      weight: 4,
      arbitrary: fc.double({ min: 0.5, max: 9, noNaN: true }).map(width => words(width)[0] as MeasuredBox),
    },
    { weight: 1, arbitrary: fc.double({ min: 0.5, max: 5, noNaN: true }).map(syllable) },
  )
  const penalised = fc
    .tuple(box, fc.integer({ min: 0, max: 25 }))
    .map(([one, penalty]) => ({ ...one, penalty }))
  const width = fc.double({ min: 9, max: 60, noNaN: true })
  fc.assert(
    fc.property(
      fc.array(penalised, { minLength: 1, maxLength: 80 }),
      width,
      fc.boolean(),
      (boxes, room, balanced) => {
        const breaks = optimumBreaks(boxes, room, { balanced })
        assert.is(breaks.at(-1), boxes.length)
        let start = 0
        for (const end of breaks) {
          const before = boxes.slice(start, end - 1).reduce((sum, each) => sum + each.width, 0)
          assert.ok(end > start && before + (boxes[end - 1]?.widthAtLineEnd ?? 0) <= room + 0.01)
          start = end
        }
        if (boxes.every(each => !each.endsInHyphen)) assert.ok(breaks.length <= greedyLines(boxes, room))
      },
    ),
    { seed: 3, numRuns: 500 },
  )
})

test('leaves no hole of more than three tenths of a line for which the next word would be short enough', () => {
  const box = fc
    .tuple(fc.double({ min: 0.5, max: 9, noNaN: true }), fc.integer({ min: 0, max: 25 }))
    .map(([width, penalty]) => ({ ...(words(width)[0] as MeasuredBox), penalty }))
  fc.assert(
    fc.property(
      fc.array(box, { minLength: 2, maxLength: 60 }),
      fc.double({ min: 9, max: 40, noNaN: true }),
      (boxes, room) => {
        let start = 0
        for (const end of optimumBreaks(boxes, room, RAGGED).slice(0, -1)) {
          const used = boxes.slice(start, end).reduce((sum, each) => sum + each.width, 0)
          const next = boxes[end]?.widthAtLineEnd ?? 0
          assert.ok(used - 1 >= room * 0.7 - 0.01 || used + next > room - 0.01)
          start = end
        }
      },
    ),
    { seed: 5, numRuns: 500 },
  )
})

test('is the best of all ways in as few lines: by trying all', () => {
  const cost = (boxes: readonly MeasuredBox[], ends: readonly number[], width: number): number => {
    let start = 0
    let sum = 0
    for (const end of ends.slice(0, -1)) {
      const length = boxes.slice(start, end).reduce((all, each) => all + each.width, 0) - 1
      if (length > width + 0.001) return Number.POSITIVE_INFINITY
      const missing = 1 - length / width
      const wasted = missing > 0.3 && length + 1 + (boxes[end]?.widthAtLineEnd ?? 0) <= width + 0.001
      sum += 100 * missing ** 2 + 1000 * Math.max(0, missing - 0.15) ** 2 + (wasted ? 1e6 : 0)
      start = end
    }
    const last = boxes.slice(start).reduce((all, each) => all + each.width, 0) - 1
    if (last > width + 0.001) return Number.POSITIVE_INFINITY
    const share = last / width
    return (
      sum + (start === boxes.length - 1 && share < 0.33 ? 6 + 12 * (1 - share / 0.33) : share < 0.15 ? 2 : 0)
    )
  }
  const ways = (count: number, lines: number, from = 0): number[][] =>
    lines === 1
      ? [[count]]
      : Array.from({ length: Math.max(0, count - from - lines + 1) }, (_, at) => from + at + 1).flatMap(end =>
          ways(count, lines - 1, end).map(rest => [end, ...rest]),
        )
  const widths = fc.array(fc.integer({ min: 1, max: 9 }), { minLength: 2, maxLength: 10 })
  fc.assert(
    fc.property(widths, fc.integer({ min: 10, max: 24 }), (all, width) => {
      const boxes = words(...all)
      const breaks = optimumBreaks(boxes, width, RAGGED)
      const best = Math.min(...ways(boxes.length, breaks.length).map(ends => cost(boxes, ends, width)))
      assert.ok(Math.abs(cost(boxes, breaks, width) - best) < 1e-6)
    }),
    { seed: 4, numRuns: 300 },
  )
})

test.run()
