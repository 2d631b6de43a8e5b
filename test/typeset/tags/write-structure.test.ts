import { test } from 'uvu'
import * as assert from 'uvu/assert'
import type { Block, Document, Inline } from '../../../src/markup/index.js'
import {
  isReadElement,
  type ReadElement,
  type ReadStructure,
  readStructure,
  spokenText,
} from '../../../src/typeset/outline/read-structure.js'
import { outlineElement } from '../../../src/typeset/outline/tag-outline.js'
import { banner, markingsOf } from '../../support/markings.js'
import * as b from '../build-document.js'
import { png } from '../pictures.js'
import { print } from '../workspace.js'

async function structureOf(blocks: readonly Block[], more: Partial<Document> = {}): Promise<ReadStructure> {
  const images = new Map([['a.png', png(4, 90)]])
  const { printed, found } = await print(b.document(blocks, more), {}, images)
  assert.equal(found, [])
  return readStructure(printed?.pdf ?? new Uint8Array())
}

/** What stands in the document element. */
async function tagsOf(...blocks: readonly Block[]): Promise<string> {
  const { root } = await structureOf(blocks)
  assert.is(root.role, 'Document')
  return outlineElement(root).replace('Document\n', '').replace(/^ {2}/gm, '')
}
const elementsOf = (element: ReadElement, role: string): ReadElement[] =>
  element.kids
    .filter(isReadElement)
    .flatMap(kid => [...(kid.role === role ? [kid] : []), ...elementsOf(kid, role)])

const lines = (...text: string[]) => `${text.join('\n')}\n`

const foreign = (text: string, lang: string): Inline => ({
  kind: 'span',
  ...{ style: undefined, lang, children: [b.t(text)], place: b.nowhere },
})

test('headings skip no level and begin with the first; one that is not printed counts for nothing', async () => {
  const tags = await tagsOf(b.h(2, 'One'), b.h(3, ''), b.h(4, 'Deep'), b.h(3, 'Up'), b.h(2, 'Two'), b.p('x'))
  assert.is(tags, lines('H1: One', 'H2: Deep', 'H2: Up', 'H1: Two', 'P: x'))
})

test('a list has labels and bodies, and says how it is numbered', async () => {
  const item = (label: string, text: string) => ['  LI', `    Lbl: ${label}`, '    LBody', `      P: ${text}`]
  assert.is(
    await tagsOf(b.list(['a', 'b'], undefined, true)),
    lines('L ListNumbering Decimal', ...item('1.', 'a'), ...item('2.', 'b')),
  )
  assert.is(await tagsOf(b.list(['a'])), lines('L ListNumbering Disc', ...item('•', 'a')))
  const plain = lines('L ListNumbering None', '  LI', '    LBody', '      P: a')
  assert.is(await tagsOf(b.list(['a'], 'plain')), plain)
})

for (const style of ['rail', 'glossary', 'questions', 'facts', undefined])
  test(`terms and what belongs to each are the items of a list, arranged as ${style ?? 'usual'}`, async () => {
    const item = ['  LI', '    Lbl: Term', '    LBody', '      P: Meaning']
    const tags = await tagsOf(b.dl(style, [['Term', 'Meaning']]))
    assert.is(tags, lines('L ListNumbering None', ...item))
  })

test('a cell knows the cells that head it, and a caption belongs to its table', async () => {
  assert.is(
    await tagsOf(b.table('grid', [1, 1], ['Port', 'Ships'], [['North', '7']], 'Ships a day')),
    lines(
      'Table',
      '  Caption: Ships a day',
      '  THead',
      '    TR',
      '      TH #TH1 Scope Column',
      '        P: Port',
      '      TH #TH2 Scope Column',
      '        P: Ships',
      '  TBody',
      '    TR',
      '      TH #TH3 Scope Row',
      '        P: North',
      '      TD Headers TH2+TH3',
      '        P: 7',
    ),
  )
})

const cell = (text: string, header?: 'column' | 'row', span = 1) => ({
  header,
  span,
  rows: 1,
  children: text === '' ? [] : [b.p(text)],
  place: b.nowhere,
})
const row = (...cells: ReturnType<typeof cell>[]) => ({ cells, place: b.nowhere })
const tableOf = (head: ReturnType<typeof row>[], ...body: ReturnType<typeof row>[]): Block => ({
  kind: 'table',
  style: 'grid',
  ...{ caption: undefined, widths: [1, 1, 1], head, body, place: b.nowhere },
})

test('cells are headed by heads over several columns, by parts of a table, and by names after them', async () => {
  const tags = await tagsOf(
    tableOf(
      [
        row(cell('Year', 'column'), cell('Ships', 'column', 2)),
        row(cell('', 'column'), cell('In', 'column'), cell('Out', 'column')),
      ],
      row(cell('North', 'column', 3)),
      row(cell('a'), cell('b'), cell('1', 'row')),
      row(cell('South', 'column', 3)),
      row(cell('2', 'row'), cell('c')),
    ),
  )
  const rows = tags.match(/(?:TH|TD).*\n +P: .*|TD.*/g)?.map(found => found.replace(/\s+P: /, ' = '))
  assert.equal(rows, [
    'TH #TH1 Scope Column = Year',
    'TH #TH2 Scope Column ColSpan 2 = Ships',
    'TH #TH4 Scope Column = In',
    'TH #TH5 Scope Column = Out',
    'TH #TH6 Scope Column ColSpan 3 = North',
    'TD Headers TH1+TH3+TH6+TH7 = a',
    'TD Headers TH2+TH4+TH6+TH7 = b',
    'TH #TH7 Scope Row = 1',
    'TH #TH8 Scope Column ColSpan 3 = South',
    'TH #TH9 Scope Row = 2',
    'TD Headers TH2+TH4+TH8+TH9 = c',
    'TD Headers TH2+TH5+TH8+TH9',
  ])
})

test('passages in another language say so, and what is said of them does not', async () => {
  const quotation: Block = { ...b.quotation('Nein danke.', 'A minister'), lang: 'de' } as Block
  assert.is(
    await tagsOf(quotation, b.p([b.t('The '), foreign('Hafenamt', 'de'), b.t(' agrees.')])),
    lines(
      'BlockQuote [de]',
      '  P: Nein danke.',
      '  P [en]: A minister',
      'P: The {Span [de] Hafenamt} agrees.',
    ),
  )
  const { lang } = await structureOf([b.p('Dzień dobry')], { lang: 'pl' })
  assert.is(lang, 'pl')
})

test('what a quotation is followed by belongs to it', async () => {
  const said = lines('BlockQuote', '  P: We shall see.', '  P: A minister')
  assert.is(await tagsOf(b.quotation('We shall see.', 'A minister')), said)
})

test('a citation is a reference with a link, and its source a note that leads back', async () => {
  assert.is(
    await tagsOf(b.p([b.t('So it is'), b.ref(1, 'council', true)]), b.sources(['council', 'Minutes'])),
    lines(
      'P: So it is{Reference {Link 1 -> source:council (source 1)}}',
      'L ListNumbering Decimal',
      '  LI',
      '    Lbl: {Link 1. -> mention:council (source 1 in the text)}',
      '    LBody',
      '      Note #Note1: Minutes',
    ),
  )
  const uncited = await tagsOf(b.p([b.t('So it is'), b.ref(1, 'council', true)]))
  assert.is(uncited, lines('P: So it is{Reference 1}'))
})

test('a reference is read out in the few words that its signs stand for', async () => {
  const said = { ...b.ref(1, 'council', true, '1 ¶4'), spoken: 'source 1, paragraph 4' } as Inline
  const { root } = await structureOf([b.p([b.t('So'), said]), b.sources(['council', 'minutes '.repeat(30)])])
  const [link] = elementsOf(root, 'Link')
  assert.is(link?.expansion, 'source 1, paragraph 4')
  assert.is(link && spokenText(link), '1\u00a0¶4')
  assert.match(JSON.stringify(link), '"contents":"source 1, paragraph 4"')
})

test('the only source without a number is a paragraph, and a note where something refers to it', async () => {
  const list: Block = { ...b.sources(['council', 'Minutes']), numbered: false } as Block
  assert.is(await tagsOf(list), lines('P: Minutes'))
  assert.is(
    await tagsOf(b.p([b.ref(1, 'council', true, '¶4')]), list),
    lines('P: {Reference {Link ¶4 -> source:council (source 1)}}', 'P', '  Note #Note1: Minutes'),
  )
})

test('entries of the contents list are links, those of the second level in a list of their own', async () => {
  const tags = await tagsOf(b.contents, b.h(2, 'One'), b.p('x'), b.h(3, 'Inner'), b.p('x'), b.h(3, ''))
  assert.match(
    tags,
    lines(
      'TOC',
      '  TOCI: {Reference {Link One 1 -> id:one (One)}}',
      '  TOC',
      '    TOCI: {Reference {Link Inner 1 -> id:inner (Inner)}}',
      'H1: One',
    ),
  )
})

test('a picture has a box and words in its place, and its caption beside it', async () => {
  assert.is(
    await tagsOf(b.figure('a.png', 0.5, 'The harbour')),
    lines('Div', '  Figure box "A picture"', '  Caption: The harbour'),
  )
})

test('boxes, columns and sections hold blocks in the order of the document', async () => {
  const columns = b.columns([1, 1], [b.p('left'), b.p('left too')], [b.p('right')])
  assert.is(
    await tagsOf(b.masthead(b.h(1, 'Title')), b.section([b.aside('note', b.p('aside')), columns, b.rule])),
    lines('Div', '  H1: Title', 'Sect', '  Sect', '    P: aside', '  P: left', '  P: left too', '  P: right'),
  )
})

const many = (count: number) => Array.from({ length: count }, (_, index) => `word${index}`)

test('a paragraph that pages and columns break is one, and its lines part their words', async () => {
  const words = many(1500)
  for (const block of [b.p(words.join(' ')), b.section([b.p(words.join(' '))], 'two-columns')]) {
    const { root } = await structureOf([block])
    const paragraph = block.kind === 'section' ? firstOf(root) : root
    const [element, ...others] = paragraph.kids
    if (!element || !('kids' in element)) throw new Error('there is no paragraph')
    assert.equal([element.role, others.length], ['P', 0])
    const pieces = element.kids.map(kid => ('text' in kid ? kid : { text: '', page: -1 }))
    assert.equal(
      pieces.map(({ page }) => page),
      pieces.map((_, index) => index),
    )
    assert.ok(pieces.length > 1)
    const read = pieces
      .map(({ text }) => text)
      .join('')
      .trim()
    assert.is(read, words.join(' '))
  }
})

function firstOf({ kids: [first] }: ReadStructure['root']): ReadStructure['root'] {
  if (first && 'role' in first) return first
  throw new Error('there is no element')
}

test('the head of a table is read once, however many pages repeat it, and so is a picture in it', async () => {
  const rows = many(90).map(word => row(cell(word, 'row'), cell('x'), cell('y')))
  const pictured = { ...cell('Head', 'column'), children: [b.p('Head'), b.figure('a.png', 0.1)] }
  const table = tableOf([row(pictured, cell('B', 'column'), cell('C', 'column'))], ...rows)
  const { root, artifacts } = await structureOf([table])
  assert.ok(artifacts.length > 1)
  const outline = outlineElement(root)
  assert.equal([outline.match(/: Head/g)?.length, outline.match(/Figure box/g)?.length], [1, 1])
  for (const page of artifacts.slice(1))
    assert.ok(page.some(({ kind, text }) => kind === '<</Type /Pagination>>' && text.includes('Head')))
})

/** The words of the header and of the footer of a page, of those of its artifacts that are any. */
const edgesOf = (page: readonly { readonly kind: string; readonly text: string }[]) =>
  ['Header /Attached [/Top]', 'Footer /Attached [/Bottom]'].map(kind =>
    page
      .filter(artifact => artifact.kind === `<</Type /Pagination /Subtype /${kind}>>`)
      .map(({ text }) => text)
      .join(),
  )

test('what is on every page is no part of the document, and says which end of the page it is', async () => {
  const { root, artifacts } = await structureOf([b.p(many(1500).join(' '))])
  assert.not.match(outlineElement(root), /Page|Harbour Policy/)
  assert.ok(artifacts.length > 2)
  for (const [index, page] of artifacts.entries()) {
    const [header, footer] = edgesOf(page)
    assert.is(/Harbour Policy Unit/.test(header ?? ''), index > 0)
    assert.match(footer ?? '', `Page ${index + 1} of`)
  }
})

test('the marking is read once, before the title; on later pages and at their feet it is no part of the document', async () => {
  for (const position of ['both', 'top', 'bottom'] as const) {
    const banners = banner('TLP:RED').map(one => ({ ...one, position }))
    const blocks = [b.masthead(b.h(1, 'Title')), b.p(many(1500).join(' '))]
    const { root, artifacts } = await structureOf(blocks, { banners })
    assert.match(outlineElement(root), /^Document\n {2}P: TLP:RED\n {2}Div\n {4}H1: Title/, position)
    assert.is(outlineElement(root).match(/TLP/g)?.length, 1, position)
    for (const [index, page] of artifacts.entries()) {
      const [header, footer] = edgesOf(page).map(text => text?.includes('TLP:RED'))
      const isFirst = index === 0
      assert.equal(
        [header, footer],
        [position !== 'bottom' && !isFirst, position === 'both' || (position === 'bottom' && !isFirst)],
        `${position}, page ${index + 1}`,
      )
    }
  }
})

test('of several markings each is read once, in the language of its scheme', async () => {
  const banners = [...banner('SECRET', markingsOf('uk')), ...banner('TLP:AMBER')]
  const { root } = await structureOf([b.masthead(b.h(1, 'Titel'))], { banners, lang: 'de' })
  const outline = outlineElement(root)
  assert.match(outline, /^Document.*\n {2}P \[en\]: SECRET\n {2}P \[en\]: TLP:AMBER\n {2}Div/)
  const british = await structureOf([b.masthead(b.h(1, 'Title'))], { banners, lang: 'en-GB' })
  assert.match(outlineElement(british.root), /P: SECRET/)
})

test('a link of several lines is one, with an annotation a line that says where it leads', async () => {
  const words = Array.from({ length: 40 }, () => 'harbour').join(' ')
  const { root } = await structureOf([b.p([b.link(words, 'https://harbour.example/a')])])
  const [link, ...others] = firstOf(root).kids
  assert.equal(others, [])
  if (!link || !('kids' in link)) throw new Error('there is no link')
  assert.is(link.role, 'Link')
  const annotations = link.kids.flatMap(kid => ('goal' in kid ? [kid] : []))
  assert.ok(annotations.length > 1)
  for (const { goal, contents } of annotations)
    assert.equal([goal, contents], ['https://harbour.example/a', 'https://harbour.example/a'])
})

test('grounds and lines under words are drawn for their looks alone', async () => {
  const { artifacts } = await structureOf([b.p([b.span('tag', 'abridged'), b.t(' x')]), b.rule])
  const kinds = artifacts[0]?.map(({ kind }) => kind)
  assert.ok(kinds?.includes('<</Type /Background>>'))
  assert.ok(kinds?.includes('<</Type /Layout>>'))
})

test.run()
