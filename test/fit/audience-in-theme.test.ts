import { test } from 'uvu'
import * as assert from 'uvu/assert'
import type { Audience } from '../../src/edition/index.js'
import { audienceInTheme } from '../../src/fit/index.js'
import type { Theme } from '../../src/typeset/index.js'

const NOTE = { name: 'note', limit: 2, type: { size: 10, floor: 9 } } as Audience

/** Points of the normal and the least size, and pages. */
function set(type: Theme['type'], limits: Theme['limits'] = {}, audience = NOTE, own?: number) {
  const { type: found, limit } = audienceInTheme(audience, { type, limits } as Theme, own)
  return [found.size, found.floor, limit]
}

test('a theme that says nothing leaves an audience as it is', () => {
  assert.equal(set({}), [10, 9, 2])
})

test('the size that a theme is made for is that of every audience, and shrinks only if the theme lets it', () => {
  assert.equal(set({ size: 12 }), [12, 12, 2])
  assert.equal(set({ size: 12, floor: 11 }), [12, 11, 2])
  assert.equal(set({ size: 9.5, floor: 9 }, {}, { ...NOTE, type: { size: 11, floor: 8 } }), [9.5, 9, 2])
})

test('the floor of an audience holds in every theme', () => {
  assert.equal(set({ size: 12 }, {}, { ...NOTE, type: { size: 16, floor: 14 } }), [14, 14, 2])
  assert.equal(set({ size: 10.5, floor: 9 }, {}, { ...NOTE, type: { size: 11, floor: 10 } }), [10.5, 10, 2])
})

test('body text is not printed smaller than anything may be', () => {
  assert.equal(set({}, {}, { ...NOTE, type: { size: 8, floor: 6 } }), [8, 7, 2])
  assert.equal(set({ smallest: 9.5 }), [10, 9.5, 2])
  assert.equal(set({ smallest: 10.5 }), [10.5, 10.5, 2])
})

test('a limit of the theme goes before that of the template, and one of the brief before both', () => {
  assert.is(set({}, { note: 3 })[2], 3)
  assert.is(set({}, { other: 3 })[2], 2)
  assert.is(set({}, { note: 3 }, NOTE, 1)[2], 1)
})

test.run()
