import { test } from 'uvu'
import * as assert from 'uvu/assert'
import * as b from '../../typeset/build-document.js'
import { elements, paragraphsWith, partsOfBlocks, printBlocks, valueIn, wordFile } from './read-docx.js'

const style = (id: string, name: string, more = '', type = 'paragraph') =>
  `<w:style w:type="${type}" w:styleId="${id}"${name === 'Normal' ? ' w:default="1"' : ''}><w:name w:val="${name}"/>${more}</w:style>`

/** As Word in German names its styles: the names are the same in all languages, the ids are not. */
const HOUSE = [
  style('Standard', 'Normal', '<w:rPr><w:sz w:val="24"/></w:rPr>'),
  style('berschrift1', 'heading 1', '<w:pPr><w:numPr><w:numId w:val="4"/></w:numPr></w:pPr>'),
  style('Listenabsatz', 'List Bullet'),
  style('Funotenzeichen', 'footnote reference', '', 'character'),
].join('')

const place = b.nowhere
const options = (bytes: Uint8Array) => ({ options: { styles: { bytes, place } } })
const BLOCKS = [
  b.h(1, 'The title'),
  b.h(2, 'A section'),
  b.p([b.t('Plain words'), b.note('a', 'noted')]),
  b.p('Led words', 'lead'),
  b.list(['A point']),
]

test('styles of the house take the place of those of their names, whatever their ids are', async () => {
  const { document } = await partsOfBlocks(BLOCKS, options(wordFile(HOUSE)))
  const styleOf = (text: string) => valueIn(paragraphsWith(document, text)[0] ?? document, 'w:pStyle')
  assert.equal(['Plain words', 'A section', 'A point'].map(styleOf), [
    'Standard',
    'berschrift1',
    'Listenabsatz',
  ])
  assert.is(
    valueIn(elements(document, 'w:footnoteReference').length > 0 ? document : document, 'w:rStyle'),
    'Funotenzeichen',
  )
})

test('a style that the house does not have is added to its own, in its fonts and colours', async () => {
  const docx = await partsOfBlocks(BLOCKS, options(wordFile(HOUSE)))
  const all = elements(docx.xml('word/styles.xml'), 'w:style')
  const lead = all.find(({ attributes }) => attributes.get('w:styleId') === 'LeadParagraph')
  assert.is(valueIn(lead, 'w:basedOn'), 'Standard')
  assert.equal(
    ['w:rFonts', 'w:color', 'w:sz'].flatMap(name => (lead ? elements(lead, name) : [])),
    [],
  )
  assert.is(
    all.filter(
      ({ attributes }) => attributes.get('w:default') === '1' && attributes.get('w:type') === 'paragraph',
    ).length,
    1,
  )
  const ids = all.map(({ attributes }) => attributes.get('w:styleId'))
  assert.is(new Set(ids).size, ids.length)
})

test('of its file the styles and the theme are taken, and neither text nor properties nor data nor lists', async () => {
  const docx = await partsOfBlocks(BLOCKS, options(wordFile(HOUSE)))
  for (const path of Object.keys(docx.files))
    assert.not.match(Buffer.from(docx.files[path] ?? []).toString('latin1'), 'Secret', path)
  assert.match(docx.text('word/theme/theme1.xml'), 'name="House"')
  assert.is(
    Object.keys(docx.files).some(path => path.startsWith('customXml')),
    false,
  )
  assert.is(elements(docx.xml('word/styles.xml'), 'w:numId').length, 0)
})

for (const [what, bytes] of [
  ['a text', Buffer.from('Styles of the house')],
  ['no bytes', new Uint8Array()],
  ['an archive of something else', wordFile('', { '_rels/.rels': '<Relationships/>' })],
  ['a document whose styles are cut off', wordFile('', { 'word/styles.xml': '<w:styles><w:style' })],
] as const)
  test(`${what} is no file of Word, which is found where it is named`, async () => {
    const { docx, all } = await printBlocks(BLOCKS, options(bytes))
    assert.is(docx, undefined)
    assert.equal(
      all.map(({ code, place: at }) => [code, at]),
      [['house-invalid', place]],
    )
  })

test.run()
