import { present } from '../../diagnostics/index.js'
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
 * Draws events on an axis of time, each with its label on a leader line. Where there is no room for all labels,
 * neighbours share one. Undefined where no event has a date.
 */
export function drawTimeline(
  data: TimelineData,
  words: DiagramStrings,
  space: AvailableSpace,
  style: FigureStyle,
): Drawing | undefined {
  const events = dateEvents(data.events)
  if (events.length === 0) return undefined
  const face = { size: style.type.small, bold: false }
  const widthOf = (label: string) => style.type.widthOf(label, face)
  const scale = timeScale(events, space.width, leastSegmentWidth(words, widthOf))
  const axis = { scale, division: chooseDivision(scale, words, widthOf), words, style, width: space.width }
  const arrangement = arrangeLabels(events, space.height - greatestNotesHeight(style), axis)
  const { shapes, height } = drawArrangement(arrangement, axis)
  const all = { all: data.events, dated: events }
  const notes = drawNotes(all, arrangement.bars, height, space.width, words, style)
  return { width: space.width, height: notes.bottom, shapes: [...shapes, ...notes.shapes] }
}

interface TimelineAxis {
  readonly scale: TimeScale
  readonly division: CalendarDivision
  readonly words: DiagramStrings
  readonly style: FigureStyle
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
  /** Points from the edges of the axis to the nearest labels, and the height taken above and below. */
  readonly depth: { readonly above: number; readonly below: number }
  readonly height: { readonly above: number; readonly below: number; readonly all: number }
}

/** More labels than these are a list, not a figure. */
const MOST_LABELS = 24
/** Widths that labels are tried at, in ems. */
const LABEL_WIDTHS = [11, 16] as const
/** Lines of a label with a date and a few words. */
const LINES_OF_SHORT_LABEL = 2
/** Points from a leader line to the words beside it. */
const LEADER_GAP = 3

/** As many labels as there is room for, at the width that makes the figure least high. */
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

/** Wider labels are tried only where narrow ones take more lines than the shortest label. */
function lowestArrangement(groups: readonly TimelineMark[], axis: TimelineAxis): LabelArrangement {
  const { size } = axis.style.type
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
  const { scale, division, words, style, width } = axis
  const space = Math.min(widest, width / 2 - LEADER_GAP)
  const texts = marks.map(mark => timelineLabelText(mark, division, space, words, style))
  const boxes = texts.map((text, index) => ({
    x: present(marks[index], 'mark of the label').x,
    width: text.width + LEADER_GAP,
    height: text.height,
  }))
  const placements = placeTimelineLabels(boxes, width)
  const labels = marks.map(
    (mark, index): ArrangedLabel => ({
      mark,
      text: present(texts[index], 'text of the label'),
      placed: present(placements[index], 'place of the label'),
    }),
  )
  const side = (above: boolean) => {
    const own = labels.filter(({ placed }) => placed.above === above)
    const bars = timelineBars(
      own.map(({ mark }) => mark),
      scale,
      style,
    )
    const depth = barsDepth(bars, style)
    const reach = own.reduce((most, { placed }) => Math.max(most, placed.distance + placed.height), 0)
    return { bars: bars.map(bar => ({ ...bar, above })), depth, reach: own.length > 0 ? depth + reach : 0 }
  }
  const [over, under] = [side(true), side(false)]
  const all = over.reach + axisHeight(style) + under.reach
  return {
    labels,
    bars: [...over.bars, ...under.bars],
    depth: { above: over.depth, below: under.depth },
    height: { above: over.reach, below: under.reach, all },
  }
}

function drawArrangement(
  { labels, bars, depth, height }: LabelArrangement,
  { scale, division, words, style }: TimelineAxis,
): { readonly shapes: readonly Shape[]; readonly height: number } {
  const top = height.above
  const bottom = top + axisHeight(style)
  const edges = [
    { above: true, y: top },
    { above: false, y: bottom },
  ]
  const shapes = [
    ...labels.map(label => drawLeader(label, label.placed.above ? top : bottom, depth, style)),
    ...drawAxis(scale, division, top, words, style),
    ...edges.flatMap(({ above, y }) => {
      const marks = labels.filter(({ placed }) => placed.above === above).map(({ mark }) => mark)
      const beside = bars.filter(bar => bar.above === above)
      return [...drawBars(beside, y, above, style), ...drawDots(marks, y, scale, style)]
    }),
    ...labels.flatMap(label => drawLabel(label, label.placed.above ? top : bottom, depth, style)),
  ]
  return { shapes, height: bottom + height.below }
}

type LeaderDepth = LabelArrangement['depth']

/** The top of a label, in points from that of the drawing; `edge` is the edge of the axis beside it. */
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
