import fc from 'fast-check'
import { test } from 'uvu'
import * as assert from 'uvu/assert'
import { dataFile, readAll, readCsv } from './support.js'

/** The rows of a file that has nothing wrong in it. */
async function rowsOf(content: string | Uint8Array, name?: string) {
  const { recipients, found } = await readAll(dataFile(content, name))
  assert.equal(found, [])
  return recipients.map(({ fields }) => fields)
}

const JANE = { id: 'jane', name: 'Jane Doe' }
const JOAN = { id: 'joan', name: 'Joan Roe' }

test('the first line names the columns, and each row is a recipient', async () => {
  const { recipients, found } = await readCsv(
    'id,name,audience,lang\njane,Jane Doe,press,fr\njoan,Joan Roe,,\n',
  )
  assert.equal(found, [])
  const [jane, joan] = recipients
  assert.equal(
    [jane?.id, jane?.fields, jane?.audiences, jane?.lang],
    ['jane', { ...JANE, audience: 'press', lang: 'fr' }, ['press'], 'fr'],
  )
  assert.equal([joan?.id, joan?.audiences, joan?.lang], ['joan', [], undefined])
  assert.equal([joan?.place.file.path, joan?.place.file.position(0).line], ['data.csv', 3])
  assert.is(joan?.place.file.text.slice(0, joan.place.range.end), 'joan,Joan Roe,,')
  assert.equal(
    [joan?.columns.file.position(0).line, joan?.columns.file.text.slice(0, joan.columns.range.end)],
    [1, 'id,name,audience,lang'],
  )
})

for (const [name, content] of [
  ['LF', 'id,name\njane,Jane Doe\njoan,Joan Roe\n'],
  ['CRLF', 'id,name\r\njane,Jane Doe\r\njoan,Joan Roe\r\n'],
  ['CR', 'id,name\rjane,Jane Doe\rjoan,Joan Roe\r'],
  ['line ends of several kinds', 'id,name\r\njane,Jane Doe\njoan,Joan Roe\r\n'],
  ['no line end at the end', 'id,name\njane,Jane Doe\njoan,Joan Roe'],
  ['a byte order mark', '\ufeffid,name\njane,Jane Doe\njoan,Joan Roe\n'],
  ['a byte order mark and quotation marks', '\ufeff"id","name"\r\n"jane","Jane Doe"\r\n"joan","Joan Roe"'],
  ['semicolons', 'id;name\njane;Jane Doe\njoan;Joan Roe\n'],
  ['tabs', 'id\tname\njane\tJane Doe\njoan\tJoan Roe\n'],
  ['a mark, blank lines and semicolons', '\ufeff\r\n\nid;name\njane;Jane Doe\njoan;Joan Roe\n'],
  ['blank lines', '\n\r\nid,name\n\njane,Jane Doe\n  \n\njoan,Joan Roe\n\n\n'],
] as const)
  test(`a table with ${name}`, async () => assert.equal(await rowsOf(content), [JANE, JOAN]))

test('a mark within quotation marks does not tell what parts the cells', async () => {
  assert.equal(await rowsOf('id;"name, in full"\njane;"Doe; Jane"\n'), [
    { id: 'jane', 'name, in full': 'Doe; Jane' },
  ])
  assert.equal(await rowsOf('id;"a,\n,b"\njane;c\n'), [{ id: 'jane', 'a,\n,b': 'c' }])
  assert.equal(await rowsOf('"id"\n"jane"\njoan;x\n'), [{ id: 'jane' }, { id: 'joan;x' }])
  assert.equal(await rowsOf('id,a;b\njane,1;2\n'), [{ id: 'jane', 'a;b': '1;2' }])
})

test('a first line `sep=` says what parts the cells, and is no row', async () => {
  for (const content of [
    'sep=;\r\nid;name\r\njane;Jane Doe\r\njoan;Joan Roe\r\n',
    '\ufeff"sep=|"\nid|name\njane|Jane Doe\njoan|Joan Roe\n',
    'SEP=,\nid,name\njane,Jane Doe\njoan,Joan Roe\n',
    'sep=\t\nid\tname\njane\tJane Doe\njoan\tJoan Roe\n',
  ])
    assert.equal(await rowsOf(content), [JANE, JOAN])
  assert.equal(await rowsOf('id\nsep=;\n'.replace('sep=;', 'sep')), [{ id: 'sep' }])
})

test('rows of empty cells, and separators at the end of lines, are left by spreadsheets', async () => {
  assert.equal(
    await rowsOf(';\nid;name\n;\njane;Jane Doe\n " ";\n;;;\njoan;Joan Roe\n'.replace(' " "', '')),
    [JANE, JOAN],
  )
  assert.equal(await rowsOf('id,name,\njane,Jane Doe,\njoan,Joan Roe, \n'), [JANE, JOAN])
  assert.equal(await rowsOf('id,name\njane,Jane Doe,\njoan,Joan Roe,,\n'), [JANE, JOAN])
  assert.equal(await rowsOf(',id,,name,,\n,jane,,Jane Doe,,\n,joan,,Joan Roe,,\n'), [JANE, JOAN])
})

test('blanks around the names of columns are no part of them, nor then those around cells', async () => {
  assert.equal(await rowsOf('id, name \njane, Jane Doe\njoan,Joan Roe \n'), [JANE, JOAN])
  const [fields] = await rowsOf(`id,${'né'.normalize('NFD')}e\njane,x\n`)
  assert.equal(fields, { id: 'jane', [`${'né'.normalize('NFC')}e`]: 'x' })
})

test('a .tsv has tabs, whatever else its header holds; the case of an extension does not count', async () => {
  assert.equal(await rowsOf('id\ta,b\njane\t1,2\n', 'data.TSV'), [{ id: 'jane', 'a,b': '1,2' }])
  assert.equal(await rowsOf('id\njane\n', 'data.tsv'), [{ id: 'jane' }])
})

test('quoted cells hold commas, quotation marks and line ends', async () => {
  assert.equal(await rowsOf('id,name\r\njane,"Doe, ""J""\r\nJane\n"\r\njoan,""\r\n'), [
    { id: 'jane', name: 'Doe, "J"\r\nJane\n' },
    { id: 'joan', name: '' },
  ])
})

test('cells are kept as they are: blanks, formulas, zeros', async () => {
  assert.equal(await rowsOf('id,a,b,c\n007, x ,=1+1,0\n'), [{ id: '007', a: ' x ', b: '=1+1', c: '0' }])
})

test('columns may have the names of what every object has', async () => {
  const [fields] = await rowsOf('id,__proto__,constructor,toString\njane,a,b,c\n')
  assert.equal(Object.entries(fields ?? {}), [
    ['id', 'jane'],
    ['__proto__', 'a'],
    ['constructor', 'b'],
    ['toString', 'c'],
  ])
  assert.is(Object.getPrototypeOf(fields), Object.prototype)
})

test('a cell may have a million characters', async () => {
  const long = '"'.repeat(10) + 'é'.repeat(500_000)
  const [fields, after] = await rowsOf(`id,text\njane,"${long.replaceAll('"', '""')}"\njoan,\n`)
  assert.ok(fields?.text === long)
  assert.is(after?.id, 'joan')
})

/** As RFC 4180 has it: any cell may be quoted, those that hold more than plain text must be. */
function writeCsv(
  rows: readonly (readonly string[])[],
  delimiter: string,
  lineEnd: string,
  quoteAll: boolean,
) {
  const cell = (text: string) =>
    quoteAll || /["\r\n,;\t]/.test(text) || text.trim() === '' ? `"${text.replaceAll('"', '""')}"` : text
  return rows.map(row => row.map(cell).join(delimiter)).join(lineEnd)
}

const cell = fc.oneof(
  fc.string({ unit: 'grapheme', maxLength: 8 }),
  fc.string({
    unit: fc.constantFrom('"', ',', ';', '\t', '\r', '\n', '\r\n', ' ', 'a', 'é', '汛', '😀', '\ufeff'),
  }),
)

test('any table comes back cell by cell, each row at its line', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.integer({ min: 1, max: 4 }).chain(width =>
        fc.record({
          names: fc.uniqueArray(
            cell.filter(name => name.trim() !== ''),
            {
              minLength: width,
              maxLength: width,
              selector: name => name.trim().normalize('NFC'),
            },
          ),
          rows: fc.array(fc.array(cell, { minLength: width, maxLength: width }), {
            minLength: 1,
            maxLength: 6,
          }),
        }),
      ),
      fc.constantFrom(',', ';', '\t'),
      fc.constantFrom('\n', '\r\n'),
      fc.boolean(),
      fc.boolean(),
      async ({ names, rows }, delimiter, lineEnd, quoteAll, mark) => {
        const written = ['id', ...names.map(name => `x${name}`)]
        const columns = written.map(name => name.trim().normalize('NFC'))
        const kept = (value: string) => (written.some(name => name.trim() !== name) ? value.trim() : value)
        const table = rows.map((row, index) => [`r${index}`, ...row])
        const write = (some: readonly (readonly string[])[]) =>
          (mark ? '\ufeff' : '') + writeCsv(some, delimiter, lineEnd, quoteAll)
        const { recipients, findings } = await readCsv(write([written, ...table]))
        assert.equal(
          findings.filter(({ severity }) => severity === 'error'),
          [],
        )
        assert.equal(
          recipients.map(({ fields }) => Object.entries(fields)),
          table.map(row => row.map((value, index) => [columns[index], kept(value)])),
        )
        const starts = table.map(
          (_, index) => write([written, ...table.slice(0, index), ['']]).split(/\r\n|\r|\n/).length,
        )
        assert.equal(
          recipients.map(({ place }) => place.file.firstLine),
          starts,
        )
      },
    ),
    { seed: 20250301, numRuns: 300 },
  )
})

test.run()
