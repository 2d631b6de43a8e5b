import { test } from 'uvu'
import * as assert from 'uvu/assert'
import { buildSummary } from '../../../src/cli/display/build-summary.js'

type Summary = Parameters<typeof buildSummary>
type Tally = Summary[0]['tallies'][number]

const counts = { printed: 1, cached: 0, failed: 0, pages: 2, leftOut: 0, unproved: 0, unshown: 0 }
const tally = (audience: string, more: Partial<Tally> = {}): Tally => ({
  ...counts,
  ...{ brief: 'affair', file: 'briefs/affair.yaml', audience, ...more },
})

/** The lines of the table, its headings first. */
function tableOf(tallies: readonly Tally[], options: object, editions: readonly object[] = []): string[] {
  const result = {
    tallies,
    editions,
    unread: [],
    orphans: [],
    failed: 0,
    interrupted: false,
    ms: 0,
    diagnostics: [],
  }
  const summary = buildSummary(result as unknown as Summary[0], options as Summary[1])
  return summary.split('\n').slice(0, tallies.length + 1)
}

test('numbers of a mail merge end at the end of their headings, words begin at their beginning', () => {
  const lines = tableOf(
    [
      tally('analyst', { printed: 7, pages: 1234 }),
      tally('minister', { printed: 250, cached: 12, pages: 3 }),
    ],
    { data: 'recipients.csv' },
  )
  assert.equal(lines, [
    'brief   edition   printed  from cache  failed  pages  left out',
    'affair  analyst         7           0       0   1234         0',
    'affair  minister      250          12       0      3         0',
  ])
})

test('pages of editions end at the end of their heading', () => {
  const edition = (audience: string, pages: number, limit: number, annex_pages = 0) => ({
    ...{ brief: 'affair', audience, pages, annex_pages, limit, file: `${audience}.pdf` },
    ...{ left_out: [], figures_left_out: [], type_scale: 1, spacing_scale: 1 },
  })
  const lines = tableOf([tally('analyst'), tally('board'), tally('minister')], {}, [
    edition('analyst', 12, 14),
    edition('board', 2, 2, 11),
    edition('minister', 1, 1),
  ])
  assert.equal(lines, [
    'brief   edition      pages  file',
    'affair  analyst      12/14  analyst.pdf',
    'affair  board     2/2 + 11  board.pdf',
    'affair  minister       1/1  minister.pdf',
  ])
})

/** All that is said of a build of so many editions. */
function summaryOf(count: number, more: object = {}): string[] {
  const tallies = Array.from({ length: count }, (_, at) => tally(`note-${at}`, { unshown: at === 1 ? 2 : 0 }))
  const result = { tallies, editions: [], unread: [], orphans: [], failed: 0, interrupted: false, ms: 0 }
  const all = { ...result, diagnostics: [], ...more } as unknown as Summary[0]
  return buildSummary(all, {} as Summary[1])
    .split('\n')
    .slice(0, -1)
}

test('up to 30 editions are listed; of more, only what needs a person', () => {
  assert.is(summaryOf(30).length, 32)
  assert.equal(summaryOf(31), [
    'to be looked at: 1 edition with fields that are not shown',
    'brief   editions  why',
    'affair  note-1    2 fields not shown',
    '31 editions printed in 0.0 s',
  ])
})

test('a brief that could not be read stands in the table, too', () => {
  const unread = [{ brief: 'other', file: 'briefs/other.yaml' }]
  assert.equal(summaryOf(1, { unread }), [
    'brief   edition  pages  state       file',
    'other                   has errors',
    'affair  note-0          printed',
    '1 edition printed in 0.0 s',
  ])
})

test('a report is named where it stands, and where there is no room for more', () => {
  assert.equal(summaryOf(1, { report: 'out/r.html' }).slice(2), [
    'build report: out/r.html',
    '1 edition printed in 0.0 s',
  ])
})

test.run()
