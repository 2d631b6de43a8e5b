import { present } from '../../diagnostics/index.js'
import type { ActorMapData, DiagramStrings } from '../../markup/index.js'
import type { AvailableSpace, Drawing, FigureStyle } from '../drawing.js'
import { lineHeight } from '../place-text.js'
import { drawMap } from './draw-map.js'
import type { MapDetail } from './entries.js'
import { rowPacker } from './pack-rows.js'
import { cellNumber, type PlacedActor, placeActors } from './place-actors.js'

/**
 * The stakeholder grid, influence against support, with as many names as the available height allows. Undefined if no
 * actor has both ratings.
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
  const plan = (detail: MapDetail): TriedMap => ({
    detail,
    drawing: drawMap(placement, words, space, style, pack(detail)),
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
  readonly detail: MapDetail
  readonly drawing: Drawing
}

const namedOfEach = (count: number) => new Array<number>(25).fill(count)

/** The number of actors in each cell. */
function countByCell(placed: readonly PlacedActor[]): number[] {
  const cells = namedOfEach(0)
  for (const { row, column } of placed) {
    const cell = cellNumber(row, column)
    cells[cell] = present(cells[cell], 'cell') + 1
  }
  return cells
}

/** As many names in each cell as fit, and at least one; the others are counted by side. */
function fullestThatFits(
  most: number,
  plan: (detail: MapDetail) => TriedMap,
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

/** Less and less detail: names and one count of the others, counts only, counts in digits. */
const REDUCED_DETAIL: readonly MapDetail[] = [
  { named: namedOfEach(2), bySide: false, most: Infinity },
  { named: namedOfEach(1), bySide: false, most: Infinity },
  { named: namedOfEach(0), bySide: true, most: Infinity },
  { named: namedOfEach(0), bySide: false, most: Infinity },
  { named: namedOfEach(0), bySide: false, most: 1, inFigures: true },
]

/** The last, least detailed map is taken even if it does not fit. */
function firstThatFits(
  plan: (detail: MapDetail) => TriedMap,
  fits: (plan: TriedMap) => boolean,
): TriedMap | undefined {
  let tried: TriedMap | undefined
  for (const detail of REDUCED_DETAIL) {
    tried = plan(detail)
    if (fits(tried)) break
  }
  return tried
}

/** Uses the remaining space for one more name in each cell in turn, from the most influential row on. */
function fillRemainingSpace(
  found: TriedMap,
  cells: readonly number[],
  plan: (detail: MapDetail) => TriedMap,
  fits: (plan: TriedMap) => boolean,
): TriedMap {
  let best = found
  const hasRoom = (cell: number) => {
    const named = best.detail.named.map((count, at) => (at === cell ? count + 1 : count))
    const tried = plan({ ...best.detail, named })
    if (fits(tried)) best = tried
    return best === tried
  }
  const hasMore = (cell: number) =>
    present(best.detail.named[cell], 'names of the cell') < present(cells[cell], 'actors of the cell')
  let open = [...cells.keys()]
  while (open.length > 0) open = open.filter(hasMore).filter(hasRoom)
  return best
}
