import { test } from 'uvu'
import * as assert from 'uvu/assert'
import { GraphicsState } from '../../../src/typeset/file/graphics-state.js'

const text = { colour: '#ff0000', font: 'F1', size: 10, letterSpacing: 0 }
const stateOf = (document: { page: unknown }) =>
  new GraphicsState(document as ConstructorParameters<typeof GraphicsState>[0])

test('tells what changes, and all of it on a new page', () => {
  const document = { page: {} }
  const state = stateOf(document)
  assert.equal(state.textOperators(text), ['1 0 0 rg', '/F1 10 Tf'])
  assert.equal(state.textOperators(text), [])
  assert.equal(state.textOperators({ ...text, size: 9.5, letterSpacing: 0.6 }), ['/F1 9.5 Tf', '0.6 Tc'])
  document.page = {}
  assert.equal(state.textOperators(text), ['1 0 0 rg', '/F1 10 Tf'])
})

test('what is filled has the colour of text', () => {
  const state = stateOf({ page: {} })
  state.textOperators(text)
  assert.equal(state.fillOperators('#ff0000'), [])
  assert.equal(state.fillOperators('#0000ff'), ['0 0 1 rg'])
  assert.equal(state.textOperators(text), ['1 0 0 rg'])
})

test('tells everything again when the state before was taken back', () => {
  const state = stateOf({ page: {} })
  state.textOperators({ ...text, letterSpacing: 0.6 })
  state.observeOperator('Q')
  assert.equal(state.textOperators(text), ['1 0 0 rg', '/F1 10 Tf', '0 Tc'])
})

test.run()
