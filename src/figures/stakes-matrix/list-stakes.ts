import { type DiagramWords, fill, type RatedStake } from '../../markup/index.js'
import type { Pens, Room } from '../drawing.js'
import { lineHeight } from '../letters.js'
import { wrapText } from '../wrap-text.js'
import { ENTRY_SPACE, entryOf, indentOf, type ListEntry } from './list-entry.js'
import { gravityOf, isRated } from './rated.js'

/** What of the list stands in its room; in points. */
export interface StakeList {
  readonly entries: readonly ListEntry[]
  /** How many stakes are left out, in words. */
  readonly more: string | undefined
  readonly height: number
}

/** Names all stakes where they fit, shortened if need be; otherwise the gravest, and counts the others. */
export function listStakes(
  stakes: readonly RatedStake[],
  words: DiagramWords,
  room: Room,
  size: number,
  pens: Pens,
): StakeList {
  const listed = stakes.toSorted((a, b) => Number(isRated(b)) - Number(isRated(a)) || a.number - b.number)
  let entries: readonly ListEntry[] = []
  for (const most of SHORTENINGS) {
    entries = listed.map(stake => entryOf(stake, room.width, most, size, pens))
    const height = heightOf(entries)
    if (height <= room.height) return { entries, more: undefined, height }
  }
  return gravest(entries, words, { ...room, width: room.width - indentOf(size) }, pens)
}

/** The most lines of a stake and of those who bear it. */
const SHORTENINGS = [
  { stake: Number.POSITIVE_INFINITY, who: Number.POSITIVE_INFINITY },
  { stake: 3, who: 2 },
  { stake: 2, who: 1 },
]

function gravest(entries: readonly ListEntry[], words: DiagramWords, room: Room, { type }: Pens): StakeList {
  const face = { size: type.small, bold: false }
  const ranked = entries.toSorted((a, b) => rank(b) - rank(a))
  let free = room.height - lineHeight(face.size, type)
  const excess = ranked.findIndex(({ height }) => {
    free -= height + ENTRY_SPACE
    return free < 0
  })
  const kept = new Set(ranked.slice(0, excess))
  const shown = entries.filter(entry => kept.has(entry))
  const count = entries.length - shown.length
  const [more] = wrapText(fill(words.labels.more, { count }), room.width, face, type, 1)
  const gap = shown.length > 0 ? ENTRY_SPACE : 0
  return { entries: shown, more, height: heightOf(shown) + gap + lineHeight(face.size, type) }
}

function rank({ stake }: ListEntry): number {
  return (stake.priority === 'must' ? MUST_FIRST : 0) + gravityOf(stake)
}

/** More than the gravest stake weighs. */
const MUST_FIRST = 100

function heightOf(entries: readonly ListEntry[]): number {
  const space = ENTRY_SPACE * Math.max(0, entries.length - 1)
  return entries.reduce((sum, { height }) => sum + height, space)
}
