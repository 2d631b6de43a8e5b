import fc from 'fast-check'
import { test } from 'uvu'
import * as assert from 'uvu/assert'
import { type Drawing, drawDiagram, loadCharts, type Shape } from '../../src/figures/index.js'
import type { DiagramData } from '../../src/markup/index.js'
import { contrast } from '../support/contrast.js'
import { boxOf, STYLE, word, wordsIn } from './sketch.js'

await loadCharts()

const WORDS = wordsIn('de')
const names = ['Verkehrsministerium', 'Port authority of Puerto Lirio', 'ab']
const some = <Item>(count: number, item: (index: number) => Item) =>
  Array.from({ length: count }, (_, index) => item(index))
const nameOf = (index: number) => word(names[index % names.length] ?? '')

/** Figures of every kind with `count` things to show. */
const figures = (count: number): DiagramData[] => [
  {
    kind: 'timeline',
    events: some(count, index => ({
      date: [`20${10 + (index % 80)}-03-04`, '-4712~', '9999', '2025-01/..'][index % 4],
      label: nameOf(index),
      priority: 'should',
    })),
  },
  {
    kind: 'timeline',
    events: some(count, index => ({
      date: ['2025-03-04', '2025-06~', '2025-09-11/2025-12-10', '2025-01/..'][index % 4],
      ...{ label: nameOf(index), lane: nameOf(index % 2), priority: 'should' },
    })),
    calendar: {
      asOf: '2025-10-06',
      steps: some(count, index => ({ date: '2025-11-10', label: nameOf(index), priority: 'must' })),
    },
  },
  {
    kind: 'actor-map',
    stanceOn: word('Vertrag über die feste Querung'),
    actors: some(count, index => ({
      ...{ name: nameOf(index), side: names[index % 2], priority: 'must' },
      ...{ influence: 1 + (index % 5), support: (index % 3) - 1 },
    })),
  },
  ...[true, false].map(
    (listed): DiagramData => ({
      ...{ kind: 'stakes-matrix', listed },
      stakes: some(count, index => ({
        ...{ number: index + 1, stake: nameOf(index), who: [nameOf(index + 1)], priority: 'could' },
        ...{ likelihood: 1 + (index % 5), impact: 1 + (index % 4) },
      })),
    }),
  ),
]

const isMeasured = (drawing: Drawing | undefined): boolean =>
  drawing !== undefined &&
  Number.isFinite(drawing.height) &&
  drawing.shapes.every(shape => Object.values(boxOf(shape)).every(Number.isFinite))

test('however narrow or low the space, every figure is drawn', () => {
  const space = fc.record({
    width: fc.integer({ min: 1, max: 180 }),
    height: fc.integer({ min: 1, max: 250 }),
  })
  fc.assert(
    fc.property(space, fc.constantFrom(1, 3, 20), (space, count) => {
      for (const data of figures(count))
        assert.ok(isMeasured(drawDiagram({ data, words: WORDS }, space, STYLE)), data.kind)
    }),
    { seed: 1, numRuns: 25 },
  )
})

test('shapes stand out from their ground by 3 to 1 at least, words by 4.5 to 1', () => {
  const { paper, line, tint } = STYLE.palette
  for (const data of figures(20)) {
    const drawing = drawDiagram({ data, words: WORDS }, { width: 400, height: 300 }, STYLE)
    const shapes = drawing?.shapes ?? []
    shapes.forEach((shape, index) => {
      if (shape.kind === 'text') {
        const under = shapes.slice(0, index).findLast(below => isGround(below) && holds(below, shape))
        const ground = under && 'fill' in under ? (under.fill ?? paper) : paper
        assert.ok(contrast(shape.colour, ground) >= 4.5, `${data.kind}: \`${shape.text}\``)
      } else if (shape.kind !== 'rectangle' && shape.stroke?.colour !== line) {
        const [fill, stroke] = [shape.fill, shape.stroke?.colour].map(colour => colour ?? paper)
        const seen = [fill, stroke].map(colour => contrast(colour ?? paper, tint))
        assert.ok(Math.max(...seen) >= 3, `${data.kind}: ${shape.kind}`)
      }
    })
  }
})

const isGround = (shape: Shape): boolean => shape.kind === 'rectangle' || shape.kind === 'circle'
const holds = (ground: Shape, words: Shape): boolean => {
  const [outer, inner] = [boxOf(ground), boxOf(words)]
  const [x, y] = [(inner.left + inner.right) / 2, (inner.top + inner.bottom) / 2]
  return outer.left <= x && x <= outer.right && outer.top <= y && y <= outer.bottom
}

test('nothing is drawn of nothing', () => {
  for (const data of figures(0))
    assert.is(drawDiagram({ data, words: WORDS }, { width: 400, height: 300 }, STYLE), undefined)
})

test.run()
