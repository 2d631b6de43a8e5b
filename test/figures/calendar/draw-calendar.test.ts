import fc from 'fast-check'
import { test } from 'uvu'
import * as assert from 'uvu/assert'
import { drawCalendar } from '../../../src/figures/calendar/draw-calendar.js'
import type { Drawing, FigureStyle, Shape } from '../../../src/figures/index.js'
import type { TimelineData, TimelineEvent } from '../../../src/markup/index.js'
import { assertSound, boxOf, overlap, STYLE, textShapes, word, wordsIn } from '../sketch.js'

const WORDS = wordsIn('en')
const SPACE = { width: 448, height: 360 }

type Told = readonly [date: string | undefined, label: string, lane?: string]

const eventOf = ([date, label, lane]: Told): TimelineEvent => ({
  ...{ date, label: word(label), priority: 'should' },
  lane: lane === undefined ? undefined : word(lane),
})
const calendar = (
  events: readonly Told[],
  steps: readonly Told[] = [],
  asOf = '2025-10-06',
): TimelineData => ({
  kind: 'timeline',
  events: events.map(eventOf),
  calendar: { asOf, steps: steps.map(eventOf) },
})

function drawn(data: TimelineData, space = SPACE, words = WORDS, style = STYLE): Drawing {
  const drawing = drawCalendar(data, words, space, style)
  if (!drawing) throw new Error('nothing was drawn')
  return drawing
}

const textsOf = (drawing: Drawing) => textShapes(drawing).map(({ text }) => text)
const circles = ({ shapes }: Drawing) => shapes.flatMap(shape => (shape.kind === 'circle' ? [shape] : []))
const bars = ({ shapes }: Drawing) =>
  shapes.flatMap(shape => (shape.kind === 'path' && shape.closed ? [shape] : []))
const strokes = ({ shapes }: Drawing, width: number, colour: string) =>
  shapes.flatMap(shape =>
    shape.kind === 'path' && shape.stroke?.width === width && shape.stroke.colour === colour ? [shape] : [],
  )
/** Of the first bar. */
const boxHeight = (drawing: Drawing) => {
  const [bar] = bars(drawing)
  const { top, bottom } = bar ? boxOf(bar) : { top: 0, bottom: 0 }
  return Math.round(100 * (bottom - top)) / 100
}
const rules = (drawing: Drawing) => strokes(drawing, 1, STYLE.palette.warning)
const textOf = (drawing: Drawing, text: string) => {
  const found = textShapes(drawing).find(line => line.text === text)
  if (!found) throw new Error(`\`${text}\` is not among ${JSON.stringify(textsOf(drawing))}`)
  return found
}

const THREE = calendar(
  [
    ['2025-06-30/2025-12-31', 'Offer stands', 'Contract'],
    ['2025-09-11/2025-11-20', 'Award suspended', 'Commission'],
    ['2025-09-02', 'Draft leaked', 'Safety Board'],
    ['2025-09-24', 'Drawings arrive', 'Safety Board'],
  ],
  [['2025-11-10', 'Review due', 'Commission']],
)

test('three lanes of 34 points stand over the months, with their names in 96 points at the left', () => {
  const drawing = drawn(THREE)
  assertSound(drawing)
  const lines = strokes(drawing, 0.6, STYLE.palette.line).map(({ points }) => points[0])
  assert.equal(
    lines.map(point => point?.x),
    [96, 96, 96],
  )
  const [first, second, third] = lines.map(point => point?.y ?? 0)
  assert.equal([(second ?? 0) - (first ?? 0), (third ?? 0) - (second ?? 0)], [34, 34])
  for (const name of ['Contract', 'Commission', 'Safety Board']) assert.ok(textOf(drawing, name).face.bold)
  assert.ok(drawing.height <= 164, `${drawing.height}`)
  for (const month of ['Jul 2025', 'Aug', 'Dec']) assert.not.ok(textOf(drawing, month).face.bold)
  assert.ok(strokes(drawing, 0.4, STYLE.palette.line).length >= 6)
})

test('a rule stands at the date that the facts hold for, and what lies ahead is tinted, hollow and bold', () => {
  const drawing = drawn(THREE)
  const head = textOf(drawing, 'As of 6 Oct 2025')
  assert.is(head.colour, STYLE.palette.warning)
  const [rule] = rules(drawing)
  const x = rule?.points[0]?.x ?? 0
  const [tinted] = drawing.shapes.flatMap(shape => (shape.kind === 'rectangle' ? [shape] : []))
  assert.equal([tinted?.x, tinted?.fill], [x, STYLE.palette.tint])
  assert.ok(Math.abs((tinted?.x ?? 0) + (tinted?.width ?? 0) - SPACE.width) < 0.01)
  for (const { centre, fill } of circles(drawing))
    assert.is(fill, centre.x > x ? STYLE.palette.paper : STYLE.palette.accent)
  assert.ok(textOf(drawing, '10 Nov Review due').face.bold)
  assert.not.ok(textOf(drawing, '2 Sep Draft leaked').face.bold)
})

test('what has begun and ends ahead says its end in bold at the end of its bar', () => {
  const drawing = drawn(THREE)
  const end = textOf(drawing, 'until 20 Nov')
  assert.ok(
    bars(drawing).some(
      ({ points, fill }) => fill === STYLE.palette.accent && Math.abs((points[1]?.x ?? 0) + 4 - end.x) < 0.01,
    ),
  )
  assert.not.ok(textOf(drawing, '11 Sep Award suspended').face.bold)
  assert.ok(end.face.bold)
  assert.ok(textOf(drawing, 'until 31 Dec').face.bold)
})

test('what is due in a lane on the last day of a period says its end, and is no point of its own', () => {
  const ended = (lane: string) =>
    drawn(calendar([['2025-06-30/2025-12-31', 'Offer', 'Contract']], [['2025-12-31', 'Offer lapses', lane]]))
  const joined = ended('Contract')
  assert.is(circles(joined).length, 0)
  assert.ok(textOf(joined, '31 Dec Offer lapses').face.bold)
  assert.not.ok(textsOf(joined).includes('until 31 Dec'))
  const apart = ended('Court')
  assert.is(circles(apart).length, 1)
  assert.ok(textsOf(apart).includes('until 31 Dec'))
})

test('what is not certain to the day is dashed, and that is explained', () => {
  const dashed = (date: string) => {
    const drawing = drawn(
      calendar([
        [date, 'Strike'],
        ['2025-01-02', 'Talks'],
      ]),
    )
    const marks = [...circles(drawing), ...bars(drawing)].filter(({ stroke }) => stroke?.dash)
    assert.is(marks.length > 0, textsOf(drawing).includes(WORDS.labels.inexact_date), date)
    return marks.length
  }
  assert.equal(['2025-02-03', '2025-02/2025-04'].map(dashed), [0, 0])
  assert.equal(['2025-02-03~', '2025-03', '2025-02~/2025-04', '2025-02/'].map(dashed), [2, 2, 2, 2])
})

test('what goes on without an end known is dashed beyond the date of the facts', () => {
  const drawing = drawn(
    calendar([
      ['2025-03-03/..', 'In force'],
      ['2025-12-01', 'Vote'],
    ]),
  )
  const open = bars(drawing).filter(({ stroke }) => stroke?.dash)
  const now = rules(drawing)[0]?.points[0]?.x ?? 0
  assert.is(open.length, 1)
  const { left, right } = boxOf(open[0] as Shape)
  assert.ok(Math.abs(left - now) < 0.5 && Math.abs(right - SPACE.width) < 0.5)
})

test('months, weeks, quarters or years divide it, as the time asks for', () => {
  const divisions = (from: string, to: string) =>
    textsOf(
      drawn(
        calendar(
          [
            [from, 'A'],
            [to, 'B'],
          ],
          [],
          to,
        ),
      ),
    )
  assert.ok(divisions('2025-10-01', '2025-10-12').some(text => /^\d+ Oct$/.test(text)))
  assert.ok(divisions('2025-06-06', '2025-10-12').includes('Aug'))
  assert.ok(divisions('2020-06-06', '2025-10-12').includes('2023'))
})

test('dates do without the year of the facts, and others have it', () => {
  const drawing = drawn(
    calendar([
      ['2024-12-05', 'Before'],
      ['2025-02-05', 'After'],
      ['2024-12/2025-03', 'Talks'],
    ]),
  )
  for (const text of ['5 Dec 2024 Before', '5 Feb After', 'Dec 2024 – Mar 2025 Talks']) textOf(drawing, text)
})

test('what names no lane stands in one of its own, and alone in one without a name', () => {
  assert.ok(
    textsOf(
      drawn(
        calendar([
          ['2025-01-02', 'A', 'Board'],
          ['2025-02-03', 'B'],
        ]),
      ),
    ).includes('Other'),
  )
  const plain = drawn(
    calendar([
      ['2025-01-02', 'A'],
      ['2025-02-03', 'B'],
    ]),
  )
  assert.not.ok(textsOf(plain).includes('Other'))
  assert.is(strokes(plain, 0.6, STYLE.palette.line)[0]?.points[0]?.x, 0)
})

test('in a narrow column the names of lanes stand over them', () => {
  const names = (width: number) =>
    strokes(drawn(THREE, { ...SPACE, width }), 0.6, STYLE.palette.line)[0]?.points[0]?.x
  assert.equal([names(306), names(308)], [0, 308 * 0.3])
})

test('where a word of a name is too long for a column, names stand over their lanes, and no word is broken', () => {
  const plotLeft = (name: string) => {
    const drawing = drawn(
      calendar([
        ['2025-01-02', 'A', name],
        ['2025-02-03', 'B', 'Court'],
      ]),
    )
    textOf(drawing, name)
    return strokes(drawing, 0.6, STYLE.palette.line)[0]?.points[0]?.x
  }
  assert.equal(['Verkehrsministerium', 'Eisenbahnbundesaufsichtsbehörde'].map(plotLeft), [96, 0])
})

test('two hundred dates are grouped; groups say when, how many and which', () => {
  const many = Array.from({ length: 200 }, (_, index): Told => {
    const date = new Date(Date.UTC(2024, 0, 1 + index * 4)).toISOString().slice(0, 10)
    return [date, `Event ${index}`, `Lane ${index % 4}`]
  })
  const drawing = drawn(calendar(many))
  assertSound(drawing)
  assert.ok(drawing.height <= SPACE.height)
  assert.is(circles(drawing).length, 200)
  assert.ok(textsOf(drawing).filter(text => /events: Event/.test(text)).length >= 4)
})

test('more than twelve lanes are joined, and none of their dates is lost', () => {
  const lanes = (count: number) => {
    const events = Array.from(
      { length: count },
      (_, index): Told => [`2025-0${1 + (index % 9)}-07`, `E${index}`, `L${index}`],
    )
    const drawing = drawn(calendar(events), { width: 448, height: 2000 })
    assert.is(circles(drawing).length, count)
    return strokes(drawing, 0.6, STYLE.palette.line).length
  }
  assert.equal([lanes(12), lanes(13)], [12, 12])
})

test('no label is under 8 points, and all grows with the type', () => {
  const styled = (size: number): FigureStyle => ({ ...STYLE, type: { ...STYLE.type, size, small: size - 1 } })
  for (const size of [6, 8, 12]) {
    const drawing = drawn(THREE, SPACE, WORDS, styled(size))
    assert.equal([...new Set(textShapes(drawing).map(({ face }) => face.size))], [Math.max(8, size)])
  }
  assert.is(boxHeight(drawn(THREE, SPACE, WORDS, styled(12))), 7.5)
})

test('nothing is drawn where nothing has a date', () => {
  assert.is(drawCalendar(calendar([]), WORDS, SPACE, STYLE), undefined)
  const undated = drawn(
    calendar([
      [undefined, 'Talks'],
      ['2025-01-02', 'A'],
    ]),
  )
  assert.ok(textsOf(undated).includes('Without a date: Talks'))
})

const day = fc.date({ min: new Date('2023-01-01'), max: new Date('2027-01-01'), noInvalidDate: true })
const iso = day.map(date => date.toISOString().slice(0, 10))
const dates = fc.oneof(
  iso,
  iso,
  iso.map(date => date.slice(0, 7)),
  iso.map(date => `${date}~`),
  fc.tuple(iso, iso).map(pair => pair.sort().join('/')),
  iso.map(date => `${date}/..`),
  iso.map(date => `../${date}`),
  iso.map(date => `${date.slice(0, 7)}/`),
  fc.constantFrom('2025-10-06', '2025-10-07', '2025-10', '1890', '2025-21', '199X'),
)
const texts = (letters: string, most: number) =>
  fc
    .string({ unit: fc.constantFrom(...letters), minLength: 2, maxLength: most })
    .map(text => text.trim() || 'x')
const event = fc.record({
  date: fc.option(dates, { nil: undefined, freq: 12 }),
  label: fc.oneof(texts('abcde ', 70), texts('abcdeאבגד', 40)).map(word),
  lane: fc.option(
    fc.oneof(fc.constantFrom('Board', 'Court', 'Verkehrsministerium'), texts('abc ', 30)).map(word),
    {
      nil: undefined,
    },
  ),
  priority: fc.constantFrom('must' as const, 'should' as const, 'could' as const),
})
const events = (most: number) => fc.array(event, { minLength: 0, maxLength: most })
const anyCalendar = fc
  .oneof(
    fc.tuple(events(12), events(6)),
    fc.tuple(fc.array(event, { minLength: 60, maxLength: 170 }), events(30)),
  )
  .chain(([happened, steps]) =>
    fc.constantFrom('2025-10-06', '2025-10', '2021', '2030-01-01', undefined).map((asOf): TimelineData => {
      const due = steps.filter(({ date }) => date !== undefined)
      return { kind: 'timeline', events: happened, calendar: { asOf, steps: due } }
    }),
  )
const spaces = fc.record({
  width: fc.integer({ min: 150, max: 520 }),
  height: fc.integer({ min: 250, max: 400 }),
  lang: fc.constantFrom('en', 'de', 'es', 'fr'),
  size: fc.constantFrom(6.5, 8, 9.6),
})

test('whatever is told: no words cover others, a mark or the rule, nothing leaves the frame, each time the same', () => {
  const result = fc.check(
    fc.property(anyCalendar, spaces, (data, { lang, size, ...space }) => {
      const style = { ...STYLE, type: { ...STYLE.type, size, small: size * 0.9 } }
      const draw = () => drawCalendar(data, wordsIn(lang), space, style)
      const drawing = draw()
      const dated = [...data.events, ...(data.calendar?.steps ?? [])].filter(({ date }) => date !== undefined)
      assert.is(drawing === undefined, dated.length === 0)
      if (!drawing) return
      assertSound(drawing)
      assert.ok(drawing.height <= space.height, `${drawing.height} of ${space.height}`)
      const marks = [...circles(drawing), ...bars(drawing), ...rules(drawing)]
      for (const line of textShapes(drawing)) {
        assert.ok(line.face.size >= 8)
        const covered = marks.find(mark => overlap(boxOf(mark), boxOf(line)))
        assert.is(covered, undefined, `\`${line.text}\` covers ${JSON.stringify(covered)}`)
      }
      assert.equal(draw(), drawing)
    }),
    { seed: 18, numRuns: 40, endOnFailure: true },
  )
  assert.is(
    result.errorInstance,
    null,
    `${(result.errorInstance as Error | null)?.message} (run ${result.counterexamplePath})`,
  )
})

test.run()
