import { test } from 'uvu'
import * as assert from 'uvu/assert'
import { lineWithInk } from '../../../src/typeset/nodes/ink-room.js'

const NONE = { height: 0, ascent: 0, descent: 0 }
const LATIN = { height: 14, ascent: 10, descent: 4 }

test('ink for which its leading is enough stands in the middle of a line, and moves no other words', () => {
  assert.equal(lineWithInk(NONE, { above: 6, below: 4 }, 14), { above: 8, below: 6 })
  assert.equal(lineWithInk(LATIN, { above: 6, below: 8 }, 14), { above: 10, below: 4 })
})

test('ink that needs more than the leading has it, and other words have as much as ever', () => {
  assert.equal(lineWithInk(NONE, { above: 12, below: 8 }, 14), { above: 12, below: 8 })
  assert.equal(lineWithInk(LATIN, { above: 7, below: 8 }, 14), { above: 10, below: 8 })
  assert.equal(lineWithInk(LATIN, { above: 13, below: 2 }, 14), { above: 13, below: 4 })
})

test.run()
