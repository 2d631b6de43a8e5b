import { test } from 'uvu'
import * as assert from 'uvu/assert'
import { SourceFile } from '../../../src/diagnostics/index.js'
import type { Block } from '../../../src/markup/index.js'
import { Face } from '../../../src/typeset/fonts/face.js'
import { readText } from '../../support/pdf-text.js'
import { tinyTtf } from '../../support/tiny-ttf.js'
import { document, em, h, list, p, strong, t } from '../build-document.js'
import { objectsWith, readPdf } from '../read-pdf.js'
import { fonts, print, themeNamed } from '../workspace.js'

/** Kept for an emoji, and of no font. */
const LACKING = '\u{1FAFF}'
const file = new SourceFile(
  'briefs/a.yaml',
  `title: One ${LACKING} and ${LACKING} two\nissue: "caf\\u00e9 ${LACKING}"\n`,
)
const placed = (text: string, start: number, end: number): Block => {
  const place = { file, range: { start, end } }
  return { kind: 'paragraph', style: undefined, place, children: [{ kind: 'text', text, place }] }
}

test('reports a character that no font has, once for each place, at the character', async () => {
  const { printed, all } = await print(
    document([placed(`One ${LACKING} and ${LACKING} two`, 7, 24), placed(`café ${LACKING}`, 32, 46)]),
  )
  assert.is(printed, undefined)
  assert.equal(
    all.map(finding => finding.code),
    ['missing-glyph', 'missing-glyph'],
  )
  assert.match(all[0]?.message ?? '', 'U+1FAFF, an emoji')
  assert.equal(
    all.map(finding => file.text.slice(finding.place.range.start, finding.place.range.end)),
    [LACKING, LACKING],
  )
  assert.equal(
    all.map(finding => file.position(finding.place.range.start)),
    [
      { line: 1, column: 12 },
      { line: 2, column: 19 },
    ],
  )
})

test('finds the glyphs of Arabic, Persian, Urdu and Hebrew, with their marks', async () => {
  const text = 'مَجلِسُ الوُزَراء گفت‌وگو، ۱۲۳ بڑے ٹھیک שָׁלוֹם כ״ג'
  for (const inline of [t, em, strong]) {
    const { found } = await print(document([p([inline(text)]), h(2, text)]))
    assert.equal(found, [])
  }
})

test('takes a character from the next family, and only that', async () => {
  const { printed, found } = await print(document([p('one ⅟ two')]))
  assert.equal(found, [])
  assert.match(readText(printed?.pdf ?? new Uint8Array()).drawn, /^one \n⅟\n two\n/)
})

test('takes a word whole from the family that has all its letters', async () => {
  const { printed, found } = await print(document([p('λόγος'), p('ἐν ἀρχῇ'), p('ἀρχῇ λόγος')]))
  assert.equal(found, [])
  const { drawn } = readText(printed?.pdf ?? new Uint8Array())
  const parts = drawn.split('\n').map(part => part.trim())
  assert.equal(parts.filter(Boolean).slice(0, 5), ['λόγος', 'ἐν', 'ἀρχῇ', 'ἀρχῇ', 'λόγος'])
})

test('prints no box for marks of direction, joiners, selectors and odd spaces', async () => {
  const text =
    'a\u200Eb\u200Fc\u200Dd\u200Ce\uFE0Ff\u2066g\u2069h\u00ADi\u200Bj\u2060k\uFEFFl m\u202Fn\u2009o\u2007p\u2011q\u0007r'
  const { printed, found } = await print(document([p(text), p('e\u0301 n\u0303')]))
  assert.equal(found, [])
  const lines = printed?.text[0]?.map(line => line.text) ?? []
  assert.is(lines[0]?.replace(/[\u00A0\u2009\u202F\u2007]/g, ' '), 'abcdefghijkl m n o p-qr')
  assert.is(lines[1], 'é ñ')
  const stream = readPdf(printed?.pdf ?? new Uint8Array()).contents.join('')
  assert.not.match(stream, /<(?:[0-9a-f]{4})*?0000(?:[0-9a-f]{4})*>/)
})

test('finds the glyphs of headings in capitals and of every alphabet that is promised', async () => {
  const text = 'Ąčęž Ñandú ßẞ Ελληνικά Українська Ђурђевдан → ↑ • ● ○ ■ □ ≥ ≤ ≈ − × … € £ ½ № “”„«»'
  const { found } = await print(document([h(2, text), h(4, text), p(text, 'kicker'), p(text)]))
  assert.equal(found, [])
})

const drawnIn = async (...texts: string[]) => {
  const { printed, found } = await print(document(texts.map(text => p(text))))
  assert.equal(found, [])
  return readText(printed?.pdf ?? new Uint8Array()).drawn
}

test('prints emoji, those of several code points as one, and their whole text', async () => {
  for (const emoji of [
    '🎉',
    '👨\u200D👩\u200D👧',
    '🇫🇷',
    '🏴\u{E0067}\u{E0062}\u{E0073}\u{E0063}\u{E0074}\u{E007F}',
    '❤\u200D🔥',
  ])
    assert.match(await drawnIn(`all ${emoji} here`), `\n${emoji}\n`)
  assert.match(await drawnIn('press 1\uFE0F\u20E3 now'), '\n1\u20E3\n')
})

test('takes a sign with a selector for an emoji, and without it for a sign of text', async () => {
  const faces = (text: string) =>
    print(document([p(text)])).then(({ printed: one }) => baseFontsOf(one?.pdf ?? new Uint8Array()))
  assert.ok((await faces('a \u2714\uFE0F b')).some(name => name.includes('NotoEmoji')))
  assert.not.ok((await faces('a \u2714 b')).some(name => name.includes('NotoEmoji')))
})

const baseFontsOf = (pdf: Uint8Array) =>
  objectsWith(readPdf(pdf), '/BaseFont').map(object => /\/BaseFont \/(\S+)/.exec(object)?.[1] ?? '')

test('says where an emoji is printed without its skin tone, and not where it has none', async () => {
  const toned = await print(document([p('Yes 👍🏽 or 👍')]))
  assert.equal(toned.found, ['skin-tone-not-shown'])
  assert.match(readText(toned.printed?.pdf ?? new Uint8Array()).drawn, '👍🏽')
  assert.equal((await print(document([p('a tone 🏽 alone')]))).found, [])
})

test('says that a font has a character in colours only, where it is the only one that has it', async () => {
  const bytes = tinyTtf({
    characters: ` ab${LACKING}🎉`,
    blank: ` ${LACKING}🎉`,
    tables: { COLR: Buffer.alloc(14) },
  })
  const face = Face.open(bytes)
  if (typeof face === 'string') throw new Error(face)
  const coloured = new Map([
    ...fonts,
    ['Paint', { normal: face, italics: face, bold: face, bolditalics: face }],
  ])
  const theme = themeNamed('default')
  const families = { ...theme.families, fallback: ['Paint'] }
  const { found, all } = await print(document([p(`One ${LACKING} and 🎉`)]), {
    fonts: coloured,
    theme: { ...theme, families },
  })
  assert.equal(found, ['missing-glyph'])
  assert.match(all[0]?.message ?? '', /`Paint` has .* only in colours/)
})

test('takes signs that the families of a theme lack from those of the package, and letters from none but its own', async () => {
  const bytes = tinyTtf({ characters: ' abcdefghijklmnopqrstuvwxyzPO0123456789', blank: ' ' })
  const face = Face.open(bytes)
  if (typeof face === 'string') throw new Error(face)
  const house = new Map([...fonts, ['House', { normal: face, italics: face, bold: face, bolditalics: face }]])
  const families = { body: 'House', heading: 'House', fallback: [] }
  const theme = { ...themeNamed('default'), families }
  const plain = {
    title: 'abc',
    running: { organisation: '', audience: '', title: '', page_of: '', notes: [] },
  }
  const { found } = await print(document([list(['abc'], 'facts'), p('→ ✓ ■ − …')], plain), {
    fonts: house,
    theme,
  })
  assert.equal(
    found.filter(code => code !== 'missing-glyph'),
    [],
  )
  const messages = (await print(document([p('Ж')], plain), { fonts: house, theme })).all.map(
    ({ message }) => message,
  )
  assert.ok(messages.some(message => message.includes('`Ж`')))
})

test('keeps marks on digits and signs, also where the style changes between them', async () => {
  const { printed, found } = await print(
    document([p('x 1\u0301 y'), p([t('x 1'), em('\u0301'), strong(' y')]), p('6\u20E3')]),
  )
  assert.equal(found, [])
  const { drawn } = readText(printed?.pdf ?? new Uint8Array())
  const parts = drawn.split('\n').filter(part => part.includes('\u0301'))
  assert.equal(
    parts.map(part => part.includes('1\u0301')),
    [true, true],
  )
  assert.match(drawn, '6\u20E3')
})

test.run()
