import { test } from 'uvu'
import * as assert from 'uvu/assert'
import {
  addressEdition,
  type Edition,
  type EditionReader,
  NOT_VERIFIED_MARK,
  ProseText,
  selectEdition,
  Verbatim,
} from '../../src/edition/index.js'
import { recipientOf } from '../support/recipients.js'
import { audienceOf, briefOf, NO_EVIDENCE } from './support.js'

const press = audienceOf('press', 'clearance: TLP:AMBER')

function select(yaml: string, reader: EditionReader = {}, evidence = NO_EVIDENCE): Edition {
  const edition = selectEdition(briefOf(yaml), evidence, press, () => {}, new Set(), reader)
  if (!edition) throw new Error('nothing may be shown')
  return edition
}

/** A text of an edition; the first field of a test's brief stands in line 3. */
function issueOf(edition: Edition): ProseText {
  const { issue } = edition.data
  if (!(issue instanceof ProseText)) throw new Error('the brief has no issue')
  return issue
}

const lineAndColumn = ({ file, range }: ProseText['place']) => {
  const { line, column } = file.position(range.start)
  return `${file.path}:${line}:${column} ${range.end - range.start}`
}

test('templates see a recipient: words with the place of the row, numbers and truth as they are, null as absent', () => {
  const recipient = recipientOf({ id: 'ann', name: 'Ann', seats: 3, vip: false, town: null })
  const seen = select('issue: Now?', { recipient }).data.recipient as Record<string, unknown>
  assert.equal(Object.keys(seen), ['id', 'name', 'seats', 'vip'])
  assert.equal([seen.seats, seen.vip], [3, false])
  const { name } = seen
  assert.instance(name, Verbatim)
  assert.is(name instanceof Verbatim && lineAndColumn(name.place), 'people.csv:2:1 16')
  assert.not.ok('recipient' in select('issue: Now?').data)
})

test('an edition that fills nothing in is the same for a recipient as if it were selected for one', () => {
  const yaml = 'issue: Now?\nkey_facts:\n  - { fact: The pier is closed. }'
  const recipient = recipientOf({ id: 'ann', name: 'Ann', town: null })
  const addressed = addressEdition(select(yaml), recipient)
  const selected = select(yaml, { recipient })
  assert.equal(Object.keys(addressed?.data ?? {}), Object.keys(selected.data))
  assert.is(JSON.stringify(addressed?.data), JSON.stringify(selected.data))
  assert.is(addressEdition(select('issue: "Now, {{recipient.name}}?"'), recipient), undefined)
})

test('a column may have the name of what every object has', () => {
  const fields = JSON.parse('{"__proto__": "Ancestor", "constructor": "Builder", "toString": null}')
  const { recipient } = select('issue: Now?', { recipient: recipientOf(fields) }).data
  const seen = Object.entries(recipient as object).map(([name, value]) => `${name} ${value}`)
  assert.equal(seen, ['__proto__ Ancestor', 'constructor Builder'])
  assert.is(Object.getPrototypeOf(recipient), Object.prototype)
  const text = '"{{recipient.__proto__}} {{recipient.constructor}} {{recipient.valueOf}}"'
  const issue = issueOf(select(`issue: ${text}`, { recipient: recipientOf(fields) }))
  assert.is(String(issue), 'Ancestor Builder {{recipient.valueOf}}')
})

test('a placeholder is a name in double braces, blanks or not, and no other braces are', () => {
  const recipient = recipientOf({ name: 'Ann', 'first-name': 'A.', día_2: 'Monday' })
  const filled = (text: string) => String(issueOf(select(`issue: ${JSON.stringify(text)}`, { recipient })))
  for (const [text, expected] of [
    ['Dear {{recipient.name}}, {{ recipient.first-name\t}}', 'Dear Ann, A.'],
    ['on {{recipient.día_2}}', 'on Monday'],
    ['{{recipient.name}}{{recipient.name}}', 'AnnAnn'],
    ['a backslash \\\\{{recipient.name}}', 'a backslash \\\\Ann'],
  ] as const)
    assert.is(filled(text), expected)
  for (const text of [
    '{{name}} {{recipient}} {{recipient.}} {{recipient.a b}} {{recipient.a.b}} {recipient.name}',
    '{{#if recipient.name}} {{> recipient.name}} {{Recipient.name}}',
    'no \\{{recipient.name}}',
  ])
    assert.is(filled(text), text)
})

test('an edition knows the fields that its own wordings ask for, sorted, each once', () => {
  const yaml = `
issue: { default: "{{recipient.town}} {{recipient.name}} {{recipient.town}}", public: "{{recipient.age}}" }
key_facts:
  - { fact: "{{recipient.name}}, {{recipient.seat}}" }
  - { fact: "{{recipient.rank}}", audiences: [decision] }
`
  assert.equal(select(yaml).recipientFields, ['name', 'seat', 'town'])
  assert.equal(select('issue: Now?').recipientFields, [])
})

test('a text and each of its placeholders stand where they are written, after other placeholders and escapes, too', () => {
  const yaml = 'issue: "\\u00e9 {{recipient.a}}: {{recipient.b}} {{recipient.a}}"'
  const issue = issueOf(select(yaml))
  assert.is(lineAndColumn(issue.place), 'briefs/affair.yaml:3:8 57')
  assert.equal(
    issue.placeholders.map(({ field, place }) => `${field} ${lineAndColumn(place)}`),
    ['a briefs/affair.yaml:3:16 15', 'b briefs/affair.yaml:3:33 15'],
  )
})

test('words of a recipient lead to the row, and count as words of the text that they stand in', () => {
  const issue = issueOf(select('issue: "{{recipient.name}}"', { recipient: recipientOf({ name: 'Ann' }) }))
  const [placeholder] = issue.placeholders
  assert.is(placeholder?.words && lineAndColumn(placeholder.words.place), 'people.csv:2:1 3')
})

test('what is not proved is marked where it ends in the text of the author', () => {
  const text = 'Dear {{recipient.name}}, “we will not go” he said'
  const start = text.indexOf('we')
  const range = { start, end: start + 'we will not go'.length }
  const evidence = { ...NO_EVIDENCE, unprovedIn: () => [range] }
  for (const name of ['Ann', 'A much longer name than the placeholder']) {
    const reader = { recipient: recipientOf({ name }) }
    const issue = issueOf(select(`issue: ${JSON.stringify(text)}`, reader, evidence))
    assert.is(String(issue), `Dear ${name}, “we will not go”${NOT_VERIFIED_MARK} he said`)
  }
})

test.run()
