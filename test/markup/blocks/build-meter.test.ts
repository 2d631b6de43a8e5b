import { test } from 'uvu'
import * as assert from 'uvu/assert'
import { Findings } from '../../../src/diagnostics/index.js'
import { findNodes, renderTemplate, textOfInlines } from '../../../src/markup/index.js'
import { editionOf, libraryOf } from '../../support/edition.js'

function built(template: string) {
  const findings = new Findings()
  const document = renderTemplate(editionOf({ template, data: {} }), libraryOf(), findings.report)
  const meters = findNodes(document?.blocks ?? [], 'meter').map(({ shape, scale, children }) => ({
    shape,
    ...scale,
    read: textOfInlines(children),
  }))
  return { meters, found: findings.all.map(({ code }) => code) }
}
const meter = (attributes: string, inside = '4 of 5') =>
  `<table><tr><td><meter ${attributes}>${inside}</meter></td></tr></table>`

test('a mark has a shape, a scale and words, of one to five where no scale is given', () => {
  assert.equal(built(meter('shape="line" value="-1" min="-2" max="2"', 'leaning <em>against</em>')), {
    meters: [{ shape: 'line', value: -1, min: -2, max: 2, read: 'leaning against' }],
    found: [],
  })
  assert.equal(built(meter('value="4"')).meters, [
    { shape: 'squares', value: 4, min: 1, max: 5, read: '4 of 5' },
  ])
})

test('a value outside its scale, a scale of nothing or too much, and an unknown shape are findings', () => {
  for (const attributes of [
    'value="0"',
    'value="6"',
    'value="2.5"',
    '',
    'value="1" min="1" max="1"',
    'value="1" min="1" max="13"',
    'value="1" min="one"',
    'value="1" max="five"',
    'value="1" shape="stars"',
  ])
    assert.equal(built(meter(attributes)).found, ['invalid-attribute'], attributes)
  for (const attributes of ['value="1"', 'value="5"', 'value="12" max="12"', 'value="0" min="0" max="1"'])
    assert.equal(built(meter(attributes)).found, [], attributes)
})

test('a mark without words is not drawn, and one with more than words is a finding', () => {
  assert.equal(built(meter('value="4"', '')).meters, [])
  assert.equal(built(meter('value="4"', '4 <a href="https://example.org/">of 5</a>')).found, [
    'misplaced-element',
  ])
})

test('words over a line are its ticks, and nothing else', () => {
  const findings = new Findings()
  const template =
    '<table><tr><th><ticks><tick>Against</tick><tick></tick><tick>For</tick></ticks></th></tr></table>'
  const document = renderTemplate(editionOf({ template, data: {} }), libraryOf(), findings.report)
  const [ticks] = findNodes(document?.blocks ?? [], 'ticks')
  assert.equal(ticks?.labels.map(textOfInlines), ['Against', 'For'])
  assert.equal(built('<ticks><p>x</p></ticks>').found, ['misplaced-element'])
})

test.run()
