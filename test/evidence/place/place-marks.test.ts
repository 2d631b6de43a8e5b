import { test } from 'uvu'
import * as assert from 'uvu/assert'
import type { LocatorKind } from '../../../src/brief/index.js'
import { placeAt, placeInWords } from '../../../src/evidence/place/passage-place.js'
import { readPlaceMarks } from '../../../src/evidence/place/place-marks.js'
import { paragraphsOf } from '../../../src/speech/index.js'

/** Where a text has a word, by its own numbers. */
function placeOf(word: string, text: string, ...kinds: LocatorKind[]): string {
  return placeInWords(placeAt(readPlaceMarks(text, paragraphsOf(text), kinds), text.indexOf(word)))
}

for (const [name, written] of Object.entries({
  'a stop': (number: number) => `${number}. `,
  'round brackets': (number: number) => `(${number}) `,
  'square brackets': (number: number) => `[${number}] `,
  'one bracket': (number: number) => `${number}) `,
  'a paragraph sign': (number: number) => `¶ ${number} `,
  'a marginal number': (number: number) => `Rn. ${number}\n`,
  'nothing but a space': (number: number) => `${number} `,
  'a line of its own': (number: number) => `${number}\n`,
})) {
  test(`paragraphs are numbered with ${name}`, () => {
    const text = [
      'Ferry inquiry',
      ...[41, 42, 43].map(number => `${written(number)}The ferries were late at stop${number} again.`),
    ].join('\n\n')
    assert.is(placeOf('stop42', text, 'paragraph'), 'para. 42')
    assert.is(placeOf('stop43', text, 'paragraph'), 'para. 43')
    assert.is(placeOf('inquiry', text, 'paragraph'), '')
  })
}

test('a paragraph without a number belongs to the one before it, and a list within one is none', () => {
  const text =
    '7. The quay was closed.\n\nIt stayed so, the harvest said.\n\n8. There were reasons:\n\n(1) ice,\n\n(2) strikes.\n\n9. It opened.\n'
  assert.is(placeOf('harvest', text, 'paragraph'), 'para. 7')
  assert.is(placeOf('strikes', text, 'paragraph'), 'para. 8')
  assert.is(placeOf('opened', text, 'paragraph'), 'para. 9')
})

test('a year or a figure at the beginning of a paragraph is no number of it', () => {
  const text = '12 People met.\n\n2019 Was dry.\n\n13 They left.\n\n14 Nobody stayed.\n'
  assert.is(placeOf('dry', text, 'paragraph'), 'para. 12')
  assert.is(placeOf('left', text, 'paragraph'), 'para. 13')
  assert.equal(
    readPlaceMarks('2019 Was dry.\n\nIt rained after.', paragraphsOf('2019 Was dry.\n\nIt rained after.'), [
      'paragraph',
    ]),
    [],
  )
  const figures = '411 million parcels came.\n\n412 million left.\n'
  assert.equal(readPlaceMarks(figures, paragraphsOf(figures), ['paragraph']), [])
})

test('articles are headings, not what refers to them', () => {
  const text =
    'Article 4\nQuays\n\nThe term otters applies.\n\nArticle 5 – Dredging\n\nArticle 4 shall apply to badgers.\n\nArticle 4(2) binds the weasels.\n\nArtículo 6.º Redes. Los martens.\n'
  assert.is(placeOf('otters', text, 'article'), 'Art. 4')
  assert.is(placeOf('badgers', text, 'article'), 'Art. 5')
  assert.is(placeOf('weasels', text, 'article'), 'Art. 5')
  assert.is(placeOf('martens', text, 'article'), 'Art. 6')
})

test('recitals end where articles begin', () => {
  const text =
    '(1) Whereas otters,\n\n(2) whereas badgers,\n\nArticle 1\n\n(1) The weasels\n\n(2) The martens\n'
  assert.is(placeOf('badgers', text, 'recital', 'article'), 'recital 2')
  assert.is(placeOf('martens', text, 'recital', 'article'), 'Art. 1')
  assert.is(placeOf('martens', text, 'article', 'paragraph'), 'Art. 1, para. 2')
})

test('sections are marked with a sign, a word or a numbered heading', () => {
  assert.is(placeOf('otters', '§ 4 Quays\nThe otters.\n\n§ 5 Nets\nThe badgers.', 'section'), 'section 4')
  assert.is(
    placeOf('badgers', 'Section 4\n\nThe otters.\n\nSection 5a\n\nThe badgers.', 'section'),
    'section 5a',
  )
  assert.is(
    placeOf('badgers', '2 Method\n\nThe otters swam.\n\n2.1 Counting\n\nThe badgers.', 'section'),
    'section 2.1',
  )
})

test('pages are counted by form feeds, or named by marks', () => {
  assert.is(placeOf('badgers', 'The otters\n\fThe badgers\n\fThe weasels', 'page'), 'p. 2')
  assert.is(placeOf('badgers', '[p. 12] The otters [p. 13] and the badgers', 'page'), 'p. 13')
  assert.is(placeOf('otters', 'The otters [p. 13] and the badgers', 'page'), '')
})

test('lines are numbered each or every fifth, anew on every page', () => {
  const page = (words: string) => `1 ${words}a\n2 ${words}b\n3 ${words}c\n`
  assert.is(placeOf('oneb', page('one'), 'line'), 'line 2')
  assert.is(placeOf('twoc', `${page('one')}\f${page('two')}`, 'page', 'line'), 'p. 2, line 3')
  const fifth = ['5', ...'    '].map((number, at) => `${number} word${at}`).join('\n')
  assert.is(placeOf('word3', `${fifth}\n10 tenth\n`, 'line'), 'line 8')
})

test('time codes hold until the next', () => {
  const text = '[00:12:03] The otters\nswam away.\n00:12:09 --> 00:12:14\nThe badgers'
  assert.is(placeOf('swam', text, 'timestamp'), '00:12:03')
  assert.is(placeOf('badgers', text, 'timestamp'), '00:12:09')
})

test.run()
