import { test } from 'uvu'
import * as assert from 'uvu/assert'
import { parse } from 'yaml'
import { writeYaml } from '../../../src/brief/index.js'

const LONG =
  'A text that is longer than a line of YAML should be, so that it is folded: with a colon, “marks” and a # in it.'
const DATA = {
  title: 'T',
  list: [
    { text: LONG, id: 'a' },
    { text: 'b', id: '2025' },
  ],
  plain: ['one', 'two'],
  last: 'no',
}

test('comments stand above keys and items and beside values, and the data is what it was', () => {
  const yaml = writeYaml(
    DATA,
    [
      { path: ['list'], text: 'above a list', position: 'above' },
      { path: ['list', 1], text: 'above\nan item', position: 'above' },
      { path: ['list', 0, 'id'], text: 'beside', position: 'beside' },
      { path: ['last'], text: 'above a text', position: 'above' },
    ],
    'the head',
  )
  assert.is(
    yaml,
    `# the head

title: T

# above a list
list:
  - text: >-
      A text that is longer than a line of YAML should be, so that it is folded: with a colon, “marks” and a #
      in it.
    id: a # beside
  # above
  # an item
  - text: b
    id: "2025"

plain:
  - one
  - two

# above a text
last: no
`,
  )
  assert.equal(parse(yaml), DATA)
})

test('a text of ninety characters stays beside its key, a longer one is folded below it', () => {
  const written = (length: number) => writeYaml({ text: 'a'.repeat(length) }, [], 'head')
  assert.match(written(90), /^text: a{90}$/m)
  assert.match(written(91), /^text: >-\n {2}a{91}$/m)
})

test.run()
