import type { Priority } from '../../brief/index.js'
import { type DiagramStrings, fillPattern } from '../../markup/index.js'
import { type ActorPlacement, cellNumber, type PlacedActor } from './place-actors.js'

/** One marker on the map and what is written to it: the name of an actor, or how many more there are. */
export interface ActorMapEntry {
  readonly text: string
  readonly column: number
  readonly side: number | undefined
  readonly weight: Priority
  /** Lines of its text at most. */
  readonly most: number
  /** A count, which stands on one line where it can. */
  readonly isCount: boolean
}

/** How much a map tells, so that it fits its height. */
export interface MapDetail {
  /** Actors that are named of each cell, row by row; the others are counted. */
  readonly named: readonly number[]
  /** Whether those are counted side by side, or all together. */
  readonly bySide: boolean
  /** Lines of a name at most. */
  readonly most: number
  /** Whether counts are nothing but figures. */
  readonly inFigures?: boolean
}

/** The entries of a row: the named ones in the order of the actors, then the counts. */
export function rowEntries(
  row: number,
  { placed, sides }: ActorPlacement,
  { named, bySide, most, inFigures }: MapDetail,
  words: DiagramStrings,
): ActorMapEntry[] {
  const actors = placed.filter(actor => actor.row === row)
  const groups = [0, 1, 2, 3, 4]
    .map(column => actors.filter(actor => actor.column === column).slice(named[cellNumber(row, column)]))
    .flatMap(rest => countedGroups(rest, bySide))
    .filter(({ members }) => members.length > 1)
  const counted = new Set(groups.flatMap(({ members }) => members))
  const names = actors
    .filter(actor => !counted.has(actor))
    .map(({ name, column, side, priority }) => ({
      text: name,
      column,
      side,
      weight: priority,
      most,
      isCount: false,
    }))
  const counts = groups.map(({ side, members, column, sideIsTold }) => {
    const { length } = members
    const count = inFigures ? `+${length}` : fillPattern(words.labels.more, { count: length })
    const text = sideIsTold && side !== undefined ? `${sides[side]}: ${count}` : count
    return { text, column, side, weight: 'should' as const, most, isCount: true }
  })
  return [...names, ...counts]
}

/** Actors of one cell that are counted; one alone is named after all, as a count takes as much room. */
interface CountedGroup {
  readonly members: readonly PlacedActor[]
  readonly column: number
  /** Of all its members. */
  readonly side: number | undefined
  readonly sideIsTold: boolean
}

/** Sides of a cell that are told apart; what is beyond them is counted together. */
const MOST_SIDES = 4

/** The larger sides each for itself, and all others together. */
function countedGroups(actors: readonly PlacedActor[], bySide: boolean): CountedGroup[] {
  const sides = [...new Set(actors.flatMap(({ side }) => side ?? []))]
    .map(side => countedGroup(actors.filter(actor => actor.side === side)))
    .filter(({ members }) => bySide && members.length > 1)
    .toSorted((a, b) => b.members.length - a.members.length)
    .slice(0, MOST_SIDES)
  const apart = new Set(sides.map(({ side }) => side))
  const rest = countedGroup(actors.filter(({ side }) => side === undefined || !apart.has(side)))
  return [...sides.map(group => ({ ...group, sideIsTold: true })), rest]
}

function countedGroup(members: readonly PlacedActor[]): CountedGroup {
  const [first] = members
  const side = members.every(member => member.side === first?.side) ? first?.side : undefined
  return { members, column: first?.column ?? 0, side, sideIsTold: false }
}
