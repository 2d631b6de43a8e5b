import type { CalendarMeasures } from './calendar-style.js'
import type { CalendarLabel, CalendarMark, LabelOption } from './label-options.js'

/** A rectangle of words or of a mark; `top` and `bottom` are points from the line of a row's marks, or from the top. */
export interface CalendarBox {
  readonly left: number
  readonly right: number
  readonly top: number
  readonly bottom: number
}

/** A label with its place in its row. */
export interface PlacedCalendarLabel {
  readonly label: CalendarLabel
  readonly box: CalendarBox
  /** Which edge its lines share. */
  readonly align: 'left' | 'right'
}

/** Marks on one line, with their labels. */
export interface LaneRow {
  readonly marks: readonly PlacedMark[]
  readonly labels: readonly PlacedCalendarLabel[]
}
export interface PlacedMark {
  readonly mark: CalendarMark
  readonly left: number
  readonly right: number
}

/** Where rows may go, and what they stand clear of. Lengths are points. */
export interface RowSpace {
  readonly left: number
  readonly right: number
  /** The rule at the moment of the facts. */
  readonly now: number | undefined
  readonly measures: CalendarMeasures
  /** The height that a lane has in any case. */
  readonly free: number
}

/** Places the marks of a lane, from the earliest to the latest, each where it costs least height and is read best. */
export function placeRows(
  marks: readonly (PlacedMark & { readonly options: readonly LabelOption[] })[],
  space: RowSpace,
): readonly LaneRow[] {
  let rows: readonly LaneRow[] = []
  for (const { options, ...placed } of marks) {
    const heights = rows.map(row => laneRowsHeight([row], space))
    const labelled = options.map(option => ({
      cost: option.cost,
      candidates: candidates(option.label, placed, space),
      ends: option.end && candidates(option.end, placed, space, 'right'),
    }))
    const all = laneRowsHeight(rows, space)
    const ways = [...rows, EMPTY_ROW].flatMap((row, index) =>
      canStandIn(row, placed, space)
        ? labelled.flatMap(option => waysToLabel(row, placed, option, space).map(way => ({ ...way, index })))
        : [],
    )
    const costs = ways.map(({ row, cost, index }) => {
      const height = all - (heights[index] ?? -ROW_GAP) + laneRowsHeight([row], space)
      return cost + COST_OF_HEIGHT * Math.max(0, height - space.free)
    })
    const best = ways[costs.indexOf(Math.min(...costs))] ?? {
      row: forcedRow(placed, options, space),
      index: rows.length,
    }
    rows = rows.toSpliced(best.index, 1, best.row)
  }
  return rows
}

/** How far a row reaches above and below the line of its marks. */
export function reachOfRow(
  { labels }: LaneRow,
  { measures }: Pick<RowSpace, 'measures'>,
): { above: number; below: number } {
  return {
    above: Math.max(measures.radius, ...labels.map(({ box }) => -box.top)),
    below: Math.max(measures.radius, ...labels.map(({ box }) => box.bottom)),
  }
}

/** The height of rows one below another. */
export function laneRowsHeight(rows: readonly LaneRow[], space: Pick<RowSpace, 'measures'>): number {
  const reaches = rows.map(row => reachOfRow(row, space))
  return (
    reaches.reduce((sum, { above, below }) => sum + above + below, 0) + ROW_GAP * Math.max(0, rows.length - 1)
  )
}

/** Points between rows. */
export const ROW_GAP = 4
/** Points between words side by side, and from words to marks. */
const SIDE_GAP = 5
const MARK_GAP = 1.5

const EMPTY_ROW: LaneRow = { marks: [], labels: [] }

/** A point of height is worth so much of the costs below, which tell how hard a label is to read. */
const COST_OF_HEIGHT = 1
const COSTS = { right: 0, left: 0.5, above: 1, below: 2.5, overMark: 4, acrossNow: 7, endAway: 1.5 }

/** A point may stand on the bar of a period, and no other mark on another. */
function canStandIn({ marks, labels }: LaneRow, placed: PlacedMark, { measures }: RowSpace): boolean {
  const { radius } = measures
  const box = { left: placed.left, right: placed.right, top: -radius, bottom: radius }
  if (labels.some(label => touches(label.box, box, SIDE_GAP / 2, 0))) return false
  return marks.every(other => {
    if (other.right + MARK_GAP <= placed.left || placed.right + MARK_GAP <= other.left) return true
    return (
      isPoint(placed) !== isPoint(other) &&
      isWithin(isPoint(placed) ? placed : other, isPoint(placed) ? other : placed)
    )
  })
}

const isPoint = ({ mark }: PlacedMark): boolean => mark.events.length === 1 && mark.events[0]?.kind === 'day'
const isWithin = (point: PlacedMark, bar: PlacedMark): boolean =>
  bar.mark.events.length === 1 && bar.left + MARK_GAP <= point.left && point.right <= bar.right - MARK_GAP

interface WayToLabel {
  readonly row: LaneRow
  readonly cost: number
}

/** An option for a label, with the places where it could stand by its mark. */
interface LabelPlaces {
  readonly cost: number
  readonly candidates: readonly Candidate[]
  /** Those of the label at the end of a bar, where it has one. */
  readonly ends: readonly Candidate[] | undefined
}

function waysToLabel(row: LaneRow, placed: PlacedMark, option: LabelPlaces, space: RowSpace): WayToLabel[] {
  const marks = [...row.marks, placed]
  const under = row.labels.filter(({ box }) => box.left < placed.right && placed.left < box.right).length
  return option.candidates.flatMap((candidate): WayToLabel[] => {
    if (!isFree(candidate, row.labels, marks, space)) return []
    const labels = [...row.labels, candidate.placed]
    const place = costOfPlace(candidate, placed, marks, space) + under * COSTS.overMark
    const cost = option.cost + candidate.cost + place
    if (!option.ends) return [{ row: { marks, labels }, cost }]
    return option.ends.flatMap((end): WayToLabel[] => {
      if (!isFree(end, labels, marks, space)) return []
      const away = (end.side === 'right' ? 0 : COSTS.endAway) + costOfPlace(end, placed, marks, space)
      return [{ row: { marks, labels: [...labels, end.placed] }, cost: cost + away }]
    })
  })
}

interface Candidate {
  readonly placed: PlacedCalendarLabel
  readonly side: 'left' | 'right' | 'above' | 'below'
  readonly cost: number
}

/** Beside a mark, above it or below it; for the end of a bar only there. */
function candidates(
  label: CalendarLabel,
  { left, right }: PlacedMark,
  space: RowSpace,
  end?: 'right',
): Candidate[] {
  const { beside, above, radius, line } = space.measures
  const { width, height } = label
  const at = (x: number, top: number, align: 'left' | 'right', side: Candidate['side']): Candidate => {
    const box = { left: x, right: x + width, top, bottom: top + height }
    return { placed: { label, box, align }, side, cost: COSTS[side] }
  }
  const sides = [
    ...(height > 2 * line + 0.01 ? [] : [at(right + beside, -height / 2, 'left', 'right')]),
    ...(height > 2 * line + 0.01 || end ? [] : [at(left - beside - width, -height / 2, 'right', 'left')]),
  ]
  const middle = (left + right - width) / 2
  const { now } = space
  const beyondNow = now === undefined || end ? [] : [now + beside, now - beside - width]
  const xs = end ? [right - width] : [left, right - width, middle, ...beyondNow]
  const kept = xs
    .map(x => Math.min(Math.max(x, space.left), space.right - width))
    .filter(x => x <= right && x + width >= left)
  const over = [...new Set(kept)].flatMap(x => {
    const align = x + width <= right + 0.01 && x > left + 0.01 ? 'right' : 'left'
    return [at(x, -radius - above - height, align, 'above'), at(x, radius + above, align, 'below')]
  })
  return [...sides, ...over]
}

function isFree(
  { placed: { box } }: Candidate,
  labels: readonly PlacedCalendarLabel[],
  marks: readonly PlacedMark[],
  { left, right, measures }: RowSpace,
): boolean {
  if (box.left < left - 0.01 || box.right > right + 0.01) return false
  if (labels.some(other => touches(other.box, box, SIDE_GAP, 0))) return false
  return marks.every(mark => {
    const ground = { left: mark.left, right: mark.right, top: -measures.radius, bottom: measures.radius }
    return !touches(ground, box, MARK_GAP, 0)
  })
}

/** A label over or under other marks may be taken for theirs, and the rule is broken where words cross it. */
function costOfPlace(
  { placed: { box }, side }: Candidate,
  own: PlacedMark,
  marks: readonly PlacedMark[],
  { now }: RowSpace,
): number {
  const others = marks.filter(mark => mark !== own && mark.left < box.right && mark.right > box.left)
  const isOver = side === 'above' || side === 'below'
  const crosses = now !== undefined && box.left < now + 2 && box.right > now - 2
  return (isOver ? others.length * COSTS.overMark : 0) + (crosses ? COSTS.acrossNow : 0)
}

/** A row of its own where nothing fits: the narrowest label above the mark, its end below, as far within the space as they go. */
function forcedRow(placed: PlacedMark, options: readonly LabelOption[], space: RowSpace): LaneRow {
  const widthOf = ({ label, end }: LabelOption) => Math.max(label.width, end?.width ?? 0)
  const [narrow] = options.toSorted((one, other) => widthOf(one) - widthOf(other))
  if (!narrow) return { marks: [placed], labels: [] }
  const { radius, above } = space.measures
  const boxOf = ({ width, height }: CalendarLabel, from: number, top: number): CalendarBox => {
    const left = Math.max(space.left, Math.min(from, space.right - width))
    return { left, right: left + width, top, bottom: top + height }
  }
  const { label, end } = narrow
  const labels: PlacedCalendarLabel[] = [
    { label, box: boxOf(label, placed.left, -radius - above - label.height), align: 'left' },
    ...(end
      ? [{ label: end, box: boxOf(end, placed.right - end.width, radius + above), align: 'left' as const }]
      : []),
  ]
  return { marks: [placed], labels }
}

/** Whether two boxes overlap or are nearer to each other than the gaps. */
export const touches = (one: CalendarBox, other: CalendarBox, across: number, down: number): boolean =>
  one.left < other.right + across &&
  other.left < one.right + across &&
  one.top < other.bottom + down - 0.01 &&
  other.top < one.bottom + down - 0.01
