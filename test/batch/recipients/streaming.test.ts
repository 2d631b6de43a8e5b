import { spawnSync } from 'node:child_process'
import { closeSync, existsSync, openSync, readdirSync, readlinkSync, writeSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { test } from 'uvu'
import * as assert from 'uvu/assert'
import { Findings } from '../../../src/diagnostics/index.js'
import { dataFile, readAll, recipientsOf } from './support.js'

const ROWS = 100_000
const HEAP = 48 // MB, of which Node and the loader take half

/** Writes a file of many rows, some 30 MB, of which the last is wrong. */
function manyRows(name: string, header: string, row: (index: number) => string, last: string): string {
  const path = dataFile(header, name)
  const file = openSync(path, 'a')
  for (let index = 0; index < ROWS; index += 1000)
    writeSync(file, Array.from({ length: 1000 }, (_, more) => row(index + more)).join(''))
  writeSync(file, last)
  closeSync(file)
  return path
}

const filler = 'é, "'.repeat(40)
const csv = manyRows(
  'many.csv',
  'id,n,text\n',
  index => `r${index},${index},"${filler.replaceAll('"', '""')}\n"\n`,
  'r0,0\n',
)
const jsonLines = manyRows(
  'many.jsonl',
  '',
  index => `${JSON.stringify({ id: `r${index}`, n: `${index}`, text: `${filler}\n` })}\n`,
  '{"id"\n',
)

for (const path of [csv, jsonLines]) {
  const name = path.slice(path.lastIndexOf('.'))

  test(`the first row of a ${name} comes before the last is read`, async () => {
    const findings = new Findings()
    const rows = recipientsOf(path, findings)
    assert.is((await rows.next()).value?.id, 'r0')
    assert.equal(findings.all, [])
    await rows.return(undefined)
    assert.equal(findings.all, [])
  })

  test(`100,000 rows of a ${name} pass through a heap that could not hold them, whole and in order`, () => {
    const reader = fileURLToPath(import.meta.resolve('./read-in-little-memory.js'))
    const { status, stdout, stderr } = spawnSync(
      process.execPath,
      [`--max-old-space-size=${HEAP}`, reader, path, filler],
      { encoding: 'utf8' },
    )
    assert.is(status, 0, stderr)
    const last = path === csv ? ROWS * 2 + 2 : ROWS + 1
    assert.equal(JSON.parse(stdout), { rows: ROWS, found: [`${last} recipients-invalid`] })
  })
}

test('the file is closed when all is read, and when the reader has enough', async () => {
  if (!existsSync('/proc/self/fd')) return
  const isOpen = () => readdirSync('/proc/self/fd').some(fd => linkOf(fd) === csv)
  const rows = recipientsOf(csv, new Findings())
  await rows.next()
  assert.ok(isOpen())
  await rows.return(undefined)
  assert.not.ok(isOpen())

  for await (const { id } of recipientsOf(csv, new Findings())) if (id === 'r999') break
  assert.not.ok(isOpen())

  await readAll(dataFile('id\njane\n', 'few.csv'))
  assert.not.ok(readdirSync('/proc/self/fd').some(fd => linkOf(fd)?.endsWith('few.csv')))
})

test('each reading finds the same', async () => {
  const path = dataFile('id,lang\na,\nA,\nb,-\nc,fr\n')
  const [first, second] = [await readAll(path), await readAll(path)]
  assert.equal(first.recipients, second.recipients)
  assert.equal([first.ids, first.found], [second.ids, second.found])
  assert.equal(first.ids, ['a', 'c'])
})

function linkOf(fd: string): string | undefined {
  try {
    return readlinkSync(`/proc/self/fd/${fd}`)
  } catch {
    return undefined
  }
}

test.run()
