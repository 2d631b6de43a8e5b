import type { DiagramStrings } from '../../markup/index.js'
import type { AvailableSpace, FigureTypography } from '../drawing.js'
import { type MapDetail, rowEntries } from './entries.js'
import { actorMapGrid } from './grid.js'
import { type PackedRow, packRow } from './pack-row.js'
import { type ActorPlacement, cellNumber } from './place-actors.js'

/** Packs the rows of a map for one density after another, and those anew only that are told otherwise. */
export function rowPacker(
  placement: ActorPlacement,
  words: DiagramStrings,
  room: AvailableSpace,
  type: FigureTypography,
): (density: MapDetail) => PackedRow[] {
  const grid = actorMapGrid(words, room, type)
  const packed = new Map<string, PackedRow>()
  return density =>
    [0, 1, 2, 3, 4].map(row => {
      const named = density.named.slice(cellNumber(row, 0), cellNumber(row + 1, 0))
      const key = [row, ...named, density.bySide, density.most, density.inFigures].join()
      const band = packed.get(key) ?? packRow(rowEntries(row, placement, density, words), grid, type)
      packed.set(key, band)
      return band
    })
}
