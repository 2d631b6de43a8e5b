import { test } from 'uvu'
import * as assert from 'uvu/assert'
import { Findings, SourceFile } from '../../../src/diagnostics/index.js'
import type { Block } from '../../../src/markup/index.js'
import { type MarkedContent, StructureElement } from '../../../src/typeset/nodes/structure-element.js'
import { expandObjectStreams } from '../../../src/typeset/outline/expand-object-streams.js'
import { checkAccessibility, type DrawnDocument } from '../../../src/typeset/tags/check-accessibility.js'
import type { ContentReference, ElementBox } from '../../../src/typeset/tags/drawn-marks.js'
import * as b from '../build-document.js'
import { makeJpeg, png } from '../pictures.js'
import { print } from '../workspace.js'

const pdfOf = (printed: { pdf: Uint8Array } | undefined) => Buffer.from(printed?.pdf ?? []).toString()
const claims = (pdf: string) => [/<pdfuaid:part>1</.test(pdf), /<pdfaid:part>3</.test(pdf)]

test('claims PDF/UA-1 and PDF/A-3a, with metadata that say what the information says', async () => {
  const { printed } = await print(b.document([b.p('x')], { title: 'Ports & “ferries” <now>', lang: 'pt-BR' }))
  const pdf = pdfOf(printed)
  assert.equal(claims(pdf), [true, true])
  assert.match(pdf, '<pdfaid:conformance>A</pdfaid:conformance>')
  assert.match(pdf, '>Ports &#38; “ferries” &#60;now&#62;<')
  assert.match(pdf, '<dc:creator><rdf:Seq><rdf:li>Harbour Policy Unit</rdf:li></rdf:Seq></dc:creator>')
  assert.match(pdf, '<dc:language><rdf:Bag><rdf:li>pt-BR</rdf:li></rdf:Bag></dc:language>')
  assert.match(pdf, '<xmp:CreateDate>2025-03-03T00:00:00Z</xmp:CreateDate>')
  assert.match(pdf, '<xmp:ModifyDate>2025-03-03T00:00:00Z</xmp:ModifyDate>')
  const objects = expandObjectStreams(printed?.pdf ?? new Uint8Array())
  assert.match(objects, /\/OutputIntents \[\d+ 0 R\]/)
  assert.match(objects, /\/DisplayDocTitle true/)
  assert.match(objects, /\/Marked true/)
})

test('files of other content have other identifiers, those of the same content the same', async () => {
  const identifier = async (text: string) => {
    const { printed } = await print(b.document([b.p(text)]))
    return /\/ID \[<(\w{32})> <\1>\]/.exec(pdfOf(printed))?.[1]
  }
  const [one, again, other] = [await identifier('x'), await identifier('x'), await identifier('y')]
  assert.is(typeof one, 'string')
  assert.is(one, again)
  assert.is.not(one, other)
})

const inLanguage = (lang: string): Block =>
  b.p([{ kind: 'span', style: undefined, lang, children: [b.t('x')], place: b.nowhere }])
const image = (file: string, alt = 'A picture'): Block => ({ ...b.figure(file, 1), alt }) as Block
const headless = b.table('grid', [1, 1], [], [['a', 'b']])
const withoutHeads = {
  ...headless,
  body: [
    {
      place: b.nowhere,
      cells: [{ header: undefined, span: 1, rows: 1, children: [b.p('a')], place: b.nowhere }],
    },
  ],
} as Block

const IMAGES = new Map([
  ['a.png', png(4, 90)],
  ['grey.jpg', makeJpeg({ levels: [90] })],
  ['inks.jpg', makeJpeg({ levels: [9, 9, 9, 9] })],
])

for (const [what, blocks, more, message] of [
  ['a title', [b.p('x')], { title: ' ' }, 'the document has no title'],
  ['a language', [b.p('x')], { lang: 'e_n' }, '`e_n` is not a language tag'],
  ['the language of a passage', [inLanguage('??')], {}, '`??` is not a language tag'],
  ['words for a picture', [image('a.png', ' ')], {}, 'a picture has no words in its place'],
  ['headers in a table', [withoutHeads], {}, 'a cell of a table has no header'],
  ['a goal for a link', [b.section([], undefined, 'empty'), b.p([b.link('x', '#empty')])], {}, /leads to/],
  [
    'colours that can be kept',
    [image('inks.jpg')],
    {},
    'the colours of `inks.jpg` are those of four inks, which PDF/A cannot keep',
  ],
] as const)
  test(`without ${what} nothing is claimed, and it is said where`, async () => {
    const { printed, all } = await print(b.document(blocks, more), {}, IMAGES)
    assert.equal([...new Set(all.map(({ code }) => code))], ['not-accessible'])
    assert.match(all[0]?.message ?? '', message)
    assert.is(all[0]?.place.file.path, 'briefs/sample.yaml')
    assert.equal(claims(pdfOf(printed)), [false, false])
  })

test('pictures in grey, and tables named by their rows alone, are claimed for', async () => {
  const { printed, found } = await print(b.document([image('grey.jpg'), headless]), {}, IMAGES)
  assert.equal(found, [])
  assert.equal(claims(pdfOf(printed)), [true, true])
})

/** A tree as if it were drawn on one page, with a piece of content for each of its elements that may hold words. */
function drawnAs(build: (root: StructureElement) => void): DrawnDocument {
  const root = new StructureElement('Document', b.nowhere)
  build(root)
  const pageElements: StructureElement[] = []
  const references = new Map<MarkedContent, readonly ContentReference[]>()
  const boxes = new Map<StructureElement, ElementBox>()
  const draw = (tag: StructureElement) => {
    if (tag.type === 'Figure') boxes.set(tag, [0, 0, 1, 1])
    if (tag.kids.length === 0) {
      references.set(tag.markedContent(), [{ page: 0, mcid: pageElements.length }])
      pageElements.push(tag)
    }
    for (const kid of tag.kids) if (kid instanceof StructureElement) draw(kid)
  }
  draw(root)
  const pageMarks = [{ mcids: pageElements.map((_, index) => index), wellFormed: true }]
  const marks = { references, boxes, pageElements: [pageElements], annotationElements: [], pageMarks }
  return { document: { title: 'T', lang: 'en' }, root, marks, issues: [] }
}

function messagesOf(drawn: DrawnDocument): readonly string[] {
  const findings = new Findings()
  const passes = checkAccessibility(drawn, findings.report)
  assert.is(passes, findings.all.length === 0)
  assert.ok(findings.all.every(({ code }) => code === 'not-accessible'))
  return findings.all.map(finding => finding.message)
}

const at = b.nowhere
const faulty: readonly [string, (root: StructureElement) => void, string][] = [
  [
    'a skipped level',
    root => [root.add('H1', at), root.add('H3', at)],
    'a heading of level 3 follows one of level 1',
  ],
  ['a first heading of the second level', root => root.add('H2', at), 'the first heading is of level 2'],
  ['an item without a list', root => root.add('LI', at).add('LBody', at).add('P', at), 'in `Document`'],
  ['a paragraph in a list', root => root.add('L', at).add('P', at), '`P` is in `L`'],
  ['a paragraph in a paragraph', root => root.add('P', at).add('P', at), '`P` is in `P`'],
  ['a table in a heading', root => root.add('H1', at).add('Table', at), '`Table` is in `H1`'],
  ['a link outside of a paragraph', root => root.add('Sect', at).add('Link', at), '`Link` is in `Sect`'],
  ['words in a section', root => root.add('Sect', at), 'words stand in `Sect` itself'],
  ['words in a row', root => root.add('Table', at).add('TBody', at).add('TR', at), 'words stand in `TR`'],
  ['a picture without words', root => root.add('Figure', at), 'a picture has no words in its place'],
  [
    'a link without an annotation',
    root => root.add('P', at).add('Link', at, { linkDescription: 'x' }),
    'a link leads to nothing that is printed',
  ],
  ['a link without contents', root => root.add('P', at).add('Link', at), 'does not say where it leads'],
  ['a language that is none', root => root.add('P', at, { lang: 'x_y' }), '`x_y` is not a language tag'],
  [
    'a ragged table',
    root => {
      const body = root.add('Table', at).add('TBody', at)
      body.add('TR', at).add('TH', at).add('P', at)
      body.add('TR', at).add('TH', at, { colSpan: 2 }).add('P', at)
    },
    'a row of a table is not as wide as the first',
  ],
  [
    'a row that is wider than the first, as a cell from above stands in it',
    root => {
      const body = root.add('Table', at).add('TBody', at)
      const row = body.add('TR', at)
      row.add('TH', at, { rowSpan: 2 }).add('P', at)
      body.add('TR', at).add('TH', at).add('P', at)
    },
    'a row of a table is not as wide as the first',
  ],
  [
    'a cell over one from above',
    root => {
      const body = root.add('Table', at).add('TBody', at)
      const row = body.add('TR', at)
      row.add('TH', at).add('P', at)
      row.add('TH', at, { rowSpan: 2 }).add('P', at)
      body.add('TR', at).add('TH', at, { colSpan: 2 }).add('P', at)
    },
    'a cell of a table is over another',
  ],
  [
    'a cell of the head that reaches into the body',
    root => {
      const table = root.add('Table', at)
      table.add('THead', at).add('TR', at).add('TH', at, { rowSpan: 2 }).add('P', at)
      table.add('TBody', at).add('TR', at).add('TH', at).add('P', at)
    },
    'a cell of a table reaches beyond its last row',
  ],
  [
    'a cell whose only header is empty',
    root => {
      const table = root.add('Table', at)
      const header = table.add('THead', at).add('TR', at).add('TH', at)
      header.markedContent()
      table
        .add('TBody', at)
        .add('TR', at)
        .add('TD', at, { headers: [header] })
        .add('P', at)
    },
    'a cell of a table has no header',
  ],
]
for (const [what, build, message] of faulty)
  test(`finds ${what}`, () => {
    const messages = messagesOf(drawnAs(build))
    assert.ok(
      messages.some(found => found.includes(message)),
      messages.join('\n'),
    )
  })

test('finds nothing in a tree of every kind', () => {
  const build = (root: StructureElement) => {
    root.add('H1', at)
    const table = root.add('Sect', at).add('Table', at)
    table.add('Caption', at)
    const header = table.add('THead', at).add('TR', at).add('TH', at)
    header.add('P', at)
    table
      .add('TBody', at)
      .add('TR', at)
      .add('TD', at, { headers: [header] })
      .add('P', at)
    const spanned = root.add('Table', at).add('TBody', at)
    const first = spanned.add('TR', at)
    const name = first.add('TH', at, { rowSpan: 2 })
    name.add('P', at)
    first.add('TD', at, { colSpan: 2, headers: [name] }).add('P', at)
    const second = spanned.add('TR', at)
    for (let cell = 0; cell < 2; cell++) second.add('TD', at, { headers: [name] }).add('P', at)
    const item = root.add('BlockQuote', at).add('L', at).add('LI', at)
    item.add('Lbl', at)
    item.add('LBody', at).add('Note', at).add('Span', at, { lang: 'de' })
    root.add('TOC', at).add('TOCI', at).add('Reference', at).add('Span', at)
  }
  assert.equal(messagesOf(drawnAs(build)), [])
})

const LOST = 'something is drawn that belongs to no element'
const paragraph = (root: StructureElement) => root.add('P', at)
const changed = (more: Partial<DrawnDocument['marks']>): readonly string[] => {
  const drawn = drawnAs(paragraph)
  return messagesOf({ ...drawn, marks: { ...drawn.marks, ...more } })
}

test('finds content that no element tells of, or two, or that was drawn otherwise', () => {
  const { root, marks } = drawnAs(paragraph)
  const [[tag] = []] = marks.pageElements
  if (!tag) throw new Error('there is no paragraph')
  assert.equal(changed({}), [])
  assert.equal(changed({ pageElements: [[tag, tag]] }), [LOST], 'told of by none')
  assert.equal(changed({ pageElements: [[root]] }), [LOST], 'told of by another')
  assert.equal(changed({ pageMarks: [{ mcids: [0], wellFormed: false }] }), [LOST], 'outside of marks')
  assert.equal(changed({ pageMarks: [{ mcids: [1], wellFormed: true }] }), [LOST], 'by another number')
  assert.equal(changed({ pageMarks: [] }), [LOST], 'on no page')
  const twice = [...marks.references].map(([content, drawn]) => [content, [...drawn, ...drawn]] as const)
  const read = { document: { title: 'T', lang: 'en' }, root, issues: [] }
  assert.equal(
    messagesOf({ ...read, marks: { ...marks, references: new Map(twice) } }),
    [LOST],
    'told of twice',
  )
})

test('finds a picture without a place', () => {
  const drawn = drawnAs(root => root.add('Figure', at, { alt: 'x' }))
  assert.equal(messagesOf(drawn), [])
  assert.equal(messagesOf({ ...drawn, marks: { ...drawn.marks, boxes: new Map() } }), [
    'a picture has no place on its page',
  ])
})

test('finds an annotation that no link tells of', () => {
  const tag = new StructureElement('Link', at)
  assert.equal(changed({ annotationElements: [tag] }), [LOST])
})

test('reports what others found, at its place', () => {
  const file = new SourceFile('briefs/other.yaml', '')
  const place = { file, range: { start: 0, end: 0 } }
  const findings = new Findings()
  const faults = [{ place, message: 'a fault', hint: 'mend it' }]
  assert.is(checkAccessibility({ ...drawnAs(paragraph), issues: faults }, findings.report), false)
  const [found] = findings.all
  assert.equal([found?.place.file.path, found?.message, found?.hints], [file.path, 'a fault', ['mend it']])
})

test.run()
