import { present } from '../diagnostics/index.js'
import type { Circle, Palette, Point, Shape, Stroke, VectorPath } from './drawing.js'

/**
 * The marker of a side, by its place among the sides. Markers differ in shape as well as in colour, so that they survive
 * greyscale print. All cover the area of a circle of `radius`; sides beyond the last shape share it.
 */
export function sideMarker(index: number, centre: Point, radius: number, palette: Palette): Shape {
  const colour = present(palette.series[index % palette.series.length], 'colour of the series')
  const form = present(MARKER_STYLES[Math.min(index, MARKER_STYLES.length - 1)], 'style of the marker')
  return drawMarker(form, centre, radius, colour, palette.paper)
}

/** The marker of an actor without a known side: a ring, which no side has. */
export function neutralMarker(centre: Point, radius: number, palette: Palette): Shape {
  return drawMarker({ shape: 'circle', hollow: true }, centre, radius, palette.muted, palette.paper)
}

/** The greatest distance from the centre of a marker to its outline, as a multiple of its radius: that of a triangle's corner. */
export const MARKER_REACH = circumradius(3)

interface MarkerStyle {
  readonly shape: 'circle' | MarkerPolygon
  readonly hollow: boolean
}
/** A regular polygon; its first corner is `turn` full turns clockwise from the top. */
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
/** Without a hollow circle, which is the neutral marker. */
const MARKER_STYLES: readonly MarkerStyle[] = [
  FILLED,
  ...[false, true].flatMap(hollow => POLYGONS.map(shape => ({ shape, hollow }))),
]

/** The stroke of a hollow marker, as a share of its radius; the stroke lies within the outline. */
const OUTLINE_WIDTH = 0.36

function drawMarker(
  form: MarkerStyle,
  centre: Point,
  radius: number,
  colour: string,
  paper: string,
): Circle | VectorPath {
  const stroke: Stroke = { colour, width: radius * OUTLINE_WIDTH }
  const paint = form.hollow ? { fill: paper, stroke } : { fill: colour }
  const inset = form.hollow ? stroke.width / 2 : 0
  if (form.shape === 'circle') return { kind: 'circle', centre, radius: radius - inset, ...paint }
  const points = polygonCorners(form.shape, centre, radius, inset)
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

/** The circumradius of the regular polygon with the area of a circle of radius 1. */
function circumradius(corners: number): number {
  return Math.sqrt((2 * Math.PI) / (corners * Math.sin((2 * Math.PI) / corners)))
}
