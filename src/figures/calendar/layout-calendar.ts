import type { DiagramStrings, TimelineData } from '../../markup/index.js'
import type { AvailableSpace, FigureStyle } from '../drawing.js'
import { groupMarks, timelineMarks } from '../timeline/group-events.js'
import type { TimeScale } from '../timeline/time-scale.js'
import {
  type CalendarEvent,
  type CalendarLane,
  calendarEvents,
  calendarLanes,
  momentOfFacts,
} from './calendar-events.js'
import { calendarScale } from './calendar-scale.js'
import { type CalendarMeasures, calendarMeasures } from './calendar-style.js'
import { type CalendarMark, type LabelContext, type LabelOption, labelOptions } from './label-options.js'
import { type LaneName, layOutLaneName, namesWidth } from './lane-names.js'
import { type LaneRow, laneRowsHeight, type PlacedMark, placeRows } from './lane-rows.js'
import { extentOfMark } from './mark-extents.js'

/** A calendar with everything in its place but for its top. Lengths are points. */
export interface CalendarLayout {
  readonly scale: TimeScale
  readonly measures: CalendarMeasures
  /** Where marks and months stand; the names of lanes are at its left, or in it. */
  readonly plot: { readonly left: number; readonly right: number }
  /** Position of the rule. */
  readonly now: number | undefined
  readonly lanes: readonly CalendarLaneLayout[]
  readonly height: number
}
export interface CalendarLaneLayout {
  readonly name: LaneName | undefined
  readonly rows: readonly LaneRow[]
  readonly height: number
}

/** As many labels as there is room for: lanes get lower, then neighbours in a lane share a label, then lanes are joined. */
export function layOutCalendar(
  data: TimelineData,
  words: DiagramStrings,
  space: AvailableSpace,
  style: FigureStyle,
): CalendarLayout {
  const measures = calendarMeasures(style)
  const events = calendarEvents(data)
  const { high, low } = measures.lane
  let lowest: CalendarLayout | undefined
  for (let most = MOST_LANES; ; most = Math.floor(most / 2)) {
    const lanes = calendarLanes(data, words.labels.other_lane, most)
    const grid = layOutGrid(data, lanes, events, words, space, style, measures)
    const whole = events.length <= MOST_LABELS ? layOutLanes(lanes, events.length, high, grid) : undefined
    if (whole && whole.height <= space.height) return whole
    for (let labels = Math.min(events.length, MOST_LABELS); ; ) {
      const layout = layOutLanes(lanes, labels, low, grid)
      if (layout.height <= space.height) return layout
      if (!lowest || layout.height < lowest.height) lowest = layout
      if (labels <= lanes.length) break
      const share = Math.min(0.85, Math.max(0.5, (1.1 * space.height) / layout.height))
      labels = Math.max(lanes.length, Math.floor(labels * share))
    }
    if (most <= 1) return lowest
  }
}

/** More lanes or labels than these are a list, not a figure. */
const MOST_LANES = 12
const MOST_LABELS = 32

interface CalendarGrid extends Pick<CalendarLayout, 'scale' | 'plot' | 'now'> {
  readonly labels: LabelContext
  readonly optionsOf: (mark: CalendarMark) => readonly LabelOption[]
  /** Whether names stand over their lanes rather than beside them. */
  readonly above: boolean
  readonly width: number
}

function layOutGrid(
  data: TimelineData,
  lanes: readonly CalendarLane[],
  events: readonly CalendarEvent[],
  words: DiagramStrings,
  { width }: AvailableSpace,
  style: FigureStyle,
  measures: CalendarMeasures,
): CalendarGrid {
  const beside = namesWidth(
    lanes.flatMap(({ name }) => name ?? []),
    width,
    style,
    measures,
  )
  const plot = { left: beside ?? 0, right: width }
  const moment = momentOfFacts(data)
  const scale = calendarScale(events, moment, plot, 2 * measures.radius)
  const now = moment === undefined ? undefined : scale.positionOf(moment)
  const year = data.calendar?.asOf === undefined ? undefined : yearOf(data.calendar.asOf)
  const labels = { words, style, measures, year, width: plot.right - plot.left }
  return { scale, plot, now, labels, optionsOf: optionsCache(labels), above: beside === undefined, width }
}

/** Most marks are the same in layouts with fewer labels. */
function optionsCache(context: LabelContext): CalendarGrid['optionsOf'] {
  const known = new Map<CalendarEvent, readonly LabelOption[]>()
  return mark => {
    const [only, ...others] = mark.events
    if (!only || others.length > 0 || mark.ending) return labelOptions(mark, context)
    const options = known.get(only) ?? labelOptions(mark, context)
    known.set(only, options)
    return options
  }
}

/** The year of an EDTF date. */
const yearOf = (date: string): number | undefined => {
  const year = /^-?\d{4}/.exec(date)?.[0]
  return year === undefined ? undefined : Number(year)
}

function layOutLanes(
  lanes: readonly CalendarLane[],
  labels: number,
  least: number,
  grid: CalendarGrid,
): CalendarLayout {
  const { scale, plot, now, labels: context, above, width } = grid
  const { measures } = context
  const all = lanes.reduce((sum, { events }) => sum + events.length, 0)
  const laidOut = lanes.map(({ name: text, events }): CalendarLaneLayout => {
    const name =
      text === undefined
        ? undefined
        : layOutLaneName(text, above ? width : plot.left, context.style, measures)
    const head = name && above ? name.height : 0
    const most = Math.max(1, Math.round((labels * events.length) / all))
    const marks = joinEnds(groupMarks<CalendarEvent>(timelineMarks(events, scale), most))
    const free = least - head - 2 * LANE_PADDING
    const rows = placeRows(
      marks.map(mark => ({ ...placed(mark, grid), options: grid.optionsOf(mark) })),
      { ...plot, now, measures, free },
    )
    const lane = { name, rows, height: least }
    const { whole } = heightOfLane(lane, plot.left, measures)
    return { ...lane, height: Math.max(least, whole + 2 * LANE_PADDING) }
  })
  const height = laidOut.reduce((sum, lane) => sum + lane.height, 0)
  return { scale, measures, plot, now, lanes: laidOut, height }
}

/** What is due on the last day of a period in its lane is the end of its bar, and no point of its own. */
function joinEnds(marks: readonly CalendarMark[]): readonly CalendarMark[] {
  const single = marks.filter(({ events }) => events.length === 1)
  const endings = new Map<CalendarMark, CalendarMark>()
  for (const mark of single) {
    const [period] = mark.events
    const ending = single.find(
      ({ events: [due] }) => due?.ahead && due.kind === 'day' && !due.inexact && due.to === period?.to,
    )
    if (period?.endsAhead && ending && ![...endings.values()].includes(ending)) endings.set(mark, ending)
  }
  const joined = new Set(endings.values())
  return marks.flatMap(mark => {
    const ending = endings.get(mark)?.events[0]
    if (joined.has(mark)) return []
    return ending ? [{ ...mark, ending }] : [mark]
  })
}

/** Points above and below what a lane holds. */
const LANE_PADDING = 3

/** The heights of what a lane holds: a name over it (`head`), its rows, and both, or a name beside it. */
export function heightOfLane(
  { name, rows }: CalendarLaneLayout,
  left: number,
  measures: CalendarMeasures,
): { readonly head: number; readonly rows: number; readonly whole: number } {
  const own = laneRowsHeight(rows, { measures })
  const named = name?.height ?? 0
  const head = left === 0 ? named : 0
  return { head, rows: own, whole: Math.max(head + own, named) }
}

const placed = (mark: CalendarMark, grid: CalendarGrid): PlacedMark => ({
  mark,
  ...extentOfMark(mark, grid.scale, grid.plot, grid.labels.measures),
})
