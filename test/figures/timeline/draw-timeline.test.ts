import fc from 'fast-check'
import { test } from 'uvu'
import * as assert from 'uvu/assert'
import type { Drawing, Shape } from '../../../src/figures/index.js'
import { drawTimeline } from '../../../src/figures/timeline/draw-timeline.js'
import type { TimelineData, TimelineEvent } from '../../../src/markup/index.js'
import { assertSound, boxOf, overlap, STYLE, textShapes, word, wordsIn } from '../sketch.js'

const WORDS = wordsIn('en')
const SPACE = { width: 450, height: 360 }

type Told = readonly [date: string | undefined, label: string, priority?: TimelineEvent['priority']]

const timeline = (...events: Told[]): TimelineData => ({
  kind: 'timeline',
  events: events.map(([date, label, priority = 'should']) => ({ date, label: word(label), priority })),
})

function drawn(data: TimelineData, space = SPACE): Drawing {
  const drawing = drawTimeline(data, WORDS, space, STYLE)
  if (!drawing) throw new Error('nothing was drawn')
  return drawing
}

const textsOf = (drawing: Drawing) => textShapes(drawing).map(({ text }) => text)
const circles = ({ shapes }: Drawing) => shapes.flatMap(shape => (shape.kind === 'circle' ? [shape] : []))
const polygons = ({ shapes }: Drawing) =>
  shapes.flatMap(shape => (shape.kind === 'path' && shape.closed ? [shape] : []))
/** From the axis to the top of a label. */
const isLeader = (shape: Shape): boolean =>
  shape.kind === 'path' &&
  shape.points.length === 2 &&
  shape.points[0]?.x === shape.points[1]?.x &&
  shape.stroke?.width === 0.45

test('nothing is drawn where no event has a date', () => {
  assert.is(drawTimeline(timeline(), WORDS, SPACE, STYLE), undefined)
  assert.is(drawTimeline(timeline([undefined, 'Talks begin']), WORDS, SPACE, STYLE), undefined)
})

test('a single event stands on an axis of two weeks', () => {
  const drawing = drawn(timeline(['2025-01-20', 'Order signed']))
  assertSound(drawing)
  assert.ok(textsOf(drawing).includes('20 Jan 2025'))
  assert.ok(textsOf(drawing).includes('Order signed'))
  assert.is(circles(drawing).length, 1)
})

test('distances on the axis are as times', () => {
  const drawing = drawn(timeline(['2025-01-01', 'A'], ['2025-01-11', 'B'], ['2025-01-31', 'C']))
  const [a = 0, b = 0, c = 0] = circles(drawing)
    .map(({ centre }) => centre.x)
    .sort((one, other) => one - other)
  assert.ok(Math.abs((c - b) / (b - a) - 2) < 0.001)
})

test('what lasted is a bar from its beginning to its end', () => {
  const drawing = drawn(timeline(['2025-01/2025-06', 'Talks'], ['2025-12-31', 'Treaty']))
  const [bar] = polygons(drawing)
  const [dot] = circles(drawing)
  assert.ok(bar && dot)
  const { left, right } = boxOf(bar)
  assert.ok(Math.abs((right - left) / (dot.centre.x - left) - 181 / 364.5) < 0.001)
  assert.is(bar.fill, STYLE.palette.accent)
})

test('what nobody knows to the day is hollow, and that is explained', () => {
  const month = drawn(timeline(['2025-02', 'Strike'], ['2025-03-01', 'Talks']))
  assert.is(polygons(month)[0]?.fill, STYLE.palette.paper)
  assert.ok(textsOf(month).includes(WORDS.labels.inexact_date))
  const about = drawn(timeline(['2025-02-03~', 'Strike']))
  assert.ok(textsOf(about).includes('about 3 Feb 2025'))
  assert.is(circles(about)[0]?.fill, STYLE.palette.paper)
  const exact = drawn(timeline(['2025-02-03', 'Strike']))
  assert.not.ok(textsOf(exact).includes(WORDS.labels.inexact_date))
})

test('a period without a known end goes on to the end of the axis, in a point', () => {
  const drawing = drawn(timeline(['2025-01-20/..', 'In force'], ['2025-06-01', 'Review']))
  const [bar] = polygons(drawing)
  assert.is(bar?.points.length, 5)
  assert.ok(bar && Math.abs(boxOf(bar).right - SPACE.width) < 0.01)
})

test('the axis is broken where years lie empty, and only there', () => {
  const strokes = ({ shapes }: Drawing) =>
    shapes.filter(shape => shape.kind === 'path' && shape.stroke?.width === 0.8 && !shape.closed).length
  const broken = drawn(timeline(['1987-05-04', 'Treaty'], ['2025-01-20', 'Order'], ['2025-03-02', 'Vote']))
  assert.is(strokes(broken), 2)
  const segments = broken.shapes.flatMap(shape => (shape.kind === 'rectangle' ? [shape] : []))
  assert.is(segments.length, 2)
  assert.ok(textsOf(broken).some(text => text.endsWith('1987')))
  assert.is(strokes(drawn(timeline(['1990', 'A'], ['2000', 'B'], ['2010', 'C'], ['2020', 'D']))), 0)
})

test('the axis is divided by days, months, years or centuries, as the time asks for', () => {
  const divisions = (from: string, to: string) => textsOf(drawn(timeline([from, 'A'], [to, 'B'])))
  assert.ok(divisions('2025-01-06', '2025-01-12').includes('13 Jan'))
  assert.ok(divisions('2025-01-06', '2025-06-12').includes('Mar'))
  assert.ok(divisions('2015-01-06', '2025-06-12').includes('2020'))
  assert.ok(divisions('1400', '2025').includes('1800'))
})

test('a name stands only at a tick that is on the axis, in every language and for every division', () => {
  const begins = ['1890', '1987-05-04', '2019-11-27', '2024-12', '2025-03-28', '2025-09-27', '2025-09-30']
  for (const lang of ['en', 'de', 'es', 'fr'])
    for (const from of begins)
      for (const width of [180, 300, 450]) {
        const data = timeline([from, 'A'], ['2025-08/2025-09', 'B'], ['2025-10-01', 'C'])
        const drawing = drawTimeline(data, wordsIn(lang), { width, height: 360 }, STYLE)
        const axis = drawing?.shapes.flatMap(shape => (shape.kind === 'rectangle' ? [shape] : [])) ?? []
        const ticks = drawing?.shapes.flatMap(shape =>
          shape.kind === 'path' && shape.stroke?.width === 0.4 ? [shape.points[0]?.x ?? 0] : [],
        )
        for (const { x, y, width: length, height } of axis) {
          const names = textShapes(drawing as Drawing).filter(
            text => text.x >= x && text.x <= x + length && text.y > y && text.y < y + height,
          )
          const own = (ticks ?? []).filter(tick => tick > x && tick < x + length)
          const isAtTick = names.map(name => own.some(tick => Math.abs(name.x - tick - 3) < 0.01))
          if (names.length > 1) assert.ok(isAtTick.every(Boolean), `${lang} ${from} ${width}`)
        }
      }
})

test('an axis that begins in late November has no name of October at its edge', () => {
  const data = timeline(['2024-12/2025-08', 'Report'], ['2025-06-30', 'Award'], ['2025-09-24', 'Drawings'])
  const texts = (lang: string) => {
    const drawing = drawTimeline(data, wordsIn(lang), { width: 260, height: 360 }, STYLE)
    return textShapes(drawing as Drawing).map(({ text }) => text)
  }
  assert.equal(texts('es').slice(0, 3), ['ene 2025', 'abr', 'jul'])
  for (const lang of ['en', 'de', 'es', 'fr'])
    assert.not.ok(texts(lang).some(text => /O[ck]t.* 2024/i.test(text)))
})

test('where no tick is on a part of the axis, its name is the time that it covers', () => {
  const drawing = drawn(timeline(['1987-05-04', 'Treaty'], ['2025-01-20', 'Order'], ['2025-03-02', 'Vote']), {
    width: 300,
    height: 360,
  })
  const [first = ''] = textsOf(drawing)
  assert.match(first, /1987/)
})

test('what matters most has the greater dot and the bolder words', () => {
  const drawing = drawn(
    timeline(['2025-01-01', 'Must', 'must'], ['2025-02-01', 'Should'], ['2025-03-01', 'Could', 'could']),
  )
  const radii = [...circles(drawing)]
    .sort((one, other) => one.centre.x - other.centre.x)
    .map(({ radius }) => radius)
  assert.equal(
    radii,
    [...radii].sort((one, other) => other - one),
  )
  assert.is(new Set(radii).size, 3)
  const faces = textShapes(drawing)
  assert.is(faces.find(({ text }) => text === 'Must')?.face.bold, true)
  assert.is(faces.find(({ text }) => text === 'Should')?.face.bold, false)
  assert.is(faces.find(({ text }) => text === 'Could')?.colour, STYLE.palette.muted)
})

test('events without a date are named under the axis', () => {
  const drawing = drawn(timeline(['2025-01-01', 'A'], [undefined, 'Talks begin'], [undefined, 'Talks end']))
  assert.ok(textsOf(drawing).includes('Without a date: Talks begin; Talks end'))
})

test('two hundred events are grouped; groups say when, how many and which', () => {
  const many = Array.from({ length: 200 }, (_, index): Told => {
    const date = new Date(Date.UTC(2024, 0, 1 + index * 3)).toISOString().slice(0, 10)
    return [date, `Event ${index}`, index === 100 ? 'must' : 'should']
  })
  const drawing = drawn(timeline(...many))
  assertSound(drawing)
  assert.ok(drawing.height <= SPACE.height)
  const counts = textsOf(drawing).flatMap(text => /^(\S+) events$/.exec(text)?.[1] ?? [])
  assert.ok(counts.length >= 3)
  assert.ok(
    textsOf(drawing).some(text => text.startsWith('Event 100')),
    'what must be shown is named',
  )
  assert.is(circles(drawing).length, 200)
})

test('events of one day share a leader, and hang in the order in which they are told', () => {
  const drawing = drawn(timeline(['2025-01-01', 'First'], ['2025-01-01', 'Second'], ['2025-03-01', 'Third']))
  assertSound(drawing)
  const [first, second] = ['First', 'Second'].map(name =>
    textShapes(drawing).find(({ text }) => text === name),
  )
  assert.ok(first && second && first.y < second.y)
  assert.is(first?.x, second?.x)
})

const day = fc.date({ min: new Date('1890-01-01'), max: new Date('2060-01-01'), noInvalidDate: true })
const iso = day.map(date => date.toISOString().slice(0, 10))
const dates = fc.oneof(
  iso,
  iso.map(date => date.slice(0, 7)),
  iso.map(date => `${date.slice(0, 4)}~`),
  fc.tuple(iso, iso).map(pair => pair.sort().join('/')),
  iso.map(date => `${date}/..`),
  iso.map(date => `../${date}`),
  fc.constantFrom('2025-03-03', '2025-03-04', '2025-03-05~', '2025-21', '199X', '18XX', '-0043'),
)
const clusters = fc.constantFrom('2025-03-03', '2025-03-04')
const label = fc.oneof(
  fc
    .string({ unit: fc.constantFrom(...'abcde '), minLength: 2, maxLength: 60 })
    .map(text => text.trim() || 'x'),
  fc.string({ unit: fc.constantFrom(...'abcde'), minLength: 2, maxLength: 60 }),
)
const event = (date: fc.Arbitrary<string>) =>
  fc.record({
    date: fc.option(date, { nil: undefined, freq: 10 }),
    label: label.map(word),
    priority: fc.constantFrom('must' as const, 'should' as const, 'could' as const),
  })
const data = fc
  .oneof(
    fc.array(event(dates), { minLength: 1, maxLength: 30 }),
    fc.array(event(dates), { minLength: 60, maxLength: 200 }),
    fc.array(event(clusters), { minLength: 1, maxLength: 60 }),
  )
  .map((events): TimelineData => ({ kind: 'timeline', events }))
const space = fc.record({
  width: fc.integer({ min: 180, max: 520 }),
  height: fc.integer({ min: 250, max: 600 }),
})

test('whatever happened: no words cover others or a leader, nothing leaves the frame, each time the same', () => {
  const result = fc.check(
    fc.property(data, space, (timeline, space) => {
      const drawing = drawTimeline(timeline, WORDS, space, STYLE)
      const dated = timeline.events.filter(({ date }) => date !== undefined)
      assert.is(drawing === undefined, dated.length === 0)
      if (!drawing) return
      assertSound(drawing)
      assert.is(drawing.width, space.width)
      assert.ok(drawing.height <= space.height, `${drawing.height} of ${space.height}`)
      const leaders = drawing.shapes.filter(isLeader)
      assert.ok(leaders.length > 0)
      for (const leader of leaders) {
        const crossed = textShapes(drawing).find(line => overlap(boxOf(line), boxOf(leader)))
        assert.is(crossed, undefined, `a leader crosses \`${crossed?.text}\``)
      }
      assert.equal(drawTimeline(timeline, WORDS, space, STYLE), drawing)
    }),
    { seed: 4, numRuns: 70, endOnFailure: true },
  )
  assert.is(
    result.errorInstance,
    null,
    `${(result.errorInstance as Error | null)?.message} (run ${result.counterexamplePath})`,
  )
})

test('a timeline has at most 24 labels', () => {
  const leaders = (count: number) => {
    const events = Array.from({ length: count }, (_, index): Told => [`${1900 + 4 * index}`, `E${index}`])
    return drawn(timeline(...events), { width: 900, height: 4000 }).shapes.filter(isLeader).length
  }
  assert.equal([leaders(23), leaders(24), leaders(25)], [23, 24, 24])
})

test.run()
