import { test } from 'uvu'
import * as assert from 'uvu/assert'
import {
  alternatives,
  lazyData,
  patternLists,
  weightedPatterns,
  wordSets,
} from '../../../src/speech/lexicon/data-file.js'

const words = (text: string) => wordSets('draft/words.txt', ['nouns', 'verbs'], text)
const patterns = (text: string) => patternLists('draft/patterns.txt', ['lines'], text)
const weighted = (text: string) => weightedPatterns('draft/weights.txt', ['stakes'], text)

test('a word list has sections, comments, names of several words, and forms parted by commas', () => {
  const { nouns, verbs } = words(`# Words.

[nouns]
St. Petersburg
# A comment.
  O’Brien  
[verbs]
say, says, said
`)
  assert.equal([...nouns], ['st. petersburg', "o'brien"])
  assert.equal([...verbs], ['say', 'says', 'said'])
})

test('a list of patterns keeps their flags and weights', () => {
  assert.equal(patterns('[lines]\n/^click (?:here|there)\\b/i\n').lines, [/^click (?:here|there)\b/i])
  assert.equal(weighted('[stakes]\n2 /\\bif\\b/\n').stakes, [{ pattern: /\bif\b/, weight: 2 }])
})

const faults: readonly [name: string, parse: () => unknown, message: string][] = [
  [
    'an entry before all sections',
    () => words('# A\nsay\n[nouns]\na\n[verbs]\nb'),
    'src/draft/words.txt:2: this entry belongs to no section',
  ],
  [
    'an unknown section',
    () => words('[nuns]\na'),
    'src/draft/words.txt:1: unknown section `nuns`; the sections are nouns, verbs',
  ],
  [
    'a section given twice',
    () => words('[nouns]\na\n[nouns]\nb'),
    'src/draft/words.txt:3: there are two sections `nouns`',
  ],
  [
    'a section without entries',
    () => words('[nouns]\na\n[verbs]\n# none\n'),
    'src/draft/words.txt:4: section `verbs` has no entries',
  ],
  ['a missing section', () => words('[nouns]\na'), 'src/draft/words.txt:2: section `verbs` has no entries'],
  [
    'a word given twice',
    () => words('[nouns]\nport\nPort\n[verbs]\na'),
    'src/draft/words.txt:3: `Port` is listed twice in its section',
  ],
  [
    'a word with marks',
    () => words('[nouns]\nport; city\n[verbs]\na'),
    'src/draft/words.txt:2: `port; city` is neither a word nor a name',
  ],
  [
    'a comma too many',
    () => words('[nouns]\nport,\n[verbs]\na'),
    'src/draft/words.txt:2: `` is neither a word nor a name',
  ],
  [
    'a pattern without slashes',
    () => patterns('[lines]\nclick here'),
    'src/draft/patterns.txt:2: a regular expression stands between slashes: `/^click here/i`',
  ],
  [
    'no weight',
    () => weighted('[stakes]\n/\\bif\\b/'),
    'src/draft/weights.txt:2: there is no weight before the regular expression',
  ],
  [
    'a weight of nothing',
    () => weighted('[stakes]\n0 /\\bif\\b/'),
    'src/draft/weights.txt:2: there is no weight before the regular expression',
  ],
]

for (const [name, parse, message] of faults)
  test(`a data file is refused with its name and line: ${name}`, () => {
    assert.throws(parse, (error: Error) => error.message === message || assert.is(error.message, message))
  })

test('a data file is refused with its name and line: a regular expression that is none', () => {
  assert.throws(() => patterns('[lines]\n/(/'), /^src\/draft\/patterns\.txt:2: Invalid regular expression/)
})

test('words become alternatives of a regular expression, their full stops taken literally', () => {
  const pattern = new RegExp(`^(?:${alternatives(['a.m.', 'at once'])})$`)
  assert.equal(
    ['a.m.', 'axmx', 'at once'].map(text => pattern.test(text)),
    [true, false, true],
  )
})

test('data is read once, when it is first asked for', () => {
  let count = 0
  const data = lazyData(() => ++count)
  assert.is(count, 0)
  assert.equal([data(), data()], [1, 1])
})

test.run()
