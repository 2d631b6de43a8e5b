import { test } from 'uvu'
import * as assert from 'uvu/assert'
import { SourceFile } from '../../src/diagnostics/index.js'
import {
  type Edition,
  languageFor,
  type RecipientData,
  selectEdition,
  Verbatim,
  watchReads,
} from '../../src/edition/index.js'
import { audienceOf, briefOf, NO_EVIDENCE } from './support.js'

const press = audienceOf('press', 'clearance: TLP:AMBER')
const ROW = new SourceFile('people.csv', 'ann,Ann', 2)

const recipient = (fields: RecipientData['fields']): RecipientData => ({
  fields,
  place: { file: ROW, range: { start: 0, end: 7 } },
})

function select(yaml: string, row?: RecipientData): Edition {
  const edition = selectEdition(briefOf(yaml), NO_EVIDENCE, press, () => {}, new Set(), { recipient: row })
  if (!edition) throw new Error('nothing was selected')
  return edition
}

test('prose is filled in with the fields that it asks for, to the letter', () => {
  const yaml =
    'issue: "{{recipient.name}} of {{ recipient.home_town }}: {{recipient.none}} {{title}} {{recipient}}"\n'
  const row = recipient({ name: '*A_b* [@x] <i> `c`\r\nd', home_town: 7 })
  const { data, recipientFields } = select(yaml, row)
  assert.is(
    String(data.issue),
    '\\*A\\_b\\* \\[\\@x\\] \\<i\\> \\`c\\` d of 7: {{recipient.none}} {{title}} {{recipient}}',
  )
  assert.equal(
    recipientFields.map(({ field }) => field),
    ['name', 'home_town', 'none'],
  )
})

test('without a recipient prose stays as it is, and says what it asks for and where', () => {
  const { data, recipientFields } = select('issue: "Dear {{recipient.name}}"\n')
  assert.is(String(data.issue), 'Dear {{recipient.name}}')
  assert.is(recipientFields.length, 1)
  assert.is(recipientFields[0]?.place.file.position(recipientFields[0].place.range.start).line, 3)
  assert.not('recipient' in data)
})

test('what an audience does not see asks for nothing', () => {
  const yaml = 'key_facts:\n  - { fact: "{{recipient.name}}", audiences: [public] }\n'
  assert.equal(select(yaml).recipientFields, [])
})

test('templates see the row: texts to the letter, numbers and truth as they are, nothing for null', () => {
  const { data } = select('', recipient({ name: 'Ann', row: 7, vip: false, town: null, constructor: 'x' }))
  const view = data.recipient as Record<string, unknown>
  assert.instance(view.name, Verbatim)
  assert.is((view.name as Verbatim).place.file, ROW)
  assert.equal(
    [view.row, view.vip, Object.keys(view).sort()],
    [7, false, ['constructor', 'name', 'row', 'vip']],
  )
})

test('a brief serves who reads its language, in whatever country', () => {
  const brief = briefOf('lang: es-MX\n')
  assert.equal(
    ['es', 'es-AR', 'ES', 'en', 'e'].map(asked => languageFor(brief, asked)),
    ['es-MX', 'es-MX', 'es-MX', undefined, undefined],
  )
  assert.is(languageFor(briefOf(''), 'en-GB'), 'en')
})

test('what is read of an edition is noted, there or not', () => {
  const read = new Set<string>()
  const { data } = watchReads(select('issue: Why?\n'), read)
  assert.equal([...read], [])
  assert.is(String(data.issue), 'Why?')
  assert.is(data.background, undefined)
  assert.not(Object.hasOwn(data, 'gaps'))
  assert.not('stakes' in data)
  assert.equal([...read], ['issue', 'background', 'gaps', 'stakes'])
  assert.equal(Object.keys({ ...data }).includes('title'), true)
  assert.ok(read.has('*'))
})

test.run()
