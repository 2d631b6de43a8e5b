import { test } from 'uvu'
import * as assert from 'uvu/assert'
import { Findings } from '../../../src/diagnostics/index.js'
import type { Block } from '../../../src/markup/index.js'
import { DocumentLayouts, layOut } from '../../../src/typeset/index.js'
import * as b from '../build-document.js'
import { styleOf } from '../workspace.js'

const WORDS = 'The council voted a subsidy for two seasons and has paid it for five of them. '.repeat(4)

/** The right edges of the blocks at the top of a document, from the left edge of the text, in whole points. */
function edges(blocks: readonly Block[], typeSize = 10, lang = 'en'): number[] {
  const findings = new Findings()
  const style = styleOf({ typeSize })
  const laidOut = layOut(b.document(blocks, { lang }), style, { read: () => undefined }, findings.report)
  assert.equal(findings.all, [])
  const { margins } = style.page
  return (laidOut?.asData().blocks ?? [])
    .filter(({ path }) => !path.includes('.'))
    .map(({ rectangles: [first] }) =>
      Math.round(
        lang === 'he'
          ? style.page.width - margins.left - (first?.x ?? 0)
          : (first?.x ?? 0) + (first?.width ?? 0) - margins.left,
      ),
    )
}

const RUNNING: readonly Block[] = [
  b.h(2, WORDS),
  b.p(WORDS),
  b.list([WORDS]),
  b.quotation(WORDS, undefined),
  b.aside('note', b.p(WORDS)),
  b.section([b.p(WORDS)], 'box'),
  b.section([b.p(WORDS)]),
]
const ACROSS: readonly Block[] = [
  b.table('grid', [1, 1], ['a', 'b'], [['c', WORDS]]),
  b.columns([1, 1], [b.p(WORDS)], [b.p(WORDS)]),
  b.rule,
  b.aside('recommendation', b.h(2, 'Advice'), b.table('grid', [1, 1], ['a', 'b'], [['c', WORDS]])),
  b.section([b.section([b.table('grid', [1, 1], ['a', 'b'], [['c', WORDS]])])], 'box'),
  b.aside('recommendation', b.p(WORDS), b.table('grid', [1], ['a'], [[WORDS]])),
  b.section([b.p(WORDS), b.rule], 'box'),
]
/** Points: A4 less the margins of `styleOf`. */
const PAGE = 459

test('running text and what is set among it end at the measure, and what is read across at the edge of the page', () => {
  for (const size of [8, 9.5, 11])
    for (const lang of ['en', 'he']) {
      assert.equal(
        edges(RUNNING, size, lang),
        RUNNING.map(() => Math.round(36 * size)),
      )
      assert.equal(
        edges(ACROSS, size, lang),
        ACROSS.map(() => PAGE),
      )
    }
})

test('edges nearer than a ninth of the measure are one', () => {
  assert.equal(
    edges(RUNNING, 12),
    RUNNING.map(() => PAGE),
  )
  assert.equal(
    edges(RUNNING, 11.4),
    RUNNING.map(() => Math.round(36 * 11.4)),
  )
  assert.equal(
    edges(RUNNING, 11.5),
    RUNNING.map(() => PAGE),
  )
})

test('smaller type leaves the measure as it is', () => {
  const layouts = new DocumentLayouts(styleOf({ typeSize: 10 }), { read: () => undefined })
  const findings = new Findings()
  const smaller = layouts.layOut(b.document(RUNNING), { typeSize: 9 }, findings.report)
  const widths = smaller
    ?.asData()
    .blocks.flatMap(({ path, rectangles: [first] }) => (path.includes('.') ? [] : (first?.width ?? 0)))
  assert.equal(
    widths,
    RUNNING.map(() => 360),
  )
})

test.run()
