import fc from 'fast-check'
import { test } from 'uvu'
import * as assert from 'uvu/assert'
import type { Circle, Drawing, FigureText, Rectangle, Shape } from '../../../src/figures/drawing.js'
import { drawStakesMatrix } from '../../../src/figures/stakes-matrix/draw-stakes-matrix.js'
import type { RatedStake } from '../../../src/markup/index.js'
import { contrast } from '../../support/contrast.js'
import { type Box, boxOf, STYLE, word, wordsIn } from '../sketch.js'

const WORDS = wordsIn('en')
/** Some are long. */
const LONG_WORDS = wordsIn('de')

const SPACE = { width: 470, height: 400 }
/** Cells have no room for names. */
const NARROW = { width: 300, height: 400 }

function stake(
  number: number,
  rating: Partial<RatedStake> & { name?: string; bearers?: string[] } = {},
): RatedStake {
  const { name = `Stake ${number}`, bearers = [], ...rest } = rating
  const rated = { likelihood: 3, impact: 3, priority: 'should' as const }
  return { number, stake: word(name), who: bearers.map(word), ...rated, ...rest }
}

function draw(
  stakes: readonly RatedStake[],
  listed: boolean,
  space = SPACE,
  words = WORDS,
  style = STYLE,
): Drawing {
  const drawing = drawStakesMatrix({ kind: 'stakes-matrix', stakes, listed }, words, space, style)
  assert.ok(drawing)
  return drawing
}

const isCircle = (shape: Shape): shape is Circle => shape.kind === 'circle'
const isText = (shape: Shape): shape is FigureText => shape.kind === 'text'
const circlesOf = ({ shapes }: Drawing) => shapes.filter(isCircle)
const textShapesOf = ({ shapes }: Drawing) => shapes.filter(isText)
const textsOf = (drawing: Drawing) => textShapesOf(drawing).map(({ text }) => text)
const cellsOf = ({ shapes }: Drawing) =>
  shapes.filter((shape): shape is Rectangle => shape.kind === 'rectangle')

function textShape(drawing: Drawing, text: string): FigureText {
  const found = textShapesOf(drawing).find(one => one.text === text)
  assert.ok(found, `“${text}” is shown`)
  return found
}

const within = (inner: Box, outer: Box) =>
  inner.left >= outer.left - EPSILON &&
  inner.top >= outer.top - EPSILON &&
  inner.right <= outer.right + EPSILON &&
  inner.bottom <= outer.bottom + EPSILON
const apart = (a: Box, b: Box) =>
  a.right <= b.left + EPSILON ||
  b.right <= a.left + EPSILON ||
  a.bottom <= b.top + EPSILON ||
  b.bottom <= a.top + EPSILON
const EPSILON = 1e-6

/** How far a box is from the middle of a circle. */
function distance(box: Box, { centre }: Circle): number {
  const x = Math.max(box.left - centre.x, 0, centre.x - box.right)
  const y = Math.max(box.top - centre.y, 0, centre.y - box.bottom)
  return Math.hypot(x, y)
}

/** What is written in a cell of the grid. */
function textsIn(cell: Rectangle, drawing: Drawing): readonly string[] {
  return textShapesOf(drawing).flatMap(one => (within(boxOf(one), boxOf(cell)) ? [one.text] : []))
}

/** The numbers that a cell names, and how many more it counts. */
function told(texts: readonly string[]): { numbers: Set<number>; others: number } {
  const numbers = new Set<number>()
  let others = 0
  for (const word of texts.join(' ').split(/[ ,]+/)) {
    if (word.startsWith('+')) others += Number(word.slice(1))
    else if (word !== '') {
      const [first = 0, last = first] = word.split('–').map(Number)
      for (let number = first; number <= last; number++) numbers.add(number)
    }
  }
  return { numbers, others }
}

/** The cells are drawn row by row, the likeliest first. */
function cellAt(drawing: Drawing, likelihood: number, impact: number): Rectangle {
  const cell = cellsOf(drawing)[(5 - likelihood) * 5 + impact - 1]
  assert.ok(cell)
  return cell
}

test('nothing is drawn where no stake has both ratings', () => {
  const stakes = [stake(1, { likelihood: undefined }), stake(2, { impact: undefined })]
  for (const some of [stakes, []]) {
    const data = { kind: 'stakes-matrix', stakes: some, listed: true } as const
    assert.is(drawStakesMatrix(data, WORDS, SPACE, STYLE), undefined)
  }
})

test('a stake stands in its row by likelihood, from below, and in its column by impact', () => {
  for (const likelihood of [1, 2, 3, 4, 5]) {
    for (const impact of [1, 2, 3, 4, 5]) {
      const drawing = draw([stake(7, { likelihood, impact })], false, NARROW)
      const cells = cellsOf(drawing)
      assert.is(cells.length, 25)
      const column = [...new Set(cells.map(({ x }) => x))].sort((a, b) => a - b)[impact - 1]
      const row = [...new Set(cells.map(({ y }) => y))].sort((a, b) => b - a)[likelihood - 1]
      const holder = cells.find(({ x, y }) => x === column && y === row)
      assert.ok(holder)
      const [circle] = circlesOf(drawing)
      assert.ok(circle)
      assert.ok(Math.abs(circle.centre.x - holder.x - holder.width / 2) < EPSILON)
      assert.ok(Math.abs(circle.centre.y - holder.y - holder.height / 2) < EPSILON)
      assert.equal(textsIn(holder, drawing), ['7'])
    }
  }
})

test('cells darken with likelihood and impact alike', () => {
  const drawing = draw([stake(1)], false)
  const shade = (likelihood: number, impact: number) =>
    STYLE.palette.shades.indexOf(String(cellAt(drawing, likelihood, impact).fill))
  assert.is(shade(1, 1), 0)
  assert.is(shade(3, 3), 2)
  assert.is(shade(5, 5), 4)
  for (const one of [1, 2, 3, 4]) {
    for (const other of [1, 2, 3, 4, 5]) {
      assert.is(shade(one, other), shade(other, one))
      assert.ok(shade(one + 1, other) >= shade(one, other))
    }
  }
})

test('all circles are of one size, whatever the priority of their stakes', () => {
  const drawing = draw([stake(1, { priority: 'must', impact: 1 }), stake(2, { priority: 'could' })], false)
  const [one, other] = circlesOf(drawing)
  assert.ok(one && other && one.radius === other.radius)
})

test('in a wide grid names stand beside their circles, in one cell all or none', () => {
  const crowd = [3, 4, 5, 6, 7, 8].map(number => stake(number, { impact: 5, likelihood: 1 }))
  const drawing = draw([stake(1, { name: 'Safety of those in the tunnel' }), stake(2), ...crowd], false)
  const cell = cellAt(drawing, 3, 3)
  const written = textsIn(cell, drawing).join(' ')
  assert.match(written, 'Safety of those in the tunnel')
  assert.match(written, 'Stake 2')
  assert.not.match(textsIn(cellAt(drawing, 1, 5), drawing).join(' '), 'Stake')
  const narrower = draw([stake(1), stake(2)], false, { width: 379, height: 400 })
  assert.equal(textsIn(cellAt(narrower, 3, 3), narrower), ['1', '2'])
  const least = draw([stake(1), stake(2)], false, { width: 380, height: 400 })
  assert.match(textsIn(cellAt(least, 3, 3), least).join(' '), 'Stake 1')
})

test('all five words stand at both axes, in each language', () => {
  for (const lang of ['en', 'es', 'de', 'fr']) {
    const words = wordsIn(lang)
    for (const width of [180, 300, 448]) {
      const drawing = draw([stake(1)], false, { width, height: 350 }, words)
      const said = textsOf(drawing).join(' ')
      for (const label of words.scales.likelihood) assert.match(said, label, `${lang}, ${width} points`)
    }
  }
})

test('the circles of one cell stand in a centred cluster, in order of number', () => {
  const drawing = draw([stake(4), stake(2), stake(9), stake(1)], false, NARROW)
  const cell = cellAt(drawing, 3, 3)
  assert.equal(textsIn(cell, drawing), ['1', '2', '4', '9'])
  const centres = circlesOf(drawing).map(({ centre }) => centre)
  const mean = (values: readonly number[]) => values.reduce((a, b) => a + b) / values.length
  assert.ok(Math.abs(mean(centres.map(({ x }) => x)) - cell.x - cell.width / 2) < EPSILON)
  assert.ok(Math.abs(mean(centres.map(({ y }) => y)) - cell.y - cell.height / 2) < EPSILON)
})

test('a cell that cannot hold the circles names ranges, or the first numbers and how many more', () => {
  const range = draw(
    Array.from({ length: 14 }, (_, index) => stake(index + 1)),
    false,
    { width: 200, height: 200 },
  )
  assert.equal(textsIn(cellAt(range, 3, 3), range), ['1–14'])
  const odd = draw(
    Array.from({ length: 60 }, (_, index) => stake(2 * index + 1)),
    false,
  )
  const { numbers, others } = told(textsIn(cellAt(odd, 3, 3), odd))
  assert.ok(numbers.has(1) && numbers.has(3) && others > 0)
  assert.is(numbers.size + others, 60)
  assert.equal(circlesOf(odd), [])
})

test('all numbers are a little smaller where that keeps a cell from being grouped', () => {
  const sizeOf = (stakes: readonly RatedStake[]) =>
    textShape(draw([stake(9, { impact: 1 }), ...stakes], false, { width: 164, height: 200 }), '9').face.size
  assert.is(sizeOf([]), STYLE.type.small)
  assert.ok(sizeOf([stake(1), stake(2)]) < STYLE.type.small)
  assert.is(sizeOf(Array.from({ length: 8 }, (_, index) => stake(index + 1))), STYLE.type.small)
})

test('the list stands beside the grid where there is width, and under it where not', () => {
  const stakes = [stake(1, { name: 'Trade', bearers: ['Mexico', 'Canada'] })]
  const edges = (drawing: Drawing) => {
    const cells = cellsOf(drawing).map(boxOf)
    return {
      right: Math.max(...cells.map(({ right }) => right)),
      bottom: Math.max(...cells.map(({ bottom }) => bottom)),
    }
  }
  const wide = draw(stakes, true, { width: 300, height: 400 })
  assert.ok(textShape(wide, 'Trade').x > edges(wide).right)
  assert.ok(textShape(wide, 'Trade').y < edges(wide).bottom)
  const narrow = draw(stakes, true, { width: 299, height: 400 })
  assert.ok(textShape(narrow, 'Trade').y > edges(narrow).bottom)
  const name = textShape(narrow, 'Trade')
  const who = textShape(narrow, 'Mexico, Canada')
  assert.ok(name.face.bold && name.colour === STYLE.palette.text)
  assert.ok(who.face.size < name.face.size && who.colour === STYLE.palette.muted && who.y > name.y)
})

test('stakes without a rating are listed after the others, with a dash for their number', () => {
  const stakes = [stake(1, { impact: undefined }), stake(3), stake(2, { likelihood: undefined }), stake(4)]
  const drawing = draw(stakes, true)
  const names = textsOf(drawing).filter(text => text.startsWith('Stake'))
  assert.equal(names, ['Stake 3', 'Stake 4', 'Stake 1', 'Stake 2'])
  assert.is(textsOf(drawing).filter(text => text === '–').length, 2)
  assert.is(circlesOf(drawing).length, 4)
  assert.not(textsOf(drawing).includes('1'))
})

test('without a list and room for names no stake is named, and the grid is no wider than 300 points', () => {
  const drawing = draw([stake(1, { name: 'Trade' })], false, { width: 370, height: 400 })
  assert.not(textsOf(drawing).includes('Trade'))
  assert.is(drawing.width, 370)
  assert.is(Math.round(Math.max(...drawing.shapes.map(shape => boxOf(shape).right))), 300)
})

test('where not all can be listed, what must be told and the gravest are, and the others are counted', () => {
  const slight = Array.from({ length: 60 }, (_, index) => stake(index + 1, { likelihood: 1, impact: 2 }))
  const grave = stake(61, { likelihood: 5, impact: 5 })
  const must = stake(62, { likelihood: 1, impact: 1, priority: 'must' })
  const drawing = draw([...slight, grave, must], true, { width: 470, height: 240 })
  const names = textsOf(drawing).filter(text => text.startsWith('Stake'))
  assert.equal(names.slice(-2), ['Stake 61', 'Stake 62'])
  assert.equal(
    names.slice(0, -2),
    slight.slice(0, names.length - 2).map(({ number }) => `Stake ${number}`),
  )
  textShape(drawing, `${62 - names.length} more`)
})

test('long names are shortened before stakes are left out', () => {
  const long = Array.from({ length: 8 }, (_, index) =>
    stake(index + 1, {
      name: 'many words '.repeat(7),
      bearers: ['a long name '.repeat(6), 'another '.repeat(8)],
    }),
  )
  const texts = textsOf(draw(long, true, { width: 400, height: 320 }))
  assert.not(texts.some(text => text.endsWith('more')))
  assert.ok(texts.some(text => text.endsWith('…')))
  const whole = textsOf(draw(long, true, { width: 400, height: 3000 }))
  assert.not(whole.some(text => text.endsWith('…')))
})

test('the axes say as much of their scales as there is room for', () => {
  const all = textsOf(draw([stake(1)], false))
  for (const word of ['unlikely', 'likely', 'about', 'slight', 'considerable', 'severe']) {
    assert.ok(all.includes(word), word)
  }
  const outer = textsOf(draw([stake(1)], false, { width: 200, height: 200 }))
  assert.ok(outer.includes('slight') && outer.includes('severe') && !outer.includes('limited'))
  const narrow = draw([stake(1)], false, { width: 110, height: 120 })
  assert.equal(textsOf(narrow), ['1', 'Likelihood', 'slight', 'severe', 'Impact'])
  assert.is(narrow.shapes.filter(({ kind }) => kind === 'path').length, 1)
  const long = { ...WORDS, scales: { ...WORDS.scales, impact: ['x'.repeat(20), '', '', '', 'y'.repeat(20)] } }
  const data = { kind: 'stakes-matrix', stakes: [stake(1)], listed: false } as const
  const titles = drawStakesMatrix(data, long, { width: 110, height: 120 }, STYLE)
  assert.ok(titles)
  assert.equal(textsOf(titles), ['1', 'Likelihood', 'Impact'])
  assert.is(titles.shapes.filter(({ kind }) => kind === 'path').length, 2)
})

test('numbers stand out from their circles, circles and grouped numbers from every shade', () => {
  const { palette } = STYLE
  const drawing = draw([stake(1), stake(2, { impact: 5 })], true)
  for (const { fill } of circlesOf(drawing)) {
    for (const shade of palette.shades) assert.ok(contrast(String(fill), shade) >= 3)
    assert.ok(contrast(String(fill), palette.paper) >= 3)
  }
  const shades = cellsOf(drawing).map(({ fill }) => String(fill))
  assert.is(new Set(shades).size, 5)
  for (const one of textShapesOf(drawing)) {
    const circle = circlesOf(drawing).find(circle => distance(boxOf(one), circle) < circle.radius)
    assert.ok(contrast(one.colour, circle?.fill ?? palette.paper) >= 4.5, one.text)
  }
  const crowd = draw(
    Array.from({ length: 200 }, (_, index) => stake(index + 1)),
    false,
  )
  for (const shade of palette.shades) assert.ok(contrast(textShape(crowd, '1–200').colour, shade) >= 4.5)
})

const rating = fc.integer({ min: 1, max: 5 })
const name = fc.stringMatching(/^[a-zäé]([a-zäé -]{0,78})[a-z]$/, { size: 'max' })
const anyStake = fc.record({
  likelihood: fc.option(rating, { nil: undefined, freq: 8 }),
  impact: fc.option(rating, { nil: undefined, freq: 8 }),
  priority: fc.constantFrom('must' as const, 'should' as const, 'could' as const),
  name,
  bearers: fc.array(name, { maxLength: 5 }),
})
const anyStakes = fc
  .tuple(
    fc.oneof(
      fc.array(anyStake, { minLength: 1, maxLength: 12 }),
      fc.array(anyStake, { minLength: 1, maxLength: 200, size: 'max' }),
    ),
    fc.option(fc.record({ likelihood: rating, impact: rating }), { nil: undefined }),
    fc.integer({ min: 1, max: 3 }),
  )
  .map(([records, oneCell, step]) =>
    records.map((record, index) => stake(step * index + 1, { ...record, ...oneCell })),
  )
const anySpace = fc.record({
  width: fc.integer({ min: 110, max: 520 }),
  height: fc.integer({ min: 100, max: 600 }),
})
const anyCase = fc
  .record({
    stakes: anyStakes,
    space: anySpace,
    listed: fc.boolean(),
    words: fc.constantFrom(WORDS, LONG_WORDS),
    small: fc.constantFrom(STYLE.type.small, 6, 10),
  })
  .map(({ space: { width, height }, small, ...others }) => ({
    ...others,
    space: others.listed ? { width: Math.max(180, width), height: Math.max(220, height) } : { width, height },
    style: { ...STYLE, type: { ...STYLE.type, small, size: small + 1 } },
  }))
  .filter(({ stakes }) =>
    stakes.some(({ likelihood, impact }) => likelihood !== undefined && impact !== undefined),
  )

test('whatever the stakes and the space: nothing outside, no overlap, every stake told', () => {
  fc.assert(
    fc.property(anyCase, ({ stakes, space, listed, words, style }) => {
      const drawing = draw(stakes, listed, space, words, style)
      assert.is(drawing.width, space.width)
      assert.ok(drawing.height <= space.height + EPSILON, `${drawing.height} high`)
      assertWithin(drawing)
      assertClear(drawing)
      assertTold(drawing, stakes)
      assert.equal(draw(stakes, listed, space, words, style), drawing)
    }),
    { seed: 1, numRuns: 60 },
  )
})

function assertWithin(drawing: Drawing): void {
  const frame = { left: 0, top: 0, right: drawing.width, bottom: drawing.height }
  for (const shape of drawing.shapes) {
    assert.ok(within(boxOf(shape), frame), `inside: ${JSON.stringify(shape)}`)
  }
  const cells = cellsOf(drawing)
  assert.ok(cells.every(({ width, height }) => height <= 0.75 * width + EPSILON))
}

function assertClear(drawing: Drawing): void {
  const textShapes = textShapesOf(drawing)
  const circles = circlesOf(drawing)
  textShapes.forEach((one, index) => {
    const box = boxOf(one)
    for (const other of textShapes.slice(index + 1)) {
      assert.ok(apart(box, boxOf(other)), `“${one.text}” and “${other.text}” are apart`)
    }
    const under = circles.filter(circle => distance(box, circle) < circle.radius - EPSILON)
    const own = one.colour === STYLE.palette.paper ? 1 : 0
    assert.is(under.length, own, `circles under “${one.text}”`)
    const cells = cellsOf(drawing).filter(cell => !apart(box, boxOf(cell)))
    assert.ok(
      cells.length === 0 || cells.some(cell => within(box, boxOf(cell))),
      `“${one.text}” and the cells`,
    )
  })
  circles.forEach((one, index) => {
    for (const other of circles.slice(index + 1)) {
      const gap = Math.hypot(one.centre.x - other.centre.x, one.centre.y - other.centre.y)
      assert.ok(gap >= one.radius + other.radius, 'circles are apart')
    }
    const cells = cellsOf(drawing).filter(cell => !apart(boxOf(one), boxOf(cell)))
    assert.ok(
      cells.every(cell => within(boxOf(one), boxOf(cell))),
      'a circle stays in its cell',
    )
  })
}

function assertTold(drawing: Drawing, stakes: readonly RatedStake[]): void {
  for (const likelihood of [1, 2, 3, 4, 5]) {
    for (const impact of [1, 2, 3, 4, 5]) {
      const expected = stakes
        .filter(one => one.likelihood === likelihood && one.impact === impact)
        .map(({ number }) => number)
      const cell = cellAt(drawing, likelihood, impact)
      const { numbers, others } = told(textsIn(cell, drawing))
      const circles = circlesOf(drawing).filter(circle => within(boxOf(circle), boxOf(cell)))
      if (expected.length === 1) assert.is(circles.length, 1, 'a stake alone in its cell has a circle')
      const named = expected.filter(number => numbers.has(number))
      assert.is(named.length, numbers.size)
      assert.is(named.length + others, expected.length, `stakes of ${likelihood}/${impact}`)
    }
  }
}

test('grid and list stand side by side from 300 points on', () => {
  const leftOf = (width: number) => textShape(draw([stake(1)], true, { width, height: 400 }), 'Stake 1').x
  assert.ok(leftOf(300) > 126)
  assert.ok(leftOf(299) < 30)
})

test.run()
