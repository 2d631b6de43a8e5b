import type { Priority } from '../../brief/index.js'
import { type DiagramStrings, fillPattern } from '../../markup/index.js'
import { type ActorPlacement, cellNumber, type PlacedActor } from './place-actors.js'

/** One marker on the map with its text: the name of an actor, or the number of further actors. */
export interface ActorMapEntry {
  readonly text: string
  readonly column: number
  readonly side: number | undefined
  readonly weight: Priority
  /** Lines of its text at most. */
  readonly most: number
  /** A count, which is kept on one line where possible. */
  readonly isCount: boolean
}

/** The level of detail at which a map is drawn, so that it fits its height. */
export interface MapDetail {
  /** The number of named actors in each cell, row by row; the others are counted. */
  readonly named: readonly number[]
  /** Whether those are counted side by side, or all together. */
  readonly bySide: boolean
  /** Lines of a name at most. */
  readonly most: number
  /** Whether counts are digits only. */
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
  const counts = groups.map(({ side, members, column, isSideNamed }) => {
    const { length } = members
    const count = inFigures ? `+${length}` : fillPattern(words.labels.more, { count: length })
    const text = isSideNamed && side !== undefined ? `${sides[side]}: ${count}` : count
    return { text, column, side, weight: 'should' as const, most, isCount: true }
  })
  return [...names, ...counts]
}

/** Actors of one cell that are counted; a single actor is named instead, as a count takes as much space. */
interface CountedGroup {
  readonly members: readonly PlacedActor[]
  readonly column: number
  /** Of all its members. */
  readonly side: number | undefined
  readonly isSideNamed: boolean
}

/** The most sides of a cell that are counted separately; the others are counted together. */
const MOST_SIDES = 4

/** Counts each of the larger sides separately and all others together. */
function countedGroups(actors: readonly PlacedActor[], bySide: boolean): CountedGroup[] {
  const sides = [...new Set(actors.flatMap(({ side }) => side ?? []))]
    .map(side => countedGroup(actors.filter(actor => actor.side === side)))
    .filter(({ members }) => bySide && members.length > 1)
    .toSorted((a, b) => b.members.length - a.members.length)
    .slice(0, MOST_SIDES)
  const apart = new Set(sides.map(({ side }) => side))
  const rest = countedGroup(actors.filter(({ side }) => side === undefined || !apart.has(side)))
  return [...sides.map(group => ({ ...group, isSideNamed: true })), rest]
}

function countedGroup(members: readonly PlacedActor[]): CountedGroup {
  const [first] = members
  const side = members.every(member => member.side === first?.side) ? first?.side : undefined
  return { members, column: first?.column ?? 0, side, isSideNamed: false }
}
