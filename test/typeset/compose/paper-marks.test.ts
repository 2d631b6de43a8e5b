import { test } from 'uvu'
import * as assert from 'uvu/assert'
import type { Block, Cell, Row } from '../../../src/markup/index.js'
import { readStructure } from '../../../src/typeset/outline/read-structure.js'
import { outlineElement } from '../../../src/typeset/outline/tag-outline.js'
import * as b from '../build-document.js'
import { objectsWith, readPdf } from '../read-pdf.js'
import { print } from '../workspace.js'

const place = b.nowhere
const box = (read: string): Block => ({
  kind: 'tick-box',
  ...{ children: [{ kind: 'text', text: read, place }], place },
})
const line = (words: string, length = 180): Block => ({
  kind: 'signature-line',
  ...{ length, children: b.words(words), place },
})
const cell = (children: Block[], header?: Cell['header']): Cell => ({
  ...{ header, span: 1, rows: 1, children, place },
})
const row = (...cells: Cell[]): Row => ({ cells, place })
const decisions: Block = {
  kind: 'table',
  ...{ style: 'recommendation', caption: undefined, widths: [6, 1, 1], place },
  head: [
    row(
      cell([b.p('Recommendation')], 'column'),
      cell([b.p('Approve')], 'column'),
      cell([b.p('Decline')], 'column'),
    ),
  ],
  body: [row(cell([b.p('Sign the lease.')]), cell([box('box to tick: Approve')]), cell([]))],
}

async function printed(blocks: readonly Block[], type = 10) {
  const { printed, found } = await print(b.document(blocks, {}), { typeSize: type })
  assert.equal(found, [])
  if (!printed) throw new Error('nothing was printed')
  return { ...printed, content: readPdf(printed.pdf).contents.join('\n') }
}

/** Width and height of each rectangle that is outlined, in points. */
const outlined = (content: string) =>
  [...content.matchAll(/([\d.]+) (-?[\d.]+) re\s+(?:B|S|b)\b/g)].map(([, width, height]) => [
    Number(width),
    Math.abs(Number(height)),
  ])

test('a box to tick is drawn ten points square, and read once as its words', async () => {
  const { pdf, content } = await printed([decisions])
  const [side] = outlined(content)
  assert.equal(side, [9.2, 9.2])
  const outline = outlineElement(readStructure(pdf).root)
  assert.is(outline.match(/box to tick/g)?.length, 1)
  assert.match(outline, 'P: {Span box to tick: Approve}')
  const [span, ...others] = objectsWith(readPdf(pdf), '/S /Span', '/ActualText')
  assert.ok(span && others.length === 0)
})

test('in large type the box is larger, too', async () => {
  const { content } = await printed([decisions], 18)
  const [[width] = []] = outlined(content)
  assert.ok((width ?? 0) > 12 && (width ?? 0) < 18)
})

test('a line to write on is no part of what is read; its words stand below it', async () => {
  const { pdf, content, text } = await printed([b.p('Agreed.'), line('Signature', 180), b.p('after')])
  const outline = outlineElement(readStructure(pdf).root)
  assert.match(outline, /P: Agreed\.\n\s*P: Signature\n\s*P: after/)
  const lines = text.flat()
  const y = (words: string) => lines.find(each => each.text.startsWith(words))?.y ?? 0
  assert.ok(y('Signature') - y('Agreed') > 26 + 10)
  const rules = [...content.matchAll(/([\d.]+) (-?[\d.]+) re\s+f/g)].filter(
    ([, , height]) => height === '0.8',
  )
  assert.equal(
    rules.map(([, width]) => width),
    ['180'],
  )
})

test.run()
