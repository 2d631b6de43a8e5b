import { test } from 'uvu'
import * as assert from 'uvu/assert'
import { present } from '../../../src/diagnostics/index.js'
import type { Block } from '../../../src/markup/index.js'
import { wordsIn } from '../../figures/sketch.js'
import { TLP } from '../../support/markings.js'
import * as b from '../../typeset/build-document.js'
import { childrenOf, elements, paragraphsWith, partsOfBlocks, textOf, valueIn } from './read-docx.js'

const { nowhere: place } = b

test('text stands in the styles that Word has for it', async () => {
  const { document } = await partsOfBlocks([
    b.masthead(b.h(1, 'The title'), b.p('Its subtitle', 'subtitle')),
    b.h(2, 'A section'),
    b.h(3, 'A part'),
    b.p('Plain words'),
    b.list(['A point']),
    b.list(['A step'], undefined, true),
    b.quotation('“Said”', 'By somebody'),
    b.table(undefined, [1, 1], ['Head', 'Other'], [['Name', 'Value']], 'The caption'),
  ])
  const styleOf = (text: string) => valueIn(paragraphsWith(document, text)[0] ?? document, 'w:pStyle')
  const expected = {
    'The title': 'Title',
    'Its subtitle': 'SubtitleMasthead',
    'A section': 'Heading1',
    'A part': 'Heading2',
    'Plain words': 'Normal',
    'A point': 'ListBullet',
    'A step': 'ListNumber',
    Said: 'Quote',
    'By somebody': 'QuoteAttribution',
    'The caption': 'Caption',
  }
  assert.equal(Object.fromEntries(Object.keys(expected).map(text => [text, styleOf(text)])), expected)
})

test('what stands in a box or a table has a style that is based on that of the same purpose', async () => {
  const docx = await partsOfBlocks([b.aside('note', b.p('In a box'), b.list(['Listed there']))])
  const bases = new Map(
    elements(docx.xml('word/styles.xml'), 'w:style').map(style => [
      style.attributes.get('w:styleId'),
      valueIn(style, 'w:basedOn'),
    ]),
  )
  const baseOf = (text: string) =>
    bases.get(valueIn(paragraphsWith(docx.document, text)[0] ?? docx.document, 'w:pStyle'))
  assert.is(baseOf('In a box'), 'Normal')
  assert.is(baseOf('Listed there'), 'ListBullet')
})

test('a document without a title begins with headings of the first rank', async () => {
  const { document } = await partsOfBlocks([b.h(2, 'First'), b.h(4, 'Deep'), b.h(3, 'Less deep')])
  assert.equal(
    ['First', 'Deep', 'Less deep'].map(text =>
      valueIn(paragraphsWith(document, text)[0] ?? document, 'w:pStyle')?.slice(0, 8),
    ),
    ['Heading1', 'Heading2', 'Heading2'],
  )
})

test('each numbered list counts from one; lists of bullets share a definition', async () => {
  const docx = await partsOfBlocks([
    b.list(['a', 'b'], undefined, true),
    b.list(['c'], undefined, true),
    b.list(['d']),
    b.list(['e']),
  ])
  const numberOf = (text: string) =>
    valueIn(paragraphsWith(docx.document, text)[0] ?? docx.document, 'w:numId')
  const [one, two, three, four, five] = ['a', 'b', 'c', 'd', 'e'].map(numberOf)
  assert.is(one, two)
  assert.is.not(one, three)
  assert.is(four, five)
})

test('numbered paragraphs go on counting, and begin anew where their number is not the next', async () => {
  const numbered = (number: number, text: string): Block => ({ ...(b.p(text) as object), number }) as Block
  const docx = await partsOfBlocks([
    numbered(1, 'one'),
    b.p('between'),
    numbered(2, 'two'),
    numbered(7, 'seven'),
  ])
  const numberOf = (text: string) =>
    valueIn(paragraphsWith(docx.document, text)[0] ?? docx.document, 'w:numId')
  assert.is(numberOf('one'), numberOf('two'))
  assert.is.not(numberOf('two'), numberOf('seven'))
  const list = elements(docx.xml('word/numbering.xml'), 'w:num').find(
    ({ attributes }) => attributes.get('w:numId') === numberOf('seven'),
  )
  const definition = elements(docx.xml('word/numbering.xml'), 'w:abstractNum').find(
    ({ attributes }) =>
      attributes.get('w:abstractNumId') === valueIn(list ?? docx.document, 'w:abstractNumId'),
  )
  assert.is(valueIn(definition ?? docx.document, 'w:start'), '7')
})

test('the head of a table is repeated, its columns are as wide as the page, merged cells are merged', async () => {
  const cell = (text: string, span = 1, rows = 1) => ({
    header: undefined,
    span,
    rows,
    place,
    children: [b.p(text)],
  })
  const head = {
    place,
    cells: [
      { ...cell('Over two', 2), header: 'column' as const },
      { ...cell('One'), header: 'column' as const },
    ],
  }
  const body = [
    { place, cells: [cell('Tall', 1, 2), cell('b'), cell('c')] },
    { place, cells: [cell('d'), cell('e')] },
  ]
  const table = {
    kind: 'table',
    style: undefined,
    caption: undefined,
    widths: [2, 1, 1],
    head: [head],
    body,
    place,
  } as const
  const { document } = await partsOfBlocks([table])
  const [first, second] = elements(document, 'w:tr')
  assert.is(elements(first ?? document, 'w:tblHeader').length, 1)
  assert.is(elements(second ?? document, 'w:tblHeader').length, 0)
  assert.is(valueIn(first ?? document, 'w:gridSpan'), '2')
  assert.is(valueIn(second ?? document, 'w:vMerge'), 'restart')
  const widths = elements(document, 'w:gridCol').map(({ attributes }) => Number(attributes.get('w:w')))
  assert.is(widths.length, 3)
  const total = widths.reduce((sum, width) => sum + width, 0)
  assert.ok(Math.abs(total / 20 - (595.28 - 136)) < 0.2, String(total))
  assert.ok(elements(document, 'w:tr').every(row => elements(row, 'w:cantSplit').length === 1))
})

test('figures stand at decimal tabs, a total is bold below a line', async () => {
  const figure = (text: string, decimalAt: number) => ({
    ...{ header: undefined, span: 1, rows: 1, align: 'decimal' as const, decimalAt, place },
    children: [b.p(text)],
  })
  const name = (text: string) => ({ header: 'row' as const, span: 1, rows: 1, place, children: [b.p(text)] })
  const rows = [
    { place, cells: [name('Works'), figure('3,720.5', 5)] },
    { place, cells: [name('Sum'), figure('12', 2)], isTotal: true },
  ]
  const table: Block = {
    kind: 'table',
    style: 'figures',
    caption: undefined,
    widths: [1, 1],
    isFitted: true,
    head: [],
    body: rows,
    place,
  }
  const { document } = await partsOfBlocks([table])
  const tabOf = (text: string) =>
    elements(paragraphsWith(document, text)[0] ?? document, 'w:tab').find(
      ({ attributes }) => attributes.get('w:val') === 'decimal',
    )
  assert.ok(tabOf('3,720.5'))
  assert.is(tabOf('3,720.5')?.attributes.get('w:pos'), tabOf('12')?.attributes.get('w:pos'))
  const [, total] = elements(document, 'w:tr')
  assert.ok(
    elements(total ?? document, 'w:tcBorders').every(borders => elements(borders, 'w:top').length === 1),
  )
})

test('citations lead to the list of sources, and its numbers back', async () => {
  const sources: Block = {
    ...{ kind: 'sources', numbered: true, place },
    entries: [{ number: 1, id: 'order', spoken: 'source 1 in the text', children: [b.t('The order')] }],
  }
  const { document } = await partsOfBlocks([b.p([b.t('Words'), b.ref(1, 'order', true)]), sources])
  const placeIn = (text: string) =>
    elements(paragraphsWith(document, text)[0] ?? document, 'w:bookmarkStart')[0]?.attributes.get('w:name')
  const linkIn = (text: string) =>
    elements(paragraphsWith(document, text)[0] ?? document, 'w:hyperlink')[0]?.attributes
  assert.is(linkIn('Words')?.get('w:anchor'), placeIn('The order'))
  assert.is(linkIn('The order')?.get('w:anchor'), placeIn('Words'))
  assert.is(linkIn('Words')?.get('w:tooltip'), 'source 1')
  assert.is(linkIn('The order')?.get('w:tooltip'), 'source 1 in the text')
})

test('notes are Word’s own, with letters, in the style for notes', async () => {
  const docx = await partsOfBlocks([b.p([b.t('Called'), b.note('a', 'What is noted')])])
  assert.is(elements(docx.document, 'w:footnoteReference').length, 1)
  const note = paragraphsWith(docx.xml('word/footnotes.xml'), 'What is noted')[0]
  assert.is(valueIn(note ?? docx.document, 'w:pStyle'), 'FootnoteText')
  const format = elements(docx.document, 'w:footnotePr')[0]
  assert.is(valueIn(format ?? docx.document, 'w:numFmt'), 'lowerLetter')
})

test('web addresses are links; one to a place that is not there is none', async () => {
  const docx = await partsOfBlocks([
    b.p([b.link('a page', 'https://example.org/a?b=1&c=2'), b.link('nowhere', '#none')]),
  ])
  const [only, ...others] = elements(docx.document, 'w:hyperlink')
  assert.is(textOf(only ?? docx.document), 'a page')
  assert.is(others.length, 0)
  assert.match(
    docx.text('word/_rels/document.xml.rels'),
    'Target="https://example.org/a?b=1&amp;c=2" TargetMode="External"',
  )
})

test('a document says its language, and parts in another say theirs', async () => {
  const said = { kind: 'span', style: undefined, lang: 'fr', children: [b.t('bonjour')], place } as const
  const docx = await partsOfBlocks([b.p([b.t('Hello '), said])], { lang: 'en-GB' })
  const defaults = elements(docx.xml('word/styles.xml'), 'w:docDefaults')[0]
  assert.is(valueIn(defaults ?? docx.document, 'w:lang'), 'en-GB')
  const runs = elements(docx.document, 'w:r').map(run => [textOf(run), valueIn(run, 'w:lang')])
  assert.equal(runs, [
    ['Hello ', undefined],
    ['bonjour', 'fr'],
  ])
})

test('a text from right to left runs that way: paragraphs, letters, tables and pages; numbers and Latin words do not', async () => {
  const docx = await partsOfBlocks([b.p('שלום 2025 Haifa'), b.table(undefined, [1], ['ראש'], [['גוף']])], {
    lang: 'he',
  })
  const [paragraph] = paragraphsWith(docx.document, 'שלום')
  assert.is(elements(paragraph ?? docx.document, 'w:bidi').length, 1)
  const runs = elements(paragraph ?? docx.document, 'w:r').map(run => [
    textOf(run).trim(),
    elements(run, 'w:rtl').length,
  ])
  assert.equal(runs, [
    ['שלום', 1],
    ['2025 Haifa', 0],
  ])
  assert.is(elements(docx.document, 'w:bidiVisual').length, 1)
  assert.is(elements(elements(docx.document, 'w:sectPr')[0] ?? docx.document, 'w:bidi').length, 1)
})

test('pages say the markings, the running title, and which page it is of how many', async () => {
  const banner = {
    marking: present(TLP.find('TLP:AMBER'), 'marking'),
    text: 'TLP:AMBER',
    colour: '#ffc000',
    ground: '#000000',
    lang: 'en',
    position: 'both',
    align: 'right',
    size: 12,
  } as const
  const docx = await partsOfBlocks([b.p('Words')], { banners: [banner] })
  const parts = docx.xmlParts.filter(path => /word\/(?:header|footer)\d\.xml$/.test(path))
  assert.is(parts.length, 4)
  for (const path of parts) assert.match(textOf(docx.xml(path)), 'TLP:AMBER', path)
  const foot = parts.find(path => /footer/.test(path)) ?? ''
  assert.equal(
    elements(docx.xml(foot), 'w:instrText').map(field => field.children.join('').trim()),
    ['PAGE', 'NUMPAGES'],
  )
  const heads = parts
    .filter(path => /header/.test(path))
    .map(path => textOf(docx.xml(path)).includes('Ferry service'))
  assert.equal(heads.sort(), [false, true])
  assert.match(docx.text('docProps/custom.xml'), 'TLP:AMBER')
})

test('what stands across pages is Word’s own watermark, in all headers', async () => {
  const docx = await partsOfBlocks([b.p('Words')], { overlay: ['Draft'] })
  const parts = docx.xmlParts.filter(path => /word\/header\d\.xml$/.test(path))
  for (const path of parts) assert.match(docx.text(path), 'string="DRAFT"', path)
  assert.is(parts.length, 2)
})

test('an annex begins a page, wide columns are continuous, a lying section turns', async () => {
  const section = (page: 'annex' | 'landscape', text: string): Block => ({
    kind: 'section',
    style: undefined,
    id: undefined,
    page,
    children: [b.p(text)],
    place,
  })
  const { document } = await partsOfBlocks([
    b.p('Before'),
    b.section([b.p('In columns')], 'two-columns'),
    section('landscape', 'Lying'),
    section('annex', 'Annexed'),
  ])
  const sections = elements(document, 'w:sectPr').map(one => ({
    type: valueIn(one, 'w:type'),
    columns: elements(one, 'w:cols')[0]?.attributes.get('w:num'),
    turned: elements(one, 'w:pgSz')[0]?.attributes.get('w:orient'),
  }))
  assert.equal(sections, [
    { type: 'nextPage', columns: undefined, turned: 'portrait' },
    { type: 'continuous', columns: '2', turned: 'portrait' },
    { type: 'nextPage', columns: undefined, turned: 'landscape' },
    { type: 'nextPage', columns: undefined, turned: 'portrait' },
  ])
})

test('a table that has no room lies, with the heading over it', async () => {
  const of = (text: string) => Array.from({ length: 12 }, (_, index) => `${text}${index}`)
  const wide = {
    ...(b.table('grid', Array(12).fill(1), of('Head'), [of('10000000')]) as object),
    wide: 'turn',
  } as Block
  const { document } = await partsOfBlocks([b.p('Before'), b.h(2, 'Over it'), wide, b.p('After')])
  const body = elements(document, 'w:body')[0] ?? document
  const turned = elements(document, 'w:pgSz').map(({ attributes }) => attributes.get('w:orient'))
  assert.equal(turned, ['portrait', 'landscape', 'portrait'])
  const order = childrenOf(body).map(child =>
    child.name === 'w:tbl' ? 'table' : `${textOf(child)}${elements(child, 'w:sectPr').length > 0 ? '|' : ''}`,
  )
  assert.equal(
    order.filter(text => text !== '' && text !== 'SECT'),
    ['Before|', 'Over it', 'table', '|', 'After'],
  )
})

test('the contents are a field that is filled in, each entry a link with the number of its page', async () => {
  const contents: Block = { kind: 'contents', place }
  const long = Array.from({ length: 90 }, (_, index) =>
    b.p(`Paragraph ${index} of a text that takes more than one page.`),
  )
  const { document } = await partsOfBlocks([contents, b.h(2, 'First'), ...long, b.h(2, 'Last'), b.p('End')])
  const fields = elements(document, 'w:instrText').map(field => field.children.join('').trim())
  assert.match(fields[0] ?? '', /^TOC \\o "1-2" \\h/)
  assert.is(fields.filter(field => field.startsWith('PAGEREF')).length, 2)
  assert.equal(
    ['First', 'Last'].map(text => /(\d+)$/.exec(textOf(paragraphsWith(document, text)[0] ?? document))?.[1]),
    ['1', '3'],
  )
})

test('a box to tick is one in Word, and a line to sign on is as long as it is said to be', async () => {
  const tick: Block = {
    kind: 'tick-box',
    place,
    children: [{ kind: 'text', text: 'to tick: approve', place }],
  }
  const line: Block = { kind: 'signature-line', length: 180, place, children: [b.t('Signature')] }
  const { document } = await partsOfBlocks([tick, line])
  assert.is(elements(document, 'w14:checkbox').length, 1)
  assert.is(valueIn(document, 'w:alias'), 'to tick: approve')
  const [signature] = paragraphsWith(document, 'Signature')
  assert.is(valueIn(signature ?? document, 'w:pStyle'), 'Signature')
  const right = Number(elements(signature ?? document, 'w:ind')[0]?.attributes.get('w:right'))
  assert.ok(Math.abs(right / 20 - (595.28 - 136 - 180)) < 0.2)
})

test('figures are drawings with a picture beside them, and say in words what they show', async () => {
  const docx = await partsOfBlocks([b.timeline(wordsIn('en'), 'What happened')])
  const paths = Object.keys(docx.files)
    .filter(path => path.startsWith('word/media/'))
    .sort()
  assert.equal(
    paths.map(path => path.replace(/.*\./, '')),
    ['png', 'svg'],
  )
  assert.is(docx.files[paths[0] ?? '']?.[0], 0x89)
  assert.match(docx.text(paths[1] ?? ''), 'Order signed')
  assert.ok((elements(docx.document, 'wp:docPr')[0]?.attributes.get('descr') ?? '').length > 20)
  assert.is(elements(docx.document, 'asvg:svgBlip').length, 1)
})

test('text of a brief that looks like a place for a list or a picture stays as it is', async () => {
  const { document } = await partsOfBlocks([
    b.list(['{list-definition-1-0} and {image1.png} & <b>']),
    b.p('a\u0001b\ud800c'),
  ])
  assert.is(paragraphsWith(document, 'and {image1.png} & <b>').length, 1)
  assert.is(paragraphsWith(document, '{list-definition-1-0}').length, 1)
  assert.is(paragraphsWith(document, 'abc').length, 1)
})

test.run()
