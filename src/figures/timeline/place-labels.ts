/** A label on a pole at its edge, as wide and high as its words. Lengths are points. */
export interface TimelineLabel {
  /** Of the pole, from the left of the axis. */
  readonly x: number
  readonly width: number
  readonly height: number
}

/** Where a flag hangs: above or below the axis, at which side of its pole, and how far its foot is from the axis. */
export interface PlacedTimelineLabel extends TimelineLabel {
  readonly above: boolean
  readonly left: number
  readonly distance: number
}

/** Points between flags, beside and above one another. */
const SIDE_GAP = 7
const STACK_GAP = 4

/**
 * Hangs flags, given from left to right and each no wider than half of the axis, so that none covers another or
 * another's pole and all stay between the ends of the axis. Each goes to the side of the axis where it makes the
 * figure higher by less. Flags turn to the right of their poles where there is room, else to the left; those that
 * turn alike never stand in each other's way, so that one side for each kind is an arrangement that always works.
 */
export function placeTimelineLabels(flags: readonly TimelineLabel[], width: number): PlacedTimelineLabel[] {
  const turned = flags.map((flag, index): TurnedLabel => {
    const right = flag.x + flag.width <= width
    return { ...flag, index, toRight: right, left: right ? flag.x : flag.x - flag.width }
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

function placeTogether(flags: readonly TurnedLabel[]): PlacedTurnedLabel[] | undefined {
  let above: AxisSide = { labels: [], placed: [], height: 0 }
  let below: AxisSide = { labels: [], placed: [], height: 0 }
  for (const flag of flags) {
    const over = withLabel(above, flag)
    const under = withLabel(below, flag)
    const costOver = over ? over.height + below.height : Number.POSITIVE_INFINITY
    const costUnder = under ? under.height + above.height : Number.POSITIVE_INFINITY
    if (over && costOver <= costUnder) above = over
    else if (under) below = under
    else return undefined
  }
  return [
    ...above.placed.map(flag => ({ ...flag, above: true })),
    ...below.placed.map(flag => ({ ...flag, above: false })),
  ]
}

function placeByDirection(flags: readonly TurnedLabel[]): PlacedTurnedLabel[] {
  return [true, false].flatMap(above => {
    const side = stackLabels(flags.filter(({ toRight }) => toRight === above))
    return (side ?? []).map(flag => ({ ...flag, above }))
  })
}

interface AxisSide {
  readonly labels: readonly TurnedLabel[]
  readonly placed: readonly (TurnedLabel & { readonly distance: number })[]
  readonly height: number
}

function withLabel(side: AxisSide, flag: TurnedLabel): AxisSide | undefined {
  const flags = [...side.labels, flag]
  const placed = stackLabels(flags)
  return (
    placed && {
      labels: flags,
      placed,
      height: Math.max(...placed.map(({ distance, height }) => distance + height)),
    }
  )
}

/** How far each flag of one side is from the axis; undefined where two would each have to be over the other. */
function stackLabels(
  flags: readonly TurnedLabel[],
): (TurnedLabel & { readonly distance: number })[] | undefined {
  const feet = new Map<TurnedLabel, number>()
  const open = new Set<TurnedLabel>()
  const footOf = (flag: TurnedLabel): number => {
    const known = feet.get(flag)
    if (known !== undefined) return known
    if (open.has(flag)) return Number.POSITIVE_INFINITY
    open.add(flag)
    const foot = flags
      .filter(other => other !== flag && isOver(flag, other))
      .reduce((low, other) => Math.max(low, footOf(other) + other.height + STACK_GAP), 0)
    feet.set(flag, foot)
    return foot
  }
  const placed = flags.map(flag => ({ ...flag, distance: footOf(flag) }))
  return placed.every(({ distance }) => Number.isFinite(distance)) ? placed : undefined
}

/** A flag hangs over those whose poles it would cover; of two at one pole, and of two that only overlap, the first. */
function isOver(flag: TurnedLabel, other: TurnedLabel): boolean {
  const samePole = flag.toRight === other.toRight && flag.x === other.x
  if (samePole) return flag.index < other.index
  const covers = coversLeader(flag, other)
  if (covers || coversLeader(other, flag)) return covers
  return overlaps(flag, other) && flag.index < other.index
}

const coversLeader = (flag: TurnedLabel, { x }: TurnedLabel): boolean =>
  flag.toRight ? x >= flag.x && x < flag.x + flag.width + SIDE_GAP : x <= flag.x && x > flag.left - SIDE_GAP

const overlaps = (one: TurnedLabel, other: TurnedLabel): boolean =>
  one.left < other.left + other.width + SIDE_GAP && other.left < one.left + one.width + SIDE_GAP
