import fc from 'fast-check'
import { test } from 'uvu'
import * as assert from 'uvu/assert'
import { drawChart } from '../../../src/figures/chart/draw-chart.js'
import { lightnessOf } from '../../../src/figures/chart/lightness.js'
import { roundAxis } from '../../../src/figures/chart/scales.js'
import { seriesFills } from '../../../src/figures/chart/series-style.js'
import type { Drawing, Rectangle } from '../../../src/figures/index.js'
import type { ChartData } from '../../../src/markup/index.js'
import { contrast } from '../../support/contrast.js'
import { assertSound, STYLE, textShapes, wordsIn } from '../sketch.js'
import { chartOf } from './chart-data.js'

const KINDS = ['bar', 'column', 'line', 'dot', 'stacked'] as const
const SPACE = { width: 448, height: 500 }

function drawn(data: ChartData, space = SPACE, lang = 'en', size = 8): Drawing {
  const style = { ...STYLE, type: { ...STYLE.type, size } }
  const drawing = drawChart(data, wordsIn(lang), space, style)
  if (!drawing) throw new Error('nothing was drawn')
  return drawing
}

const rectangles = ({ shapes }: Drawing): Rectangle[] =>
  shapes.flatMap(shape => (shape.kind === 'rectangle' ? [shape] : []))
const textsOf = (drawing: Drawing) => textShapes(drawing).map(({ text }) => text)

const NAMES = ['Ferries', 'Ab', 'Bosnia and Herzegovina', 'Donaudampfschifffahrtsgesellschaft', 'موانئ البحر']
const nameOf = (index: number) => `${NAMES[index % NAMES.length]} ${index}`
const value = fc.oneof(
  fc.double({ min: -100, max: 100, noNaN: true }),
  fc.double({ min: 0, max: 5000, noNaN: true }),
  fc.integer({ min: -3, max: 3 }),
  fc.double({ min: 1e9, max: 1e14, noNaN: true }),
  fc.double({ min: 1e-9, max: 1e-5, noNaN: true }),
)

test('no words cover others and nothing leaves the drawing, whatever is drawn in whatever width and language', () => {
  const chart = fc
    .record({
      form: fc.constantFrom(...KINDS),
      count: fc.integer({ min: 1, max: 60 }),
      series: fc.integer({ min: 1, max: 8 }),
      times: fc.constantFrom('years', 'months', 'none'),
      some: value,
    })
    .chain(({ form, count, series, times, some }) =>
      fc
        .array(
          fc.array(fc.option(value, { nil: undefined, freq: 8 }), { minLength: count, maxLength: count }),
          {
            minLength: series,
            maxLength: series,
          },
        )
        .map(rows => {
          const categories = Array.from({ length: count }, (_, index) =>
            times === 'years'
              ? String(1970 + index)
              : times === 'months'
                ? `${2020 + Math.floor(index / 12)}-${String((index % 12) + 1).padStart(2, '0')}`
                : nameOf(index),
          )
          const [first = [], ...others] = rows
          return chartOf(
            form,
            categories,
            [nameOf(0), [some, ...first.slice(1)]],
            ...others.map((values, index) => [nameOf(index + 1), values] as const),
          )
        }),
    )
  fc.assert(
    fc.property(
      chart,
      fc.integer({ min: 150, max: 520 }),
      fc.constantFrom('en', 'de', 'es', 'fr'),
      fc.constantFrom(8, 10, 14.4),
      (data, width, lang, size) => {
        const style = { ...STYLE, type: { ...STYLE.type, size } }
        const drawing = drawChart(data, wordsIn(lang), { width, height: 560 }, style)
        assert.ok(drawing)
        if (drawing) assertSound(drawing)
        for (const { face } of textShapes(drawing as Drawing)) assert.ok(face.size >= 8)
      },
    ),
    { seed: 7, numRuns: 400 },
  )
})

test('bars and columns are proportional to their figures to a thousandth', () => {
  for (const [form, length] of [
    ['bar', 'width'],
    ['column', 'height'],
  ] as const)
    fc.assert(
      fc.property(
        fc.array(fc.double({ min: 1, max: 100, noNaN: true }), { minLength: 2, maxLength: 40 }),
        fc.integer({ min: 150, max: 520 }),
        (values, width) => {
          const data = chartOf(
            form,
            values.map((_, index) => String(index)),
            ['Trips', values.map((each, index) => (index % 3 === 2 ? -each : each))],
          )
          const bars = rectangles(drawn(data, { width, height: 500 }))
          assert.is(bars.length, values.length)
          const perUnit = bars.map((bar, index) => {
            const side = drawn(data, { width, height: 500 }).compromises?.includes('columns-turned')
              ? bar.width
              : bar[length]
            return side / (values[index] ?? 1)
          })
          const [least, most] = [Math.min(...perUnit), Math.max(...perUnit)]
          assert.ok(most / least < 1.001, `${form}: ${least} to ${most}`)
        },
      ),
      { seed: 3, numRuns: 40 },
    )
})

test('parts of a stack are as high as their figures and lie on one another', () => {
  const drawing = drawn(
    chartOf('stacked', ['2023', '2024'], ['A', [10, 20]], ['B', [30, 10]], ['C', [-5, 0]]),
  )
  const areas = rectangles(drawing).filter(({ width }) => width > 20)
  const heights = areas.map(({ height }) => height)
  const unit = (heights[0] ?? 0) / 10
  assert.equal(
    heights.map(height => Math.round((100 * height) / unit) / 100),
    [10, 20, 30, 10, 5],
  )
  assert.ok(Math.abs((areas[2]?.y ?? 0) + (areas[2]?.height ?? 0) - (areas[0]?.y ?? 0)) < 0.01)
  assert.ok((areas[4]?.y ?? 0) >= (areas[0]?.y ?? 0))
})

test('bars begin at zero, and an axis of a line that does not says so', () => {
  assert.ok(
    Math.min(
      ...rectangles(drawn(chartOf('column', ['2023', '2024'], ['A', [98, 99]]))).map(bar => bar.height),
    ) > 50,
  )
  const told = WORDS.labels.axis_not_from_zero
  const saysSo = (form: ChartData['form'], values: number[]) =>
    textsOf(drawn(chartOf(form, ['2023', '2024'], ['A', values]))).some(text => text.includes(told))
  assert.equal(
    [saysSo('line', [98, 99]), saysSo('line', [49, 99]), saysSo('dot', [98, 99])],
    [true, false, true],
  )
  assert.not.ok(saysSo('column', [98, 99]))
})

const WORDS = wordsIn('en')

test('an axis has six round numbers at most, in the form of the language, and its unit once', () => {
  const many = Array.from({ length: 30 }, (_, index) => String(1990 + index))
  const data = chartOf('line', many, ['Trips', many.map((_, index) => index * 50 + 0.5), 'km'])
  const ticks = (lang: string) =>
    textsOf(drawn(data, SPACE, lang)).filter(
      text => /^[\d.,\s\u202f\u00a0]+$/.test(text) && !many.includes(text),
    )
  assert.equal(ticks('en'), ['0', '500', '1,000', '1,500'])
  assert.equal(ticks('de'), ['0', '500', '1.000', '1.500'])
  assert.equal(ticks('es'), ['0', '500', '1000', '1500'])
  assert.is(textsOf(drawn(data)).filter(text => text === 'Trips, km').length, 1)
})

test('the numbers of an axis are round, hold all figures and are no more than asked for', () => {
  fc.assert(
    fc.property(
      fc.double({ min: -1e6, max: 1e6, noNaN: true }),
      fc.double({ min: 1e-3, max: 1e6, noNaN: true }),
      fc.integer({ min: 3, max: 6 }),
      (low, span, most) => {
        const { ticks, step, ...axis } = roundAxis(low, low + span, most)
        assert.ok(ticks.length >= 2 && ticks.length <= most, ticks.join())
        assert.ok(axis.low <= low + span * 1e-6 && axis.high >= low + span * (1 - 1e-6))
        assert.match(step.toExponential(6), /^[125]\.0+e/)
        for (const tick of ticks) assert.ok(Math.abs(tick / step - Math.round(tick / step)) < 1e-6)
      },
    ),
    { seed: 5, numRuns: 300 },
  )
  assert.equal(roundAxis(84, 141, 4).ticks, [50, 100, 150])
  assert.equal(roundAxis(0, 0.3, 4).ticks, [0, 0.1, 0.2, 0.3])
})

test('millions are said over the axis', () => {
  const texts = textsOf(drawn(chartOf('column', ['2023', '2024'], ['Trips', [1_200_000, 3_400_000]])))
  assert.ok(texts.includes('Trips, million'), texts.join())
  assert.ok(texts.includes('1.2') && texts.includes('3.4'), texts.join())
})

test('columns whose names have no room become bars, and that is said', () => {
  const long = ['Federation of inland shipping', 'Hafenverwaltungsgesellschaft', 'Ports']
  const narrow = drawn(chartOf('column', long, ['Trips', [1, 2, 3]]), { width: 200, height: 400 })
  assert.equal(narrow.compromises, ['columns-turned'])
  assert.ok(textsOf(narrow).includes('Ports'))
  assert.is(drawn(chartOf('column', ['A', 'B', 'C'], ['Trips', [1, 2, 3]])).compromises, undefined)
})

test('lines with more names than room say that some are left out; years are thinned to round ones without a word', () => {
  const names = Array.from({ length: 20 }, (_, index) => `Reading ${index}`)
  const values = names.map((_, index) => index)
  assert.equal(drawn(chartOf('line', names, ['Bills', values])).compromises, ['labels-thinned'])
  const years = names.map((_, index) => String(2000 + index))
  const drawing = drawn(chartOf('line', years, ['Bills', values]), { width: 160, height: 400 })
  assert.is(drawing.compromises, undefined)
  assert.ok(textsOf(drawing).includes('2010'))
})

test('a missing value is a gap in a line, and a year without a row in columns', () => {
  const line = drawn(
    chartOf('line', ['2020', '2021', '2022', '2023', '2024'], ['A', [1, 2, undefined, 4, 5]]),
  )
  const lines = line.shapes.filter(
    shape => shape.kind === 'path' && !shape.closed && (shape.stroke?.width ?? 0) > 1,
  )
  assert.is(lines.length, 2)
  const bars = rectangles(drawn(chartOf('column', ['2020', '2021', '2024'], ['A', [1, 1, 1]])))
  const [one = 0, two = 0, three = 0] = bars.map(({ x }) => x)
  assert.ok(Math.abs((three - two) / (two - one) - 3) < 0.01)
})

test('times stand in their order, the earliest first', () => {
  const bars = rectangles(drawn(chartOf('column', ['2024', '2022', '2023'], ['A', [3, 1, 2]])))
  const byPlace = bars.toSorted((a, b) => a.x - b.x).map(({ height }) => height)
  assert.equal(
    byPlace,
    [...byPlace].sort((a, b) => a - b),
  )
})

test('lines are named at their ends, and in a key where one ends early', () => {
  const years = ['2022', '2023', '2024']
  const ended = drawn(chartOf('line', years, ['Food', [1, 2, 3]], ['Rents', [3, 2, 1]]))
  const name = textShapes(ended).find(({ text }) => text === 'Food')
  assert.ok((name?.x ?? 0) > 400)
  const early = drawn(chartOf('line', years, ['Food', [1, 2, undefined]], ['Rents', [3, 2, 1]]))
  assert.ok((textShapes(early).find(({ text }) => text === 'Food')?.x ?? 999) < 100)
})

test('areas of series stand out from paper and differ in lightness', () => {
  for (const count of [2, 3, 4, 5, 6, 8]) {
    const fills = seriesFills(count, STYLE.palette)
    for (const { fill, outline } of fills)
      assert.ok(Math.max(contrast(fill, '#ffffff'), outline ? contrast(outline, '#ffffff') : 0) >= 3)
    const steps = fills
      .slice(1)
      .map(({ fill }, index) => lightnessOf(fill) - lightnessOf(fills[index]?.fill ?? ''))
    assert.ok(
      steps.every(step => step > (count > 6 ? 7 : 11)),
      `${count}: ${steps}`,
    )
  }
})

test('nothing is drawn of nothing', () => {
  assert.is(drawChart(chartOf('bar', [], ['A', []]), WORDS, SPACE, STYLE), undefined)
  assert.is(drawChart(chartOf('bar', ['B'], ['A', [undefined]]), WORDS, SPACE, STYLE), undefined)
})

test.run()
