import { test } from 'uvu'
import * as assert from 'uvu/assert'
import { GraphicsState } from '../../../src/typeset/file/graphics-state.js'

const text = { colour: '#ff0000', font: 'F1', size: 10, letterSpacing: 0 }

/** The state of a page that has begun. */
function begun(): GraphicsState {
  const state = new GraphicsState()
  state.reset()
  return state
}

test('tells what changes, and all of it on a new page', () => {
  const state = begun()
  assert.is(state.textOperators(text), '1 0 0 rg\n/F1 10 Tf\n')
  assert.is(state.textOperators(text), '')
  assert.is(state.textOperators({ ...text, size: 9.5, letterSpacing: 0.6 }), '/F1 9.5 Tf\n0.6 Tc\n')
  state.reset()
  assert.is(state.textOperators(text), '1 0 0 rg\n/F1 10 Tf\n')
})

test('what is filled has the colour of text', () => {
  const state = begun()
  state.textOperators(text)
  assert.is(state.fillOperator('#ff0000'), '')
  assert.is(state.fillOperator('#0000ff'), '0 0 1 rg\n')
  assert.is(state.textOperators(text), '1 0 0 rg\n')
})

test('tells everything again when the state before was taken back', () => {
  const state = begun()
  state.textOperators({ ...text, letterSpacing: 0.6 })
  state.observe('Q')
  assert.is(state.textOperators(text), '1 0 0 rg\n/F1 10 Tf\n0 Tc\n')
})

test.run()
