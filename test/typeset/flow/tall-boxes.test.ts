import { test } from 'uvu'
import * as assert from 'uvu/assert'
import { composePages } from '../../../src/typeset/compose-pages.js'
import { layOutPages } from '../../../src/typeset/flow/lay-out-pages.js'
import * as b from '../build-document.js'
import { styleOf } from '../workspace.js'
import { seenPage } from './generated-documents.js'

const words = (name: string, count: number) =>
  Array.from({ length: count }, (_, index) => `${name}w${index}`).join(' ')

/** The pages of a box of so many paragraphs in two columns, after a little text and before more. */
function pagesOf(paragraphs: number) {
  const box = b.aside(
    'note',
    ...Array.from({ length: paragraphs }, (_, index) => b.p(words(`x${index}`, 40))),
  )
  const flow = [b.p(words('before', 60)), box, b.p(words('after', 60))]
  const style = styleOf({
    page: { width: 595.28, height: 600, margins: { top: 60, right: 62, bottom: 64, left: 60 } },
    typeSize: 9.5,
  })
  const composed = composePages(b.document([b.section(flow, 'two-columns')]), style, {
    read: () => undefined,
  })
  const { pages, places } = layOutPages(composed.parts, { ...composed, spacing: 1 })
  return { pages: pages.map(seenPage), rectangles: places.rectangles.get(box) ?? [] }
}

test('a box that is higher than half a page goes on in the next column, a lower one stands whole', () => {
  const [high, low] = [pagesOf(9), pagesOf(3)]
  assert.is(high.pages.length, 1)
  assert.is(high.rectangles.length, 2)
  assert.is(new Set(high.rectangles.map(({ x }) => x)).size, 2)
  assert.is(low.rectangles.length, 1)
  const lowest = (isLeft: boolean) =>
    Math.max(
      ...(high.pages[0]?.lines ?? []).filter(({ left }) => left < 290 === isLeft).map(({ bottom }) => bottom),
    )
  assert.ok(Math.abs(lowest(true) - lowest(false)) < 3 * 9.5 * 1.34)
})

test('a box in parts holds all its words in their order, within itself', () => {
  const { pages, rectangles } = pagesOf(16)
  assert.ok(pages.length > 1)
  const seen = pages.flatMap(({ lines }) => lines.flatMap(({ text }) => text.match(/x\d+w\d+/g) ?? []))
  const wanted = Array.from({ length: 16 }, (_, index) => words(`x${index}`, 40).split(' ')).flat()
  assert.equal(seen, wanted)
  pages.forEach(({ lines }, page) => {
    for (const line of lines.filter(({ text }) => /^x\d/.test(text)))
      assert.ok(
        rectangles.some(
          part =>
            part.page === page + 1 && part.y <= line.top + 0.1 && line.bottom <= part.y + part.height + 0.1,
        ) ||
          rectangles.some(
            part =>
              part.page === page && part.y <= line.top + 0.1 && line.bottom <= part.y + part.height + 0.1,
          ),
        line.text,
      )
  })
})

test.run()
