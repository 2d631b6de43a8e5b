import fc from 'fast-check'
import { test } from 'uvu'
import * as assert from 'uvu/assert'
import { Document, type Scalar } from 'yaml'
import { loadValid } from '../helpers.js'

const STYLES = ['PLAIN', 'QUOTE_SINGLE', 'QUOTE_DOUBLE', 'BLOCK_LITERAL', 'BLOCK_FOLDED'] as const
const words = fc.array(
  fc.oneof(
    fc.constantFrom(
      ' ',
      '  ',
      '\n',
      '\n\n',
      '\n  ',
      ' \n',
      '\t',
      "'",
      "''",
      '"',
      '\\',
      '😀',
      'é',
      ': ',
      ' #',
      '- ',
      '…',
    ),
    fc.stringMatching(/^[a-z]{1,12}$/),
  ),
  { minLength: 1, maxLength: 40 },
)
/** Words that begin with a letter, so that every style may be asked for. */
const text = words.map(parts => `a${parts.join('')}`)

/** A brief whose issue and first indicator hold the text, in a style (which YAML may refuse). */
function written(value: string, style: (typeof STYLES)[number], width: number, ends: '\n' | '\r\n'): string {
  const document = new Document({ title: 'T', as_of: '2025', issue: value, watch: [{ indicator: value }] })
  for (const path of [['issue'], ['watch', 0, 'indicator']])
    (document.getIn(path, true) as Scalar).type = style
  return document.toString({ lineWidth: width }).replaceAll('\n', ends)
}

const options = { seed: 20250120, numRuns: 1500 }
const inputs = [
  text,
  fc.constantFrom(...STYLES),
  fc.integer({ min: 20, max: 80 }),
  fc.constantFrom('\n', '\r\n'),
] as const

/** Random text has them by chance. */
const MARKS = ['block-mark', 'inline-mark'] as const

test('in every style, every character of a text leads back to what is written for it', () => {
  let exact = 0
  fc.assert(
    fc.property(...inputs, (value, style, width, ends) => {
      const source = written(value, style, width, ends as '\n' | '\r\n')
      const brief = loadValid(source, ...MARKS)
      for (const path of [['issue'], ['watch', 0, 'indicator']]) {
        const held = String(path.length === 1 ? brief.data.issue : brief.data.watch?.[0]?.indicator)
        let last = 0
        for (let index = 0; index < held.length; index += 1) {
          const { start, end } = brief.placeWithin(path, index, index + 1).range
          const character = held.charAt(index)
          assert.ok(start >= last && end >= start, `${style}: places go forward`)
          last = start
          if (!/[a-z]/.test(character)) continue
          assert.is(source.slice(start, end), character, `${style}: ${JSON.stringify(source)}`)
          exact += 1
        }
      }
    }),
    options,
  )
  assert.ok(exact > 50_000, `only ${exact} characters were compared`)
})

test('a word is marked whole, and nothing beside it', () => {
  fc.assert(
    fc.property(...inputs, (value, style, width, ends) => {
      const source = written(`${value} needle ${value}`, style, width, ends as '\n' | '\r\n')
      const brief = loadValid(source, ...MARKS)
      const at = String(brief.data.issue).indexOf('needle')
      const { start, end } = brief.placeWithin(['issue'], at, at + 6).range
      assert.is(source.slice(start, end).replace(/\\\r?\n\s*\\?/g, ''), 'needle')
    }),
    options,
  )
})

const BLOCKS: readonly (readonly [block: string, value: string])[] = [
  ['|\n  a\n   b\n\n  c\n', 'a\n b\n\nc\n'],
  ['|+\n  a\n\n\n', 'a\n\n\n'],
  ['|-\n\n  a\n\n', '\na'],
  ['|2\n    a\n   b\n', '  a\n b\n'],
  ['>\n  a\n  b\n\n\n  c\n   d\n  e\n', 'a b\n\nc\n d\ne\n'],
  ['>+ # why\n  a\n\n', 'a\n\n'],
  ['>\n  a\n  \tb\n  c\n', 'a\n\tb\nc\n'],
  ['>-\n\n\n  a\n', '\n\na'],
  ['|\n  a\n     \n', 'a\n   \n'],
]

for (const [block, value] of BLOCKS) {
  test(`the letters of ${JSON.stringify(block)} are found`, () => {
    const source = `title: T\nas_of: 2025\nissue: ${block}`
    const brief = loadValid(source)
    assert.is(brief.data.issue, value)
    for (const match of String(brief.data.issue).matchAll(/[a-e]/g)) {
      const { start, end } = brief.placeWithin(['issue'], match.index, match.index + 1).range
      assert.is(source.slice(start, end), match[0])
      assert.is(start, source.lastIndexOf(match[0]))
    }
  })
}

test.run()
