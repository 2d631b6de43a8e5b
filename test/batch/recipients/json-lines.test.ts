import { test } from 'uvu'
import * as assert from 'uvu/assert'
import { dataFile, readAll, readJsonLines } from './support.js'

test('each line is a recipient, whose values keep their kinds', async () => {
  const { recipients, found } = await readJsonLines(
    '{"id": "jane", "name": "Jane \\"J\\" Doe", "seats": 2, "vip": true, "town": null}\n' +
      '{"lang": "pt-BR", "id": 7, "audience": "press; board"}\n',
  )
  assert.equal(found, [])
  const [jane, seven] = recipients
  assert.equal(jane?.fields, { id: 'jane', name: 'Jane "J" Doe', seats: 2, vip: true, town: null })
  assert.equal([jane?.audiences, jane?.lang], [[], undefined])
  assert.equal([seven?.id, seven?.fields.id, seven?.lang], ['7', 7, 'pt-BR'])
  assert.equal(seven?.audiences, ['press', 'board'])
  assert.equal(seven?.columns, seven?.place)
  assert.equal(
    [seven?.place.file.path, seven?.place.file.position(0)],
    ['data.jsonl', { line: 2, column: 1 }],
  )
})

for (const [name, content] of [
  ['CRLF', '{"id":"a"}\r\n{"id":"b"}\r\n'],
  ['no line end at the end', '{"id":"a"}\n{"id":"b"}'],
  ['a byte order mark', '\ufeff{"id":"a"}\n{"id":"b"}\n'],
  ['blank lines and blanks', '\n \r\n  {"id" : "a"}  \n\n{"id":"b"}\n\n'],
] as const)
  test(`lines with ${name}`, async () => {
    const { ids, found } = await readAll(dataFile(content, 'data.NDJSON'))
    assert.equal([ids, found], [['a', 'b'], []])
  })

test('audiences may be a list; templates see its names', async () => {
  const { recipients, found } = await readJsonLines(
    '{"id":"a","audience":[" press","board","press"]}\n{"id":"b","audience":[]}',
  )
  assert.equal(found, [])
  assert.equal(
    recipients.map(({ audiences }) => audiences),
    [['press', 'board'], []],
  )
  assert.is(recipients[0]?.fields.audience, ' press, board, press')
})

test('columns may have the names of what every object has', async () => {
  const { recipients } = await readJsonLines('{"id":"a","__proto__":"x","constructor":"y"}')
  assert.equal(Object.entries(recipients[0]?.fields ?? {}), [
    ['id', 'a'],
    ['__proto__', 'x'],
    ['constructor', 'y'],
  ])
  assert.is(Object.getPrototypeOf(recipients[0]?.fields), Object.prototype)
})

test('names of audiences are parted by commas, semicolons or blanks, which may also be part of a name', async () => {
  for (const cell of [
    'press,board',
    'press;board',
    'press board',
    ' press ,; board\n',
    'press, board, press',
  ])
    assert.equal(
      (await readJsonLines(JSON.stringify({ id: 'a', audience: cell }))).recipients[0]?.audiences,
      ['press', 'board'],
      cell,
    )
  const { recipients } = await readAll(dataFile('id,audience\na,"the board, press all"\n'), [
    'the board',
    'press',
    'all',
  ])
  assert.equal(recipients[0]?.audiences, ['the board', 'press', 'all'])
})

test('a line that parts of the file cut, and a character that they cut, are whole', async () => {
  const name = 'é'.repeat(100_000)
  for (const shift of ['', ' ']) {
    const { recipients, found } = await readJsonLines(`${shift}{"id":"a","name":"${name}"}\n{"id":"b"}\n`)
    assert.equal(found, [])
    assert.ok(recipients[0]?.fields.name === name)
    assert.is(recipients[1]?.id, 'b')
  }
})

test.run()
