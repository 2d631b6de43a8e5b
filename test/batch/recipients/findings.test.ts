import { mkdirSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { test } from 'uvu'
import * as assert from 'uvu/assert'
import { CODES } from '../../../src/diagnostics/index.js'
import { dataFile, marked, type Outcome, readAll, readCsv, readJsonLines } from './support.js'

const seen = new Set<string>()

/** Checks what is found, what of it is marked, and who is left; and that it is said as the house asks. */
function expect(
  outcome: Outcome,
  found: readonly string[],
  marks: readonly string[],
  ids: readonly string[],
) {
  assert.equal(outcome.found, found)
  assert.equal(outcome.findings.map(marked), marks)
  assert.equal(outcome.ids, ids)
  for (const { code, message, hints } of outcome.findings) {
    seen.add(code)
    assert.match(message, /^[^A-Z].*[^.]$/s, message)
    for (const hint of hints) assert.match(hint, /^[a-z]+ .*[^.]$/s, hint)
  }
}

const said = ({ findings }: Outcome) => findings.map(({ message }) => message)
const hinted = ({ findings }: Outcome) => findings.flatMap(({ hints }) => hints)

test('a file that is absent, a folder, or within a file', async () => {
  const folder = dirname(dataFile('id\n'))
  mkdirSync(join(folder, 'folder.csv'))
  for (const [name, why] of [
    ['absent.csv', 'there is no such file'],
    ['folder.csv', 'it is a folder'],
    ['data.csv/data.csv', 'there is a file where a folder is needed'],
    ['a\0.csv', 'the path holds a character that no path can hold'],
  ] as const) {
    const outcome = await readAll(join(folder, name))
    expect(outcome, ['1:1 file-unreadable'], [''], [])
    assert.equal(said(outcome), [`cannot read \`${name}\`: ${why}`])
  }
})

test('a device is no file, though one could read from it for ever', async () => {
  const outcome = await readAll('/dev/zero')
  expect(outcome, ['1:1 file-unreadable'], [''], [])
})

test('an extension that says nothing', async () => {
  for (const name of ['data.txt', 'data', '.csv', 'data.xml']) {
    const outcome = await readAll(dataFile('id\njane\n', name))
    expect(outcome, ['1:1 recipients-invalid'], [''], [])
    assert.equal(hinted(outcome), ['use one of `.csv`, `.tsv`, `.jsonl`, `.ndjson`'])
  }
})

test('a spreadsheet, or JSON that is not JSON Lines, is named for what it is', async () => {
  const zip = Buffer.concat([Buffer.from('PK\x03\x04'), Buffer.alloc(200)])
  for (const [content, name, what] of [
    [zip, 'data.xlsx', /is a spreadsheet/],
    [zip, 'data.csv', /is a spreadsheet/],
    ['', 'data.ods', /is a spreadsheet/],
    [Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1]), 'data.xls', /is a spreadsheet/],
    ['[{"id": "jane"}]', 'data.json', /is one list of JSON/],
    ['\ufeff [\n{"id": "jane"},\n{"id": "joan"}\n]\n', 'data.jsonl', /is one list of JSON/],
    ['{\n  "id": "jane"\n}\n', 'data.ndjson', /that fill several lines/],
    ['{"id": "jane"}', 'data.json', /is JSON, not JSON Lines/],
  ] as const) {
    const outcome = await readAll(dataFile(content, name))
    expect(outcome, ['1:1 recipients-invalid'], [''], [])
    assert.match(said(outcome)[0] ?? '', what)
  }
})

test('of many findings alike the first five are shown, and how many there are', async () => {
  const rows = Array.from({ length: 300 }, (_, index) => `r${index},x,y\n`).join('')
  const outcome = await readCsv(`id,name\n${rows}jane,x\n,y\n`)
  assert.equal(outcome.ids, ['jane'])
  assert.equal(outcome.found, [
    ...[2, 3, 4, 5, 6].map(line => `${line}:1 recipients-invalid`),
    '303:1 recipient-name',
    '301:1 recipients-invalid',
  ])
  assert.is(said(outcome).at(-1), 'the row has 3 of 2 cells; 300 rows have a fault of this kind')
  assert.is((await readCsv(`id,name\n${'a,b,c\n'.repeat(5)}`)).found.length, 5)
})

test('no rows at all', async () => {
  for (const content of ['', '\ufeff', '\n\n', 'id,name\n', 'id,name', '\ufeffid\r\n\r\n'])
    expect(await readCsv(content), ['1:1 recipients-invalid'], [''], [])
  for (const content of ['', '\n \r\n'])
    expect(await readJsonLines(content), ['1:1 recipients-invalid'], [''], [])
})

test('rows, but none that is right: only what is wrong with them is said', async () => {
  expect(await readCsv('id\nCON\n'), ['2:1 recipient-name'], ['CON'], [])
})

test('no column `id`', async () => {
  for (const [header, hint] of [
    ['name,ID', /^rename `ID` to `id`/],
    ['name, Id ', /^rename `Id` to `id`/],
    ['recipient_id,name', /^rename `recipient_id` to `id`/],
    ['name,town', /^add an `id`/],
    ['constructor,__proto__', /^add an `id`/],
  ] as const) {
    const outcome = await readCsv(`${header}\na,b\n`)
    expect(outcome, ['1:1 recipient-column'], [header.trimEnd()], [])
    assert.match(hinted(outcome)[0] ?? '', hint)
  }
})

test('columns without a name, or with that of another', async () => {
  expect(await readCsv('id,,name\na,b,c\nb,d,\n'), ['2:3 recipient-column'], ['b'], ['a', 'b'])
  expect(await readCsv('id," "\na,\nb,c\n'), ['3:3 recipient-column'], ['c'], ['a', 'b'])
  const twice = await readCsv('\n"id",name,"name",id\na,b,c,d\n')
  expect(twice, ['2:11 recipient-column', '2:18 recipient-column'], ['"name"', 'id'], [])
  assert.equal(said(twice)[0], 'columns 2 and 3 are both named `name`')
})

test('columns that look as if they were to mean something', async () => {
  const near = ['ID', 'Audience', 'audiences', 'audeince', 'Lang', 'language', 'Languages', 'a_udience']
  for (const name of near)
    expect(await readCsv(`id,${name}\njane,x\n`), ['1:4 recipient-column-name'], [name.trimEnd()], ['jane'])
  const free = [
    'land',
    'long',
    'identity',
    'idea',
    'name',
    'audience_size',
    'aud',
    'Lange',
    'Ort',
    'id_number',
  ]
  for (const name of free) expect(await readCsv(`id,${name}\njane,x\n`), [], [], ['jane'])
})

test('in JSON Lines too, once', async () => {
  const lines = '{"id": "jane", "Lang": "fr"}\n{"id": "joan", "Lang": "fr"}\n{"id": "jo", "LANG": "fr"}\n'
  const found = ['1:16 recipient-column-name', '3:14 recipient-column-name']
  expect(await readJsonLines(lines), found, ['"Lang"', '"LANG"'], ['jane', 'joan', 'jo'])
})

test('rows of too few or too many cells; the others go on', async () => {
  const outcome = await readCsv('id,name\na\nb,B\nc,C,c\n"d\n",D,x\ne,E,\n')
  expect(
    outcome,
    ['2:1 recipients-invalid', '4:1 recipients-invalid', '5:1 recipients-invalid'],
    ['a', 'c,C,c', '"d\n",D,x'],
    ['b', 'e'],
  )
  assert.equal(said(outcome)[0], 'the row has 1 of 2 cells')
})

test('a row after quoted line ends, CRLF and blank lines has its own line', async () => {
  const outcome = await readCsv('\ufeffid,name\r\n\r\na,"1\r\n2\n3"\r\n\r\nCON,"x\r\ny"\r\n  \r\nb,,c\r\n')
  expect(outcome, ['7:1 recipient-name', '10:1 recipients-invalid'], ['CON', 'b,,c'], ['a'])
})

test('a quotation mark that is never closed: what was read before it stays', async () => {
  const outcome = await readCsv('id,name\na,A\nb,"B\nc,C\nd,D\n')
  expect(outcome, ['3:3 recipients-invalid'], ['"'], ['a'])
  assert.match(said(outcome)[0] ?? '', /cannot be read$/)
})

test('text after a quotation mark that closes a cell', async () => {
  expect(await readCsv('id,name\na,A\nb,"B" b\nc,C\n'), ['3:6 recipients-invalid'], [' '], ['a'])
  const far = await readCsv('id,name\r\na,A\r\nb,"B\r\nc,C\r\nd,"D"\r\n')
  expect(far, ['5:4 recipients-invalid'], ['D'], ['a'])
  assert.match(hinted(far)[0] ?? '', /line 3, column 3$/)
})

test('a quotation mark within a cell that has none around it', async () => {
  const outcome = await readCsv('id;name\r\n\r\na;A\r\nb;6" tall\r\nc;C\r\n')
  expect(outcome, ['4:4 recipients-invalid'], ['"'], ['a'])
  assert.is(hinted(outcome).length, 1)
  expect(await readCsv('id, "name"\na,A\n'), ['1:5 recipients-invalid'], ['"'], [])
})

test('bytes that are not UTF-8', async () => {
  const latin = Buffer.from('id,name\njane,Jané\njoan,Joan\nzoé,Zoé\n', 'latin1')
  const outcome = await readCsv(latin)
  expect(outcome, ['2:9 file-encoding', '4:3 file-encoding'], ['\ufffd', '\ufffd'], ['joan'])
  expect(await readCsv(Buffer.from('id,prénom\na,b\n', 'latin1')), ['1:6 file-encoding'], ['\ufffd'], [])
  expect(
    await readJsonLines(Buffer.from('\n{"id": "é"}\n{"id":"b"}', 'latin1')),
    ['2:9 file-encoding'],
    ['\ufffd'],
    ['b'],
  )
})

test('UTF-16, as Excel calls Unicode', async () => {
  const little = Buffer.from('\ufeffid\t"name"\r\njane\t"Jane"\r\n', 'utf16le')
  for (const bytes of [little, Buffer.from(little).swap16()])
    for (const name of ['data.csv', 'data.tsv', 'data.jsonl']) {
      const outcome = await readAll(dataFile(bytes, name))
      expect(outcome, ['1:1 file-encoding'], [''], [])
      assert.equal(said(outcome), ['the file is UTF-16, not UTF-8'])
    }
  expect(await readCsv(little.subarray(2)), ['1:2 file-encoding'], ['\0'], [])
})

test('a NUL byte', async () => {
  expect(await readCsv('id,name\na,"A"\0\nb,B\n'), ['2:6 file-encoding'], ['\0'], ['b'])
})

test('a row of more than 1 MB', async () => {
  const long = 'x'.repeat(1024 * 1024)
  for (const content of [
    `id,a\nb,B\nc,${long}\nd,D\n`,
    `id,a\nb,B\nc,${long}`,
    `id,a\nb,B\n${long.replaceAll('x', ',')}\n\n`,
  ]) {
    const outcome = await readCsv(content)
    assert.equal([outcome.found, outcome.ids], [['3:1 recipients-invalid'], ['b']])
  }
  const unclosed = await readCsv(`id,a\nb,B\nc,"C\n${'d,D\n'.repeat(400_000)}`)
  assert.equal([unclosed.found, unclosed.ids], [['3:3 recipients-invalid'], ['b']])
  assert.match(said(unclosed)[0] ?? '', /longer than 1 MB/)
  const lines = await readJsonLines(`{"id":"a"}\n{"id":"${long}"}\n{"id":"b"}`)
  assert.equal([lines.found, lines.ids], [['2:1 recipients-invalid'], ['a', 'b']])
  assert.match(said(lines)[0] ?? '', /longer than 1 MB/)
})

test('lines that are not JSON, or no object', async () => {
  const lines =
    '{"id": "a"}\n{"id": "b",}\n{id: "c"}\n["d"]\n"e"\n7\nnull\n{"id": "f"} {"id": "g"}\n{"id": "h"\n{"id": "i"}\n'
  const outcome = await readJsonLines(lines)
  assert.equal(
    outcome.found.map(place => place.replace(/:\d+/, '')),
    [2, 3, 4, 5, 6, 7, 8, 9].map(line => `${line} recipients-invalid`),
  )
  assert.is(outcome.found[0], '2:12 recipients-invalid')
  assert.equal(said(outcome).slice(2, 6), [
    'the line is a list, not an object',
    'the line is a text, not an object',
    'the line is a number, not an object',
    'the line is `null`, not an object',
  ])
  assert.equal(outcome.ids, ['a', 'i'])
})

test('values that are no single value', async () => {
  const lines = [
    '{"id": "a", "tags": ["x"]}',
    '{"id": "b", "town": "to", "to": {"town": 1}}',
    '{"id": "c", "audience": ["press", 7]}',
    '{"id": "d", "": 1}',
    '{"id": "e", "__proto__": {"polluted": true}}',
    '{"id": "f"}',
  ]
  expect(
    await readJsonLines(lines.join('\r\n')),
    [
      '1:13 recipients-invalid',
      '2:27 recipients-invalid',
      '3:13 recipients-invalid',
      '4:13 recipient-column',
      '5:13 recipients-invalid',
    ],
    ['"tags"', '"to"', '"audience"', '""', '"__proto__"'],
    ['f'],
  )
})

test('a row of JSON Lines without an id, or with one that is none', async () => {
  const lines =
    '{"name": "a"}\n{"Id": "b"}\n{"id": true}\n{"id": 12345678901234567890}\n{"id": null}\n{"id": 7}\n'
  const outcome = await readJsonLines(lines)
  expect(
    outcome,
    [
      '1:1 recipient-column',
      '2:1 recipient-column',
      '3:2 recipient-name',
      '4:2 recipient-name',
      '5:2 recipient-name',
    ],
    ['{"name": "a"}', '{"Id": "b"}', '"id"', '"id"', '"id"'],
    ['7'],
  )
  assert.match(hinted(outcome)[1] ?? '', /^rename `Id`/)
})

test('ids that cannot name a file', async () => {
  const ids = ['../a', 'CON', 'x'.repeat(300), '', ' a', 'a\u202eb', '/etc/passwd', '.briefwright', 'a:b']
  const outcome = await readCsv(`name,id\nz,ok\n${ids.map(id => `z,${id}\n`).join('')}`)
  expect(
    outcome,
    ids.map((_, index) => `${index + 3}:3 recipient-name`),
    ids,
    ['ok'],
  )
})

test('two ids that some file system takes for one: the second is wrong, and names the line of the first', async () => {
  const outcome = await readCsv('id,text\nJane,"a\nb"\nJANE,c\nÉ,\ne\u0301,\njane,\n')
  expect(
    outcome,
    ['4:1 recipient-duplicate', '6:1 recipient-duplicate', '7:1 recipient-duplicate'],
    ['JANE', 'e\u0301', 'jane'],
    ['Jane', 'É'],
  )
  assert.equal(
    said(outcome).map(message => /line \d+/.exec(message)?.[0]),
    ['line 2', 'line 5', 'line 2'],
  )
})

test('an id is taken though the rest of its row is wrong', async () => {
  const outcome = await readCsv('id,lang\njane,-\njane,\n')
  expect(outcome, ['2:6 invalid-value', '3:1 recipient-duplicate'], ['-', 'jane'], [])
})

test('audiences that the workspace does not have', async () => {
  const outcome = await readCsv('id,audience\na,"press, bord"\nb,nobody;none\nc,press\n')
  expect(
    outcome,
    ['2:3 unknown-audience', '3:3 unknown-audience', '3:3 unknown-audience'],
    ['"press, bord"', 'nobody;none', 'nobody;none'],
    ['c'],
  )
  assert.is(hinted(outcome)[0], 'did you mean `board`?')
  expect(
    await readJsonLines('{"id":"a","audience":["press","x"]}'),
    ['1:11 unknown-audience'],
    ['"audience"'],
    [],
  )
})

test('languages that are none', async () => {
  for (const lang of ['english!', 'pt_BR', '7', 'e'])
    expect(await readCsv(`id,lang\na,${lang}\nb,\n`), ['2:3 invalid-value'], [lang], ['b'])
})

test('characters that no page can show, in any cell', async () => {
  expect(
    await readCsv('id,name,town\na,A\u0007b,Port\nb,"two\r\nlines\tand a tab",\u202e\n'),
    ['2:3 invalid-character'],
    ['A\u0007b'],
    ['b'],
  )
  expect(await readJsonLines('{"id":"a","name":"\\ud800"}'), ['1:11 invalid-character'], ['"name"'], [])
})

test('all that is wrong with a row is said at once', async () => {
  const outcome = await readCsv('id,audience,lang\nCON,bord,-\n')
  expect(
    outcome,
    ['2:1 recipient-name', '2:5 unknown-audience', '2:10 invalid-value'],
    ['CON', 'bord', '-'],
    [],
  )
})

test('every code about recipients is provoked', () => {
  const codes = Object.keys(CODES)
  const [first, last] = [codes.indexOf('recipients-invalid'), codes.indexOf('recipient-duplicate')]
  assert.equal(
    codes.slice(first, last + 1).filter(code => !seen.has(code)),
    [],
  )
})

test.run()
