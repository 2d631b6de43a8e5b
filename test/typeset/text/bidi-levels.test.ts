import { test } from 'uvu'
import * as assert from 'uvu/assert'
import { visualOrder } from '../../../src/typeset/lines/visual-order.js'
import type { TextRun } from '../../../src/typeset/nodes/paragraph.js'
import { withBidiLevels } from '../../../src/typeset/text/bidi-levels.js'
import { type BidiIsolate, bidiIsolate } from '../../../src/typeset/text/bidi-text.js'
import { directionOf, type TextDirection } from '../../../src/typeset/text/direction.js'

const runOf = (text: string): TextRun => ({ text, level: 0, apart: undefined }) as TextRun
type Piece = string | { readonly text: string; readonly isolates: readonly BidiIsolate[] }
const pieceOf = (piece: Piece) =>
  typeof piece === 'string'
    ? { run: runOf(piece), isolates: [] }
    : { run: runOf(piece.text), isolates: piece.isolates }
const inside = (text: string, lang?: string): Piece => ({ text, isolates: [bidiIsolate(lang)] })

const runsOf = (pieces: readonly Piece[], direction: TextDirection) =>
  withBidiLevels(pieces.map(pieceOf), direction)
const levelsOf = (text: string, direction: TextDirection) =>
  runsOf([text], direction)
    .flatMap(run => [...run.text].map(() => run.level))
    .join('')
/** What is seen from left to right, brackets not yet turned around. */
const seen = (direction: TextDirection, ...pieces: Piece[]) =>
  visualOrder(runsOf(pieces, direction))
    .map(({ text, level }) => (level % 2 === 1 ? [...text].reverse().join('') : text))
    .join('')

/** Facts of the standard: capitals stand for Hebrew letters, as in its own examples. */
const hebrew = (text: string) =>
  text.replace(/[A-Z]/g, letter => String.fromCharCode(0x05d0 + letter.charCodeAt(0) - 65))
for (const [text, direction, levels] of [
  ['a(b)c', 'ltr', '00000'],
  ['A(B)C', 'ltr', '11111'],
  ['a(B)c', 'ltr', '00100'],
  ['A(b)C', 'ltr', '10001'],
  ['A(b)C', 'rtl', '11211'],
  ['AB(CD[&ef]!)gh', 'rtl', '11111112211122'],
  ['sm (fa AR) HE', 'rtl', '2211221111111'],
  ['AR bo(s)', 'rtl', '11122222'],
  ['A 12% B', 'ltr', '1122211'],
  ['A 1.5-2,5 B', 'rtl', '11222222211'],
  ['a 1-2 b', 'rtl', '2222222'],
] as const)
  test(`levels of ${text} in a paragraph that is ${direction}`, () => {
    assert.is(levelsOf(hebrew(text), direction), levels)
  })

test('numbers after Arabic letters are Arabic numbers', () => {
  assert.is(levelsOf('\u0627 1-2', 'rtl'), '11212')
  assert.is(levelsOf('\u05D0 1-2', 'rtl'), '11222')
})

test('letters of two units have the direction of their script', () => {
  assert.equal(
    runsOf(['\u{1E900}\u{1E901} a'], 'rtl').map(({ text, level }) => [text, level]),
    [
      ['\u{1E900}\u{1E901} ', 1],
      ['a', 2],
    ],
  )
  assert.is(levelsOf('a \u{1F600} b', 'ltr'), '00000')
})

test('marks of direction are obeyed and leave nothing behind', () => {
  assert.is(seen('ltr', 'a ', hebrew('AB!'), ' c'), `a ${hebrew('BA')}! c`)
  assert.is(seen('ltr', 'a ', `${hebrew('AB!')}\u200F`, ' c'), `a !${hebrew('BA')} c`)
  assert.is(seen('ltr', `\u202E${'abc'}\u202C d`), 'cba d')
  assert.is(seen('ltr', `\u2067${hebrew('A')}\u2069\u2067${hebrew('B')}\u2069`), hebrew('AB'))
  assert.is(seen('ltr', hebrew('AB')), hebrew('BA'))
})

test('a citation stands after its words, whatever their direction', () => {
  assert.is(seen('ltr', 'the ', inside(hebrew('AB'), 'he'), inside('1'), ' is'), `the ${hebrew('BA')}1 is`)
  assert.is(seen('rtl', hebrew('AB'), inside('1'), hebrew(' C')), `${hebrew('C')} 1${hebrew('BA')}`)
  assert.is(seen('rtl', 'NATO.', inside('1')), '1.NATO')
})

test('a passage in another language keeps its marks, and a line that ends does not end it', () => {
  assert.is(seen('ltr', inside(hebrew('AB!'), 'he'), ', c'), `!${hebrew('BA')}, c`)
  const passage = bidiIsolate('he')
  const part = (text: string): Piece => ({ text, isolates: [passage] })
  assert.is(seen('ltr', part(hebrew('A!')), '\n', part(hebrew('B!'))), `!${hebrew('A')}\n!${hebrew('B')}`)
})

test('addresses and telephone numbers are read from left to right', () => {
  for (const one of ['https://a.example/b/', 'press@a.example', '+972 3-555-0100', '+1 (212) 555-0100'])
    assert.is(seen('rtl', `\u0627 ${one} \u0628.`), `.\u0628 ${one} \u0627`)
})

test('what is read from left to right may be of several runs, and a date in Latin letters is', () => {
  assert.is(seen('rtl', hebrew('A +972'), ' ', hebrew('3-555-0100 B')), hebrew('B +972 3-555-0100 A'))
  assert.is(seen('rtl', hebrew('A 9 nov 2019, 12')), hebrew('12 ,9 nov 2019 A'))
  assert.is(seen('rtl', hebrew('A 9 B 2019')), hebrew('2019 B 9 A'))
})

test('joiners and soft hyphens part nothing', () => {
  const text = '\u0646\u0645\u06CC\u200C\u062E\u00AD\u0648\u0627\u0647\u0645'
  assert.equal(
    runsOf([text], 'ltr').map(run => run.text),
    [text],
  )
})

test('a language is written as its script is', () => {
  for (const lang of [
    'ar',
    'he',
    'fa-IR',
    'ur',
    'yi',
    'ps',
    'sd',
    'dv',
    'ckb',
    'az-Arab',
    'pa-PK',
    'ff-Adlm',
  ])
    assert.is(directionOf(lang), 'rtl', lang)
  for (const lang of ['en', 'zh-Hant', 'ku', 'az', 'he-Latn', 'tr', 'no tag'])
    assert.is(directionOf(lang), 'ltr', lang)
})

test.run()
