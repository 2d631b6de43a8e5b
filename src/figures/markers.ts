import type { Disc, Palette, Path, Point, Shape, Stroke } from './drawing.js'

/**
 * The mark of a side by its place among the sides, told apart by shape as well as by colour, so that it survives
 * greyscale print. All cover the area of a disc of `radius`; sides beyond the last shape share it.
 */
export function markerOf(index: number, centre: Point, radius: number, palette: Palette): Shape {
  const colour = palette.series[index % palette.series.length] ?? palette.text
  const look = LOOKS[Math.min(index, LOOKS.length - 1)] ?? FILLED
  return outline(look, centre, radius, colour, palette.paper)
}

/** The mark of whom no side is known: a ring, which is no side's. */
export function neutralMarker(centre: Point, radius: number, palette: Palette): Shape {
  return outline({ shape: 'disc', hollow: true }, centre, radius, palette.muted, palette.paper)
}

/** How far a mark reaches from its centre at most, as a multiple of its radius: the point of a triangle. */
export const MARKER_REACH = circumradius(3)

interface Look {
  readonly shape: 'disc' | Polygon
  readonly hollow: boolean
}
/** Corners of a regular polygon, the first of them `turn` full turns clockwise from the top. */
interface Polygon {
  readonly corners: number
  readonly turn: number
}

const FILLED: Look = { shape: 'disc', hollow: false }
const POLYGONS: readonly Polygon[] = [
  { corners: 4, turn: 1 / 8 },
  { corners: 3, turn: 0 },
  { corners: 4, turn: 0 },
  { corners: 3, turn: 1 / 2 },
  { corners: 6, turn: 0 },
]
/** There is no hollow disc: it is the neutral mark. */
const LOOKS: readonly Look[] = [
  FILLED,
  ...[false, true].flatMap(hollow => POLYGONS.map(shape => ({ shape, hollow }))),
]

/** Of the radius: the line of a hollow mark, which lies within its outline. */
const LINE = 0.36

function outline(look: Look, centre: Point, radius: number, colour: string, paper: string): Disc | Path {
  const stroke: Stroke = { colour, width: radius * LINE }
  const paint = look.hollow ? { fill: paper, stroke } : { fill: colour }
  const inset = look.hollow ? stroke.width / 2 : 0
  if (look.shape === 'disc') return { kind: 'disc', centre, radius: radius - inset, ...paint }
  const points = cornersOf(look.shape, centre, radius, inset)
  return { kind: 'path', points, closed: true, ...paint }
}

function cornersOf({ corners, turn }: Polygon, centre: Point, radius: number, inset: number): Point[] {
  const reach = radius * circumradius(corners) - inset / Math.cos(Math.PI / corners)
  return Array.from({ length: corners }, (_, corner) => {
    const angle = 2 * Math.PI * (turn + corner / corners)
    return { x: centre.x + reach * Math.sin(angle), y: centre.y - reach * Math.cos(angle) }
  })
}

/** Of the regular polygon that covers the area of a disc of radius 1. */
function circumradius(corners: number): number {
  return Math.sqrt((2 * Math.PI) / (corners * Math.sin((2 * Math.PI) / corners)))
}
