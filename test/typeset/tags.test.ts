import { test } from 'uvu'
import * as assert from 'uvu/assert'
import { Findings } from '../../src/diagnostics/index.js'
import type { Block, Document } from '../../src/markup/index.js'
import { isAccessible } from '../../src/typeset/tags/check-structure.js'
import type { MarkedPages } from '../../src/typeset/tags/marked-pages.js'
import { Tag } from '../../src/typeset/tags/tag.js'
import { tagOutline } from '../support/tag-outline.js'
import * as b from './build-document.js'
import { readPdf } from './read-pdf.js'
import { print } from './workspace.js'

const tagsOf = async (blocks: readonly Block[], more: Partial<Document> = {}) => {
  const { printed, found } = await print(b.document(blocks, more))
  assert.equal(found, [])
  return tagOutline(printed?.pdf ?? new Uint8Array())
}
const lines = (...text: string[]) => `${text.join('\n')}\n`

test('headings skip no level, and begin with the first', async () => {
  const outline = await tagsOf([b.h(2, 'One'), b.p('x'), b.h(4, 'Deep'), b.p('x'), b.h(2, 'Two'), b.p('x')])
  assert.is(
    outline,
    lines('Document', '  H1 "One"', '  P "x"', '  H2 "Deep"', '  P "x"', '  H2 "Two"', '  P "x"'),
  )
})

test('a list has labels and bodies, and says how it is numbered', async () => {
  const outline = await tagsOf([b.list(['a', 'b'], undefined, true)])
  assert.is(
    outline,
    lines(
      'Document',
      '  L [Decimal]',
      ...['a', 'b'].flatMap((word, index) => [
        '    LI',
        `      Lbl "${index + 1}."`,
        '      LBody',
        `        P "${word}"`,
      ]),
    ),
  )
})

test('a cell knows the cells that head it, and a caption belongs to its table', async () => {
  const outline = await tagsOf([b.table('grid', [1, 1], ['Port', 'Ships'], [['North', '7']], 'Ships a day')])
  assert.is(
    outline,
    lines(
      'Document',
      '  Table',
      '    Caption "Ships a day"',
      '    THead',
      '      TR',
      '        TH [scope Column, #TH1]',
      '          P "PORT"',
      '        TH [scope Column, #TH2]',
      '          P "SHIPS"',
      '    TBody',
      '      TR',
      '        TH [scope Row, #TH3]',
      '          P "North"',
      '        TD [headers TH2 TH3]',
      '          P "7"',
    ),
  )
})

test('passages in another language say so, and what is said of them does not', async () => {
  const quotation: Block = { ...b.quotation('Nein danke.', 'A minister'), lang: 'de' } as Block
  const foreign = { ...b.span('name', 'Hafenamt'), lang: 'de' } as ReturnType<typeof b.span>
  const outline = await tagsOf([quotation, b.p([b.t('The '), foreign, b.t(' agrees.')])])
  assert.is(
    outline,
    lines(
      'Document',
      '  BlockQuote [lang de]',
      '    P "Nein danke."',
      '  P "A minister"',
      '  P "The  agrees."',
      '    Span [lang de] "Hafenamt"',
    ),
  )
})

test('a citation is a reference with a link, and its source a note that leads back', async () => {
  const outline = await tagsOf([
    b.p([b.t('So it is'), b.ref(1, 'council', true)]),
    b.sources(['council', 'Minutes']),
  ])
  assert.is(
    outline,
    lines(
      'Document',
      '  P "So it is"',
      '    Reference',
      '      Link "1↗"',
      '  L [Decimal]',
      '    LI',
      '      Lbl',
      '        Link "1.↗"',
      '      LBody',
      '        Note [#Note1] "Minutes"',
    ),
  )
})

test('entries of the contents list are links, those of the second level in a list of their own', async () => {
  const outline = await tagsOf([b.contents, b.h(2, 'One'), b.p('x'), b.h(3, 'Inner'), b.p('x')])
  assert.match(
    outline,
    lines(
      '  TOC',
      '    TOCI',
      '      Reference',
      '        Link "One 1↗↗"',
      '    TOC',
      '      TOCI',
      '        Reference',
      '          Link "Inner 1↗↗"',
    ),
  )
})

const many = (count: number) => Array.from({ length: count }, (_, index) => `word${index}`).join(' ')

test('a paragraph that a page breaks is one, and its lines part their words', async () => {
  const text = many(1500)
  const outline = await tagsOf([b.p(text)])
  assert.match(outline, /^Document\n {2}P "word0 word1 .* word1499"\n$/)
  const { printed } = await print(b.document([b.p(text)]))
  assert.ok((printed?.pages ?? 0) > 1)
  assert.match(pdfOf(printed), /\/Type \/MCR/)
})

const pdfOf = (printed: { pdf: Uint8Array } | undefined) => Buffer.from(printed?.pdf ?? []).toString('latin1')

test('the head of a table is read once, however many pages repeat it', async () => {
  const rows = Array.from({ length: 90 }, (_, index) => [`row ${index}`, 'x'])
  const { printed } = await print(b.document([b.table('grid', [1, 1], ['Head', 'Other'], rows)]))
  assert.ok((printed?.pages ?? 0) > 1)
  const shown = printed?.text.flat().filter(line => line.text === 'HEAD' || line.text === 'Head').length ?? 0
  assert.is(shown, printed?.pages)
  const outline = tagOutline(printed?.pdf ?? new Uint8Array())
  assert.is(outline.match(/"Head"/gi)?.length, 1)
  assert.match(
    readPdf(printed?.pdf ?? new Uint8Array()).contents.join(''),
    '/Artifact <</Type /Pagination>> BDC',
  )
})

test('what is on every page is no part of the document', async () => {
  const outline = await tagsOf([b.p('x')], { banner: 'TLP:RED' })
  assert.is(outline, lines('Document', '  P "x"'))
  const { printed } = await print(b.document([b.p('x')], { banner: 'TLP:RED' }))
  const [content = ''] = readPdf(printed?.pdf ?? new Uint8Array()).contents
  assert.match(content, '/Artifact <</Type /Pagination /Subtype /Header /Attached [/Top]>> BDC')
  assert.match(content, '/Artifact <</Type /Pagination /Subtype /Footer /Attached [/Bottom]>> BDC')
})

test('links say where they lead, in as many annotations as they have lines', async () => {
  const words = Array.from({ length: 40 }, () => 'harbour').join(' ')
  const { printed } = await print(b.document([b.p([b.link(words, 'https://harbour.example/a')])]))
  const annotations = pdfOf(printed).match(/\/Contents \(https:\/\/harbour.example\/a\)/g) ?? []
  assert.ok(annotations.length > 1)
  assert.is(pdfOf(printed).match(/\/Type \/OBJR/g)?.length, annotations.length)
})

test('claims PDF/UA-1 and PDF/A-3a, with metadata that say what the information says', async () => {
  const { printed } = await print(b.document([b.p('x')], { title: 'Ports & “ferries” <now>' }))
  const pdf = pdfOf(printed)
  assert.match(pdf, '<pdfuaid:part>1</pdfuaid:part>')
  assert.match(pdf, '<pdfaid:part>3</pdfaid:part>')
  assert.match(pdf, '<pdfaid:conformance>A</pdfaid:conformance>')
  assert.match(Buffer.from(pdf, 'latin1').toString(), '>Ports &#38; “ferries” &#60;now&#62;<')
  assert.match(pdf, '<xmp:ModifyDate>2025-03-03T00:00:00Z</xmp:ModifyDate>')
})

for (const [what, blocks, more] of [
  ['a title', [b.p('x')], { title: ' ' }],
  ['a language', [b.p('x')], { lang: 'e_n' }],
  [
    'the language of a passage',
    [b.p([{ ...b.span('name', 'x'), lang: '??' } as ReturnType<typeof b.span>])],
    {},
  ],
] as const)
  test(`without ${what} nothing is claimed, and it is said`, async () => {
    const { printed, found } = await print(b.document(blocks, more))
    assert.equal(found, ['not-accessible'])
    assert.not.match(pdfOf(printed), 'pdfuaid:part')
    assert.not.match(pdfOf(printed), 'pdfaid:part')
  })

/** A tree all of whose elements hold content, as if drawn on one page. */
function drawn(build: (root: Tag) => void): readonly string[] {
  const root = new Tag('Document', b.nowhere)
  build(root)
  const contents: Tag[] = []
  const draw = (tag: Tag) => {
    tag.spot().marks.push({ page: 0, content: contents.length })
    contents.push(tag)
    for (const kid of tag.kids) if (kid instanceof Tag) draw(kid)
  }
  draw(root)
  return faultsOf(root, contents)
}

function faultsOf(root: Tag, contents: Tag[]): readonly string[] {
  const findings = new Findings()
  const marked = { contents: [contents], annotations: [] } as unknown as MarkedPages
  const passes = isAccessible(b.document([]), root, marked, findings.report)
  assert.is(passes, findings.all.length === 0)
  return findings.all.map(finding => finding.message)
}

const faulty: readonly [string, (root: Tag) => void, RegExp][] = [
  [
    'a skipped level',
    root => [root.add('H1', b.nowhere), root.add('H3', b.nowhere)],
    /level 3 follows one of level 1/,
  ],
  ['an item without a list', root => root.add('LI', b.nowhere), /LI stands in Document/],
  ['a picture without words', root => root.add('Figure', b.nowhere), /no words in its place/],
  ['a link to nowhere', root => root.add('Link', b.nowhere, { leadsTo: 'x' }), /does not say where it leads/],
  [
    'a ragged table',
    root => {
      const body = root.add('Table', b.nowhere).add('TBody', b.nowhere)
      body.add('TR', b.nowhere).add('TD', b.nowhere)
      body.add('TR', b.nowhere).add('TD', b.nowhere, { span: 2 })
    },
    /differ in their number of cells/,
  ],
]
for (const [what, build, message] of faulty)
  test(`finds ${what}`, () => {
    const messages = drawn(build)
    assert.ok(
      messages.some(found => message.test(found)),
      messages.join('\n'),
    )
  })

test('finds content that no element tells of', () => {
  const root = new Tag('Document', b.nowhere)
  root.spot().marks.push({ page: 0, content: 0 })
  assert.equal(faultsOf(root, [root]), [])
  assert.equal(faultsOf(root, [root, root]), ['something is drawn that belongs to no element'])
})

test.run()
