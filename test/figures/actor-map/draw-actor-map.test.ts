import fc from 'fast-check'
import { test } from 'uvu'
import * as assert from 'uvu/assert'
import { drawActorMap } from '../../../src/figures/actor-map/draw-actor-map.js'
import type { Circle, Drawing, FigureText, Shape, VectorPath } from '../../../src/figures/index.js'
import type { ActorMapData, MappedActor } from '../../../src/markup/index.js'
import { assertSound, boxOf, overlap, STYLE, textShapes, word, wordsIn } from '../sketch.js'

const WORDS = wordsIn('en')
const SPACE = { width: 450, height: 360 }

const actor = (name: string, influence: number, support: number, more: Partial<MappedActor> = {}) => ({
  ...{ name: word(name), side: undefined, influence, support, priority: 'should' as const },
  ...more,
})
const mapOf = (...actors: MappedActor[]): ActorMapData => ({
  ...{ kind: 'actor-map', stanceOn: undefined, actors },
})

function drawn(data: ActorMapData, space = SPACE): Drawing {
  const drawing = drawActorMap(data, WORDS, space, STYLE)
  if (!drawing) throw new Error('nothing was drawn')
  return drawing
}

function textShape(drawing: Drawing, text: string): FigureText {
  const found = textShapes(drawing).find(line => line.text === text)
  if (!found) throw new Error(`\`${text}\` is not there`)
  return found
}
const textOf = (drawing: Drawing) => textShapes(drawing).map(({ text }) => text)

/** Discs and closed polygons. */
const markers = ({ shapes }: Drawing): (Circle | VectorPath)[] =>
  shapes.flatMap(shape => (shape.kind === 'circle' || (shape.kind === 'path' && shape.closed) ? [shape] : []))
/** Open lines that are no rules across the map. */
const leaders = ({ shapes, width }: Drawing) =>
  shapes.flatMap(shape =>
    shape.kind === 'path' && !shape.closed && boxOf(shape).right - boxOf(shape).left < width - 1
      ? [shape]
      : [],
  )

test('nothing is drawn where no actor has both influence and support', () => {
  const halves = [actor('A', 3, 1, { influence: undefined }), actor('B', 3, 1, { support: undefined })]
  assert.is(drawActorMap(mapOf(...halves), WORDS, SPACE, STYLE), undefined)
  assert.is(drawActorMap(mapOf(), WORDS, SPACE, STYLE), undefined)
})

test('actors stand by influence from top to bottom, by support from left to right', () => {
  const drawing = drawn(
    mapOf(actor('Low', 1, -2), actor('High', 5, 2), actor('Middle', 3, 0), actor('Left', 3, -1)),
  )
  assertSound(drawing)
  const [low, high, middle, left] = ['Low', 'High', 'Middle', 'Left'].map(name => textShape(drawing, name))
  assert.ok(low && high && middle && left)
  assert.ok(high.y < middle.y && middle.y < low.y)
  assert.ok(low.x < left.x && left.x < middle.x && middle.x < high.x)
  assert.is(left.y, middle.y)
  assert.ok(Math.abs(textShape(drawing, 'decisive').y - high.y) < 0.01)
})

test('names of those in favour stand left of their markers, all others right', () => {
  const drawing = drawn(mapOf(actor('For', 5, 2), actor('Against', 3, -2)))
  const [first, second] = markers(drawing).map(boxOf)
  assert.ok(first && boxOf(textShape(drawing, 'For')).right < first.left)
  assert.ok(second && boxOf(textShape(drawing, 'Against')).left > second.right)
})

test('sides are told apart by shape and by colour, and named below; who has none has a ring', () => {
  const sides = ['North', 'South', 'Port', 'Town', 'Crew', 'Court', 'Press']
  const drawing = drawn(
    mapOf(...sides.map((side, index) => actor(side, 3, index % 2, { side })), actor('None', 2, 0)),
  )
  const [ring, ...others] = markers(drawing).slice(0, 8).toReversed()
  assert.equal([ring?.fill, ring?.stroke?.colour], [STYLE.palette.paper, STYLE.palette.muted])
  const looks = others.map(shape => {
    const corners = shape.kind === 'path' ? shape.points.length : 0
    const top = shape.kind === 'path' && shape.points.filter(({ y }) => y < boxOf(shape).top + 0.01).length
    return `${corners} ${top} ${shape.stroke ? 'hollow' : 'full'}`
  })
  assert.is(new Set(looks).size, sides.length, looks.join())
  assert.is(new Set(others.slice(1).map(({ fill }) => fill)).size, 6)
  assert.is(markers(drawing).length, 8 + sides.length)
  for (const side of sides) assert.is(textOf(drawing).filter(text => text === side).length, 2)
})

test('a single side needs no legend', () => {
  const drawing = drawn(mapOf(actor('A', 3, 1, { side: 'North' }), actor('B', 3, -1, { side: 'North' })))
  assert.not.ok(textOf(drawing).includes('North'))
})

test('weight shows what must be shown', () => {
  const drawing = drawn(
    mapOf(
      actor('Must', 5, 0, { priority: 'must' }),
      actor('Should', 4, 0),
      actor('Could', 3, 0, { priority: 'could' }),
    ),
  )
  assert.equal(
    ['Must', 'Should'].map(name => textShape(drawing, name).face.bold),
    [true, false],
  )
  assert.is(textShape(drawing, 'Could').colour, STYLE.palette.muted)
})

test('what the actors are for or against stands over the grid, in two lines if it is long', () => {
  const data = { ...mapOf(actor('A', 3, 1)), stanceOn: word('signing before the year ends') }
  const drawing = drawn(data)
  const line = textShape(drawing, 'Stance on: signing before the year ends')
  assert.is(line.y, textShape(drawing, 'Influence').y)
  assert.ok(Math.abs(line.x + line.width - SPACE.width) < 0.01)
  const narrow = drawn(data, { width: 180, height: 300 })
  assertSound(narrow)
  assert.match(textOf(narrow).join(' '), /Stance on: signing .*before the year ends/)
})

test('who has no place on the map is named under it', () => {
  const drawing = drawn(mapOf(actor('A', 3, 1), actor('B', 3, 1, { support: undefined })))
  assert.ok(textOf(drawing).includes('Not on the map: B'))
})

test('a name without room beside its marker moves, and a line leads to it', () => {
  const name = 'Hafenbetriebsgesellschaft'
  const narrow = drawn(mapOf(actor('Vela', 3, 0), actor(name, 3, 0)), { width: 200, height: 400 })
  assertSound(narrow)
  const [line, ...others] = leaders(narrow)
  assert.is(others.length, 0)
  assert.ok(line && Math.abs(boxOf(line).bottom - boxOf(textShape(narrow, name)).top) < 2)
  assert.is(leaders(drawn(mapOf(actor('A', 3, 1)))).length, 0)
})

test('in a narrow column the ends of the scale suffice', () => {
  const drawing = drawn(mapOf(actor('A', 3, 1)), { width: 150, height: 300 })
  assert.ok(textOf(drawing).includes('opposed'))
  assert.not.ok(textOf(drawing).some(text => text.includes('leaning')))
})

test('of two hundred in one corner the most important are named, the others counted by side', () => {
  const actors = Array.from({ length: 200 }, (_, index) =>
    actor(`Actor ${index}`, 5, 2, { side: `Side ${index % 3}`, priority: index === 150 ? 'must' : 'should' }),
  )
  const drawing = drawn(mapOf(...actors))
  assertSound(drawing)
  assert.ok(drawing.height <= SPACE.height)
  assert.ok(textOf(drawing).includes('Actor 150'))
  assert.is(namedOrCounted(drawing, actors), 200)
  assert.ok(textOf(drawing).some(text => /^Side 1: \d+ more$/.test(text)))
})

test('two hundred all over the map are still named as far as there is room', () => {
  const actors = Array.from({ length: 200 }, (_, index) =>
    actor(`Actor ${index}`, 1 + (index % 5), (index % 25 > 4 ? Math.floor((index % 25) / 5) : 0) - 2, {
      side: `Side ${index % 7}`,
    }),
  )
  const drawing = drawn(mapOf(...actors))
  assertSound(drawing)
  assert.is(namedOrCounted(drawing, actors), 200)
  assert.ok(textOf(drawing).filter(text => /^Actor \d+$/.test(text)).length >= 25)
})

test('where each cell cannot have a name, those that can have one', () => {
  const actors = Array.from({ length: 150 }, (_, index) =>
    actor(`Association number ${index}`, 1 + (index % 5), (Math.floor(index / 5) % 5) - 2, {
      side: `Side ${index % 7}`,
    }),
  )
  const space = { width: 260, height: 260 }
  const drawing = drawn(mapOf(...actors), space)
  assertSound(drawing)
  assert.ok(textOf(drawing).some(text => text.startsWith('Association')))
  assert.ok(drawing.height <= space.height && drawing.height > space.height - 2 * STYLE.type.size * 1.25)
})

test('a count stays on one line', () => {
  const actors = Array.from({ length: 120 }, (_, index) =>
    actor(`Actor ${index}`, 3, (index % 3) - 1, { side: `Municipal side ${index % 2}` }),
  )
  const texts = textOf(drawn(mapOf(...actors), { width: 200, height: 250 }))
  assert.ok(texts.some(text => /^Municipal side \d: \d+ more$/.test(text)))
  assert.is(
    texts.find(text => /^(more|\d+ more|.*: \d*)$/.test(text)),
    undefined,
  )
})

test('the legend explains the marks on the map, and no others', () => {
  const busy = Array.from({ length: 200 }, (_, index) =>
    actor('A name that takes two lines here', 1 + (index % 5), (Math.floor(index / 5) % 5) - 2, {
      side: `Side ${Math.floor(index / 25) % 6}`,
    }),
  )
  const drawing = drawn(mapOf(...busy), { width: 180, height: 250 })
  const bottom = textShape(drawing, 'Support').y
  const lookOf = ({ fill, stroke }: Circle | VectorPath) => `${fill} ${stroke?.colour}`
  const below = markers(drawing).filter(shape => boxOf(shape).top > bottom)
  const above = markers(drawing).filter(shape => boxOf(shape).top < bottom)
  const onMap = new Set(above.map(lookOf).filter(look => !look.endsWith(STYLE.palette.muted)))
  assert.equal(below.map(lookOf).sort(), [...onMap].sort())
})

/** Short names stand on one line each. */
function namedOrCounted(drawing: Drawing, actors: readonly MappedActor[]): number {
  const names = new Set(actors.map(({ name }) => name.text))
  return textOf(drawing).reduce((sum, text) => {
    const counted = /(?:^|: )\+?(\d+)(?: more)?$/.exec(text)?.[1]
    return sum + (counted === undefined ? Number(names.has(text)) : Number(counted))
  }, 0)
}

const name = fc.oneof(
  fc
    .string({ unit: fc.constantFrom(...'abcde '), minLength: 2, maxLength: 60 })
    .map(text => text.trim() || 'x'),
  fc.string({ unit: fc.constantFrom(...'abcde'), minLength: 2, maxLength: 60 }),
)
const anyActor = (corner: boolean) =>
  fc.record({
    name: name.map(word),
    side: fc.option(
      fc.constantFrom(
        'North',
        'South',
        'Port',
        'Town council of the southern shore',
        'Crew',
        'Court',
        'Press',
      ),
    ),
    influence: corner
      ? fc.constant(5)
      : fc.option(fc.integer({ min: 1, max: 5 }), { nil: undefined, freq: 9 }),
    support: corner
      ? fc.constant(-2)
      : fc.option(fc.integer({ min: -2, max: 2 }), { nil: undefined, freq: 9 }),
    priority: fc.constantFrom('must' as const, 'should' as const, 'could' as const),
  })
const data = fc
  .oneof(
    fc.array(anyActor(false), { minLength: 1, maxLength: 25 }),
    fc.array(anyActor(false), { minLength: 60, maxLength: 200 }),
    fc.array(anyActor(true), { minLength: 1, maxLength: 200 }),
  )
  .map(actors => mapOf(...actors.map(one => ({ ...one, side: one.side ?? undefined }))))
  .chain(map => fc.option(name.map(word), { nil: undefined }).map(stanceOn => ({ ...map, stanceOn })))
const space = fc.record({
  width: fc.integer({ min: 180, max: 520 }),
  height: fc.integer({ min: 250, max: 600 }),
})

test('whoever acts: nothing covers words, nothing leaves the frame, each time the same', () => {
  const result = fc.check(
    fc.property(data, space, (map, space) => {
      const drawing = drawActorMap(map, WORDS, space, STYLE)
      const placed = map.actors.filter(
        ({ influence, support }) => influence !== undefined && support !== undefined,
      )
      assert.is(drawing === undefined, placed.length === 0)
      if (!drawing) return
      assertSound(drawing)
      assert.is(drawing.width, space.width)
      assert.ok(drawing.height <= space.height, `${drawing.height} of ${space.height}`)
      const lines = textShapes(drawing)
      for (const shape of [...markers(drawing), ...leaders(drawing).flatMap(segmentsOf)]) {
        const covered = lines.find(line => overlap(boxOf(line), boxOf(shape)))
        assert.is(covered, undefined, `${shape.kind} covers \`${covered?.text}\``)
      }
      assert.equal(drawActorMap(map, WORDS, space, STYLE), drawing)
    }),
    { seed: 4, numRuns: 60, endOnFailure: true },
  )
  assert.is(
    result.errorInstance,
    null,
    `${(result.errorInstance as Error | null)?.message} (run ${result.counterexamplePath})`,
  )
})

/** An elbow is two lines, not the box around them. */
function segmentsOf(path: Extract<Shape, { kind: 'path' }>): Shape[] {
  return path.points.slice(1).flatMap((point, index): Shape[] => {
    const start = path.points[index]
    return start ? [{ ...path, points: [start, point] }] : []
  })
}

test.run()
