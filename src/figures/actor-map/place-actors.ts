import { type Priority, priorityRank } from '../../brief/index.js'
import type { ActorMapData, MappedActor } from '../../markup/index.js'

/** The actors with their positions, and those without. */
export interface ActorPlacement {
  /** By priority, then in the order of the brief. */
  readonly placed: readonly PlacedActor[]
  readonly unplaced: readonly string[]
  /** What they are for or against. */
  readonly stanceOn: string | undefined
  /** Of the placed actors, in order of first appearance. */
  readonly sides: readonly string[]
}
export interface PlacedActor {
  readonly name: string
  readonly priority: Priority
  /** The index of the side in `sides`. */
  readonly side: number | undefined
  /** 0, of the strongest influence, to 4. */
  readonly row: number
  /** 0, against, to 4, for. */
  readonly column: number
}

/** Converts ratings to rows and columns, so that later steps need not know the scales. */
export function placeActors({ actors, stanceOn }: ActorMapData): ActorPlacement {
  const rated = actors.filter(isRatedActor)
  const sides = [...new Set(rated.flatMap(({ side }) => side ?? []))]
  const placed = rated.map(
    ({ name, priority, side, influence, support }): PlacedActor => ({
      name: name.text,
      priority,
      side: side === undefined ? undefined : sides.indexOf(side),
      row: 5 - influence,
      column: support + 2,
    }),
  )
  return {
    placed: placed.toSorted((a, b) => priorityRank(a.priority) - priorityRank(b.priority)),
    unplaced: actors.filter(actor => !isRatedActor(actor)).map(({ name }) => name.text),
    stanceOn: stanceOn?.text,
    sides,
  }
}

/** Number of a cell, row by row from the top left. */
export function cellNumber(row: number, column: number): number {
  return row * 5 + column
}

/** An actor with a place on the map. */
export type RatedActor = MappedActor & { readonly influence: number; readonly support: number }

/** Whether an actor has a place on the map, not only in the note. */
export function isRatedActor(actor: MappedActor): actor is RatedActor {
  return actor.influence !== undefined && actor.support !== undefined
}
