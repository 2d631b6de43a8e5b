import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { test } from 'uvu'
import * as assert from 'uvu/assert'
import { ObjectReference } from '../../../src/typeset/file/pdf-syntax.js'
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
  const { devDependencies } = json(`${root}package.json`)
  for (const name of ['pdfmake', 'pdfkit', 'hyphen', 'linebreak']) {
    const path = `${root}node_modules/${name}/package.json`
    assert.is(
      json(path).version,
      devDependencies[name],
      `${name}: look at the contract before another version is taken`,
    )
  }
})

const METHODS: Readonly<Record<string, Readonly<Record<string, number>>>> = {
  Renderer: { renderPages: 1, renderLine: 3, renderVector: 1, renderImage: 1 },
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

test('pdfkit writes a header, and each object as a head, its syntax, the data of a stream, and an end', () => {
  const pieces: unknown[] = []
  let finalized = false
  const Probe = extended(classes.PDFDocument, {
    _write: (_, piece) => pieces.push(piece),
    _finalize: () => {
      finalized = true
    },
  })
  const document = new Probe({}, {}, {}, {}, { autoFirstPage: false, font: null, pdfVersion: '1.7' })
  assert.equal(pieces.splice(0), ['%PDF-1.7', '%\xFF\xFF\xFF\xFF'])
  const next = document._offsets.length + 1
  const plain = document.ref({ Type: 'X', A: [1, new String('b')] })
  assert.is(plain.id, next, 'an object has the number after the last')
  plain.end()
  assert.equal(pieces.splice(0), [`${next} 0 obj`, '<<\n/Type /X\n/A [1 (b)]\n>>', 'endobj'])
  const stream = document.ref({})
  stream.compress = false
  stream.data.Filter = 'FlateDecode'
  stream.end(Buffer.from('data'))
  assert.equal(pieces.splice(0), [
    ...[`${next + 1} 0 obj`, '<<\n/Filter /FlateDecode\n/Length 4\n>>'],
    ...['stream', Buffer.from('data'), '\nendstream', 'endobj'],
  ])
  document.end()
  assert.ok(finalized, 'as soon as it is ended')
})

test('pdfkit writes a reference that is not its own by its text', () => {
  const pieces: unknown[] = []
  const Probe = extended(classes.PDFDocument, { _write: (_, piece) => pieces.push(piece) })
  const document = new Probe({}, {}, {}, {}, { autoFirstPage: false, font: null })
  document.ref({ A: new ObjectReference(7), B: [new ObjectReference(8)] }).end()
  assert.is(pieces.at(-2), '<<\n/A 7 0 R\n/B [8 0 R]\n>>')
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
