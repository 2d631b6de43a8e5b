import { test } from 'uvu'
import * as assert from 'uvu/assert'
import { load } from '../helpers.js'

const HEAD = 'title: T\nas_of: 2025\n'
/** Milliseconds, with room for a busy machine: time that grew with the square of the length would be minutes. */
const BOUND = 5000
const LENGTH = 500_000
const filled = (part: string) => part.repeat(LENGTH / part.length)
const numbered = (part: (index: number) => string, count: number) =>
  Array.from({ length: count }, (_, i) => part(i)).join('')

const HOSTILE: Readonly<Record<string, string>> = {
  brackets: filled('['),
  braces: filled('{a: '),
  dashes: filled('- '),
  'question marks': filled('? '),
  colons: filled(': '),
  'keys on a line': filled('"a": '),
  'a staircase of keys': numbered(index => `${' '.repeat(index)}a:\n`, 900),
  'double quotes': filled('"'),
  'single quotes': filled("'"),
  'line ends': filled('\n'),
  'carriage returns': filled('\r'),
  'number signs': filled('#'),
  comments: filled('# x\n'),
  anchors: filled('&a '),
  'anchored items': numbered(index => `- &a${index} x\n`, 30_000),
  aliases: filled('*a '),
  tags: filled('!a '),
  'block headers': filled('|\n'),
  words: filled('a\n'),
  tabs: filled('\t'),
  'tabs in lines': filled('a:\n\tb\n'),
  documents: filled('---\n'),
  'document ends': filled('...\n'),
  directives: filled('%a\n'),
  commas: `[${filled(',')}`,
  'a list in brackets': `[${filled('a,')}]`,
  'unknown keys': numbered(index => `k${index}:\n`, 30_000),
  'one key': filled('a:\n'),
  'an unknown source in each of many': `${HEAD}key_facts:\n${numbered(i => `- {fact: x, cite: s${i}}\n`, 8000)}`,
  'many sources and as many slips': `${HEAD}sources:\n${numbered(i => `- {id: source${i}, title: x}\n`, 4000)}watch:\n${numbered(i => `- {indicator: x, cite: zource${i}}\n`, 4000)}`,
  'many dates that are none': `${HEAD}timeline:\n${numbered(i => `- {date: 2025-1-${i}, event: x}\n`, 8000)}`,
  'many second colons': `${HEAD}watch:\n${filled('- a: b: c\n')}`,
  'a long line': `${HEAD}issue: ${filled('word ')}`,
  'a long line of escapes': `${HEAD}issue: "a${filled('\\n')}`,
  'spaces in a text': `${HEAD}issue: a\n${filled(' ')}x`,
  'many folds': `${HEAD}issue: >\n${filled('  x\n\n')}`,
  'many citations': `${HEAD}issue: "${filled('[@a] ')}"`,
  'control characters': `${HEAD}issue: "${filled('\x01')}"`,
}

for (const [name, text] of Object.entries(HOSTILE)) {
  test(`a file of ${name} is judged in bounded time`, () => {
    const start = performance.now()
    const { findings } = load(text)
    assert.ok(performance.now() - start < BOUND, `${Math.round(performance.now() - start)} ms`)
    assert.ok(findings.length <= 200)
  })
}

test('a file of 50 MB is refused unread', () => {
  const start = performance.now()
  assert.equal(load('a'.repeat(50 * 1024 * 1024)).found, ['1:1 file-too-large'])
  assert.ok(performance.now() - start < BOUND)
})

test('an alias bomb is refused at the alias that goes too far', () => {
  const level = (index: number) =>
    `watch${index}: &a${index} [${Array(9)
      .fill(index === 0 ? 'x' : `*a${index - 1}`)
      .join(', ')}]\n`
  const { findings } = load(HEAD + numbered(level, 30))
  assert.equal(findings.filter(({ code }) => code === 'yaml-alias-bomb').length, 1)
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
  assert.equal(load(filled('- ')).found, ['1:99 yaml-too-deep'])
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
    load(`title: !!str 2024\nas_of: ! 2025\nwatch: !!seq [a]\nissue: !!map {default: b}\n`).found,
    [],
  )
})

test.run()
