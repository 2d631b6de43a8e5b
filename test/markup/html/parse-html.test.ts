import { test } from 'uvu'
import * as assert from 'uvu/assert'
import { Findings } from '../../../src/diagnostics/index.js'
import { findNodes, renderTemplate } from '../../../src/markup/index.js'
import { editionOf, libraryOf, prose } from '../../support/edition.js'

function textsOf(template: string, data: Record<string, unknown> = {}): string[] {
  const findings = new Findings()
  const document = renderTemplate(editionOf({ template, data }), libraryOf(), findings.report)
  assert.equal(findings.all, [])
  return findNodes(document?.blocks ?? [], 'text').map(({ text }) => text)
}

test('text with entities in it is one text, even with the longest of them', () => {
  assert.equal(textsOf('<p>a&amp;b&CounterClockwiseContourIntegral;c</p>'), ['a&b\u2233c'])
})

test('text is joined over a gap as long as an entity can be, and no longer', () => {
  const gap = (length: number) => `{{!${'x'.repeat(length - '{{!}}'.length)}}}`
  assert.equal(textsOf(`<p>a${gap(33)}b</p>`), ['ab'])
  assert.equal(textsOf(`<p>a${gap(34)}b</p>`), ['a', 'b'])
})

test('elements are nested as deep as a page can show, and the first that is deeper is a finding', () => {
  const nested = (depth: number) => `${'<section>'.repeat(depth)}<p>x</p>${'</section>'.repeat(depth)}`
  assert.equal(textsOf(nested(63)), ['x'])
  for (const depth of [64, 65, 20_000]) {
    const findings = new Findings()
    renderTemplate(editionOf({ template: nested(depth), data: {} }), libraryOf(), findings.report)
    assert.equal(
      findings.all.map(({ code }) => code),
      ['misplaced-element'],
    )
  }
})

test('text of the template and text of the brief are never joined', () => {
  assert.equal(textsOf('<p>a{{title}}b</p>', { title: prose('x') }), ['a', 'x', 'b'])
})

test.run()
