/** A label on a pole at its edge, as wide and high as its words. Lengths are points. */
export interface Flag {
  /** Of the pole, from the left of the axis. */
  readonly x: number
  readonly width: number
  readonly height: number
}

/** Where a flag hangs: above or below the axis, at which side of its pole, and how far its foot is from the axis. */
export interface PlacedFlag extends Flag {
  readonly above: boolean
  readonly left: number
  readonly foot: number
}

/** Points between flags, beside and above one another. */
const BESIDE = 7
const BETWEEN = 4

/**
 * Hangs flags, given from left to right and each no wider than half of the axis, so that none covers another or
 * another's pole and all stay between the ends of the axis. Each goes to the side of the axis where it makes the
 * figure higher by less. Flags turn to the right of their poles where there is room, else to the left; those that
 * turn alike never stand in each other's way, so that one side for each kind is an arrangement that always works.
 */
export function placeFlags(flags: readonly Flag[], width: number): PlacedFlag[] {
  const turned = flags.map((flag, index): Turned => {
    const right = flag.x + flag.width <= width
    return { ...flag, index, right, left: right ? flag.x : flag.x - flag.width }
  })
  const placed = shared(turned) ?? byTurn(turned)
  return placed.sort((one, other) => one.index - other.index)
}

interface Turned extends Flag {
  readonly index: number
  readonly right: boolean
  readonly left: number
}
type Placed = Turned & PlacedFlag

function shared(flags: readonly Turned[]): Placed[] | undefined {
  let above: Side = { flags: [], placed: [], height: 0 }
  let below: Side = { flags: [], placed: [], height: 0 }
  for (const flag of flags) {
    const over = withFlag(above, flag)
    const under = withFlag(below, flag)
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

function byTurn(flags: readonly Turned[]): Placed[] {
  return [true, false].flatMap(above => {
    const side = stacked(flags.filter(({ right }) => right === above))
    return (side ?? []).map(flag => ({ ...flag, above }))
  })
}

interface Side {
  readonly flags: readonly Turned[]
  readonly placed: readonly (Turned & { readonly foot: number })[]
  readonly height: number
}

function withFlag(side: Side, flag: Turned): Side | undefined {
  const flags = [...side.flags, flag]
  const placed = stacked(flags)
  return placed && { flags, placed, height: Math.max(...placed.map(({ foot, height }) => foot + height)) }
}

/** How far each flag of one side is from the axis; undefined where two would each have to be over the other. */
function stacked(flags: readonly Turned[]): (Turned & { readonly foot: number })[] | undefined {
  const feet = new Map<Turned, number>()
  const open = new Set<Turned>()
  const footOf = (flag: Turned): number => {
    const known = feet.get(flag)
    if (known !== undefined) return known
    if (open.has(flag)) return Number.POSITIVE_INFINITY
    open.add(flag)
    const foot = flags
      .filter(other => other !== flag && isOver(flag, other))
      .reduce((low, other) => Math.max(low, footOf(other) + other.height + BETWEEN), 0)
    feet.set(flag, foot)
    return foot
  }
  const placed = flags.map(flag => ({ ...flag, foot: footOf(flag) }))
  return placed.every(({ foot }) => Number.isFinite(foot)) ? placed : undefined
}

/** A flag hangs over those whose poles it would cover; of two at one pole, and of two that only overlap, the first. */
function isOver(flag: Turned, other: Turned): boolean {
  const samePole = flag.right === other.right && flag.x === other.x
  if (samePole) return flag.index < other.index
  const covers = coversPole(flag, other)
  if (covers || coversPole(other, flag)) return covers
  return overlap(flag, other) && flag.index < other.index
}

const coversPole = (flag: Turned, { x }: Turned): boolean =>
  flag.right ? x >= flag.x && x < flag.x + flag.width + BESIDE : x <= flag.x && x > flag.left - BESIDE

const overlap = (one: Turned, other: Turned): boolean =>
  one.left < other.left + other.width + BESIDE && other.left < one.left + one.width + BESIDE
