import { test } from 'uvu'
import * as assert from 'uvu/assert'
import { Findings } from '../../../src/diagnostics/index.js'
import { findNodes, renderTemplate, textOfInlines } from '../../../src/markup/index.js'
import { editionOf, libraryOf } from '../../support/edition.js'

function built(template: string) {
  const findings = new Findings()
  const { blocks = [] } =
    renderTemplate(editionOf({ template, data: {} }), libraryOf(), findings.report) ?? {}
  return {
    boxes: findNodes(blocks, 'tick-box').map(({ children }) => textOfInlines(children)),
    lines: findNodes(blocks, 'signature-line').map(({ children, length }) => [
      textOfInlines(children),
      length,
    ]),
    found: findings.all.map(({ code }) => code),
  }
}

test('a box to tick holds the words that it is read as', () => {
  const table = '<table><tr><td><tick-box>box to tick: <strong>Approve</strong></tick-box></td></tr></table>'
  assert.equal(built(table), { boxes: ['box to tick: Approve'], lines: [], found: [] })
  assert.equal(built('<tick-box></tick-box>').boxes, [])
  assert.equal(built('<tick-box><a href="https://example.org/">Approve</a></tick-box>').found, [
    'misplaced-element',
  ])
})

test('a line to write on says what for, and is as long as a signature where nothing is said', () => {
  assert.equal(built('<signature-line>Signature</signature-line>'), {
    boxes: [],
    lines: [['Signature', 180]],
    found: [],
  })
  assert.equal(built('<signature-line width="96.5">Date</signature-line>').lines, [['Date', 96.5]])
  assert.equal(built('<signature-line></signature-line>').lines, [])
})

test('a length that no line on a page can have is a finding', () => {
  for (const width of ['19', '501', '10%', '-40', 'wide', ''])
    assert.equal(
      built(`<signature-line width="${width}">Date</signature-line>`).found,
      ['invalid-attribute'],
      width,
    )
  for (const width of ['20', '500', '120.5'])
    assert.equal(built(`<signature-line width="${width}">Date</signature-line>`).found, [], width)
})

test.run()
