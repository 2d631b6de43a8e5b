import * as fc from 'fast-check'
import { test } from 'uvu'
import * as assert from 'uvu/assert'
import { Findings } from '../../../src/diagnostics/index.js'
import type { Block } from '../../../src/markup/index.js'
import { layOut } from '../../../src/typeset/index.js'
import * as b from '../build-document.js'
import { styleOf } from '../workspace.js'

const BREAK: Block = { kind: 'page-break', place: b.nowhere }
const annex = (...blocks: Block[]): Block => ({ ...(b.section(blocks) as object), page: 'annex' }) as Block

/** The words that each page has, running lines aside, and how many pages are those of annexes. */
function pagesOf(...blocks: Block[]) {
  const findings = new Findings()
  const laidOut = layOut(b.document(blocks), styleOf(), { read: () => undefined }, findings.report)
  assert.equal(findings.all, [])
  const pages = laidOut?.text.map(lines => lines.flatMap(({ text }) => text.match(/\b[a-z]\d+\b/g) ?? []))
  return { pages: pages ?? [], annexPages: laidOut?.annexPages, counted: laidOut?.pages }
}

test('what follows a page break begins a page, in sections too', () => {
  assert.equal(pagesOf(b.p('a1'), BREAK, b.p('a2')).pages, [['a1'], ['a2']])
  assert.equal(pagesOf(b.section([b.p('a1'), BREAK]), b.p('a2')).pages, [['a1'], ['a2']])
  assert.equal(pagesOf(b.p('a1'), b.section([BREAK, b.p('a2'), BREAK, b.p('a3')])).pages, [
    ['a1'],
    ['a2'],
    ['a3'],
  ])
  assert.equal(pagesOf(b.p('a1'), b.h(2, 'a2'), BREAK, b.p('a3')).pages, [['a1', 'a2'], ['a3']])
})

test('no page is left empty by a page break', () => {
  assert.equal(pagesOf(BREAK, b.p('a1'), BREAK, BREAK, b.p('a2'), BREAK).pages, [['a1'], ['a2']])
  assert.equal(pagesOf(b.p('a1'), BREAK, annex(b.p('a2'), BREAK, b.p('a3'))).pages, [['a1'], ['a2'], ['a3']])
})

test('pages are broken where it is asked for and nowhere else more than without', () => {
  const text = fc.integer({ min: 1, max: 260 })
  fc.assert(
    fc.property(
      fc.array(text, { minLength: 1, maxLength: 6 }),
      fc.array(text, { minLength: 1, maxLength: 6 }),
      (one, other) => {
        const paragraphs = (name: string, lengths: readonly number[]) =>
          lengths.map((length, index) => b.p(`${name}${index} ${'water '.repeat(length)}`))
        const [first, second] = [paragraphs('a', one), paragraphs('b', other)]
        const alone = [...pagesOf(...first).pages, ...pagesOf(...second).pages]
        assert.equal(pagesOf(...first, BREAK, ...second).pages, alone)
        assert.equal(pagesOf(...first, annex(...second)).pages, alone)
      },
    ),
    { seed: 4, numRuns: 15 },
  )
})

test('notes of the body end on pages of the body, before the first annex', () => {
  const words = (name: string, count: number) =>
    Array.from({ length: count }, (_, at) => `${name}${at}`).join(' ')
  for (const length of [5, 400, 1500]) {
    const body = b.p([b.t(words('a', 420)), b.note('a', words('n', length))])
    const { pages, annexPages, counted } = pagesOf(body, annex(b.p('x1')), annex(b.p('x2')))
    assert.equal([annexPages, counted], [2, pages.length - 2])
    assert.equal(pages.slice(-2), [['x1'], ['x2']])
    const noted = pages
      .slice(0, -2)
      .flat()
      .filter(word => word.startsWith('n'))
    assert.is(noted.length, length)
  }
})

test.run()
