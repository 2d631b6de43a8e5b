import type { Circle, Palette, Point, Shape, Stroke, VectorPath } from './drawing.js'

/**
 * The mark of a side by its place among the sides, told apart by shape as well as by colour, so that it survives
 * greyscale print. All cover the area of a disc of `radius`; sides beyond the last shape share it.
 */
export function sideMarker(index: number, centre: Point, radius: number, palette: Palette): Shape {
  const colour = palette.series[index % palette.series.length] ?? palette.text
  const look = MARKER_STYLES[Math.min(index, MARKER_STYLES.length - 1)] ?? FILLED
  return drawMarker(look, centre, radius, colour, palette.paper)
}

/** The mark of whom no side is known: a ring, which is no side's. */
export function neutralMarker(centre: Point, radius: number, palette: Palette): Shape {
  return drawMarker({ shape: 'circle', hollow: true }, centre, radius, palette.muted, palette.paper)
}

/** How far a mark reaches from its centre at most, as a multiple of its radius: the point of a triangle. */
export const MARKER_REACH = circumradius(3)

interface MarkerStyle {
  readonly shape: 'circle' | MarkerPolygon
  readonly hollow: boolean
}
/** Corners of a regular polygon, the first of them `turn` full turns clockwise from the top. */
interface MarkerPolygon {
  readonly corners: number
  readonly turn: number
}

const FILLED: MarkerStyle = { shape: 'circle', hollow: false }
const POLYGONS: readonly MarkerPolygon[] = [
  { corners: 4, turn: 1 / 8 },
  { corners: 3, turn: 0 },
  { corners: 4, turn: 0 },
  { corners: 3, turn: 1 / 2 },
  { corners: 6, turn: 0 },
]
/** There is no hollow disc: it is the neutral mark. */
const MARKER_STYLES: readonly MarkerStyle[] = [
  FILLED,
  ...[false, true].flatMap(hollow => POLYGONS.map(shape => ({ shape, hollow }))),
]

/** Of the radius: the line of a hollow mark, which lies within its outline. */
const OUTLINE_WIDTH = 0.36

function drawMarker(
  look: MarkerStyle,
  centre: Point,
  radius: number,
  colour: string,
  paper: string,
): Circle | VectorPath {
  const stroke: Stroke = { colour, width: radius * OUTLINE_WIDTH }
  const paint = look.hollow ? { fill: paper, stroke } : { fill: colour }
  const inset = look.hollow ? stroke.width / 2 : 0
  if (look.shape === 'circle') return { kind: 'circle', centre, radius: radius - inset, ...paint }
  const points = polygonCorners(look.shape, centre, radius, inset)
  return { kind: 'path', points, closed: true, ...paint }
}

function polygonCorners(
  { corners, turn }: MarkerPolygon,
  centre: Point,
  radius: number,
  inset: number,
): Point[] {
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
