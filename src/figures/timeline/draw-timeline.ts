import type { DiagramStrings, TimelineData } from '../../markup/index.js'
import type { AvailableSpace, Drawing, FigureStyle, Shape } from '../drawing.js'
import { placeTextLine } from '../place-text.js'
import { barsDepth, drawBars, type TimelineBar, timelineBars } from './bars.js'
import { type DatedTimelineEvent, dateEvents } from './dated-events.js'
import { drawDots } from './dots.js'
import { axisHeight, drawAxis } from './draw-axis.js'
import { drawNotes, greatestNotesHeight } from './draw-notes.js'
import { groupMarks, type TimelineMark, timelineMarks } from './group-events.js'
import { type TimelineLabelText, timelineLabelText } from './label-text.js'
import { type PlacedTimelineLabel, placeTimelineLabels } from './place-labels.js'
import { type CalendarDivision, chooseDivision, leastSegmentWidth } from './ticks.js'
import { type TimeScale, timeScale } from './time-scale.js'

/**
 * Draws events on an axis of time, each with its label on a pole. Where there is not the room for all labels,
 * neighbours share one. Undefined where no event has a date.
 */
export function drawTimeline(
  data: TimelineData,
  words: DiagramStrings,
  room: AvailableSpace,
  pens: FigureStyle,
): Drawing | undefined {
  const events = dateEvents(data.events)
  if (events.length === 0) return undefined
  const face = { size: pens.type.small, bold: false }
  const widthOf = (label: string) => pens.type.widthOf(label, face)
  const scale = timeScale(events, room.width, leastSegmentWidth(words, widthOf))
  const axis = { scale, division: chooseDivision(scale, words, widthOf), words, pens, width: room.width }
  const arrangement = arrangeLabels(events, room.height - greatestNotesHeight(pens), axis)
  const { shapes, height } = drawArrangement(arrangement, axis)
  const all = { all: data.events, dated: events }
  const notes = drawNotes(all, arrangement.bars, height, room.width, words, pens)
  return { width: room.width, height: notes.bottom, shapes: [...shapes, ...notes.shapes] }
}

interface TimelineAxis {
  readonly scale: TimeScale
  readonly division: CalendarDivision
  readonly words: DiagramStrings
  readonly pens: FigureStyle
  readonly width: number
}

interface ArrangedLabel {
  readonly mark: TimelineMark
  readonly text: TimelineLabelText
  readonly placed: PlacedTimelineLabel
}
interface LabelArrangement {
  readonly labels: readonly ArrangedLabel[]
  readonly bars: readonly (TimelineBar & { readonly above: boolean })[]
  /** Points from the edges of the axis to the feet of the labels, and what these take above and below. */
  readonly depth: { readonly above: number; readonly below: number }
  readonly height: { readonly above: number; readonly below: number; readonly all: number }
}

/** More labels than these are a list, not a figure. */
const MOST_LABELS = 24
/** Widths that labels are tried at, in ems. */
const LABEL_WIDTHS = [11, 16] as const
/** Lines of a label with a date and a few words. */
const LINES_OF_SHORT_LABEL = 2
/** Points from a pole to the words beside it. */
const LEADER_GAP = 3

/** As many labels as there is room for, each as wide as makes the figure lowest. */
function arrangeLabels(
  events: readonly DatedTimelineEvent[],
  height: number,
  axis: TimelineAxis,
): LabelArrangement {
  const marks = timelineMarks(events, axis.scale)
  for (let most = Math.min(marks.length, MOST_LABELS); ; most = Math.floor(most * 0.9)) {
    const lowest = lowestArrangement(groupMarks(marks, most), axis)
    if (lowest.height.all <= height || most <= 1) return lowest
  }
}

/** Wider labels are tried only where narrow ones have lines to save. */
function lowestArrangement(groups: readonly TimelineMark[], axis: TimelineAxis): LabelArrangement {
  const { size } = axis.pens.type
  const first = arrangeAtWidth(groups, LABEL_WIDTHS[0] * size, axis)
  if (first.labels.every(({ text }) => text.lines.length <= LINES_OF_SHORT_LABEL)) return first
  const second = arrangeAtWidth(groups, LABEL_WIDTHS[1] * size, axis)
  return second.height.all < first.height.all ? second : first
}

function arrangeAtWidth(
  marks: readonly TimelineMark[],
  widest: number,
  axis: TimelineAxis,
): LabelArrangement {
  const { scale, division, words, pens, width } = axis
  const room = Math.min(widest, width / 2 - LEADER_GAP)
  const texts = marks.map(mark => timelineLabelText(mark, division, room, words, pens))
  const flags = texts.map((text, index) => ({
    x: marks[index]?.x ?? 0,
    width: text.width + LEADER_GAP,
    height: text.height,
  }))
  const placed = placeTimelineLabels(flags, width)
  const labels = marks.flatMap((mark, index): ArrangedLabel[] => {
    const [text, flag] = [texts[index], placed[index]]
    return text && flag ? [{ mark, text, placed: flag }] : []
  })
  const side = (above: boolean) => {
    const own = labels.filter(({ placed }) => placed.above === above)
    const bars = timelineBars(
      own.map(({ mark }) => mark),
      scale,
      pens,
    )
    const depth = barsDepth(bars, pens)
    const reach = own.reduce((most, { placed: flag }) => Math.max(most, flag.distance + flag.height), 0)
    return { bars: bars.map(bar => ({ ...bar, above })), depth, reach: own.length > 0 ? depth + reach : 0 }
  }
  const [over, under] = [side(true), side(false)]
  const all = over.reach + axisHeight(pens) + under.reach
  return {
    labels,
    bars: [...over.bars, ...under.bars],
    depth: { above: over.depth, below: under.depth },
    height: { above: over.reach, below: under.reach, all },
  }
}

function drawArrangement(
  { labels, bars, depth, height }: LabelArrangement,
  { scale, division, words, pens }: TimelineAxis,
): { readonly shapes: readonly Shape[]; readonly height: number } {
  const top = height.above
  const bottom = top + axisHeight(pens)
  const edges = [
    { above: true, y: top },
    { above: false, y: bottom },
  ]
  const shapes = [
    ...labels.map(label => drawLeader(label, label.placed.above ? top : bottom, depth, pens)),
    ...drawAxis(scale, division, top, words, pens),
    ...edges.flatMap(({ above, y }) => {
      const marks = labels.filter(({ placed }) => placed.above === above).map(({ mark }) => mark)
      const beside = bars.filter(bar => bar.above === above)
      return [...drawBars(beside, y, above, pens), ...drawDots(marks, y, scale, pens)]
    }),
    ...labels.flatMap(label => drawLabel(label, label.placed.above ? top : bottom, depth, pens)),
  ]
  return { shapes, height: bottom + height.below }
}

type LeaderDepth = LabelArrangement['depth']

/** The top of a label, in points from that of the drawing; `edge` is the edge of the axis that it hangs over. */
function labelTop({ placed }: ArrangedLabel, edge: number, depth: LeaderDepth): number {
  return placed.above
    ? edge - depth.above - placed.distance - placed.height
    : edge + depth.below + placed.distance
}

function drawLeader(label: ArrangedLabel, edge: number, depth: LeaderDepth, { palette }: FigureStyle): Shape {
  const { x, above, height } = label.placed
  const top = labelTop(label, edge, depth)
  const points = [
    { x, y: edge },
    { x, y: above ? top : top + height },
  ]
  return { kind: 'path', points, closed: false, stroke: { colour: palette.muted, width: 0.45 } }
}

function drawLabel(label: ArrangedLabel, edge: number, depth: LeaderDepth, { type }: FigureStyle): Shape[] {
  const { placed, text } = label
  const top = labelTop(label, edge, depth)
  const turnedRight = placed.left === placed.x
  const x = placed.x + (turnedRight ? LEADER_GAP : -LEADER_GAP)
  const align = turnedRight ? 'left' : 'right'
  return text.lines.map(line =>
    placeTextLine(line.text, { x, top: top + line.top, align }, line.face, line.colour, type),
  )
}
