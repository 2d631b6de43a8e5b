import { test } from 'uvu'
import * as assert from 'uvu/assert'
import { composePages } from '../../../src/typeset/compose-pages.js'
import { layOutPages } from '../../../src/typeset/flow/lay-out-pages.js'
import * as b from '../build-document.js'
import { sampleDocument } from '../sample.js'
import { styleOf } from '../workspace.js'
import {
  type GeneratedDocument,
  generatedDocuments,
  type SeenLine,
  seenPages,
} from './generated-documents.js'

const generated = generatedDocuments(29, 60)
const documents = generated.map(document => ({ document, pages: seenPages(document) }))

/** Points by which rounding may move an edge. */
const ROUNDING = 0.05

test('every line is inside the body of its page, and over no other', () => {
  documents.forEach(({ pages }, index) => {
    pages.forEach(({ lines, body }, at) => {
      const where = `document ${index}, page ${at + 1}`
      for (const line of lines) {
        assert.ok(line.top >= body.top - ROUNDING && line.bottom <= body.bottom + ROUNDING, where)
        assert.ok(line.left >= body.left - ROUNDING && line.right <= body.right + ROUNDING, where)
      }
      lines.forEach((line, position) => {
        const over = lines.slice(position + 1).find(other => isOver(line, other))
        assert.ok(!over, `${where}: \`${line.text}\` and \`${over?.text}\``)
      })
    })
  })
})

const isOver = (one: SeenLine, other: SeenLine) =>
  one.left < other.right - ROUNDING &&
  other.left < one.right - ROUNDING &&
  one.top < other.bottom - ROUNDING &&
  other.top < one.bottom - ROUNDING

test('every word is printed once, and those of a text in order', () => {
  documents.forEach(({ pages, document }, index) => {
    const wanted = [...JSON.stringify(document.blocks).matchAll(/"text":"([a-z]\d+w\d+)"/g)].map(
      match => match[1] ?? '',
    )
    const printed = pages
      .flatMap(page => page.lines.filter(line => !line.repeated))
      .flatMap(({ text }) => text.toLowerCase().match(/[a-z]\d+w\d+/g) ?? [])
    assert.equal([...printed].sort(), [...wanted].sort(), `document ${index}`)
    const last = new Map<string, number>()
    for (const name of printed) {
      const [text = '', word] = name.split('w')
      assert.ok(Number(word) > (last.get(text) ?? -1), `document ${index}: ${name} is out of order`)
      last.set(text, Number(word))
    }
  })
})

test('a page does not end in a heading, and no page is empty', () => {
  documents.forEach(({ pages }, index) => {
    pages.forEach(({ lines }, at) => {
      assert.ok(lines.length > 0, `document ${index}, page ${at + 1} is empty`)
      if (at === pages.length - 1) return
      const isEndOfSection = pages[at + 1]?.width !== pages[at]?.width
      const lowest = lines.reduce((low, line) => (line.bottom > low.bottom ? line : low))
      if (!isEndOfSection) assert.not.match(lowest.text, /^h\d/, `document ${index}, page ${at + 1}`)
    })
  })
})

test('sections that lie are on pages of their own that lie, with the same margins', () => {
  documents.forEach(({ pages, document }, index) => {
    const { width, height } = document.page
    for (const block of document.blocks) {
      const lies = block.kind === 'section' && block.page === 'landscape'
      const names = new Set(JSON.stringify(block).match(/[a-z]\d+w\d+/g) ?? [])
      for (const page of pages) {
        if (!page.lines.some(line => line.names.some(name => names.has(name)))) continue
        const size = lies ? [Math.max(width, height), Math.min(width, height)] : [width, height]
        assert.equal([page.width, page.height], size, `document ${index}`)
        assert.equal(page.page.pageMargins, { top: 60, right: 62, bottom: 64, left: 60 })
      }
    }
  })
})

test('a later layout in other spacing is that of a fresh document', () => {
  const sample: GeneratedDocument = {
    blocks: sampleDocument().blocks,
    page: { width: 595.28, height: 841.89 },
    spacing: 1,
    typeSize: 10.5,
  }
  for (const { blocks, page, typeSize } of [...generated.slice(0, 50), sample]) {
    const style = styleOf({
      page: { ...page, margins: { top: 60, right: 62, bottom: 64, left: 60 } },
      typeSize,
    })
    const compose = () => composePages(b.document(blocks), style, { read: () => undefined })
    const composed = compose()
    const shown = (from: typeof composed, spacing: number) =>
      layOutPages(from.parts, { ...from, spacing }).pages.map(({ pageSize, items }) => ({
        pageSize,
        items: items.map(({ type, item }) =>
          type === 'line'
            ? [type, item.x, item.y, item.line.words.map(({ text }) => text).join('')]
            : type === 'vector'
              ? [type, item.type, item.x, item.y, item.x1, item.x2, item.y1, item.w, item.h]
              : [type, item.x, item.y],
        ),
      }))
    for (const spacing of [0.7, 1.35]) shown(composed, spacing)
    assert.equal(shown(composed, 0.9), shown(compose(), 0.9))
  }
})

test.run()
