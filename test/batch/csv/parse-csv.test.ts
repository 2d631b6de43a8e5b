import fc from 'fast-check'
import { test } from 'uvu'
import * as assert from 'uvu/assert'
import { type CsvRecord, parseCsv } from '../../../src/batch/csv/parse-csv.js'
import { scanCells } from '../../../src/batch/csv/scan-cells.js'
import { splitLines } from '../../../src/batch/recipients/split-lines.js'

/** Cuts bytes into pieces of the sizes given, in turn. */
async function* cut(bytes: Buffer, sizes: readonly number[]): AsyncGenerator<Buffer> {
  for (let at = 0, turn = 0; at < bytes.length; turn++) {
    const size = sizes[turn % sizes.length] ?? bytes.length
    yield bytes.subarray(at, at + size)
    at += size
  }
}

async function all<T>(items: AsyncIterable<T>): Promise<T[]> {
  const gathered: T[] = []
  for await (const item of items) gathered.push(item)
  return gathered
}

const told = (records: readonly CsvRecord[]) =>
  records.map(record => (record.kind === 'record' ? record.cells : record.fault))

/** Well-formed or not: all that means something to a parser, and letters of one to four bytes. */
const anything = fc.string({
  unit: fc.constantFrom('"', '"', ',', '\n', '\r', '\r\n', ' ', 'a', 'é', '汛', '😀', '\ufeff', '\0'),
  maxLength: 24,
})
const sizes = fc.array(fc.integer({ min: 1, max: 5 }), { minLength: 1, maxLength: 4 })

test('it does not matter where the pieces of a file are cut', async () => {
  await fc.assert(
    fc.asyncProperty(anything, sizes, async (text, some) => {
      const bytes = Buffer.from(text)
      const whole = await all(parseCsv(cut(bytes, [bytes.length]), ','))
      const cutUp = await all(parseCsv(cut(bytes, some), ','))
      assert.equal(told(cutUp), told(whole))
    }),
    { seed: 20250301, numRuns: 500 },
  )
})

test('the bytes of the records, one after another, are those of the file', async () => {
  await fc.assert(
    fc.asyncProperty(anything, sizes, async (text, some) => {
      const bytes = Buffer.from(text)
      const records = await all(parseCsv(cut(bytes, some), ','))
      const kept = Buffer.concat(records.map(record => record.bytes))
      assert.ok(bytes.subarray(0, kept.length).equals(kept))
      const faulty = records.at(-1)?.kind === 'fault'
      if (!faulty && text !== '\ufeff') assert.is(kept.length, bytes.length)
    }),
    { seed: 20250301, numRuns: 500 },
  )
})

test('cells stand where the scanner says, and it finds fault where the parser does', async () => {
  let faults = 0
  await fc.assert(
    fc.asyncProperty(anything, async text => {
      const bytes = Buffer.from(text.replaceAll('\0', ''))
      const records = await all(parseCsv(cut(bytes, [bytes.length]), ','))
      for (const [index, record] of records.entries()) {
        const raw = record.bytes.toString().replace(index === 0 ? /^\ufeff/ : '', '')
        const { cells, error } = scanCells(raw, ',')
        if (record.kind === 'record') {
          assert.is(error, undefined)
          assert.equal(
            cells.map(({ start, end }) => raw.slice(start, end).replace(/^"|"$/g, '').replaceAll('""', '"')),
            record.cells,
          )
        } else {
          assert.ok(error)
          faults++
        }
      }
    }),
    { seed: 20250301, numRuns: 500 },
  )
  assert.ok(faults > 50)
})

test('lines are the same wherever the pieces are cut, and none is longer than it may be', async () => {
  await fc.assert(
    fc.asyncProperty(anything, sizes, fc.integer({ min: 1, max: 9 }), async (text, some, longest) => {
      const bytes = Buffer.from(text)
      const lines = await all(splitLines(cut(bytes, some), longest))
      const parts = bytes.toString('latin1').split('\n')
      if (parts.at(-1) === '') parts.pop()
      assert.equal(
        lines.map(line => [line.number, line.bytes.toString('latin1')]),
        parts.map((part, index) => [index + 1, part.slice(0, longest + 1)]),
      )
    }),
    { seed: 20250301, numRuns: 500 },
  )
})

test.run()
