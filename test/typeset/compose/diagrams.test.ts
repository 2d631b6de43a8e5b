import { test } from 'uvu'
import * as assert from 'uvu/assert'
import type { Block } from '../../../src/markup/index.js'
import { readStructure } from '../../../src/typeset/outline/read-structure.js'
import { outlineElement } from '../../../src/typeset/outline/tag-outline.js'
import { wordsIn } from '../../figures/sketch.js'
import * as b from '../build-document.js'
import { print } from '../workspace.js'

const diagram = b.timeline(wordsIn('en'))

async function printed(...blocks: readonly Block[]) {
  const { printed: edition, found } = await print(b.document(blocks))
  assert.equal(found, [])
  if (!edition) throw new Error('nothing was printed')
  const { root } = readStructure(edition.pdf)
  const lines = edition.text.map(page => page.map(line => line.text))
  return { ...edition, lines, tags: outlineElement(root).replace('Document\n', '').replace(/^ {2}/gm, '') }
}

const ALT =
  'Timeline of three events from 20 January 2025 to March 2025: 20 January 2025, Order signed; February–March 2025, Talks; about 4 March 2025, Tariffs.'

test('a figure is one element, with its box, the words in its place and its caption', async () => {
  const { tags } = await printed(b.timeline(wordsIn('en'), 'How it came to this'))
  const [first, figure, caption] = tags.split('\n')
  assert.equal([first, caption], ['Div', '  Caption: How it came to this'])
  assert.ok(figure?.startsWith(`  Figure box "${ALT}": Feb 2025 Mar 20 Jan 2025 `), figure)
})

test('its words are words of the page, in the theme’s type', async () => {
  const { text } = await printed(diagram)
  const line = text[0]?.find(({ text }) => text === 'Order signed')
  assert.is(line?.font, 'Source Sans 3 bold')
  assert.is(line?.size, 10.5 * 0.8)
})

for (const [where, holder] of Object.entries({
  'a column': (block: Block) => b.columns([1, 1], [block], [b.p('beside')]),
  'columns of a section': (block: Block) => b.section([b.p('before'), block, b.p('after')], 'two-columns'),
  'a list': (block: Block): Block => ({
    ...(b.list(['item']) as Extract<Block, { kind: 'list' }>),
    items: [[block]],
  }),
  'a box': (block: Block) => b.section([block], 'box'),
  'a cell': (block: Block): Block => {
    const table = b.table('grid', [1, 1], ['A', 'B'], [['x', 'y']]) as Extract<Block, { kind: 'table' }>
    const [row] = table.body
    const [first, ...others] = row?.cells ?? []
    return row && first
      ? { ...table, body: [{ ...row, cells: [{ ...first, children: [block] }, ...others] }] }
      : table
  },
}))
  test(`a figure stands in ${where}, within it and read where it stands`, async () => {
    const { tags, text } = await printed(b.p('over'), holder(diagram), b.p('under'))
    assert.is(tags.match(/Figure box "Timeline/g)?.length, 1)
    const all = text[0] ?? []
    const at = (words: string) => all.find(({ text }) => text.includes(words))?.y ?? Number.NaN
    assert.ok(at('over') < at('Order signed') && at('Order signed') < at('under'))
    const { left = 0, right = 0 } = { left: 68, right: 595.28 - 68 }
    assert.ok(all.every(({ x }) => x >= left - 0.1 && x < right))
  })

test('a figure is not broken by a page, and takes room on it', async () => {
  const filler = Array.from({ length: 33 }, (_, index) => b.p(`line ${index}`))
  const { lines } = await printed(...filler, diagram, b.p('under'))
  const labels = ['Order signed', 'Talks', 'Tariffs', 'under']
  assert.equal(
    lines.map(page => labels.filter(label => page.includes(label)).length),
    [0, 4],
  )
})

test('a page that ends with a figure is as full as the figure is low', async () => {
  const { fill: without } = await printed(b.p('over'))
  const { fill } = await printed(b.p('over'), diagram)
  assert.ok(fill > without + 0.08)
})

test('in a document from right to left a figure is mirrored with its page', async () => {
  const { printed: plain } = await print(b.document([diagram], { lang: 'sw' }))
  const { printed: turned } = await print(b.document([diagram], { lang: 'he' }))
  const at = (edition: typeof plain, words: string) =>
    edition?.text[0]?.find(({ text }) => text === words)?.x ?? Number.NaN
  const [first, last] = [at(turned, 'Order signed'), at(turned, 'Tariffs')]
  assert.ok(at(plain, 'Order signed') < at(plain, 'Tariffs') && first > last)
})

test('the title of a figure stands above it on the page and before it in the tags, its caption below', async () => {
  const { tags, text } = await printed(b.timeline(wordsIn('en'), 'Dates of the clerk', 'Talks came late'))
  const [whole, title, figure, caption] = tags.split('\n')
  assert.equal(
    [whole, title, caption],
    ['Div', '  Caption: Talks came late', '  Caption: Dates of the clerk'],
  )
  assert.ok(figure?.startsWith('  Figure box'))
  const y = (words: string) => text[0]?.find(line => line.text === words)?.y ?? 0
  assert.ok(0 < y('Talks came late') && y('Talks came late') < y('Order signed'))
  assert.ok(y('Order signed') < y('Dates of the clerk'))
})

test.run()
