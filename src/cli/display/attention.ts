import type { Tally } from '../../batch/output/tally.js'
import { formatTable } from './table.js'

/**
 * What of a batch needs a person, on one screen: how many editions of each kind, then those of each brief, the gravest first.
 * `more` says where those are that have no room here.
 */
export function attentionSummary(tallies: readonly Tally[], more: string): string {
  const concerned = tallies.filter(tally => concernOf(tally) !== undefined)
  if (concerned.length === 0) return 'nothing needs a person\n'
  const counts = CONCERNS.flatMap(({ isOf, inAll }) => {
    const { length } = concerned.filter(isOf)
    return length > 0 ? [inAll(length)] : []
  })
  const rows = CONCERNS.flatMap(concern => rowsOf(concerned.filter(tally => concernOf(tally) === concern)))
  const shown = rows.slice(0, MOST_ROWS)
  const rest = rows.length - shown.length
  return [
    `to be looked at: ${counts.join(', ')}\n`,
    formatTable([['brief', 'editions', 'why'], ...shown]),
    rest > 0 ? `and ${rest} more ${rest === 1 ? 'brief' : 'briefs'}; ${more}\n` : '',
  ].join('')
}

/** With the counts before them and the totals behind, one screen of 40 lines. */
const MOST_ROWS = 32

/** A reason for a person to look at editions. */
interface Concern {
  readonly isOf: (tally: Tally) => boolean
  /** Of all editions of a build, by audience. */
  readonly inAll: (editions: number) => string
  /** Of the editions of a brief. */
  readonly why: (tallies: readonly Tally[]) => string
}

/** From the gravest on. */
const CONCERNS: readonly Concern[] = [
  {
    isOf: ({ failed }) => failed > 0,
    inAll: editions => `${editions} failed`,
    why: tallies => {
      const failed = sum(tallies, 'failed')
      return failed > tallies.length ? `${failed} failed` : 'failed'
    },
  },
  {
    isOf: ({ unproved }) => unproved > 0,
    inAll: editions => `${editions} with quotations that are not proved`,
    why: tallies => counted(sum(tallies, 'unproved'), 'quotation', 'not proved'),
  },
  {
    isOf: ({ leftOut }) => leftOut > 0,
    inAll: editions => `${editions} with something left out`,
    why: tallies => counted(sum(tallies, 'leftOut'), 'item or figure', 'left out', 'items or figures'),
  },
  {
    isOf: ({ unshown }) => unshown > 0,
    inAll: editions => `${editions} with fields that are not shown`,
    why: tallies => counted(sum(tallies, 'unshown'), 'field', 'not shown'),
  },
]

/** The gravest concern about an edition. */
function concernOf(tally: Tally): Concern | undefined {
  return CONCERNS.find(({ isOf }) => isOf(tally))
}

/** A line for each brief: its editions with the same gravest concern, and all that there is to say of them. */
function rowsOf(tallies: readonly Tally[]): string[][] {
  const briefs = [...new Set(tallies.map(({ file }) => file))]
  return briefs.map(file => {
    const own = tallies.filter(tally => tally.file === file)
    const why = CONCERNS.filter(({ isOf }) => own.some(isOf)).map(concern => concern.why(own))
    return [own[0]?.brief ?? file, own.map(({ audience }) => audience).join(', '), why.join('; ')]
  })
}

function sum(tallies: readonly Tally[], key: 'failed' | 'unproved' | 'leftOut' | 'unshown'): number {
  return tallies.reduce((all, tally) => all + tally[key], 0)
}

function counted(number: number, one: string, what: string, many = `${one}s`): string {
  return `${number} ${number === 1 ? one : many} ${what}`
}
