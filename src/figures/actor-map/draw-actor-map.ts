import type { ActorMapData, DiagramWords } from '../../markup/index.js'
import type { Drawing, Pens, Room } from '../drawing.js'
import { lineHeight } from '../letters.js'
import { drawMap } from './draw-map.js'
import type { Density } from './entries.js'
import { type PlacedActor, type Placement, placeActors } from './place-actors.js'

/**
 * The stakeholder grid of the trade: influence against support, told with as many names as the room has height for.
 * Undefined if no actor has both.
 */
export function drawActorMap(
  data: ActorMapData,
  words: DiagramWords,
  room: Room,
  pens: Pens,
): Drawing | undefined {
  const placement = placeActors(data)
  if (placement.placed.length === 0) return undefined
  const draw = (density: Density) => drawMap(placement, density, words, room, pens)
  const fits = ({ height }: Drawing) => height <= room.height
  const whole = draw({ named: Infinity, bySide: true, most: Infinity })
  if (fits(whole)) return whole
  return fullestThatFits(mostNamed(placement, room, pens), draw, fits) ?? shortest(draw, fits)
}

/** More names than this of one cell would not fit, as each takes a line. */
function mostNamed({ placed }: Placement, room: Room, { type }: Pens): number {
  const inCellOf = ({ row, column }: PlacedActor) =>
    placed.filter(other => other.row === row && other.column === column).length
  const fullest = Math.max(...placed.map(inCellOf))
  return Math.min(fullest - 1, Math.floor(room.height / lineHeight(type.size, type)))
}

/** With as many names of each cell as there is room for, and one at least, the others counted by side. */
function fullestThatFits(
  most: number,
  draw: (density: Density) => Drawing,
  fits: (drawing: Drawing) => boolean,
): Drawing | undefined {
  let best: Drawing | undefined
  let [low, high] = [1, most]
  while (low <= high) {
    const named = (low + high) >> 1
    const drawing = draw({ named, bySide: true, most: Infinity })
    if (fits(drawing)) {
      best = drawing
      low = named + 1
    } else high = named - 1
  }
  return best
}

/** Ways to tell less, the fullest first: a name and one count of the others, counts alone, counts in figures. */
const SHORTER: readonly Density[] = [
  { named: 2, bySide: false, most: Infinity },
  { named: 1, bySide: false, most: Infinity },
  { named: 0, bySide: true, most: Infinity },
  { named: 0, bySide: false, most: Infinity },
  { named: 0, bySide: false, most: 1, inFigures: true },
]

function shortest(
  draw: (density: Density) => Drawing,
  fits: (drawing: Drawing) => boolean,
): Drawing | undefined {
  let drawing: Drawing | undefined
  for (const density of SHORTER) {
    drawing = draw(density)
    if (fits(drawing)) break
  }
  return drawing
}
