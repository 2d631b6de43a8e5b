import { test } from 'uvu'
import * as assert from 'uvu/assert'
import { assertGrowsLinearly } from '../../support/growth.js'
import { load } from '../helpers.js'

const HEAD = 'title: T\nas_of: 2025\n'
/** Characters, below the length that a brief may have. */
const LENGTH = 24_000
const filled = (part: string) => (length: number) => part.repeat(Math.ceil(length / part.length))
const numbered = (part: (index: number) => string) => (length: number) => {
  let text = ''
  for (let index = 0; text.length < length; index += 1) text += part(index)
  return text
}

/** Texts of any length by their length. */
const HOSTILE: Readonly<Record<string, (length: number) => string>> = {
  brackets: filled('['),
  braces: filled('{a: '),
  dashes: filled('- '),
  'question marks': filled('? '),
  colons: filled(': '),
  'keys on a line': filled('"a": '),
  'a staircase of keys': numbered(index => `${' '.repeat(index)}a:\n`),
  'double quotes': filled('"'),
  'single quotes': filled("'"),
  'line ends': filled('\n'),
  'carriage returns': filled('\r'),
  'number signs': filled('#'),
  comments: filled('# x\n'),
  anchors: filled('&a '),
  'anchored items': numbered(index => `- &a${index} x\n`),
  aliases: filled('*a '),
  tags: filled('!a '),
  'block headers': filled('|\n'),
  words: filled('a\n'),
  tabs: filled('\t'),
  'tabs in lines': filled('a:\n\tb\n'),
  documents: filled('---\n'),
  'document ends': filled('...\n'),
  directives: filled('%a\n'),
  commas: length => `[${filled(',')(length)}`,
  'a list in brackets': length => `[${filled('a,')(length)}]`,
  'unknown keys': numbered(index => `k${index}:\n`),
  'one key': filled('a:\n'),
  'an unknown source in each of many': length =>
    `${HEAD}key_facts:\n${numbered(i => `- {fact: x, cite: s${i}}\n`)(length)}`,
  'many sources and as many slips': length =>
    `${HEAD}sources:\n${numbered(i => `- {id: source${i}, title: x}\n`)(length)}watch:\n${numbered(i => `- {indicator: x, cite: zource${i}}\n`)(length)}`,
  'many dates that are none': length =>
    `${HEAD}timeline:\n${numbered(i => `- {date: 2025-1-${i}, event: x}\n`)(length)}`,
  'many second colons': length => `${HEAD}watch:\n${filled('- a: b: c\n')(length)}`,
  'a long line': length => `${HEAD}issue: ${filled('word ')(length)}`,
  'a long line of escapes': length => `${HEAD}issue: "a${filled('\\n')(length)}`,
  'spaces in a text': length => `${HEAD}issue: a\n${filled(' ')(length)}x`,
  'many folds': length => `${HEAD}issue: >\n${filled('  x\n\n')(length)}`,
  'many citations': length => `${HEAD}issue: "${filled('[@a] ')(length)}"`,
  'control characters': length => `${HEAD}issue: "${filled('\x01')(length)}"`,
}

for (const [name, textOf] of Object.entries(HOSTILE))
  test(`a file of ${name} is judged in time that grows with its length`, () => {
    assertGrowsLinearly(length => {
      assert.ok(load(textOf(length)).findings.length <= 200)
    }, LENGTH)
  })

test('a file of 50 MB is refused unread', () => {
  assert.equal(load('a'.repeat(50 * 1024 * 1024)).found, ['1:1 file-too-large'])
})

test('an alias bomb is refused at the alias that goes too far', () => {
  const level = (index: number) =>
    `watch${index}: &a${index} [${Array(9)
      .fill(index === 0 ? 'x' : `*a${index - 1}`)
      .join(', ')}]\n`
  const { findings } = load(HEAD + Array.from({ length: 30 }, (_, index) => level(index)).join(''))
  assert.equal(findings.filter(({ code }) => code === 'yaml-alias-bomb').length, 1)
})

test('aliases may add twenty thousand values', () => {
  const aliased = (count: number) =>
    load(`${HEAD}issue: &a [${'x,'.repeat(99)}]\nextra: [${'*a,'.repeat(count)}]\n`).found
  const isBomb = (found: string) => found.endsWith('yaml-alias-bomb')
  assert.not.ok(aliased(200).some(isBomb))
  assert.ok(aliased(201).some(isBomb))
})

test('a file may have a hundred thousand tokens, and collections of fifty levels', () => {
  // Each word takes three tokens: a signal of the lexer, itself and its comma.
  const words = (count: number) => load(`${HEAD}issue: [${'a,'.repeat(count)}]\n`).found
  assert.not.ok(words(33_326).some(found => found.endsWith('file-too-large')))
  assert.ok(words(33_327).some(found => found.endsWith('file-too-large')))
  const nested = (levels: number) => load(`${HEAD}issue: ${'['.repeat(levels)}${']'.repeat(levels)}\n`).found
  assert.not.ok(nested(48).some(found => found.endsWith('yaml-too-deep')))
  assert.ok(nested(49).some(found => found.endsWith('yaml-too-deep')))
})

test('depth is counted in every style', () => {
  for (const [part, close] of [
    ['[', ']'],
    ['{a: ', '}'],
  ] as const) {
    const nested = (levels: number) => `${HEAD}issue: ${part.repeat(levels)}${close.repeat(levels)}\n`
    assert.ok(load(nested(60)).found.some(found => found.endsWith('yaml-too-deep')))
    assert.not.ok(load(nested(20)).found.some(found => found.endsWith('yaml-too-deep')))
  }
  assert.equal(load(filled('- ')(LENGTH)).found, ['1:99 yaml-too-deep'])
})

test('one slip of syntax does not hide the findings in the rest of the file', () => {
  const rest = 'status: done\nwatch:\n  - {indicatr: x}\n'
  for (const line of [
    'issue: a: b',
    'issue: [a',
    'issue: "a',
    'issue: @a',
    'issue: %a',
    'issue: `a`',
    'issue: [a]]',
    'watch:\n\t- a',
    '>>>>>>> x',
  ])
    assert.equal(
      load(
        `${HEAD}${line}\n${rest.replace('watch', line.startsWith('watch') ? 'gaps' : 'watch').replace('indicatr', line.startsWith('watch') ? 'gapp' : 'indicatr')}`,
      ).found.map(found => found.replace(/^\S+ /, '')),
      ['yaml-syntax', 'invalid-value', 'unknown-key'],
      line,
    )
})

test('what cannot be read is not said to be missing', () => {
  assert.equal(load('title: "A\nas_of: 2025\n').found, ['1:8 yaml-syntax'])
  assert.equal(load(`${HEAD}watch:\n  - indicator: a\n   meaning: b\n`).found, ['5:4 yaml-syntax'])
})

test('a merge key is one only where it is written plainly', () => {
  assert.equal(load(`${HEAD}"<<": a\n`).found, ['3:1 unknown-key'])
  assert.equal(load(`${HEAD}<<: {issue: a}\n`).found, ['3:1 yaml-merge-key'])
})

test('keys that are no words are findings', () => {
  assert.equal(load(`${HEAD}? [a]\n: b\n`).found, ['3:3 unknown-key'])
  assert.equal(load(`${HEAD}{a: 1}: b\n`).found, ['3:1 unknown-key'])
  assert.equal(load(`${HEAD}: b\n`).found, ['3:1 unknown-key'])
  assert.equal(load(`${HEAD}1: b\ntrue: c\n`).found, ['3:1 unknown-key', '4:1 unknown-key'])
})

test('the tags of the core schema are no findings', () => {
  assert.equal(
    load(`title: !!str 2024\nas_of: 2025\nwatch: !!seq [a]\nissue: !!map {default: b}\n`).found,
    [],
  )
})

test.run()
