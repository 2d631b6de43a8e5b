import { type DiagramStrings, fillDateLabel, type TimelineData } from '../../markup/index.js'
import type { AvailableSpace, Drawing, FigureStyle, FigureText, Shape } from '../drawing.js'
import { placeTextLine, placeTextLines } from '../place-text.js'
import { axisTicks, chooseDivision } from '../timeline/ticks.js'
import { wrapText } from '../wrap-text.js'
import { calendarEvents } from './calendar-events.js'
import { calendarMeasures } from './calendar-style.js'
import { drawCalendarNotes, greatestNotes } from './draw-calendar-notes.js'
import { drawCalendarMark } from './draw-marks.js'
import { type CalendarBox, type PlacedCalendarLabel, ROW_GAP, reachOfRow } from './lane-rows.js'
import {
  type CalendarLaneLayout,
  type CalendarLayout,
  heightOfLane,
  layOutCalendar,
} from './layout-calendar.js'
import { drawUpright } from './upright-lines.js'

/**
 * Draws past and future dates in lanes over the months, with a rule at the date that the facts hold for. Where there is no room
 * for all labels, neighbours in a lane share one. Undefined where nothing has a date.
 */
export function drawCalendar(
  data: TimelineData,
  words: DiagramStrings,
  space: AvailableSpace,
  style: FigureStyle,
): Drawing | undefined {
  if (calendarEvents(data).length === 0) return undefined
  const measures = calendarMeasures(style)
  const heading = headOfFacts(data, words, space.width, style)
  const top = heading.length * measures.line + (heading.length > 0 ? HEAD_GAP : 0)
  const around = top + monthsHeight(measures.line) + greatestNotes(data, words, space.width, style)
  const layout = layOutCalendar(data, words, { ...space, height: space.height - around }, style)
  const bottom = top + layout.height
  const lanes = drawLanes(layout, top, style)
  const foot = bottom + monthsHeight(measures.line)
  const notes = drawCalendarNotes(data, words, foot, space.width, style)
  const rule = drawRule(layout, heading, { top, bottom }, lanes.boxes, space.width, style)
  const months = drawMonths(layout, { top, bottom, foot }, lanes.boxes, words, style)
  return {
    width: space.width,
    height: notes.bottom,
    shapes: [
      ...drawFuture(layout, top, foot, style),
      ...months,
      ...lanes.lines,
      ...rule,
      ...lanes.shapes,
      ...notes.shapes,
    ],
  }
}

/** Points between the head of the rule and the lanes, from a line to a name beside it, and above the names of months. */
const HEAD_GAP = 2
const BESIDE_LINE = 3
const OVER_MONTHS = 2
/** Widths of lines, in points. */
const HAIRLINE = 0.4
const LANE_LINE = 0.6
const RULE = 1

const monthsHeight = (line: number): number => OVER_MONTHS + line

/** "As of 6 October 2025", in as many lines as the figure is narrow. */
function headOfFacts(
  { calendar }: TimelineData,
  words: DiagramStrings,
  width: number,
  style: FigureStyle,
): readonly string[] {
  if (calendar?.asOf === undefined) return []
  const said = fillDateLabel(words.labels.as_of, calendar.asOf, words, 'short')
  return wrapText(said, width, calendarMeasures(style).bold, style.type)
}

/** What lies ahead is tinted. */
function drawFuture(
  { now, plot }: CalendarLayout,
  top: number,
  foot: number,
  { palette }: FigureStyle,
): Shape[] {
  if (now === undefined || now >= plot.right) return []
  return [
    { kind: 'rectangle', x: now, y: top, width: plot.right - now, height: foot - top, fill: palette.tint },
  ]
}

function drawMonths(
  { scale, measures }: CalendarLayout,
  { top, bottom, foot }: { readonly top: number; readonly bottom: number; readonly foot: number },
  boxes: readonly CalendarBox[],
  words: DiagramStrings,
  { type, palette }: FigureStyle,
): Shape[] {
  const widthOf = (text: string) => type.widthOf(text, measures.regular)
  const division = chooseDivision(scale, words, widthOf)
  return scale.segments.flatMap(segment =>
    axisTicks(segment, division, scale.pointsPerMillisecond, words, widthOf).flatMap(
      ({ x, begins, label }): Shape[] => {
        const at = { x: x + BESIDE_LINE, top: bottom + OVER_MONTHS }
        return [
          ...(begins ? drawUpright(x, top, foot, boxes, { colour: palette.line, width: HAIRLINE }) : []),
          ...(label === undefined ? [] : [placeTextLine(label, at, measures.regular, palette.muted, type)]),
        ]
      },
    ),
  )
}

/** The rule, with its words beside its head where there is room, else over it. */
function drawRule(
  { now, measures }: CalendarLayout,
  lines: readonly string[],
  { top, bottom }: { readonly top: number; readonly bottom: number },
  boxes: readonly CalendarBox[],
  width: number,
  { type, palette }: FigureStyle,
): Shape[] {
  if (now === undefined) return []
  const { bold, line } = measures
  const widest = Math.max(...lines.map(text => type.widthOf(text, bold)))
  const right = now + BESIDE_LINE
  const left = now - BESIDE_LINE - widest
  const isBeside = lines.length === 1 && (right + widest <= width || left >= 0)
  const x = right + widest <= width ? right : isBeside ? left : Math.max(0, Math.min(now, width - widest))
  const rule = { colour: palette.warning, width: RULE }
  const head = isBeside ? top - HEAD_GAP - line : top - HEAD_GAP
  return [
    ...drawUpright(now, head, bottom, boxes, rule),
    ...placeTextLines(lines, { x, top: top - HEAD_GAP - lines.length * line }, bold, palette.warning, type),
  ]
}

interface DrawnLanes {
  /** Lines between lanes, over which all else stands. */
  readonly lines: readonly Shape[]
  readonly shapes: readonly Shape[]
  /** Of the labels: what upright lines do not cross. */
  readonly boxes: readonly CalendarBox[]
}

function drawLanes(layout: CalendarLayout, top: number, style: FigureStyle): DrawnLanes {
  const { plot, lanes, measures } = layout
  const lines: Shape[] = []
  const marks: Shape[] = []
  const words: FigureText[] = []
  const boxes: CalendarBox[] = []
  let y = top
  for (const lane of lanes) {
    const { name, rows, height } = lane
    const isAbove = plot.left === 0
    const own = heightOfLane(lane, plot.left, measures)
    const first = y + (height - own.whole) / 2
    const nameTop = isAbove ? first : y + (height - (name?.height ?? 0)) / 2
    if (name) {
      const placed = placeTextLines(
        name.lines,
        { x: 0, top: nameTop },
        measures.bold,
        style.palette.text,
        style.type,
      )
      words.push(...placed)
      if (isAbove) boxes.push(...placed.map(line => boxOfLine(line, nameTop, name.height)))
    }
    let rowTop = isAbove ? first + own.head : y + (height - own.rows) / 2
    for (const row of rows) {
      const { above, below } = reachOfRow(row, { measures })
      const middle = rowTop + above
      marks.push(
        ...row.marks.toSorted(barsFirst).flatMap(mark => drawCalendarMark(mark, middle, layout, style)),
      )
      for (const placed of row.labels) {
        words.push(...drawLabel(placed, middle, style))
        boxes.push({ ...placed.box, top: middle + placed.box.top, bottom: middle + placed.box.bottom })
      }
      rowTop = middle + below + ROW_GAP
    }
    y += height
    lines.push(laneLine(plot, y, style))
  }
  return { lines, shapes: [...marks, ...words], boxes }
}

/** Points stand on bars. */
const barsFirst = (one: CalendarLaneLayout['rows'][number]['marks'][number], other: typeof one): number =>
  other.right - other.left - (one.right - one.left)

const boxOfLine = ({ x, width }: FigureText, top: number, height: number): CalendarBox => ({
  left: x,
  right: x + width,
  top,
  bottom: top + height,
})

function drawLabel(
  { label, box, align }: PlacedCalendarLabel,
  middle: number,
  { type, palette }: FigureStyle,
): FigureText[] {
  const x = align === 'left' ? box.left : box.right
  const lines = label.lines.map(line => line.replaceAll('\u00a0', ' '))
  return placeTextLines(lines, { x, top: middle + box.top, align }, label.face, palette.text, type)
}

function laneLine({ left, right }: CalendarLayout['plot'], y: number, { palette }: FigureStyle): Shape {
  const points = [
    { x: left, y },
    { x: right, y },
  ]
  return { kind: 'path', points, closed: false, stroke: { colour: palette.line, width: LANE_LINE } }
}
