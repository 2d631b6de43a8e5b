import * as fc from 'fast-check'
import { test } from 'uvu'
import * as assert from 'uvu/assert'
import type { Block } from '../../../src/markup/index.js'
import { readStructure, spokenText } from '../../../src/typeset/outline/read-structure.js'
import * as b from '../build-document.js'
import { print } from '../workspace.js'

/** Any block in any other, as far as the closed HTML allows; every word is different, so that none is missed. */
let count = 0
const word = () => `w${count++}`
const text = fc.integer({ min: 0, max: 60 }).map(length => Array.from({ length }, word).join(' '))
const style = (...names: string[]) => fc.constantFrom(undefined, ...names)

const { block } = fc.letrec<{ block: Block }>(tie => {
  const block = tie('block')
  const blocks = fc.array(block, { maxLength: 3, depthIdentifier: 'tree' })
  const lists = fc.array(blocks, { maxLength: 3 })
  const place = b.nowhere
  return {
    block: fc.oneof(
      { depthSize: 'small', maxDepth: 3, depthIdentifier: 'tree' },
      fc.tuple(text, style('lead', 'note')).map(([words, name]) => b.p(words, name)),
      text.map(words => b.h(3, words, word())),
      fc.constant(b.rule),
      fc.tuple(blocks, style('box', 'two-columns')).map(([inner, name]) => b.section(inner, name)),
      fc.tuple(blocks, style('bottom-line', 'card', 'note')).map(([inner, name]) => b.aside(name, ...inner)),
      fc
        .tuple(lists, fc.boolean())
        .map(([items, ordered]): Block => ({ kind: 'list', style: undefined, ordered, items, place })),
      fc.tuple(lists, text, style('rail', 'glossary', 'questions', 'facts')).map(
        ([bodies, term, name]): Block => ({
          kind: 'definitions',
          style: name,
          entries: bodies.map(body => ({
            term: b.words(`${word()}${term === '' ? '' : ` ${word()}`}`),
            body,
          })),
          place,
        }),
      ),
      fc.tuple(fc.array(lists, { maxLength: 3 }), fc.boolean(), style('grid', 'open')).map(
        ([rows, head, name]): Block => ({
          kind: 'table',
          style: name,
          caption: undefined,
          widths: [1, 2],
          head: head ? [{ place, cells: [headed('column'), headed('column'), headed('column')] }] : [],
          body: rows.map(cells => ({ place, cells: [headed('row'), ...cells.slice(0, 2).map(cell)] })),
          place,
        }),
      ),
      blocks.map(
        (children): Block => ({
          kind: 'quotation',
          ...{ style: undefined, lang: undefined, children, attribution: b.words(word()), place },
        }),
      ),
      fc.array(blocks, { minLength: 1, maxLength: 3 }).map(all => b.columns([], ...all)),
    ),
  }
})
const cell = (children: readonly Block[]) => ({
  header: undefined,
  span: 1,
  rows: 1,
  children,
  place: b.nowhere,
})
const headed = (header: 'row' | 'column') => ({ ...cell([b.p(word())]), header })

/** So wide that no nesting makes a column narrower than its words. */
const WIDE = { width: 1800, height: 842, margins: { top: 64, right: 68, bottom: 68, left: 68 } }

test('sets any block in any other: every word, on the page, without a finding', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(block, { maxLength: 8 }), async blocks => {
      const { printed, found } = await print(b.document([b.p('Start'), ...blocks]), { page: WIDE })
      assert.equal(found, [])
      const lines = printed?.text.flat() ?? []
      const seen = lines.flatMap(line => drawnWords(line.text))
      assert.equal([...new Set(seen)].sort(), wordsIn(blocks).sort())
      assert.ok(lines.every(line => line.x >= 60 && line.x < 1740 && line.y > 20 && line.y < 830))
      const read = spokenText(readStructure(printed?.pdf ?? new Uint8Array()).root)
      assert.equal(drawnWords(read), wordsIn(blocks), 'read out in the order of the blocks')
      for (const page of printed?.text ?? []) assert.ok(page.some(line => line.y > 64 && line.y < 774))
    }),
    { seed: 5, numRuns: 25 },
  )
})

/** Heads of tables are set in capitals. */
const drawnWords = (text: string): string[] => text.toLowerCase().match(/\bw\d+\b/g) ?? []

const wordsIn = (blocks: readonly Block[]): string[] =>
  [...JSON.stringify(blocks).matchAll(/"text":"([^"]+)"/g)].flatMap(match => match[1]?.split(' ') ?? [])

test('sets a document without blocks', async () => {
  const { printed, found } = await print(b.document([]))
  assert.equal(found, [])
  assert.is(printed?.pages, 1)
})

test('draws no box without content, but a rule', async () => {
  const bare = await print(b.document([b.p('Words')]))
  const boxes = await print(b.document([b.p('Words'), b.aside('note'), b.section([b.aside('card')], 'box')]))
  assert.ok(Buffer.from(bare.printed?.pdf ?? []).equals(Buffer.from(boxes.printed?.pdf ?? [])))
  const ruled = await print(b.document([b.p('Words'), b.rule]))
  assert.ok((ruled.printed?.fill ?? 0) > (bare.printed?.fill ?? 0))
})

test('a rule gives way to the end of a page, and never stands alone on one', async () => {
  for (let lines = 30; lines < 50; lines++) {
    const above = Array.from({ length: lines }, () => b.p('A line.'))
    const [bare, ruled] = [await print(b.document(above)), await print(b.document([...above, b.rule]))]
    assert.is(ruled.printed?.pages, bare.printed?.pages)
  }
})

test.run()
