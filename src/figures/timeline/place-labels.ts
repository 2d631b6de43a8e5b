import { present } from '../../diagnostics/index.js'
/** A label beside its leader line, as wide and high as its words. Lengths are points. */
export interface TimelineLabel {
  /** Of the leader line, from the left of the axis. */
  readonly x: number
  readonly width: number
  readonly height: number
}

/** Where a label stands: above or below the axis, on which side of its leader line, and its distance from the axis. */
export interface PlacedTimelineLabel extends TimelineLabel {
  readonly above: boolean
  readonly left: number
  readonly distance: number
}

/** Points between labels side by side and one above the other. */
const SIDE_GAP = 7
const STACK_GAP = 4

/**
 * Places labels, given from left to right and each no wider than half of the axis, so that none covers another or
 * another's leader line and all stay between the ends of the axis. Each goes to the side of the axis where it adds
 * less height to the figure. A label stands to the right of its leader line where there is room, otherwise to its left.
 * Labels on the same side of their leader lines can always be stacked, so placing the two groups on opposite sides of
 * the axis always works.
 */
export function placeTimelineLabels(labels: readonly TimelineLabel[], width: number): PlacedTimelineLabel[] {
  const turned = labels.map((label, index): TurnedLabel => {
    const toRight = label.x + label.width <= width
    return { ...label, index, toRight, left: toRight ? label.x : label.x - label.width }
  })
  const placed = placeTogether(turned) ?? placeByDirection(turned)
  return placed.sort((one, other) => one.index - other.index)
}

interface TurnedLabel extends TimelineLabel {
  readonly index: number
  readonly toRight: boolean
  readonly left: number
}
type PlacedTurnedLabel = TurnedLabel & PlacedTimelineLabel

function placeTogether(labels: readonly TurnedLabel[]): PlacedTurnedLabel[] | undefined {
  let above: AxisSide = { labels: [], placed: [], height: 0 }
  let below: AxisSide = { labels: [], placed: [], height: 0 }
  for (const label of labels) {
    const over = withLabel(above, label)
    const under = withLabel(below, label)
    const costOver = over ? over.height + below.height : Number.POSITIVE_INFINITY
    const costUnder = under ? under.height + above.height : Number.POSITIVE_INFINITY
    if (over && costOver <= costUnder) above = over
    else if (under) below = under
    else return undefined
  }
  return [
    ...above.placed.map(label => ({ ...label, above: true })),
    ...below.placed.map(label => ({ ...label, above: false })),
  ]
}

function placeByDirection(labels: readonly TurnedLabel[]): PlacedTurnedLabel[] {
  return [true, false].flatMap(above => {
    const side = stackLabels(labels.filter(({ toRight }) => toRight === above))
    return present(side, 'stack of labels on one side').map(label => ({ ...label, above }))
  })
}

interface AxisSide {
  readonly labels: readonly TurnedLabel[]
  readonly placed: readonly (TurnedLabel & { readonly distance: number })[]
  readonly height: number
}

function withLabel(side: AxisSide, label: TurnedLabel): AxisSide | undefined {
  const labels = [...side.labels, label]
  const placed = stackLabels(labels)
  return (
    placed && {
      labels,
      placed,
      height: Math.max(...placed.map(({ distance, height }) => distance + height)),
    }
  )
}

/** The distance of each label on one side from the axis; undefined where two labels would each have to be above the other. */
function stackLabels(
  labels: readonly TurnedLabel[],
): (TurnedLabel & { readonly distance: number })[] | undefined {
  const distances = new Map<TurnedLabel, number>()
  const visiting = new Set<TurnedLabel>()
  const distanceOf = (label: TurnedLabel): number => {
    const known = distances.get(label)
    if (known !== undefined) return known
    if (visiting.has(label)) return Number.POSITIVE_INFINITY
    visiting.add(label)
    const distance = labels
      .filter(other => other !== label && isOver(label, other))
      .reduce((low, other) => Math.max(low, distanceOf(other) + other.height + STACK_GAP), 0)
    distances.set(label, distance)
    return distance
  }
  const placed = labels.map(label => ({ ...label, distance: distanceOf(label) }))
  return placed.every(({ distance }) => Number.isFinite(distance)) ? placed : undefined
}

/** A label goes above those whose leader lines it would cover; of two on one leader line, or two that merely overlap, the first stays lower. */
function isOver(label: TurnedLabel, other: TurnedLabel): boolean {
  const sameLeader = label.toRight === other.toRight && label.x === other.x
  if (sameLeader) return label.index < other.index
  const covers = coversLeader(label, other)
  if (covers || coversLeader(other, label)) return covers
  return overlaps(label, other) && label.index < other.index
}

const coversLeader = (label: TurnedLabel, { x }: TurnedLabel): boolean =>
  label.toRight
    ? x >= label.x && x < label.x + label.width + SIDE_GAP
    : x <= label.x && x > label.left - SIDE_GAP

const overlaps = (one: TurnedLabel, other: TurnedLabel): boolean =>
  one.left < other.left + other.width + SIDE_GAP && other.left < one.left + one.width + SIDE_GAP
