import { test } from 'uvu'
import * as assert from 'uvu/assert'
import { present } from '../../../src/diagnostics/index.js'
import type { Block, Table } from '../../../src/markup/index.js'
import { DocumentLayouts, outlineTags, readStructure } from '../../../src/typeset/index.js'
import * as b from '../build-document.js'
import { print, styleOf } from '../workspace.js'

/** A table of so many rows with two lines below it, after so many lines of text. */
function blocks(rows: number, above: number): Block[] {
  const table = b.table('figures', [2, 1], ['Name', 'Number'], numbered(rows), 'Title') as Table
  const body = table.body.map((row, index) => (index === rows - 1 ? { ...row, isTotal: true } : row))
  const foot = [b.p('note of the table', 'note'), b.p('source of the table', 'note')]
  return [
    ...Array.from({ length: above }, (_, index) => b.p(`above${index}`)),
    { ...table, body, foot },
    b.p('after'),
  ]
}
const numbered = (rows: number) => Array.from({ length: rows }, (_, index) => [`row${index}`, String(index)])

function pagesOf(all: readonly Block[]) {
  const layouts = new DocumentLayouts(styleOf(), { read: () => undefined })
  return (
    layouts.layOut(b.document(all), { typeSize: 10.5, spacing: 1 }, assert.unreachable)?.asData().pages ?? []
  )
}

test('the lines below a table stand on the page of its last rows, under them', () => {
  for (const rows of [2, 3, 30])
    for (let above = 0; above < 45; above += 3) {
      const pages = pagesOf(blocks(rows, above))
      const pageOf = (text: string) => pages.findIndex(({ lines }) => lines.some(line => line.text === text))
      const last = pageOf(`row${rows - 1}`)
      for (const text of ['note of the table', 'source of the table'])
        assert.is(pageOf(text), last, `${text} of ${rows} rows after ${above} lines`)
      const yOf = (text: string) => pages[last]?.lines.find(line => line.text === text)?.y ?? 0
      assert.ok(yOf('note of the table') > yOf(`row${rows - 1}`))
      assert.ok(yOf('source of the table') > yOf('note of the table'))
      const after = pageOf('after')
      if (after === last) assert.ok(yOf('after') > yOf('source of the table'))
    }
})

test('a totals row is bold under a line of its own', () => {
  const [page] = pagesOf(blocks(4, 0))
  const fontOf = (text: string) => page?.lines.find(line => line.text === text)?.font ?? ''
  assert.match(fontOf('row3'), /bold/)
  assert.not.match(fontOf('row2'), /bold/)
  const baseline = (text: string) => page?.lines.find(line => line.text === text)?.y ?? 0
  const between = (page?.vectors ?? []).filter(({ y }) => y > baseline('row2') && y < baseline('row3'))
  assert.is(between.length, 1)
})

test('in the tags the lines below a table follow it, in the same part', async () => {
  const { printed, found } = await print(b.document(blocks(3, 1)))
  assert.equal(found, [])
  const tags = outlineTags(readStructure(present(printed, 'document').pdf))
  assert.match(
    tags,
    /\n( *)Div\n\1 {2}Table\n[\s\S]*\n\1 {2}P: note of the table\n\1 {2}P: source of the table\n/,
  )
})

test.run()
