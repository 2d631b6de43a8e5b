import type { Attention } from '../../batch/output/attention.js'
import { formatTable } from './table.js'

/**
 * What of a batch needs a person, on one screen: how many editions of each kind, then those of each brief, the gravest first.
 * `more` says where those are that have no room here.
 */
export function attentionSummary({ counts, rows }: Attention, more: string): string {
  if (rows.length === 0) return 'nothing needs a person\n'
  const shown = rows.slice(0, MOST_ROWS)
  const rest = rows.length - shown.length
  const table = shown.map(({ brief, audiences, why }) => [brief, shortened(audiences), why])
  return [
    `to be looked at: ${counts.join(', ')}\n`,
    formatTable([['brief', 'editions', 'why'], ...table]),
    rest > 0 ? `and ${rest} more; ${more}\n` : '',
  ].join('')
}

/** With the counts before them and the totals behind, one screen of 40 lines. */
const MOST_ROWS = 32

/** A house with many audiences has a line too short for all of them. */
function shortened(audiences: readonly string[]): string {
  const named = audiences.slice(0, MOST_NAMED).join(', ')
  const rest = audiences.length - MOST_NAMED
  return rest > 0 ? `${named} and ${rest} more` : named
}

const MOST_NAMED = 4
