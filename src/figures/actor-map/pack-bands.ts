import type { DiagramWords } from '../../markup/index.js'
import type { Room, Type } from '../drawing.js'
import { type Density, entriesOf } from './entries.js'
import { gridOf } from './grid.js'
import { type Band, packBand } from './pack-band.js'
import { cellOf, type Placement } from './place-actors.js'

/** Packs the rows of a map for one density after another, and those anew only that are told otherwise. */
export function bandPacker(
  placement: Placement,
  words: DiagramWords,
  room: Room,
  type: Type,
): (density: Density) => Band[] {
  const grid = gridOf(words, room, type)
  const packed = new Map<string, Band>()
  return density =>
    [0, 1, 2, 3, 4].map(row => {
      const named = density.named.slice(cellOf(row, 0), cellOf(row + 1, 0))
      const key = [row, ...named, density.bySide, density.most, density.inFigures].join()
      const band = packed.get(key) ?? packBand(entriesOf(row, placement, density, words), grid, type)
      packed.set(key, band)
      return band
    })
}
