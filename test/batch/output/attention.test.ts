import { test } from 'uvu'
import * as assert from 'uvu/assert'
import { attentionOf } from '../../../src/batch/output/attention.js'
import type { Tally } from '../../../src/batch/output/tally.js'
import { attentionSummary } from '../../../src/cli/display/attention.js'

const tally = (brief: string, audience: string, more: Partial<Tally> = {}): Tally => ({
  ...{ brief, audience, file: `briefs/${brief}.yaml`, printed: 1, cached: 0, failed: 0 },
  ...{ pages: 1, leftOut: 0, unproved: 0, unshown: 0, ...more },
})

const MORE = '`--report FILE.html` lists all'
const linesOf = (tallies: readonly Tally[], unread: Parameters<typeof attentionOf>[1] = []) =>
  attentionSummary(attentionOf(tallies, unread), MORE).trimEnd().split('\n')

test('the gravest stands first: failed, not proved, left out, not shown; in each the order of the plan', () => {
  const lines = linesOf(
    [
      tally('fine', 'press'),
      tally('a', 'press', { unshown: 2 }),
      tally('a', 'public', { leftOut: 1 }),
      tally('b', 'press', { failed: 1, printed: 0 }),
      tally('b', 'public', { unproved: 1 }),
      tally('c', 'press', { leftOut: 3, unshown: 1, unproved: 2 }),
    ],
    [{ brief: 'd', file: 'briefs/d.yaml' }],
  )
  assert.equal(lines, [
    'to be looked at: 1 brief with errors, 1 edition failed, 2 editions with quotations that are not proved, 1 edition with something left out, 1 edition with fields that are not shown',
    'brief  editions  why',
    'd                has errors',
    'b      press     failed',
    'b      public    1 quotation not proved',
    'c      press     2 quotations not proved, 3 items or figures left out, 1 field not shown',
    'a      public    1 item or figure left out',
    'a      press     2 fields not shown',
  ])
})

test('editions of a brief with the same concern share a line', () => {
  const failed = ['one', 'two', 'three', 'four', 'five', 'six'].map(name => tally('a', name, { failed: 1 }))
  assert.equal(linesOf(failed).slice(2), ['a      one, two, three, four and 2 more  6 failed'])
})

test('two briefs of one name are two', () => {
  const lines = linesOf([
    tally('a', 'press', { failed: 1 }),
    { ...tally('a', 'press', { failed: 1 }), file: 'old/a.yaml' },
  ])
  assert.is(lines.length, 4)
})

for (const [briefs, lines] of [
  [32, 34],
  [33, 35],
  [500, 35],
] as const)
  test(`${briefs} briefs with something to look at take ${lines} lines`, () => {
    const tallies = Array.from({ length: briefs }, (_, at) => tally(`brief-${at}`, 'press', { unshown: 1 }))
    const shown = linesOf(tallies)
    assert.is(shown.length, lines)
    assert.is(shown.at(-1)?.startsWith('and '), briefs > 32)
    if (briefs > 32) assert.is(shown.at(-1), `and ${briefs - 32} more; ${MORE}`)
  })

test('where nothing is wrong it says so in a line', () => {
  assert.equal(linesOf([tally('a', 'press')]), ['nothing needs a person'])
})

test.run()
