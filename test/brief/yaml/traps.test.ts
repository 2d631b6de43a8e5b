import { test } from 'uvu'
import * as assert from 'uvu/assert'
import { load, pointedAt } from '../helpers.js'

const HEAD = 'title: The quay\nas_of: 2025-01-20\n'

/** What each says of its first finding: the place, the cause and the cure. */
const TRAPS: readonly (readonly [yaml: string, at: string, cause: string, cure: string])[] = [
  ['issue: Quay #7 is shut\n', '#7 is shut', 'is a comment to YAML', '"Quay #7 is shut"'],
  ['issue: #7 is shut\n', '#7 is shut', '`issue` is empty: `#7 is shut` is a comment', '"#7 is shut"'],
  ['watch: [The #7 quay, the ferry]\n', '#', '`#7 quay, the ferry]` is a comment', 'in quotes'],
  [
    'issue: {default: Wait, if you can}\n',
    'if you can',
    'a comma within `{ }`',
    '`default: "Wait, if you can"`',
  ],
  ['watch: [Wait, if you can]\n', 'if you can', 'the comma before', '"Wait, if you can"'],
  ['watch:\n  - Note: a tide\n', 'Note', 'has no field `Note`', '"Note: a tide"'],
  ['watch:\n\u2009 - a tide\n', '\u2009', 'U+2009', 'a plain space'],
  ['issue:a tide\n', ':', 'no blank after the colon', '`issue: …`'],
  ['issue: >7 m\n', '>', '`>` begins a block', 'in quotes if `>`'],
  ['issue: ? a tide\n', '?', '`? ` marks a key', '"? a tide"'],
  ['issue: *A tide* comes\n', '*', 'an alias', '"*A tide* comes"'],
  ['issue: &c\n', '&c', 'an anchor', '"&c"'],
  ['issue: !now\n', '!now', 'is not a tag', '"!now"'],
  ['issue: "A tide" comes\n', 'comes', 'closing quotation mark `"`', 'in single quotes'],
  ["issue: 'the quay's tide'\n", "s tide'", 'an apostrophe', "`quay''s`"],
  ['issue: @quay\n', '@', 'begin with `@`', '"@quay"'],
  ['actors:\n  - {id: null, name: A}\n', 'id', 'lacks `id`', 'put `null` in quotes'],
  ['actors:\n  - {id: a, name: A, influence: high}\n', 'high', 'found `high`', 'in digits'],
  ['issue: {a: see: b}\n', ':', 'second `: `', 'in quotes'],
  ['watch:\n  • a tide\n', '• a tide', 'expected a list', 'not with `•`'],
]

for (const [yaml, at, cause, cure] of TRAPS)
  test(`${JSON.stringify(yaml)}: the finding names the cause and the cure`, () => {
    const [first] = load(HEAD + yaml).findings
    assert.ok(first)
    assert.is(pointedAt(first.place), at)
    assert.match(first.message, cause)
    assert.match(first.hints.join(' / '), cure)
  })

test('a title that is lost is not only said to be missing', () => {
  const { findings } = load('title: #1 of all\nas_of: 2025\n')
  assert.is(findings[0]?.message, 'the brief lacks `title`: `#1 of all` is a comment to YAML')
  assert.match(load('title:The quay\n').findings[0]?.hints.join() ?? '', '`title: …`')
})

/** Texts that look like these traps and are none. */
const SOUND: readonly string[] = [
  'issue: Wait # the tide\n',
  'issue: Wait #\n',
  'issue: C# and #\n',
  'issue: "Quay #7" # the old one\n',
  'issue: >\n  Quay #7\n',
  'status: draft #for now\n',
  'lang: en #British\n',
  '#issue: Wait\n',
  'issue: Wait\n#7 is shut\n',
  'issue: Wait\n#contact: me\n',
  'watch:\n  - indicator: a tide\n    #meaning: none\n    priority: must\n',
  'issue: Wait #review: until when?\n',
  'watch: [tide, wind, ice]\n',
  'watch: [Brexit, trade]\n',
  'watch: [EU law, national law]\n',
  'watch: ["The tide, or the wind", but not both]\n',
  'watch: [who pays, who gains]\n',
  'authors: [Ann Marsh, van der Berg]\n',
  'authors: ["Marsh, E.", Bo Lund]\n',
  'issue: {default: "Wait, if you can", es: Espere}\n',
  'watch: [{indicator: Tide, meaning: High}]\n',
  'watch:\n  - "Note: a tide"\n  - 12:30 at the quay\n  - http://quay.example\n',
  'issue: Note\u00a0:\u00a0a tide\n',
  'watch:\n  - \u00a0the tide\n',
  'issue: "null"\nsubtitle: ~\ncontact:\nversion: null\n',
  'issue: yes\nversion: 012\nwatch: [on, 1e3, 0x1F, 1:30, 2025-01-20]\n',
  'issue: >-\n  ? who\nwatch:\n  - One - two\n',
  'watch:\n  - &tide The tide\n  - *tide\n',
  'contact: a*b & c, 5% of @all, >5 | x\n',
  'issue: !!str 12\n',
]

for (const yaml of SOUND)
  test(`${JSON.stringify(yaml)} has nothing wrong with it`, () => {
    const { findings, brief } = load(HEAD + yaml)
    assert.equal(
      findings.filter(({ code }) => code !== 'review-open').map(({ message }) => message),
      [],
    )
    assert.ok(brief)
  })

test.run()
