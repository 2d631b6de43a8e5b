import { test } from 'uvu'
import * as assert from 'uvu/assert'
import { Face } from '../../../src/typeset/fonts/face.js'
import { codesOf, readText } from '../../support/pdf-text.js'
import { tinyOtf } from '../../support/tiny-otf.js'
import { document, h, p, ref, span, t } from '../build-document.js'
import { objectsWith, readPdf } from '../read-pdf.js'
import { sampleDocument } from '../sample.js'
import { print, themeNamed } from '../workspace.js'

const printedPdf = async (...args: Parameters<typeof print>) => {
  const { printed, found } = await print(...args)
  assert.equal(found, [])
  return printed?.pdf ?? new Uint8Array()
}
const drawn = async (...args: Parameters<typeof print>) => readText(await printedPdf(...args)).drawn
const contentOf = async (...args: Parameters<typeof print>) =>
  readPdf(await printedPdf(...args)).contents.join('\n')

test('what is copied is what was set: ligatures, kinds of space and hyphen, marks, alphabets', async () => {
  const words = ['office affluent fjord a\u00A0b x\u0302', 'Ελλάδα Україна', 'ἀρχῇ']
  const read = await drawn(document(words.map(text => p(text))))
  for (const text of words) assert.ok(read.includes(text), read)
  const long = 'Die Donaudampf\u00ADschifffahrt\u00ADsgesellschaft\u00AD'.repeat(6)
  assert.match(
    await drawn(document([p(long)])),
    /Donaudampf(\u00AD\nschifffahrt|schifffahrt\u00AD\nsgesell|gesellschaft\u00AD\nDie)/,
  )
})

test('a glyph that stands for several characters has a code for each', async () => {
  const pdf = readPdf(await printedPdf(document([p('a b\u00A0c')])))
  const [, row = ''] = /\[(.*?)\] TJ/.exec(pdf.contents.join('')) ?? []
  assert.is(new Set(codesOf(row)).size, 5)
})

test('declares fonts as PDF/A and PDF/UA ask for them', async () => {
  const pdf = readPdf(await printedPdf(sampleDocument()))
  const descriptors = objectsWith(pdf, '/Type /FontDescriptor')
  assert.ok(descriptors.length > 4)
  for (const descriptor of descriptors) {
    assert.match(descriptor, /\/FontName \/[A-Z]{6}\+Source(Serif4|Sans3)-\w+\n/)
    assert.match(descriptor, /\/FontFile2 \d+ 0 R/)
    for (const key of ['Flags', 'FontBBox', 'ItalicAngle', 'Ascent', 'Descent', 'CapHeight', 'StemV'])
      assert.match(descriptor, new RegExp(`/${key} [\\[\\d-]`))
    assert.not.match(descriptor, '/CIDSet')
  }
  assert.is(
    objectsWith(pdf, '/Subtype /CIDFontType2', '/CIDToGIDMap', '/Ordering (Identity)').length,
    descriptors.length,
  )
  assert.is(objectsWith(pdf, '/Encoding /Identity-H', '/ToUnicode').length, descriptors.length)
  const names = descriptors.map(descriptor => /\/FontName \/(\w+)/.exec(descriptor)?.[1])
  assert.is(new Set(names).size, descriptors.length)
})

test('embeds no glyph that is not shown', async () => {
  const { glyphs } = readText(await printedPdf(document([p('abc')], { running: silent })))
  assert.equal(
    [...glyphs.values()].map(set => [...set].sort().join('')),
    ['abc'],
  )
})
const silent = { organisation: '', audience: '', title: '', page_of: '', notes: [] }

test('prints a document of every kind of block in less than 150 KB', async () => {
  const { length } = await printedPdf(sampleDocument())
  assert.ok(length < 150_000, `${length}`)
})

test('says what changes and nothing else: one text operation for words of one look', async () => {
  const content = await contentOf(
    document([p('Some words of one look'), p('and some more')], { running: silent }),
  )
  assert.is(content.match(/ Tf/g)?.length, 1)
  const colours = content.match(/^[\d. ]+ rg$/gm) ?? []
  assert.is(colours.length, 2, 'that of the words, and that of the rule at the foot of the page')
  assert.is(new Set(colours).size, 2)
  assert.is(content.match(/ TJ/g)?.length, 2)
  assert.is(content.match(/^BT$/gm)?.length, content.match(/^ET$/gm)?.length)
})

test('keeps letters apart as measured, and no longer than asked', async () => {
  const content = await contentOf(document([p('Kicker', 'kicker'), p('Text')], { running: silent }))
  const spaced = [...content.matchAll(/([\d.]+) Tc/g)].map(([, points]) => Number(points))
  assert.equal(
    spaced.map(points => points > 0),
    [true, false],
  )
})

test('glyphs without a reading of their own say so', async () => {
  const content = await contentOf(document([p('جم')]))
  assert.match(content, '/Span <</ActualText <feff>>> BDC')
  assert.is(content.match(/ B[DM]C/g)?.length, content.match(/EMC/g)?.length)
})

for (const keyed of [false, true])
  test(`embeds PostScript outlines${keyed ? ' that have identifiers' : ''}, one reading a glyph`, async () => {
    const face = Face.open(tinyOtf({ keyed }))
    if (typeof face === 'string') throw new Error(face)
    const fonts = new Map([['Tiny', { normal: face, italics: face, bold: face, bolditalics: face }]])
    const theme = { ...themeNamed('default'), families: { body: 'Tiny', heading: 'Tiny', fallback: [] } }
    const plain = document([h(2, 'A heading'), p([t('some words'), ref(1, 'absent', true)])])
    const bytes = await printedPdf(plain, { fonts, theme })
    const pdf = readPdf(bytes)
    assert.is(objectsWith(pdf, '/Subtype /CIDFontType0C').length, 1)
    assert.is(objectsWith(pdf, '/FontFile3').length, 1)
    assert.is(objectsWith(pdf, '/CIDToGIDMap').length, 0)
    const { drawn } = readText(bytes)
    assert.ok(drawn.includes('A heading') && drawn.includes('some words'))
    const widths = objectsWith(pdf, '/Subtype /CIDFontType0\n')[0]?.replace(/\s+/g, ' ') ?? ''
    // `A` is glyph 34, 334 wide.
    assert.match(widths, keyed ? /\b78 \[ ?334\b/ : /\b34 \[ ?334\b/)
  })

test('a hyphen that is soft and one that is not share a glyph of an outline with one code', async () => {
  const face = Face.open(tinyOtf())
  if (typeof face === 'string') throw new Error(face)
  const fonts = new Map([['Tiny', { normal: face, italics: face, bold: face, bolditalics: face }]])
  const theme = { ...themeNamed('default'), families: { body: 'Tiny', heading: 'Tiny', fallback: [] } }
  const long = `a-b ${'under\u00ADstandably\u00AD'.repeat(20)}`
  const content = await contentOf(document([p(long), p([span('muted', long)])]), { fonts, theme })
  assert.match(content, '/Span <</ActualText <feff00ad>>> BDC')
})

test.run()
