import { type DiagramStrings, fillPattern, type RatedStake } from '../../markup/index.js'
import type { AvailableSpace, FigureStyle } from '../drawing.js'
import { lineHeight } from '../place-text.js'
import { wrapText } from '../wrap-text.js'
import { ENTRY_GAP, entryIndent, type StakeListEntry, stakeListEntry } from './list-entry.js'
import { isFullyRated, riskScore } from './rated-stakes.js'

/** The part of the list that fits its space; heights are points. */
export interface StakeList {
  readonly entries: readonly StakeListEntry[]
  /** How many stakes are left out, in words. */
  readonly more: string | undefined
  readonly height: number
}

/** Lists all stakes where they fit, shortened if necessary; otherwise those of highest risk and the number of the others. */
export function listStakes(
  stakes: readonly RatedStake[],
  words: DiagramStrings,
  space: AvailableSpace,
  size: number,
  style: FigureStyle,
): StakeList {
  const listed = stakes.toSorted(
    (a, b) => Number(isFullyRated(b)) - Number(isFullyRated(a)) || a.number - b.number,
  )
  let entries: readonly StakeListEntry[] = []
  for (const most of SHORTENINGS) {
    entries = listed.map(stake => stakeListEntry(stake, space.width, most, size, style))
    const height = entriesHeight(entries)
    if (height <= space.height) return { entries, more: undefined, height }
  }
  return highestScored(entries, words, { ...space, width: space.width - entryIndent(size) }, style)
}

/** The most lines of a stake and of those who bear it. */
const SHORTENINGS = [
  { stake: Number.POSITIVE_INFINITY, who: Number.POSITIVE_INFINITY },
  { stake: 3, who: 2 },
  { stake: 2, who: 1 },
]

function highestScored(
  entries: readonly StakeListEntry[],
  words: DiagramStrings,
  space: AvailableSpace,
  { type }: FigureStyle,
): StakeList {
  const face = { size: type.small, bold: false }
  const ranked = entries.toSorted((a, b) => listRank(b) - listRank(a))
  let free = space.height - lineHeight(face.size, type)
  const excess = ranked.findIndex(({ height }) => {
    free -= height + ENTRY_GAP
    return free < 0
  })
  const kept = new Set(ranked.slice(0, excess))
  const shown = entries.filter(entry => kept.has(entry))
  const count = entries.length - shown.length
  const [more] = wrapText(fillPattern(words.labels.more, { count }), space.width, face, type, 1)
  const gap = shown.length > 0 ? ENTRY_GAP : 0
  return { entries: shown, more, height: entriesHeight(shown) + gap + lineHeight(face.size, type) }
}

function listRank({ stake }: StakeListEntry): number {
  return (stake.priority === 'must' ? MUST_BONUS : 0) + riskScore(stake)
}

/** More than the highest risk score. */
const MUST_BONUS = 100

function entriesHeight(entries: readonly StakeListEntry[]): number {
  const space = ENTRY_GAP * Math.max(0, entries.length - 1)
  return entries.reduce((sum, { height }) => sum + height, space)
}
