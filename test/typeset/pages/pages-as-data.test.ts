import { readFileSync } from 'node:fs'
import { test } from 'uvu'
import * as assert from 'uvu/assert'
import { Findings } from '../../../src/diagnostics/index.js'
import type { Block, Document } from '../../../src/markup/index.js'
import { layOut, type PagesData } from '../../../src/typeset/index.js'
import { assertBlockPlaces } from '../../support/block-places.js'
import * as b from '../build-document.js'
import { png } from '../pictures.js'
import { sampleDocument } from '../sample.js'
import { styleOf } from '../workspace.js'

const { p, h, t } = b
const SENTENCE = 'The council voted a subsidy for two seasons and has paid it for five of them. '
const HEBREW = 'המועצה הצביעה על סובסידיה לשתי עונות ושילמה אותה במשך חמש עונות. '
const PICTURES = new Map([['map.png', png(4, 3)]])

/** The data of a document, whose blocks are where they must be. */
function dataOf(document: Document): PagesData {
  const findings = new Findings()
  const assets = { read: (path: string) => PICTURES.get(path) }
  const laidOut = layOut(document, styleOf(), assets, findings.report)
  assert.equal(findings.all, [])
  if (!laidOut) throw new Error('nothing was laid out')
  const data = laidOut.asData()
  assertBlockPlaces(document, data)
  assert.is(data.pages.length, laidOut.pages)
  return data
}

const blocksOf = (blocks: readonly Block[], more: Partial<Document> = {}) =>
  dataOf(b.document(blocks, more)).blocks
const many = (count: number, make: (index: number) => Block): Block[] =>
  Array.from({ length: count }, (_, index) => make(index))
const pagesOf = (blocks: PagesData['blocks'], path: string) =>
  blocks.find(block => block.path === path)?.rectangles.map(({ page }) => page)

test('the page list holds all lines, shapes and pictures, each with the block that it is of', () => {
  const blocks = [h(2, 'One'), p('Two'), b.figure('map.png', 0.5, 'A map'), b.rule]
  const { pages } = dataOf(b.document(blocks))
  const [page, ...others] = pages
  assert.equal(others, [])
  if (!page) throw new Error('there is no page')
  const { lines, images, vectors, ...setup } = page
  assert.equal(setup, {
    ...{ page: 1, annex: false, fill: 0.43, width: 595.28, height: 841.89 },
    margins: { left: 68, top: 64, right: 68, bottom: 68 },
    overlay: [],
  })
  assert.equal(
    lines.map(({ text, block }) => [text, block]),
    [
      ['One', '0'],
      ['Two', '1'],
      ['A map', '2'],
      ['Facts as of 3 March 2025', null],
      ['Page 1 of 1', null],
    ],
  )
  const [, two] = lines
  assert.equal([two?.x, two?.font, two?.size, two?.repeated], [68, 'Source Serif 4', 10.5, false])
  assert.equal([two?.smallest, two?.smallest_raised], [10.5, null])
  assert.match(two?.colour ?? '', /^#[0-9a-f]{6}$/)
  assert.equal(
    images.map(({ file, x, width, block }) => [file, x, width, block]),
    [['map.png', 68, 229.64, '2']],
  )
  assert.equal(
    vectors.map(({ kind, block }) => [kind, block]),
    [
      ['rect', '3'],
      ['rect', null],
    ],
  )
})

test('a block has its path, its kind and its place', () => {
  const blocks = blocksOf([
    b.section([b.list(['One', 'Two'])]),
    b.table('grid', [1, 1], ['A', 'B'], [['c', 'd']]),
    b.columns([1, 1], [p('x')], [p('y'), p('z')]),
    b.dl('questions', [['Why?', 'So']]),
  ])
  assert.equal(
    blocks.map(({ path, kind }) => `${path} ${kind}`),
    [
      ...['0 section', '0.0 list', '0.0.0.0 paragraph', '0.0.1.0 paragraph'],
      ...['1 table', '1.0.0.0 paragraph', '1.0.1.0 paragraph', '1.1.0.0 paragraph', '1.1.1.0 paragraph'],
      ...['2 columns', '2.0.0 paragraph', '2.1.0 paragraph', '2.1.1 paragraph'],
      ...['3 definitions', '3.0.0 paragraph'],
    ],
  )
  const place = { file: 'briefs/sample.yaml', line: 1, column: 1, end: { line: 1, column: 1 } }
  assert.equal(blocks[0]?.place, place)
})

for (const lang of ['en', 'he'])
  test(`blocks of every kind are where their words are, in \`${lang}\``, () => {
    const { blocks, pages } = dataOf(sampleDocument({ lang }))
    assert.ok(pages.length > 2)
    const kinds = new Set(blocks.filter(({ rectangles }) => rectangles.length > 0).map(({ kind }) => kind))
    for (const kind of ['contents', 'sources', 'quotation', 'definitions', 'rule', 'masthead'] as const)
      assert.ok(kinds.has(kind), kind)
  })

test('rectangles of a document from right to left are those of its mirrored pages', () => {
  const blocks = (words: string) => [
    b.columns([1, 3], [p('x')], [p(words)]),
    b.list([words, 'y'], undefined, true),
    b.dl('timeline', [['1', words]]),
  ]
  const left = blocksOf(blocks(HEBREW), { lang: 'yi-Latn' })
  const right = blocksOf(blocks(HEBREW), { lang: 'he' })
  for (const [index, { rectangles }] of right.entries())
    assert.equal(
      rectangles.map(({ x, y, width }) => [x, y, width].map(Math.round)),
      left[index]?.rectangles.map(({ x, y, width }) => [595.28 - x - width, y, width].map(Math.round)),
    )
})

test('a page says how much of its body is used', () => {
  const { pages } = dataOf(b.document(many(30, () => p(SENTENCE.repeat(4)))))
  assert.ok(pages.length > 1)
  for (const { fill, height, margins, lines } of pages) {
    const lowest = Math.max(...lines.flatMap(({ y, block }) => (block === null ? [] : y)))
    const share = (lowest - margins.top) / (height - margins.top - margins.bottom)
    // The last line reaches a few points below its baseline.
    assert.ok(fill >= share && fill < share + 0.01, `${fill} for ${share}`)
  }
  assert.ok(pages.slice(0, -1).every(({ fill }) => fill > 0.9))
  assert.is(dataOf(b.document([p('A line.')])).pages[0]?.fill, 0.02)
})

test('a section on pages of its own is measured from the edges of these', () => {
  const wide: Block = {
    ...b.section([h(2, 'Wide'), b.table('grid', [1, 1], ['a', 'b'], [['c', SENTENCE]])]),
    page: 'landscape',
  } as Block
  for (const lang of ['en', 'he']) {
    const data = dataOf(b.document([p('Before'), wide, p('After')], { lang }))
    assert.equal(
      data.pages.map(({ width }) => Math.round(width)),
      [595, 842, 595],
    )
    assert.equal(pagesOf(data.blocks, '1'), [2])
    assert.equal(data.blocks[1]?.rectangles[0]?.width, 705.89)
  }
})

test('a note belongs to the block that calls it, on every page that it reaches, and makes that no larger', () => {
  const call = (label: string, words: string) => p([t('Called'), b.note(label, words)])
  const { blocks, pages } = dataOf(
    b.document([
      call('a', 'Short.'),
      ...many(20, () => p(SENTENCE.repeat(3))),
      call('b', SENTENCE.repeat(120)),
    ]),
  )
  const [first] = blocks
  assert.equal(
    first?.notes.map(({ label, page }) => [label, page]),
    [['a', 1]],
  )
  const [rectangle] = first?.rectangles ?? []
  assert.ok((rectangle?.height ?? 100) < 20, 'a line high')
  assert.ok((first?.notes[0]?.y ?? 0) > 700)
  const long = blocks.at(-1)
  assert.is(long?.rectangles.length, 1)
  assert.ok((long?.notes.length ?? 0) > 1, 'continued')
  const shown = pages.flatMap(({ lines }) => lines.filter(({ block }) => block === '0'))
  assert.equal(
    shown.map(({ text }) => text),
    ['Calleda', 'Short.', 'a'],
  )
})

test('what goes over two columns has a rectangle in each, and one over two pages one on each', () => {
  const long = b.list(
    many(12, () => p('')).map((_, index) => `${index} ${SENTENCE}`),
    undefined,
    true,
  )
  const inColumns = blocksOf([b.section([h(2, 'Head'), long, p(SENTENCE.repeat(6))], 'two-columns')])
  assert.equal(pagesOf(inColumns, '0'), [1])
  assert.equal(pagesOf(inColumns, '0.1'), [1, 1])
  const over = blocksOf([
    p(SENTENCE.repeat(40)),
    b.section(
      many(9, () => p(SENTENCE.repeat(4))),
      'box',
    ),
  ])
  assert.equal(pagesOf(over, '1'), [1, 2])
})

test('columns of which one goes on over the page are both within their block', () => {
  const filled = many(14, () => p(SENTENCE.repeat(3)))
  for (const columns of [
    [[p('short')], filled],
    [filled, [p('short')]],
    [filled, many(5, () => b.aside('card', p(SENTENCE.repeat(3))))],
  ]) {
    const blocks = blocksOf([p(SENTENCE.repeat(36)), b.columns([1, 1], ...columns)])
    assert.equal(pagesOf(blocks, '1')?.slice(0, 2), [1, 2])
  }
})

test('a column that ends below the break of the one beside it is within their block', () => {
  const lines = many(36, index => p(`Line ${index}`))
  const boxes = many(2, () => b.aside('card', p(SENTENCE.repeat(17))))
  const { blocks } = dataOf(b.document([b.columns([1, 1], lines, boxes)]))
  assert.equal(pagesOf(blocks, '0'), [1, 2])
  assert.equal(
    [pagesOf(blocks, '0.0.35'), pagesOf(blocks, '0.1.0'), pagesOf(blocks, '0.1.1')],
    [[1], [1], [2]],
  )
  const bottomOf = (path: string) => {
    const [first] = blocks.find(block => block.path === path)?.rectangles ?? []
    return (first?.y ?? 0) + (first?.height ?? 0)
  }
  assert.ok(bottomOf('0.0.35') > bottomOf('0.1.0') + 20)
})

test('the head of a table is counted where it is shown first, and marked where it is shown again', () => {
  const rows = Array.from({ length: 60 }, (_, index) => [`${index}`, SENTENCE])
  for (const body of [rows, [['0', SENTENCE.repeat(120)]]]) {
    const { blocks, pages } = dataOf(b.document([b.table('grid', [1, 3], ['Number', 'Words'], body)]))
    const reached = pages.map(({ page }) => page)
    assert.ok(reached.length > 1)
    assert.equal(pagesOf(blocks, '0'), reached)
    assert.equal(pagesOf(blocks, '0.0.0.0'), [1])
    const heads = pages.flatMap(({ lines }) => lines.filter(({ text }) => text === 'Number'))
    assert.equal(
      heads.map(({ repeated, block }) => [repeated, block]),
      reached.map(page => [page > 1, '0.0.0.0']),
    )
    const rules = pages.flatMap(({ vectors }) => vectors.filter(({ kind }) => kind === 'line'))
    assert.equal([...new Set(rules.map(({ block }) => block))], ['0'], 'the rules are those of the table')
  }
})

test('the documentation names all that the data has, and all kinds of blocks', () => {
  const page = readFileSync(new URL('../../../docs/pages.md', import.meta.url), 'utf8')
  const call = p([t('Called'), b.note('a', 'A note.')])
  const data = dataOf(b.document([call, b.figure('map.png', 0.5), b.rule]))
  const keys = new Set<string>()
  const collect = (value: unknown): void => {
    if (typeof value !== 'object' || value === null) return
    for (const [key, inner] of Object.entries(value)) {
      if (!Array.isArray(value)) keys.add(key)
      collect(inner)
    }
  }
  collect(data)
  const kinds = dataOf(sampleDocument()).blocks.map(({ kind }) => kind)
  assert.equal(
    [...keys, ...kinds].filter(name => !page.includes(`\`${name}\``)),
    [],
  )
})

test('pages that are printed have no data any more', async () => {
  const { report } = new Findings()
  const laidOut = layOut(b.document([p('One')]), styleOf(), { read: () => undefined }, report)
  await laidOut?.print(report)
  assert.throws(() => laidOut?.asData(), /released/)
  assert.throws(() => laidOut?.text, /released/)
})

test.run()
