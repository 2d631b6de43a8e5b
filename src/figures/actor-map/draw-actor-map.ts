import type { ActorMapData, DiagramStrings } from '../../markup/index.js'
import type { AvailableSpace, Drawing, FigureStyle } from '../drawing.js'
import { lineHeight } from '../place-text.js'
import { drawMap } from './draw-map.js'
import type { MapDetail } from './entries.js'
import { rowPacker } from './pack-rows.js'
import { cellNumber, type PlacedActor, placeActors } from './place-actors.js'

/**
 * The stakeholder grid of the trade: influence against support, told with as many names as the room has height for.
 * Undefined if no actor has both.
 */
export function drawActorMap(
  data: ActorMapData,
  words: DiagramStrings,
  space: AvailableSpace,
  style: FigureStyle,
): Drawing | undefined {
  const placement = placeActors(data)
  const { placed } = placement
  if (placed.length === 0) return undefined
  const pack = rowPacker(placement, words, space, style.type)
  const plan = (density: MapDetail): TriedMap => ({
    density,
    drawing: drawMap(placement, words, space, style, pack(density)),
  })
  const fits = ({ drawing }: TriedMap) => drawing.height <= space.height
  const whole = plan({ named: namedOfEach(Infinity), bySide: true, most: Infinity })
  if (fits(whole)) return whole.drawing
  const cells = countByCell(placed)
  const lines = Math.floor(space.height / lineHeight(style.type.size, style.type))
  const most = Math.min(Math.max(...cells) - 1, lines)
  const found = fullestThatFits(most, plan, fits) ?? firstThatFits(plan, fits)
  return found && fillRemainingSpace(found, cells, plan, fits).drawing
}

interface TriedMap {
  readonly density: MapDetail
  readonly drawing: Drawing
}

const namedOfEach = (count: number) => new Array<number>(25).fill(count)

/** How many actors stand in each. */
function countByCell(placed: readonly PlacedActor[]): number[] {
  const cells = namedOfEach(0)
  for (const { row, column } of placed)
    cells[cellNumber(row, column)] = (cells[cellNumber(row, column)] ?? 0) + 1
  return cells
}

/** With as many names of each cell as there is room for, and one at least, the others counted by side. */
function fullestThatFits(
  most: number,
  plan: (density: MapDetail) => TriedMap,
  fits: (plan: TriedMap) => boolean,
): TriedMap | undefined {
  let best: TriedMap | undefined
  let [low, high] = [1, most]
  while (low <= high) {
    const named = (low + high) >> 1
    const tried = plan({ named: namedOfEach(named), bySide: true, most: Infinity })
    if (fits(tried)) {
      best = tried
      low = named + 1
    } else high = named - 1
  }
  return best
}

/** Ways to tell less, the fullest first: a name and one count of the others, counts alone, counts in figures. */
const REDUCED_DETAIL: readonly MapDetail[] = [
  { named: namedOfEach(2), bySide: false, most: Infinity },
  { named: namedOfEach(1), bySide: false, most: Infinity },
  { named: namedOfEach(0), bySide: true, most: Infinity },
  { named: namedOfEach(0), bySide: false, most: Infinity },
  { named: namedOfEach(0), bySide: false, most: 1, inFigures: true },
]

/** The last way is taken in any case. */
function firstThatFits(
  plan: (density: MapDetail) => TriedMap,
  fits: (plan: TriedMap) => boolean,
): TriedMap | undefined {
  let tried: TriedMap | undefined
  for (const density of REDUCED_DETAIL) {
    tried = plan(density)
    if (fits(tried)) break
  }
  return tried
}

/** Gives the room that is left to one more name of each cell in turn, from the most influential on. */
function fillRemainingSpace(
  found: TriedMap,
  cells: readonly number[],
  plan: (density: MapDetail) => TriedMap,
  fits: (plan: TriedMap) => boolean,
): TriedMap {
  let best = found
  const hasRoom = (cell: number) => {
    const named = best.density.named.map((count, at) => (at === cell ? count + 1 : count))
    const tried = plan({ ...best.density, named })
    if (fits(tried)) best = tried
    return best === tried
  }
  const hasMore = (cell: number) => (best.density.named[cell] ?? 0) < (cells[cell] ?? 0)
  let open = [...cells.keys()]
  while (open.length > 0) open = open.filter(hasMore).filter(hasRoom)
  return best
}
