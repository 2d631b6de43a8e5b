import { test } from 'uvu'
import * as assert from 'uvu/assert'
import { PdfFile } from '../../../src/typeset/file/pdf-file.js'
import { PDFDocument, Renderer } from '../../../src/typeset/nodes/pdfmake-modules.js'
import { MarkedContent, StructureElement } from '../../../src/typeset/nodes/structure-element.js'
import { MarkedContentWriter } from '../../../src/typeset/tags/marked-content-writer.js'
import { document, figure, h, nowhere, p, rule } from '../build-document.js'
import { png } from '../pictures.js'
import { objectsWith, readPdf } from '../read-pdf.js'
import { print } from '../workspace.js'

/** Runs something while a method of a class is watched; returns what the method was called on and with. */
async function callsOf<Class extends { prototype: object }>(
  watched: Class,
  method: string,
  run: () => Promise<void>,
): Promise<{ self: unknown; values: unknown[] }[]> {
  const prototype = watched.prototype as Record<string, (...values: unknown[]) => unknown>
  const original = prototype[method]
  if (!original) throw new Error(`there is no ${method}`)
  const calls: { self: unknown; values: unknown[] }[] = []
  prototype[method] = function (...values) {
    calls.push({ self: this, values })
    return original.apply(this, values)
  }
  try {
    await run()
  } finally {
    prototype[method] = original
  }
  return calls
}

test("every page goes through pdfmake's renderer, into pdfmake's document", async () => {
  const words = Array.from({ length: 900 }, (_, index) => `word${index}`).join(' ')
  let pdf = new Uint8Array()
  let texts = 0
  const calls = await callsOf(Renderer, 'renderPages', async () => {
    const blocks = [h(1, 'One'), p(words), rule, figure('a.png', 0.2)]
    const { printed } = await print(document(blocks), {}, new Map([['a.png', png(4, 90)]]))
    pdf = new Uint8Array(printed?.pdf ?? [])
    texts = printed?.text.flat().length ?? 0
  })
  const written = objectsWith(readPdf(pdf), '/Type /Page\n')
  assert.ok(written.length > 1)
  assert.is(calls.length, written.length)
  const pages = calls.flatMap(({ values: [given] }) => given as { items: { type: string }[] }[])
  assert.is(pages.length, written.length)
  const kinds = pages.flatMap(({ items }) => items.map(({ type }) => type))
  const countOf = (kind: string) => kinds.filter(one => one === kind).length
  assert.is(countOf('line'), texts, 'all that is printed is on these pages')
  assert.is(countOf('image'), 1)
  assert.ok(countOf('vector') > 0)
  for (const { self } of calls)
    assert.instance((self as InstanceType<typeof Renderer>).pdfDocument, PDFDocument)
})

test('one tree serves several layouts: drawing says where its content is, and leaves it as it was', () => {
  const root = new StructureElement('Document', nowhere)
  const content = root.add('Figure', nowhere, { alt: 'x' }).markedContent()
  const drawnAt = (left: number) => {
    const writer = new MarkedContentWriter(paper(), 1)
    writer.beginPage()
    assert.not.ok(writer.hasDrawn(content))
    writer.begin(content)
    writer.extendBox(content.element, [left, 10, left + 20, 30])
    writer.extendBox(content.element, [left + 10, 5, left + 40, 20])
    writer.endPage()
    assert.ok(writer.hasDrawn(content))
    return writer.marks()
  }
  const before = JSON.stringify(root)
  for (const left of [0, 100]) {
    const { references, boxes } = drawnAt(left)
    assert.equal(references.get(content), [{ page: 0, mcid: 0 }])
    assert.equal(boxes.get(content.element), [left, 5, left + 40, 30])
  }
  assert.is(JSON.stringify(root), before)
  assert.equal(Object.keys(new MarkedContent(root)), ['element'])
})

/** A document that has begun a page. */
const paper = () => new PdfFile(document([p('x')]), new Date(0)).addPage({ size: [200, 300] })

test.run()
