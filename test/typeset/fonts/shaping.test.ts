import fc from 'fast-check'
import { test } from 'uvu'
import * as assert from 'uvu/assert'
import type { Face } from '../../../src/typeset/fonts/face.js'
import { fonts } from '../workspace.js'

const faceOf = (family: string): Face => {
  const face = fonts.get(family)?.normal
  if (!face) throw new Error(`${family} must be open`)
  return face
}
const serif = faceOf('Source Serif 4')
const arabic = faceOf('Noto Naskh Arabic')
const hebrew = faceOf('Noto Sans Hebrew')

const plain = { lang: 'en', rightToLeft: false, noLigatures: false }
const leftwards = { lang: 'ar', rightToLeft: true, noLigatures: false }
const texts = (face: Face, text: string, options = plain) =>
  face.shape(text, options).glyphs.map(glyph => glyph.text)

test('a ligature stands for its letters, and letters that stand apart are not joined', () => {
  assert.equal(texts(serif, 'office'), ['o', 'ffi', 'c', 'e'])
  assert.equal(texts(serif, 'office', { ...plain, noLigatures: true }), ['o', 'f', 'f', 'i', 'c', 'e'])
})

test('capitals are drawn by their own glyphs, and read as the letters that are written', () => {
  const capitals = { ...plain, inCapitals: true }
  const shapes = (text: string, options = plain) => serif.shape(text, options).glyphs.map(({ id }) => id)
  for (const [written, lang, shown] of [
    ['Nato office', 'en', 'NATO OFFICE'],
    ['Straße', 'de', 'STRASSE'],
    ['ÉTÉ été', 'fr', 'ÉTÉ ÉTÉ'],
    ['ilk', 'tr', 'İLK'],
    ['Ἀρχή', 'el', 'ΑΡΧΗ'],
    ['e\u0301te', 'fr', 'E\u0301TE'],
  ] as const) {
    assert.equal(shapes(written, { ...capitals, lang }), shapes(shown, { ...plain, lang }), written)
    assert.is(texts(serif, written, { ...capitals, lang }).join(''), written)
    assert.is(
      serif.shape(written, { ...capitals, lang }).width,
      serif.shape(shown, { ...plain, lang }).width,
      written,
    )
  }
})

test('measures words to the unit, with kerning of letters, of marks and of a letter before a space', () => {
  const widths = {
    AVATAR: 3763,
    'office ': 2847,
    'Yes. ': 2109,
    Ἀρχή: 2346,
    Україна: 3912,
    'f)': 836,
    'T ': 850,
  }
  for (const [word, width] of Object.entries(widths)) assert.is(serif.shape(word, plain).width, width, word)
})

/** Thousandths of an em between a `T` and a space. */
const KERNING_OF_T = 19

test('a word with a space after it is as wide as both, and closer where the font kerns its last letter with a space', () => {
  const width = (text: string, options = plain) => serif.shape(text, options).width
  const kerning = (letter: string) => width(`${letter} `) - width(letter) - width(' ')
  assert.equal(['T', 'n'].map(kerning), [-KERNING_OF_T, 0])
  assert.is(width('AT '), width('AT') + width(' ') - KERNING_OF_T)
  assert.is(width('AT  '), width('AT') + width('  ') - KERNING_OF_T)
  assert.is(width('An '), width('An') + width(' '))
  const advances = serif.shape('AT ', plain).glyphs.map(glyph => glyph.advance)
  assert.is(advances[1], width('T') - KERNING_OF_T)
  assert.is(advances[2], width(' '))
  const reversed = hebrew.shape('אב ', { ...leftwards, lang: 'he' }).glyphs.map(glyph => glyph.text)
  assert.equal(reversed, [' ', 'ב', 'א'])
})

test('a soft hyphen prints as a hyphen and reads as what it is; spaces keep their kind', () => {
  const { glyphs } = serif.shape('ab\u00AD', plain)
  assert.is(glyphs[2]?.id, serif.shape('-', plain).glyphs[0]?.id)
  assert.is(glyphs[2]?.text, '\u00AD')
  const [space, noBreak] = ['\u0020', '\u00A0'].map(text => serif.shape(text, plain).glyphs[0])
  assert.equal([space?.text, noBreak?.text], ['\u0020', '\u00A0'])
})

test('a mark is a glyph of its own over its letter, and takes up no room', () => {
  const { glyphs, advancingGlyphs } = serif.shape('x\u0302', plain)
  assert.equal(
    glyphs.map(glyph => [glyph.text, glyph.advance > 0]),
    [
      ['x', true],
      ['\u0302', false],
    ],
  )
  assert.is(advancingGlyphs, 1)
})

test('the language chooses among the forms of a letter', () => {
  const inLanguage = (lang: string) => serif.shape('б', { ...plain, lang }).glyphs[0]?.id
  assert.is.not(inLanguage('sr'), inLanguage('ru'))
})

test('gives the glyphs of right-to-left words from left to right, joined and mirrored', () => {
  assert.equal(texts(arabic, 'سلم', leftwards).filter(Boolean), ['م', 'ل', 'س'])
  assert.is.not(
    arabic.shape('م', leftwards).glyphs[0]?.id,
    arabic.shape('سلم', leftwards).glyphs.find(glyph => glyph.text === 'م')?.id,
  )
  assert.equal(texts(hebrew, '(א', { ...leftwards, lang: 'he' }), ['א', '('])
  const [mirrored] = hebrew.shape('(', { ...leftwards, lang: 'he' }).glyphs
  assert.is(mirrored?.id, hebrew.shape(')', plain).glyphs[0]?.id)
})

test('joiners are read, choose the forms around them, and print nothing', () => {
  const apart = arabic.shape('می\u200Cخ', { ...leftwards, lang: 'fa' })
  const joined = arabic.shape('میخ', { ...leftwards, lang: 'fa' })
  assert.is(
    apart.glyphs
      .map(glyph => glyph.text)
      .reverse()
      .join(''),
    'می\u200Cخ',
  )
  assert.is.not(apart.width, joined.width)
  assert.is(apart.advancingGlyphs, joined.advancingGlyphs)
})

test('of several glyphs for one letter one is read, and the others say nothing', () => {
  const { glyphs } = arabic.shape('ج', leftwards)
  assert.ok(glyphs.length > 1)
  assert.is(glyphs.map(glyph => glyph.text).join(''), 'ج')
})

test('what is read from the glyphs of any word is the word', () => {
  const words = fc.stringMatching(/^[A-Za-zÀ-žͰ-ϡἀ-ῼЀ-ӿ.,;()'’“”« -]{1,24}$/u)
  const check = (face: Face) => (word: string) => {
    const { glyphs, width } = face.shape(word, plain)
    assert.is(glyphs.map(glyph => glyph.text).join(''), word)
    assert.ok(Math.abs(glyphs.reduce((sum, glyph) => sum + glyph.advance, 0) - width) < 0.001)
  }
  for (const family of ['Source Serif 4', 'Noto Sans'])
    fc.assert(fc.property(words, check(faceOf(family))), { seed: 3, numRuns: 300 })
})

test('a word is shaped once, and a long run of words is not kept', () => {
  const first = serif.shape('remembered', plain)
  assert.is(serif.shape('remembered', plain), first)
  const shapeOthers = (letter: string) => {
    for (let index = 0; index < 10_000; index++) serif.shape(`${letter}${index}`, plain)
  }
  shapeOthers('n')
  assert.is(serif.shape('remembered', plain), first, 'a word that is asked for stays')
  shapeOthers('m')
  shapeOthers('o')
  assert.is.not(serif.shape('remembered', plain), first)
  assert.equal(serif.shape('remembered', plain), first)
})

test('fonts that HarfBuzz must find more memory for open as the first did, and leave those be', () => {
  const before = serif.shape('before', { ...plain, lang: 'nl' })
  for (let index = 0; index < 40; index++) {
    const face = openAgain()
    assert.equal(face.shape('before', plain).glyphs.length, before.glyphs.length)
  }
  assert.is(serif.shape('beyond', plain).glyphs.length, 6)
})

function openAgain(): Face {
  const Reopened = serif.constructor as typeof Face
  const face = Reopened.open(serif.bytes)
  if (typeof face === 'string') throw new Error(face)
  return face
}

test.run()
