import fc from 'fast-check'
import { test } from 'uvu'
import * as assert from 'uvu/assert'
import {
  type Citation,
  type CitationGroup,
  citationsIn,
  findCitationGroups,
  parseCitations,
  parseCiteField,
} from '../../../src/brief/index.js'
import { assertGrowsLinearly } from '../../support/growth.js'

const short = ({ prefix, source, locator }: Citation) =>
  [prefix, source, locator].map(part => part ?? '').join('|')
const cited = (text: string) => parseCitations(text).map(short)
const faults = ({ errors: all }: CitationGroup) => all.map(fault => fault.text)

test('a cite field is an id, or citations with or without brackets', () => {
  assert.equal(cited('article'), ['|article|'])
  assert.equal(cited(' article '), ['|article|'])
  assert.equal(cited('@article'), ['|article|'])
  assert.equal(cited('[@article, para. 4]'), ['|article|para. 4'])
  assert.equal(cited('@article, para. 4; @order'), ['|article|para. 4', '|order|'])
  assert.equal(cited('see @article p. 3'), ['see|article|p. 3'])
  assert.equal(cited('-@article'), ['|article|'])
  assert.equal(cited('[@article, p. [3]]'), ['|article|p. [3]'])
})

test('ids have the punctuation that Pandoc allows inside, none at the end', () => {
  assert.equal(cited('@un:2025/1.a_b'), ['|un:2025/1.a_b|'])
  assert.equal(cited('@año2025, p. 1'), ['|año2025|p. 1'])
  assert.equal(cited('[@a.]'), ['|a|.'])
  assert.equal(cited('@{https://example.org/?a=b&c}, p. 1'), ['|https://example.org/?a=b&c|p. 1'])
})

test('what cites nothing is a fault, with its place', () => {
  for (const text of ['the article', '@', '@ article', '@a @b', '[@a', '@a]', '', '[]', '@{a b}'])
    assert.is(parseCiteField(text).errors.length, 1, text)
  assert.equal(faults(parseCiteField('@a; p. 3; @b')), ['p. 3'])
  assert.equal(parseCiteField('@a; p. 3').errors[0]?.range, { start: 4, end: 8 })
  assert.equal(faults(parseCiteField('@a;')), [''])
})

test('citations in prose stand in brackets', () => {
  const text = 'One [@a], two [see @b, p. 2; @c] and [-@d].'
  assert.equal(citationsIn(text).map(short), ['|a|', 'see|b|p. 2', '|c|', '|d|'])
  assert.equal(
    findCitationGroups(text).map(({ range }) => text.slice(range.start, range.end)),
    ['[@a]', '[see @b, p. 2; @c]', '[-@d]'],
  )
})

test('an address, a link, code, an escape and a bare @ are no citations', () => {
  for (const text of [
    'a@b.org',
    '[a@b.org]',
    '[write to a.b@c.org]',
    '@a says',
    '[@a](https://a.example)',
    '`[@a]`',
    '``[@a] ` ``',
    '\\[@a]',
    '[\\@a]',
    '[@a',
    '[Twitter]',
    '[sic]',
  ])
    assert.equal(findCitationGroups(text), [], text)
})

test('brackets around others are not part of a citation', () => {
  assert.equal(citationsIn('[as said [@a] before]').map(short), ['|a|'])
  assert.equal(citationsIn('[@a, [sic] p. 3]').map(short), ['|a|[sic] p. 3'])
  assert.equal(citationsIn('[@a][@b]').map(short), ['|a|', '|b|'])
  assert.equal(citationsIn('`` ` [@a]').map(short), ['|a|'])
})

test('in prose, what is meant as a citation but is none is a fault', () => {
  assert.equal(findCitationGroups('[@] and [@a; b]').map(faults), [['@'], ['b']])
})

const id = fc.stringMatching(/^[a-z][a-z0-9_]{0,8}(:[a-z0-9]{1,4})?$/)
const locator = fc.option(fc.stringMatching(/^(p|para)\. [0-9]{1,3}$/), { nil: undefined })

test('every citation that is written is found, with the place of its id', () => {
  fc.assert(
    fc.property(
      fc.array(fc.tuple(id, locator), { minLength: 1, maxLength: 5 }),
      fc.lorem(),
      (items, words) => {
        const group = `[${items.map(([source, at]) => `@${source}${at ? `, ${at}` : ''}`).join('; ')}]`
        const text = `${words} ${group} ${words}`
        const found = citationsIn(text)
        assert.equal(
          found.map(short),
          items.map(([source, at]) => `|${source}|${at ?? ''}`),
        )
        for (const { source, sourceRange } of found)
          assert.is(text.slice(sourceRange.start, sourceRange.end), source)
      },
    ),
    { seed: 20250120, numRuns: 300 },
  )
})

test('no text makes it fail, and groups stand in order without touching', () => {
  const marks = fc.array(
    fc.constantFrom('[', ']', '@', '@a', ';', '`', '\\', ' ', '(', '{', '}', ',', 'x', '-', '\n'),
  )
  fc.assert(
    fc.property(marks, parts => {
      const text = parts.join('')
      parseCiteField(text)
      let last = 0
      for (const { range } of findCitationGroups(text)) {
        assert.ok(range.start >= last)
        assert.is(text[range.start], '[')
        assert.is(text[range.end - 1], ']')
        last = range.end
      }
    }),
    { seed: 20250120, numRuns: 3000 },
  )
})

test('hostile texts take time that grows with their length', () => {
  for (const part of ['[', '[@a', '[@a]', '`', '`` `', ';@a', '[@a;', '@', '\\'])
    for (const wrap of [(text: string) => text, (text: string) => `[${text}]`])
      assertGrowsLinearly(count => {
        const text = wrap(part.repeat(count))
        findCitationGroups(text)
        parseCiteField(text)
      }, 10_000)
})

test.run()
