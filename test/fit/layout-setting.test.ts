import { test } from 'uvu'
import * as assert from 'uvu/assert'
import type { Audience } from '../../src/edition/index.js'
import { settingRange } from '../../src/fit/index.js'
import type { Theme } from '../../src/typeset/index.js'

const range = (size: number, floor: number, spacing: Theme['spacing']) =>
  settingRange({ type: { size, floor } } as Audience, { spacing } as Theme)

test('type becomes smaller by quarter points, down to the floor and no further', () => {
  const sizes = (size: number, floor: number) => range(size, floor, { min: 1, normal: 1, max: 1 }).typeSizes
  assert.equal(sizes(10, 9), [10, 9.75, 9.5, 9.25, 9])
  assert.equal(sizes(10, 9.3), [10, 9.75, 9.5, 9.3])
  assert.equal(sizes(10, 9.76), [10, 9.76])
  assert.equal(sizes(10, 10), [10])
})

test('spacing changes by two hundredths between the bounds of the theme', () => {
  const { looser, tighter, normal, tightest } = range(10, 9, { min: 0.95, normal: 1, max: 1.04 })
  assert.equal(looser, [1.04, 1.02, 1])
  assert.equal(tighter, [1, 0.98, 0.96, 0.95])
  assert.equal(
    [normal, tightest],
    [
      { typeSize: 10, spacing: 1 },
      { typeSize: 9, spacing: 0.95 },
    ],
  )
})

test('a normal spacing outside the bounds of the theme is moved to the nearer one', () => {
  assert.is(range(10, 9, { min: 0.9, normal: 0.8, max: 1.2 }).normal.spacing, 0.9)
  assert.is(range(10, 9, { min: 0.9, normal: 1.3, max: 1.2 }).normal.spacing, 1.2)
})

test.run()
