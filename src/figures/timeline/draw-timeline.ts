import type { DiagramWords, TimelineData } from '../../markup/index.js'
import type { Drawing, Pens, Room, Shape } from '../drawing.js'
import { letters } from '../letters.js'
import { type Bar, barsOf, depthOf, drawBars } from './bars.js'
import { drawDots } from './dots.js'
import { axisHeight, drawAxis } from './draw-axis.js'
import { drawNotes, mostNotes } from './draw-notes.js'
import { type FlagText, flagText } from './flag-text.js'
import { grouped, type Mark, marksOf } from './group-events.js'
import { type PlacedFlag, placeFlags } from './place-flags.js'
import { type DatedEvent, datedEvents } from './spans.js'
import { type Division, divisionFor, leastSegment } from './ticks.js'
import { type TimeScale, timeScale } from './time-scale.js'

/**
 * Draws events on an axis of time, each with its label on a pole. Where there is not the room for all labels,
 * neighbours share one. Undefined where no event has a date.
 */
export function drawTimeline(
  data: TimelineData,
  words: DiagramWords,
  room: Room,
  pens: Pens,
): Drawing | undefined {
  const events = datedEvents(data.events)
  if (events.length === 0) return undefined
  const face = { size: pens.type.small, bold: false }
  const widthOf = (label: string) => pens.type.widthOf(label, face)
  const scale = timeScale(events, room.width, leastSegment(words, widthOf))
  const axis = { scale, division: divisionFor(scale, words, widthOf), words, pens, width: room.width }
  const arrangement = arranged(events, room.height - mostNotes(pens), axis)
  const { shapes, height } = drawArrangement(arrangement, axis)
  const all = { all: data.events, dated: events }
  const notes = drawNotes(all, arrangement.bars, height, room.width, words, pens)
  return { width: room.width, height: notes.bottom, shapes: [...shapes, ...notes.shapes] }
}

interface Axis {
  readonly scale: TimeScale
  readonly division: Division
  readonly words: DiagramWords
  readonly pens: Pens
  readonly width: number
}

interface Label {
  readonly mark: Mark
  readonly text: FlagText
  readonly flag: PlacedFlag
}
interface Arrangement {
  readonly labels: readonly Label[]
  readonly bars: readonly (Bar & { readonly above: boolean })[]
  /** Points from the edges of the axis to the feet of the labels, and what these take above and below. */
  readonly depth: { readonly above: number; readonly below: number }
  readonly height: { readonly above: number; readonly below: number; readonly all: number }
}

/** More labels than these are a list, not a figure. */
const MOST_LABELS = 24
/** Widths that labels are tried at, in ems. */
const WIDTHS = [11, 16] as const
/** Lines of a label with a date and a few words. */
const SHORTEST = 2
/** Points from a pole to the words beside it. */
const POLE = 3

/** As many labels as there is room for, each as wide as makes the figure lowest. */
function arranged(events: readonly DatedEvent[], height: number, axis: Axis): Arrangement {
  const marks = marksOf(events, axis.scale)
  for (let most = Math.min(marks.length, MOST_LABELS); ; most = Math.floor(most * 0.9)) {
    const lowest = lowestOf(grouped(marks, most), axis)
    if (lowest.height.all <= height || most <= 1) return lowest
  }
}

/** Wider labels are tried only where narrow ones have lines to save. */
function lowestOf(groups: readonly Mark[], axis: Axis): Arrangement {
  const { size } = axis.pens.type
  const first = hung(groups, WIDTHS[0] * size, axis)
  if (first.labels.every(({ text }) => text.lines.length <= SHORTEST)) return first
  const second = hung(groups, WIDTHS[1] * size, axis)
  return second.height.all < first.height.all ? second : first
}

function hung(marks: readonly Mark[], widest: number, axis: Axis): Arrangement {
  const { scale, division, words, pens, width } = axis
  const room = Math.min(widest, width / 2 - POLE)
  const texts = marks.map(mark => flagText(mark, division, room, words, pens))
  const flags = texts.map((text, index) => ({
    x: marks[index]?.x ?? 0,
    width: text.width + POLE,
    height: text.height,
  }))
  const placed = placeFlags(flags, width)
  const labels = marks.flatMap((mark, index): Label[] => {
    const [text, flag] = [texts[index], placed[index]]
    return text && flag ? [{ mark, text, flag }] : []
  })
  const side = (above: boolean) => {
    const own = labels.filter(({ flag }) => flag.above === above)
    const bars = barsOf(
      own.map(({ mark }) => mark),
      scale,
      pens,
    )
    const depth = depthOf(bars, pens)
    const reach = own.reduce((most, { flag }) => Math.max(most, flag.foot + flag.height), 0)
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
  { labels, bars, depth, height }: Arrangement,
  { scale, division, words, pens }: Axis,
): { readonly shapes: readonly Shape[]; readonly height: number } {
  const top = height.above
  const bottom = top + axisHeight(pens)
  const edges = [
    { above: true, y: top },
    { above: false, y: bottom },
  ]
  const shapes = [
    ...labels.map(label => pole(label, label.flag.above ? top : bottom, depth, pens)),
    ...drawAxis(scale, division, top, words, pens),
    ...edges.flatMap(({ above, y }) => {
      const marks = labels.filter(({ flag }) => flag.above === above).map(({ mark }) => mark)
      const beside = bars.filter(bar => bar.above === above)
      return [...drawBars(beside, y, above, pens), ...drawDots(marks, y, scale, pens)]
    }),
    ...labels.flatMap(label => drawLabel(label, label.flag.above ? top : bottom, depth, pens)),
  ]
  return { shapes, height: bottom + height.below }
}

type Depth = Arrangement['depth']

/** The top of a label, in points from that of the drawing; `edge` is the edge of the axis that it hangs over. */
function topOf({ flag }: Label, edge: number, depth: Depth): number {
  return flag.above ? edge - depth.above - flag.foot - flag.height : edge + depth.below + flag.foot
}

function pole(label: Label, edge: number, depth: Depth, { palette }: Pens): Shape {
  const { x, above, height } = label.flag
  const top = topOf(label, edge, depth)
  const points = [
    { x, y: edge },
    { x, y: above ? top : top + height },
  ]
  return { kind: 'path', points, closed: false, stroke: { colour: palette.muted, width: 0.45 } }
}

function drawLabel(label: Label, edge: number, depth: Depth, { type }: Pens): Shape[] {
  const { flag, text } = label
  const top = topOf(label, edge, depth)
  const turnedRight = flag.left === flag.x
  const x = flag.x + (turnedRight ? POLE : -POLE)
  const align = turnedRight ? 'left' : 'right'
  return text.lines.map(line =>
    letters(line.text, { x, top: top + line.top, align }, line.face, line.colour, type),
  )
}
