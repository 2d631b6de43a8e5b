import { test } from 'uvu'
import * as assert from 'uvu/assert'
import type { Block } from '../../../src/markup/index.js'
import { wordsIn } from '../../figures/sketch.js'
import * as b from '../build-document.js'
import { document, figure, p, table } from '../build-document.js'
import { png } from '../pictures.js'
import { objectsWith, readPdf } from '../read-pdf.js'
import { print } from '../workspace.js'

test('prints pictures at a share of the width, with their captions, in the same bytes each time', async () => {
  const images = new Map([
    ['a.png', png(400, 90)],
    ['b.png', png(8, 200)],
  ])
  const blocks = [figure('a.png', 0.5, 'A grey square'), figure('b.png', 0.2), figure('a.png', 0.1)]
  const { printed, found } = await print(document(blocks), {}, images)
  assert.equal(found, [])
  const pdf = readPdf(printed?.pdf ?? new Uint8Array())
  assert.is(objectsWith(pdf, '/Subtype /Image', '/SMask').length, 2)
  const widths = [
    ...pdf.contents.join('\n').matchAll(/([\d.]+) 0 0 -[\d.]+ [\d.]+ [\d.]+ cm\n\/I\d+ Do/g),
  ].map(widthOf)
  assert.equal(widths, [229.64, 91.86, 45.93])
  const again = await print(document(blocks), {}, images)
  assert.ok(Buffer.from(printed?.pdf ?? []).equals(Buffer.from(again.printed?.pdf ?? [])))
})
const widthOf = (match: RegExpMatchArray) => Math.round(Number(match[1]) * 100) / 100

test('reports pictures that are missing or are neither PNG nor JPEG', async () => {
  const images = new Map<string, Uint8Array>([
    ['text.png', Buffer.from('no picture')],
    ['cut.png', png(4, 1).subarray(0, 20)],
  ])
  const blocks = ['absent.png', 'text.png', 'cut.png'].map(path => figure(path, 1))
  const { printed, found } = await print(document(blocks), {}, images)
  assert.is(printed, undefined)
  assert.equal(found, ['image-invalid', 'image-invalid', 'image-invalid'])
})

test('repeats the head of a table on every page and breaks no row', async () => {
  const rows = Array.from({ length: 70 }, (_, index) => [
    `row${index}`,
    'one two three four five six '.repeat(6),
  ])
  const { printed } = await print(document([table('grid', [1, 3], ['Name', 'Words'], rows)]))
  assert.ok((printed?.pages ?? 0) >= 3)
  for (const page of printed?.text ?? []) {
    const lines = page.filter(line => line.y > 64 && line.y < 770)
    assert.is(lines.find(line => line.x === 68)?.text, 'Name')
    const words = lines.filter(line => line.x > 100 && line.text !== 'Words').length
    const names = lines.filter(line => line.text.startsWith('row')).length
    assert.is(words % names, 0)
  }
  const all = printed?.text.flat().filter(line => /^row\d+$/.test(line.text)) ?? []
  assert.is(new Set(all.map(line => line.text)).size, 70)
})

test('loses nothing of a row that is higher than a page', async () => {
  const long = Array.from({ length: 2600 }, (_, index) => `w${index}`).join(' ')
  const { printed } = await print(
    document([
      table(
        'grid',
        [1, 4],
        ['Name', 'Words'],
        [
          ['a', long],
          ['b', 'end'],
        ],
      ),
    ]),
  )
  const text =
    printed?.text
      .flat()
      .filter(line => line.x > 100)
      .map(line => line.text)
      .join(' ') ?? ''
  assert.match(text, 'w2599')
  assert.match(text, 'w1300')
  assert.match(text, 'end')
})

test('gives a column the room of its widest word', async () => {
  const { printed, found } = await print(
    document([table('grid', [1, 20], ['', ''], [['Constitutional', 'x '.repeat(300)]])]),
  )
  assert.equal(found, [])
  assert.ok(printed?.text[0]?.some(line => line.text === 'Constitutional'))
})

test('reports a word that no column can hold', async () => {
  const { found, all } = await print(document([table('grid', [1, 1], [], [['x'.repeat(200), 'y']])]))
  assert.equal(found, ['table-too-wide'])
  assert.match(all[0]?.message ?? '', 'xxx')
})

test('prints nothing of a table without rows, not even its caption', async () => {
  const { printed, found } = await print(document([p('Words'), table('grid', [1], [], [], 'A caption')]))
  assert.equal(found, [])
  assert.not.ok(printed?.text[0]?.some(line => line.text === 'A caption'))
})

for (const [what, block] of Object.entries({
  'a box': b.aside('note', b.p('inner')),
  'a tinted section': b.section([b.p('inner')], 'box'),
  'a rule': b.rule,
  'a figure': b.timeline(wordsIn('en')),
}))
  test(`a row is as high as ${what} in one of its cells`, async () => {
    const rowOf = (...cells: Block[][]) => ({
      cells: cells.map((children, column) => ({
        ...{ header: column === 0 ? ('row' as const) : undefined, span: 1, rows: 1 },
        ...{ children, place: b.nowhere },
      })),
      place: b.nowhere,
    })
    const body = [
      rowOf([b.p('one')], [b.p('first'), block, b.p('last')]),
      rowOf([b.p('two')], [b.p('under')]),
    ]
    const empty = b.table('grid', [1, 2], [], []) as Extract<Block, { kind: 'table' }>
    const { printed, found } = await print(b.document([{ ...empty, body }]))
    assert.equal(found, [])
    const lines = printed?.text[0]?.filter(({ y }) => y < 700) ?? []
    const at = (words: string) => lines.find(({ text }) => text === words)?.y ?? Number.NaN
    assert.ok(at('first') < at('last') && at('last') < at('under'))
    assert.is(lines.filter(({ y }) => y > at('last')).length, 2)
  })

test.run()
