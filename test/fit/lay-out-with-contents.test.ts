import { test } from 'uvu'
import * as assert from 'uvu/assert'
import { Findings } from '../../src/diagnostics/index.js'
import { LayoutsWithContents } from '../../src/fit/lay-out-with-contents.js'
import { DocumentLayouts } from '../../src/typeset/index.js'
import * as b from '../typeset/build-document.js'
import { styleOf } from '../typeset/workspace.js'

const PARAGRAPH = 'The ferry leaves at nine and comes back at noon, whatever the weather is like. '.repeat(12)

/** How often the first heading stands in a document of as many paragraphs, and on how many pages. */
function laidOut(paragraphs: number, ...before: Parameters<typeof b.document>[0]) {
  const findings = new Findings()
  const blocks = [b.h(2, 'Tides', 'tides'), ...Array.from({ length: paragraphs }, () => b.p(PARAGRAPH))]
  const assets = { read: () => undefined }
  const style = styleOf()
  const layouts = new LayoutsWithContents(new DocumentLayouts(style, assets))
  const setting = { typeSize: style.typeSize, spacing: style.spacing ?? style.theme.spacing.normal }
  const document = layouts.layOut(b.document([...before, ...blocks]), setting, findings.report)
  assert.equal(findings.all, [])
  const text = document?.text.map(page => JSON.stringify(page)).join() ?? ''
  return { named: text.split('Tides').length - 1, pages: document?.pages ?? 0 }
}

test('a document of four pages has no list of its contents, one of more has', () => {
  for (let paragraphs = 4; paragraphs < 60; paragraphs += 1) {
    const { pages } = laidOut(paragraphs)
    const listed = laidOut(paragraphs, b.contents)
    assert.is(listed.named, pages > 4 ? 2 : 1, `${paragraphs} paragraphs on ${pages} pages`)
    if (pages > 5) return
  }
  assert.unreachable('no document was long enough')
})

test('a document without a list of contents gets none', () => {
  assert.is(laidOut(45).named, 1)
})

test.run()
