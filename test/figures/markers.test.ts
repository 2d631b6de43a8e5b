import { test } from 'uvu'
import * as assert from 'uvu/assert'
import type { Shape } from '../../src/figures/index.js'
import { neutralMarker, sideMarker } from '../../src/figures/markers.js'
import { STYLE } from './sketch.js'

const RADIUS = 10
const CENTRE = { x: 40, y: 30 }
const marker = (index: number) => sideMarker(index, CENTRE, RADIUS, STYLE.palette)

/** The area that a marker covers, with the outer half of its stroke. */
function areaOf(shape: Shape): number {
  if (shape.kind !== 'circle' && shape.kind !== 'path') throw new Error('no marker')
  const half = (shape.stroke?.width ?? 0) / 2
  if (shape.kind === 'circle') return Math.PI * (shape.radius + half) ** 2
  const corners = shape.points.length
  const [corner = CENTRE] = shape.points
  const reach = Math.hypot(corner.x - CENTRE.x, corner.y - CENTRE.y) + half / Math.cos(Math.PI / corners)
  return (corners / 2) * reach ** 2 * Math.sin((2 * Math.PI) / corners)
}

test('every marker, filled or hollow, covers the same area', () => {
  const markers = [
    neutralMarker(CENTRE, RADIUS, STYLE.palette),
    ...Array.from({ length: 13 }, (_, index) => marker(index)),
  ]
  for (const shape of markers)
    assert.ok(Math.abs(areaOf(shape) - Math.PI * RADIUS ** 2) < 1e-6, JSON.stringify(shape))
})

test('the stroke of a hollow marker is 0.36 of its radius', () => {
  for (const shape of [neutralMarker(CENTRE, RADIUS, STYLE.palette), marker(6)])
    assert.ok('stroke' in shape && shape.stroke && Math.abs(shape.stroke.width - 3.6) < 1e-9)
})

test('six sides have filled markers, five more have hollow ones, and all beyond share the last shape', () => {
  const isHollow = (index: number) => 'stroke' in marker(index)
  assert.equal([0, 5, 6, 10, 11].map(isHollow), [false, false, true, true, true])
  const points = (index: number) => JSON.stringify({ ...marker(index), stroke: undefined })
  assert.is.not(points(9), points(10))
  assert.is(points(10), points(11))
})

test.run()
