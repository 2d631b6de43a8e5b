import { test } from 'uvu'
import * as assert from 'uvu/assert'
import { composePages } from '../../../src/typeset/compose-pages.js'
import { layOutPages } from '../../../src/typeset/flow/lay-out-pages.js'
import * as b from '../build-document.js'
import { seenPage } from '../flow/generated-documents.js'
import { styleOf } from '../workspace.js'

/** The lines of a paragraph of type of 10 points, so many points wide. */
function linesOf(text: string, width: number): string[] {
  const page = { width: width + 40, height: 800, margins: { top: 40, right: 20, bottom: 40, left: 20 } }
  const composed = composePages(b.document([b.p(text)]), styleOf({ page, typeSize: 10 }), {
    read: () => undefined,
  })
  const { pages } = layOutPages(composed.parts, { ...composed, spacing: 1 })
  return pages.flatMap(page => seenPage(page).lines).map(line => line.text.replaceAll('\u200b', '').trim())
}

const ADDRESSES = ['desk@example.org', 'https://example.org/a/b', 'quay.example/plans?year=2025']

test('an address that has room in a line is not broken, however short the line before', () => {
  for (const address of ADDRESSES)
    for (let width = 150; width <= 230; width += 8) {
      const lines = linesOf(
        `Questions on this brief go to the crossing desk at ${address}, on working days.`,
        width,
      )
      assert.ok(lines.length > 1)
      assert.ok(
        lines.some(line => line.includes(address)),
        `${width}: ${lines.join(' | ')}`,
      )
    }
})

test('words with a slash between them are parted and hyphenated as others are', () => {
  const lines = linesOf('It was infrastructure/transportation and/or administration of it.', 75)
  assert.ok(
    lines.some(line => line.endsWith('/')),
    lines.join(' | '),
  )
  assert.ok(
    lines.some(line => line.endsWith('\u00ad') || line.endsWith('-')),
    lines.join(' | '),
  )
})

test('one that is wider than a line breaks after its marks alone', () => {
  const address = 'https://archive.example.org/harbour/crossing/plans/2025/review'
  const lines = linesOf(`See ${address} for it.`, 130)
  assert.is(lines.join('').replaceAll(' ', ''), `See${address}forit.`)
  const parts = lines.filter(line => !line.includes('for it'))
  assert.ok(parts.length > 1)
  for (const part of parts) assert.match(part, /(?:[/.]|See|review)$/)
})

test.run()
