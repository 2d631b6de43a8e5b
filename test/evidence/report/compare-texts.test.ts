import { test } from 'uvu'
import * as assert from 'uvu/assert'
import { compareTexts, splitAtAlterations } from '../../../src/evidence/report/compare-texts.js'

const CASES: readonly (readonly [
  what: string,
  brief: string,
  source: string,
  differences: readonly (readonly [kind: string, brief: string, source: string])[],
])[] = [
  ['the same characters', 'We will pay for it', 'We will pay for it', []],
  ['white space alone', 'We will pay\u00a0for it', 'We will\n pay for  it', []],
  ['an apostrophe', "We won't pay", 'We won’t pay', [['normalised', "won't", 'won’t']]],
  ['a dash', 'Pay – or leave', 'Pay—or leave', [['normalised', '–', '—']]],
  ['the stop at the end', 'We pay.', 'We pay,', [['normalised', 'pay.', 'pay,']]],
  ['a ligature', 'A fire', 'A ﬁre', [['normalised', 'fire', 'ﬁre']]],
  ['a first letter', '[W]e pay', 'we pay', [['normalised', '[W]e', 'we']]],
  ['words left out', 'We pay […] at once', 'We pay all of it at once', [['left-out', '[…]', 'all of it']]],
  ['words inserted', 'They [the banks] pay', 'They pay', [['inserted', '[the banks]', '']]],
  ['words replaced', '[The banks] pay', 'They pay', [['inserted', '[The banks]', 'They']]],
  ['an apparatus of the source', 'We pay at once', 'We pay ^3 at once', [['passed-over', '', '^3']]],
  ['another word', 'We pay soon', 'We pay now', [['other', 'soon', 'now']]],
  ['twice the same', 'it’s and it’s', "it's and it's", [['normalised', 'it’s', "it's"]]],
]

for (const [what, brief, source, expected] of CASES)
  test(`of ${what}, the comparison says no more than what differs`, () => {
    const { differences, isTooLong } = compareTexts(brief, source)
    assert.is(isTooLong, false)
    assert.equal(
      differences.map(difference => [difference.kind, difference.brief, difference.source]),
      expected,
    )
  })

test('what is too long to be compared is said to be', () => {
  const words = (count: number) => 'word '.repeat(count)
  assert.is(compareTexts(words(2000), words(2000)).isTooLong, false)
  assert.is(compareTexts(words(2000), words(2001)).isTooLong, true)
})

test('the signs of an alteration are told from the words', () => {
  const signs = (text: string) =>
    splitAtAlterations(text).map(segment => (segment.isAlteration ? `<${segment.text}>` : segment.text))
  assert.equal(signs('[W]e pay […] it … all [of it] . . . now'), [
    ...['<[W]>', 'e pay ', '<[…]>', ' it ', '<…>', ' all ', '<[of it]>', ' ', '<. . .>', ' now'],
  ])
  assert.equal(signs('We pay'), ['We pay'])
  assert.equal(splitAtAlterations(''), [])
})

test.run()
