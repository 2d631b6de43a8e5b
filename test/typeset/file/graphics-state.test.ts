import { test } from 'uvu'
import * as assert from 'uvu/assert'
import { GraphicsState } from '../../../src/typeset/file/graphics-state.js'

const text = { colour: '#ff0000', font: 'F1', size: 10, tracking: 0 }
const inkOn = (document: { page: unknown }) =>
  new GraphicsState(document as ConstructorParameters<typeof GraphicsState>[0])

test('tells what changes, and all of it on a new page', () => {
  const document = { page: {} }
  const ink = inkOn(document)
  assert.equal(ink.textOperators(text), ['1 0 0 rg', '/F1 10 Tf'])
  assert.equal(ink.textOperators(text), [])
  assert.equal(ink.textOperators({ ...text, size: 9.5, tracking: 0.6 }), ['/F1 9.5 Tf', '0.6 Tc'])
  document.page = {}
  assert.equal(ink.textOperators(text), ['1 0 0 rg', '/F1 10 Tf'])
})

test('what is filled has the colour of text', () => {
  const ink = inkOn({ page: {} })
  ink.textOperators(text)
  assert.equal(ink.fillOperators('#ff0000'), [])
  assert.equal(ink.fillOperators('#0000ff'), ['0 0 1 rg'])
  assert.equal(ink.textOperators(text), ['1 0 0 rg'])
})

test('tells everything again when the state before was taken back', () => {
  const ink = inkOn({ page: {} })
  ink.textOperators({ ...text, tracking: 0.6 })
  ink.observeOperator('Q')
  assert.equal(ink.textOperators(text), ['1 0 0 rg', '/F1 10 Tf', '0 Tc'])
})

test.run()
