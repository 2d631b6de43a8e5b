import type { Tally } from './tally.js'

/** What of a build needs a person. */
export interface Attention {
  /** How many editions there are of each concern, in words, the gravest first. */
  readonly counts: readonly string[]
  /** By brief, the gravest first. */
  readonly rows: readonly AttentionRow[]
}

export interface AttentionRow {
  readonly brief: string
  /** The brief, as findings name it. */
  readonly file: string
  /** Its editions with the same gravest concern; none where the brief could not be read. */
  readonly audiences: readonly string[]
  readonly why: string
}

/** A brief with errors of which it is not even known which editions it has. */
export interface UnreadBrief {
  readonly brief: string
  readonly file: string
}

/** Finds the editions that a person should look at: that failed, print what is not proved, left something out, or do not show all. */
export function attentionOf(tallies: readonly Tally[], unread: readonly UnreadBrief[]): Attention {
  const counts = CONCERNS.flatMap(concern => {
    const { length } = tallies.filter(tally => concernOf(tally) === concern)
    return length > 0 ? [`${length} ${length === 1 ? 'edition' : 'editions'} ${concern.inAll}`] : []
  })
  const unreadCount = `${unread.length} ${unread.length === 1 ? 'brief' : 'briefs'} with errors`
  return {
    counts: [...(unread.length > 0 ? [unreadCount] : []), ...counts],
    rows: [
      ...unread.map(brief => ({ ...brief, audiences: [], why: 'has errors' })),
      ...CONCERNS.flatMap(concern => rowsOf(tallies.filter(tally => concernOf(tally) === concern))),
    ],
  }
}

/** A reason for a person to look at editions. */
interface Concern {
  readonly key: 'failed' | 'unproved' | 'leftOut' | 'unshown'
  /** Follows the number of editions of a build. */
  readonly inAll: string
  /** Of the editions of a brief. */
  readonly why: (number: number) => string
}

/** From the gravest on. */
const CONCERNS: readonly Concern[] = [
  { key: 'failed', inAll: 'failed', why: number => (number === 1 ? 'failed' : `${number} failed`) },
  {
    key: 'unproved',
    inAll: 'with quotations that are not proved',
    why: number => counted(number, 'quotation', 'quotations', 'not proved'),
  },
  {
    key: 'leftOut',
    inAll: 'with something left out',
    why: number => counted(number, 'item or figure', 'items or figures', 'left out'),
  },
  {
    key: 'unshown',
    inAll: 'with fields that are not shown',
    why: number => counted(number, 'field', 'fields', 'not shown'),
  },
]

/** The gravest concern about an edition. */
function concernOf(tally: Tally): Concern | undefined {
  return CONCERNS.find(({ key }) => tally[key] > 0)
}

/** A row for each brief, with all that there is to say of these editions. */
function rowsOf(tallies: readonly Tally[]): AttentionRow[] {
  const byBrief = new Map<string, Tally[]>()
  for (const tally of tallies) byBrief.set(tally.file, [...(byBrief.get(tally.file) ?? []), tally])
  return [...byBrief].map(([file, own]) => {
    const why = CONCERNS.flatMap(concern => {
      const number = own.reduce((sum, tally) => sum + tally[concern.key], 0)
      return number > 0 ? [concern.why(number)] : []
    })
    return {
      brief: own[0]?.brief ?? file,
      file,
      audiences: own.map(({ audience }) => audience),
      why: why.join(', '),
    }
  })
}

function counted(number: number, one: string, many: string, what: string): string {
  return `${number} ${number === 1 ? one : many} ${what}`
}
