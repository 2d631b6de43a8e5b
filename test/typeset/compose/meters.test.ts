import { test } from 'uvu'
import * as assert from 'uvu/assert'
import type { Block, Cell, Document, Row } from '../../../src/markup/index.js'
import { readStructure } from '../../../src/typeset/outline/read-structure.js'
import { outlineElement } from '../../../src/typeset/outline/tag-outline.js'
import * as b from '../build-document.js'
import { objectsWith, readPdf } from '../read-pdf.js'
import { print } from '../workspace.js'

const place = b.nowhere
const meter = (read: string, shape: 'squares' | 'boxes' | 'line' = 'squares'): Block => ({
  kind: 'meter',
  ...{ shape, scale: { value: 4, min: 1, max: 5 }, children: [{ kind: 'text', text: read, place }], place },
})
const ticks = (...labels: string[]): Block => ({ kind: 'ticks', labels: labels.map(b.words), place })
const cell = (children: Block[], header?: Cell['header'], rows = 1, span = 1): Cell => ({
  ...{ header, span, rows, children, place },
})
const row = (...cells: Cell[]): Row => ({ cells, place })
const tableOf = (widths: readonly number[], head: readonly Row[], ...body: Row[]): Block => ({
  kind: 'table',
  ...{ style: 'rated', caption: undefined, widths, head, body, place },
})
const ratings = (...widths: number[]) =>
  tableOf(
    widths,
    [row(cell([b.p('Name')], 'column'), cell([ticks('Against', 'Open', 'For')], 'column'))],
    row(cell([b.p('Vela')], 'row'), cell([meter('influence 4 of 5')])),
    row(cell([b.p('Ros')], 'row'), cell([meter('leaning in favour', 'line'), b.p('below')])),
  )

async function printed(blocks: readonly Block[], more: Partial<Document> = {}, type = 10) {
  const { printed, found } = await print(b.document(blocks, more), { typeSize: type })
  assert.equal(found, [])
  if (!printed) throw new Error('nothing was printed')
  return printed
}

test('a mark is one element that is read once, as its words, where it stands', async () => {
  const { pdf } = await printed([ratings(1, 1)])
  const outline = outlineElement(readStructure(pdf).root)
  assert.is(outline.match(/influence 4 of 5/g)?.length, 1)
  assert.match(outline, 'P: {Span influence 4 of 5}')
  assert.match(outline, /P: \{Span leaning in favour\}\n\s+P: below/)
  const spans = objectsWith(readPdf(pdf), '/S /Span', '/ActualText')
  assert.is(spans.length, 2)
  assert.not(spans.some(span => span.includes('/BBox')))
})

test('the words of a mark are extracted once, at every size of type', async () => {
  for (const type of [8, 10, 12, 18]) {
    const { text } = await printed([ratings(1, 1)], {}, type)
    const words = text.flat().map(line => line.text.trim())
    const order = ['Vela', 'influence 4 of 5', 'Ros', 'leaning in favour', 'below']
    assert.equal(words.filter(word => order.includes(word)).sort(), order.toSorted())
  }
})

test('from right to left a mark is mirrored with its table', async () => {
  const at = async (lang: string) => {
    const { text } = await printed([ratings(1, 1)], { lang })
    return text.flat().find(line => line.text.startsWith('influence'))?.x ?? 0
  }
  assert.ok((await at('sw')) > 297 && (await at('he')) < 297)
})

test('where the cell is too narrow for a mark, its words are printed', async () => {
  const { pdf } = await printed([
    tableOf(
      [40, 1],
      [row(cell([b.p('Name')], 'column'), cell([b.p('A')], 'column'))],
      row(cell([b.p('Vela')], 'row'), cell([meter('4')])),
    ),
  ])
  assert.is(objectsWith(readPdf(pdf), '/S /Span', '/ActualText').length, 0)
  assert.match(outlineElement(readStructure(pdf).root), 'P: 4')
})

test('cells stand in the middle of their row, and no line parts rows that belong together', async () => {
  const long = 'word '.repeat(60)
  const table = tableOf(
    [1, 1],
    [row(cell([b.p('Name')], 'column'), cell([b.p('Words')], 'column'))],
    row(cell([b.p('Vela')], 'row', 2), cell([b.p('first')])),
    row(cell([b.p('second')])),
    row(cell([b.p('Ros')], 'row'), cell([b.p(long)])),
  )
  const { text, pdf } = await printed([table])
  const lines = text.flat()
  const y = (start: string) => lines.filter(line => line.text.startsWith(start)).map(line => line.y)
  const words = y('word')
  const middle = (Math.min(...words) + Math.max(...words)) / 2
  assert.ok(Math.abs((y('Ros')[0] ?? 0) - middle) < 1)
  const grid = await printed([{ ...table, style: 'grid' } as Block])
  const rules = (bytes: Uint8Array) => readPdf(bytes).contents.join('\n').match(/ l\nS/g)?.length ?? 0
  assert.is(rules(grid.pdf) - rules(pdf), 1)
})

test.run()
