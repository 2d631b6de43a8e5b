import { test } from 'uvu'
import * as assert from 'uvu/assert'
import { proveBrief } from '../helpers.js'

const TEXT = 'The boats stay in the harbour, she said.'

function findingsOn(date: string, issued: string | undefined): string[] {
  const yaml = `title: T\nas_of: 2025-01-01\nquotes:\n  - text: The boats stay in the harbour\n    source: a\n    date: ${date}\nsources:\n  - {id: a, title: A${issued === undefined ? '' : `, issued: ${issued}`}}\n`
  return proveBrief(yaml, { a: TEXT }).findings.flatMap(({ code, place }) =>
    code === 'quote-date-late' ? [yaml.slice(place?.range.start, place?.range.end)] : [],
  )
}

for (const [date, issued] of [
  ['2025-03-02', '2025-03-01'],
  ['2025-04', '2025-03-01'],
  ['2025-04-01', '2025-03'],
  ['2026', '2025-03-01'],
  ['2025-03-05/2025-03-09', '2025-03-01'],
  ['2025-03-05', '2025-03-01/2025-03-04'],
  ['2000-01-01', '199X'],
] as const)
  test(`words of ${date} cannot stand in what appeared ${issued}`, () => {
    assert.equal(findingsOn(date, issued), [date])
  })

for (const [date, issued] of [
  ['2025-03-01', '2025-03-01'],
  ['2025-02-28', '2025-03-01'],
  ['2025-03', '2025-03-01'],
  ['2025-03-31', '2025-03'],
  ['2025', '2025-03-01'],
  ['2025-03-02~', '2025-03-01'],
  ['2025-03-02', '2025-03-01/..'],
  ['../2025-03-02', '2025-03-01'],
  ['1999-12-31', '199X'],
  ['2025-03-02', undefined],
] as const)
  test(`words of ${date} may stand in what appeared ${issued}`, () => {
    assert.equal(findingsOn(date, issued), [])
  })

test.run()
