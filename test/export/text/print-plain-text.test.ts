import { test } from 'uvu'
import * as assert from 'uvu/assert'
import { Findings, terminalWidth } from '../../../src/diagnostics/index.js'
import { printPlainText } from '../../../src/export/text/print-plain-text.js'
import { breakColumns } from '../../../src/export/text/text-columns.js'
import type { Block } from '../../../src/markup/index.js'
import { stressDocument } from '../../support/stress.js'
import * as b from '../../typeset/build-document.js'
import { styleOf } from '../../typeset/workspace.js'

const style = styleOf()

const textOf = (document = b.document([b.p('Words')])): string => {
  const images = { read: () => new Uint8Array([1]) }
  return Buffer.from(printPlainText({ document, style, images }, new Findings().report)).toString()
}

test('no line is wider than 72 columns, however deep blocks are nested', () => {
  const lines = textOf(stressDocument()).split('\n')
  const tooWide = lines.filter(line => terminalWidth(line) > 72 && !/https?:/.test(line))
  assert.equal(tooWide, [])
  assert.ok(
    lines.some(line => terminalWidth(line) >= 70),
    'and lines are filled',
  )
  assert.equal(
    lines.filter(line => line !== line.trimEnd()),
    [],
  )
})

test('lines end at spaces, between letters of East Asia, and else only where a word has no room', () => {
  assert.equal(breakColumns('one two three', 7), ['one two', 'three'])
  assert.equal(breakColumns('水水水水水', 6), ['水水水', '水水'])
  assert.equal(breakColumns('水水水。水', 6), ['水水', '水。水'])
  assert.equal(breakColumns('abcdefghij', 4), ['abcd', 'efgh', 'ij'])
  assert.equal(breakColumns('at https://weir.example/a-long-address now', 10), [
    'at',
    'https://weir.example/a-long-address',
    'now',
  ])
  assert.equal(breakColumns('a\u00a0b c', 3), ['a\u00a0b', 'c'])
})

test('headings are underlined as long as they are', () => {
  const blocks: Block[] = [b.h(1, 'One'), b.h(2, 'Two words', 'two'), b.p('Text')]
  assert.match(textOf(b.document(blocks)), 'One\n===\n\nTwo words\n---------\n\nText\n')
})

test('a link says where it leads, and an address once', () => {
  const text = textOf(
    b.document([
      {
        kind: 'paragraph',
        style: undefined,
        place: b.nowhere,
        children: [
          b.link('the weir', 'https://weir.example/x'),
          b.t(' and '),
          b.link('weir.example/y', 'https://weir.example/y'),
        ],
      },
    ]),
  )
  assert.match(text, 'the weir <https://weir.example/x> and https://weir.example/y\n')
})

test.run()
