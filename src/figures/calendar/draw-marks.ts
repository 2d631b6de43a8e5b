import type { Circle, FigureStyle, Shape, Stroke, VectorPath } from '../drawing.js'
import type { CalendarEvent } from './calendar-events.js'
import type { PlacedMark } from './lane-rows.js'
import type { CalendarLayout } from './layout-calendar.js'
import { extentOfEvent, isPoint } from './mark-extents.js'

type MarkGround = Pick<CalendarLayout, 'scale' | 'plot' | 'now' | 'measures'>

/** A mark centred vertically on `y`: a point, a bar, or the points of a group on a line. */
export function drawCalendarMark(
  { mark, left, right }: PlacedMark,
  y: number,
  ground: MarkGround,
  style: FigureStyle,
): Shape[] {
  const [only, ...others] = mark.events
  if (!only) return []
  if (others.length === 0) return drawEvent(only, y, ground, style)
  const { radius } = ground.measures
  const line = segment(left + radius, right - radius, y, { colour: style.palette.accent, width: GROUP_LINE })
  return [
    line,
    ...mark.events.map(event => point(middleOf(event, ground), y, radius * GROUPED, event, style)),
  ]
}

/** A point or bar as the key has it, for what is not certain to the day. */
export function drawUncertainBar(
  left: number,
  right: number,
  y: number,
  height: number,
  style: FigureStyle,
): VectorPath {
  return outline(left, right, y, height, { colour: style.palette.accent, width: THIN, dash: DASH }, style)
}

/** Widths of lines in points: of what is uncertain, of what is due, of the line that joins a group. */
const THIN = 0.8
const DUE = 1.2
const GROUP_LINE = 0.8
const DASH = { length: 2.2, space: 1.6 }
/** Relative to other points. */
const GROUPED = 0.75

function drawEvent(event: CalendarEvent, y: number, ground: MarkGround, style: FigureStyle): Shape[] {
  const { scale, plot, measures, now } = ground
  const { left, right } = extentOfEvent(event, scale, plot, measures)
  if (isPoint(event, scale, measures.radius))
    return [point((left + right) / 2, y, measures.radius, event, style)]
  const { accent } = style.palette
  const { bar } = measures
  if (event.inexact || event.kind === 'within') return [drawUncertainBar(left, right, y, bar, style)]
  if (event.ahead) return [outline(left, right, y, bar, { colour: accent, width: DUE }, style)]
  const { start, end } = event.open
  const [from, to] = [
    start ? Math.min(left + OPEN_END, right) : left,
    end ? Math.min(now ?? right, right) : right,
  ]
  return [
    ...(start ? [drawUncertainBar(left, from, y, bar, style)] : []),
    ...(end && to < right ? [drawUncertainBar(Math.max(from, to), right, y, bar, style)] : []),
    solid(from, Math.max(from, to), y, bar, accent),
  ]
}

/** Points of a bar that are dashed where its beginning is open. */
const OPEN_END = 14

/** Filled where something has happened, hollow where it is due; dashed where the day is not certain. */
function point(x: number, y: number, radius: number, event: CalendarEvent, { palette }: FigureStyle): Circle {
  const { accent, paper } = palette
  const centre = { x, y }
  const uncertain = event.inexact || event.kind === 'within'
  if (!uncertain && !event.ahead)
    return { kind: 'circle', centre, radius, fill: accent, stroke: { colour: paper, width: 0.6 } }
  const stroke = uncertain
    ? { colour: accent, width: THIN, dash: POINT_DASH }
    : { colour: accent, width: DUE }
  return { kind: 'circle', centre, radius: radius - stroke.width / 2, fill: paper, stroke }
}

const POINT_DASH = { length: 1.6, space: 1.1 }

const middleOf = ({ from, to }: CalendarEvent, { scale }: MarkGround): number =>
  scale.positionOf((from + to) / 2)

function outline(
  left: number,
  right: number,
  y: number,
  height: number,
  stroke: Stroke,
  { palette }: FigureStyle,
): VectorPath {
  const inset = Math.min(stroke.width, right - left) / 2
  return { ...box(left + inset, right - inset, y, height - stroke.width), fill: palette.paper, stroke }
}

const solid = (left: number, right: number, y: number, height: number, fill: string): VectorPath => ({
  ...box(left, right, y, height),
  fill,
})

function box(left: number, right: number, y: number, height: number) {
  const [top, bottom] = [y - height / 2, y + height / 2]
  const points = [
    { x: left, y: top },
    { x: right, y: top },
    { x: right, y: bottom },
    { x: left, y: bottom },
  ]
  return { kind: 'path', points, closed: true } as const
}

function segment(left: number, right: number, y: number, stroke: Stroke): VectorPath {
  const points = [
    { x: left, y },
    { x: Math.max(left, right), y },
  ]
  return { kind: 'path', points, closed: false, stroke }
}
