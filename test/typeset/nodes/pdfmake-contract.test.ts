import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { test } from 'uvu'
import * as assert from 'uvu/assert'
import * as door from '../../../src/typeset/nodes/pdfmake-modules.js'

/**
 * What the stage leans on in pdfmake and in pdfkit below it, beyond their public interfaces. A test that fails here
 * names the assumption that a new version breaks.
 */
const require = createRequire(import.meta.url)
const json = (path: string) => JSON.parse(readFileSync(path, 'utf8'))
const root = new URL('../../../', import.meta.url).pathname

// biome-ignore lint/suspicious/noExplicitAny: what the packages export is what these tests ask about
type Anything = any
const classes = door as unknown as Anything

/** A class with some methods of its own, which have the object as their first parameter. */
function extended(
  base: Anything,
  methods: Readonly<Record<string, (self: Anything, ...values: Anything[]) => unknown>>,
) {
  class Extended extends (base as unknown as new (...values: unknown[]) => object) {}
  for (const [name, method] of Object.entries(methods))
    Object.defineProperty(Extended.prototype, name, {
      value(this: Anything, ...values: Anything[]) {
        return method(this, ...values)
      },
    })
  return Extended as unknown as Anything
}
const PAPER = { width: 200, height: 300 }
const MARGINS = { left: 10, right: 20, top: 30, bottom: 40 }

test('the versions installed are those pinned, to the last figure', () => {
  const { dependencies } = json(`${root}package.json`)
  for (const name of ['pdfmake', 'pdfkit', 'hyphen']) {
    const path = require.resolve(`${name}/package.json`)
    assert.is(
      json(path).version,
      dependencies[name],
      `${name}: look at the contract before another version is taken`,
    )
  }
})

const METHODS: Readonly<Record<string, Readonly<Record<string, number>>>> = {
  LayoutBuilder: {
    tryLayoutDocument: 8,
    processNode: 1,
    processVerticalContainer: 1,
    processColumns: 1,
    processTable: 1,
    processLeaf: 1,
    processRow: 1,
  },
  DocMeasure: { measureDocument: 1, measureNode: 1, measureLeaf: 1, measureVerticalContainer: 1 },
  DocPreprocessor: { preprocessDocument: 1 },
  TableProcessor: { beginTable: 1, beginRow: 2, endRow: 3, endTable: 1, drawHorizontalLine: 3 },
  Renderer: { renderPages: 1, renderLine: 3, renderVector: 1, renderImage: 1 },
  Line: { addInline: 1, getHeight: 0, getAscenderHeight: 0, getWidth: 0, clone: 0 },
  TextBreaker: { getBreaks: 2 },
  PDFDocument: { provideImage: 1 },
}

for (const [name, methods] of Object.entries(METHODS))
  test(`${name} has the methods that are called or overridden, with as many parameters`, () => {
    for (const [method, count] of Object.entries(methods)) {
      const found = classes[name]?.prototype[method]
      assert.type(found, 'function', `${name}.${method} is gone`)
      assert.is(found.length, count, `${name}.${method} takes other parameters`)
    }
  })

const font = { ascender: 800, descender: -200 }
const inline = (text: string, more: object = {}) => ({
  ...{ text, width: 20, height: 14, leadingCut: 0, trailingCut: 0, font, fontSize: 10, alignment: 'left' },
  ...more,
})

test('a line places words one after another, and knows heights by its highest', () => {
  const line = new classes.Line(100)
  for (const word of [inline('a '), inline('b ', { height: 18, trailingCut: 3 })]) line.addInline(word)
  assert.equal(
    line.inlines.map((word: Anything) => word.x),
    [0, 20],
  )
  assert.is(line.getHeight(), 18)
  assert.is(line.getAscenderHeight(), 8)
  assert.is(line.getWidth(), 37, 'the space at the end of a line has no width')
})

/** A builder that has begun a page, as `tryLayoutDocument` does before it processes nodes. */
function begun(process: (builder: Anything) => void): readonly Anything[] {
  const Probe = extended(classes.LayoutBuilder, { processVerticalContainer: self => process(self) })
  const builder = Object.assign(new Probe(PAPER, MARGINS, null), {
    docPreprocessor: { preprocessDocument: (node: unknown) => node },
    docMeasure: { measureDocument: (node: unknown) => node },
  })
  return builder.tryLayoutDocument({ stack: [] }, null, {}, {}).pages as unknown as readonly Anything[]
}

test('layout calls the preprocessor and the measure that it is given, and begins on a page', () => {
  let seen: object = {}
  const pages = begun(builder => {
    const context = builder.writer.context()
    seen = { x: context.x, y: context.y, width: context.availableWidth, height: context.availableHeight }
    assert.equal(builder.writer.contextStack, [], 'a page in flow has no contexts below it')
    assert.equal(context.snapshots, [])
  })
  assert.equal(seen, { x: 10, y: 30, width: 170, height: 230 })
  assert.is(pages.length, 1)
  assert.equal(pages[0]?.pageMargins, MARGINS)
})

test('a line that is written keeps its own offset, moves the page down, and is told of', () => {
  const pages = begun(builder => {
    const line = new classes.Line(170)
    line.addInline(inline('word'))
    line.x = 3
    line.y = 2
    let told: unknown
    builder.writer.addListener('lineAdded', (added: unknown) => {
      told = added
    })
    builder.writer.addLine(line)
    assert.is(told, line)
    assert.equal([line.x, line.y], [13, 32])
    assert.is(builder.writer.context().y, 44)
    assert.is(builder.writer.context().availableHeight, 216)
    builder.writer.addLine(line, true)
    assert.is(builder.writer.context().y, 44, 'a marker does not move the page down')
  })
  assert.equal(
    pages[0]?.items.map((item: Anything) => item.type),
    ['line', 'line'],
  )
})

test('leaving a page begins the next at its top, and tells where the last one was left', () => {
  const pages = begun(builder => {
    let told: Anything | undefined
    builder.writer.addListener('pageChanged', (change: Anything) => {
      told = change
    })
    builder.writer.context().moveDown(50)
    builder.writer.moveToNextPage()
    assert.equal([told?.prevPage, told?.prevY], [0, 80])
    assert.equal([builder.writer.context().page, builder.writer.context().y], [1, 30])
  })
  assert.is(pages.length, 2)
})

test('a row that is kept whole has no end of page in it: its height is not a number', () => {
  begun(builder => {
    builder.writer.beginUnbreakableBlock()
    assert.is(builder.writer.contextStack.length, 1)
    assert.ok(Number.isNaN(builder.writer.context().availableHeight))
    builder.writer.commitUnbreakableBlock()
    assert.is(builder.writer.contextStack.length, 0)
  })
})

test('columns begin at one height, side by side, and end at the lowest', () => {
  begun(builder => {
    const context = builder.writer.context()
    context.beginColumnGroup()
    context.beginColumn(60, 0)
    context.moveDown(20)
    context.beginColumn(60, 10)
    assert.equal([context.x, context.y, context.availableWidth], [80, 30, 60])
    context.moveDown(5)
    context.completeColumnGroup()
    assert.equal([context.x, context.y, context.availableWidth], [10, 50, 170])
  })
})

test('margins narrow what is inside and are taken back', () => {
  begun(builder => {
    const context = builder.writer.context()
    context.addMargin(5, 7)
    assert.equal([context.x, context.availableWidth], [15, 158])
    context.addMargin(-5, -7)
    assert.equal([context.x, context.availableWidth], [10, 170])
  })
})

const LAYOUT = {
  hLineWidth: () => 1,
  vLineWidth: () => 0,
  hLineColor: () => '#000000',
  paddingLeft: (column: number) => (column === 0 ? 0 : 4),
  paddingRight: () => 2,
  paddingTop: () => 3,
  paddingBottom: () => 3,
  fillColor: () => null,
}

test('a table is as high as its rows with padding and lines, and its columns as wide as they ask', () => {
  const widths: unknown[] = []
  const Measure = extended(classes.DocMeasure, {
    measureLeaf: (_, leaf) => Object.assign(leaf ?? {}, { _minWidth: 0, _maxWidth: 0 }),
  })
  const Probe = extended(classes.LayoutBuilder, {
    processLeaf: ({ writer }) => {
      widths.push(writer.context().availableWidth)
      writer.context().moveDown(20)
    },
  })
  const builder = Object.assign(new Probe(PAPER, MARGINS, null), {
    docPreprocessor: new classes.DocPreprocessor(),
    docMeasure: new Measure(null, {}, {}, null, {}),
  })
  const row = () => [{ text: [{ text: 'a' }] }, { text: [{ text: 'b' }] }]
  const table = {
    table: {
      widths: [{ width: 50 }, { width: 60 }],
      body: [row(), row(), row()],
      ...{ headerRows: 1, keepWithHeaderRows: 1, dontBreakRows: true },
    },
    layout: LAYOUT,
  }
  builder.tryLayoutDocument({ stack: [table] }, null, {}, {})
  assert.equal(widths.slice(0, 2), [50, 60])
  assert.is(builder.writer.context().y, 30 + 3 * (20 + 3 + 3) + 4)
  assert.is(builder.nestedLevel, 0)
})

test('text is broken by the rules of Unicode, run by run, and says where two runs may not be parted', () => {
  const { TextBreaker, StyleContextStack } = classes
  const pieces = new TextBreaker().getBreaks(
    [{ text: 'one two' }, { text: '.' }],
    new StyleContextStack({}, {}),
  )
  assert.equal(
    pieces.map(({ text, noNewLine }: Anything) => [text, noNewLine === true]),
    [
      ['one ', false],
      ['two', true],
      ['.', false],
    ],
  )
})

test('the renderer begins a page and hands its items, in their order, to the method of their kind', () => {
  const told: unknown[][] = []
  const tell =
    (name: string) =>
    (_: Anything, ...values: Anything[]) =>
      told.push([name, ...values])
  const Probe = extended(classes.Renderer, {
    renderLine: tell('line'),
    renderVector: tell('vector'),
    renderImage: tell('image'),
  })
  const document = new classes.PDFDocument({}, {}, {}, {}, { autoFirstPage: false, font: null })
  document.on('pageAdded', () => told.push(['page', document.page.width, document.page.height]))
  const [line, vector, image] = [{ x: 3, y: 4 }, { type: 'rect' }, { image: 'a' }]
  const items = [
    { type: 'image', item: image },
    { type: 'line', item: line },
    { type: 'vector', item: vector },
  ]
  new Probe(document).renderPages([{ pageSize: PAPER, pageMargins: MARGINS, items }])
  assert.equal(told, [
    ['page', PAPER.width, PAPER.height],
    ['image', image],
    ['line', line, 3, 4],
    ['vector', vector],
  ])
})

test('pdfkit has what documents, links and bookmarks are made with', () => {
  const PdfKit = require('pdfkit')
  for (const method of ['ref', 'addContent', 'link', 'goTo', 'addNamedDestination', 'end'])
    assert.type(PdfKit.prototype[method], 'function', `pdfkit: ${method} is gone`)
  const document = new PdfKit({ autoFirstPage: true, font: null })
  assert.type(document.page.dictionary.data, 'object')
  assert.type(document.outline.addItem, 'function')
  assert.type(document.page.fonts, 'object')
})

test.run()
