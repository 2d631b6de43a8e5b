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
  const result = { tallies, editions, orphans: [], failed: 0, interrupted: false, ms: 0, diagnostics: [] }
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
  const edition = (audience: string, pages: number, limit: number) => ({
    ...{ brief: 'affair', audience, pages, limit, file: `${audience}.pdf` },
    ...{ left_out: [], figures_left_out: [], type_scale: 1, spacing_scale: 1 },
  })
  const lines = tableOf([tally('analyst'), tally('minister')], {}, [
    edition('analyst', 12, 14),
    edition('minister', 1, 1),
  ])
  assert.equal(lines, [
    'brief   edition   pages  file',
    'affair  analyst   12/14  analyst.pdf',
    'affair  minister    1/1  minister.pdf',
  ])
})

test.run()
