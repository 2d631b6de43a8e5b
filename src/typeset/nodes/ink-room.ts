/** Points above and below the baseline that ink needs, so that it touches no other line. */
export interface InkRoom {
  readonly above: number
  readonly below: number
}

/** The room that both inks fit. */
export const largerRoom = (one: InkRoom, other: InkRoom): InkRoom => ({
  above: Math.max(one.above, other.above),
  below: Math.max(one.below, other.below),
})

/** What the other words of a line have: points from baseline to baseline, and of their faces; all 0 if there are none. */
interface LineType {
  readonly height: number
  readonly ascent: number
  readonly descent: number
}

/**
 * The parts of a line above and below its baseline, where some words need room for their ink: as if these were not there if
 * their leading is enough, and else as much as both need.
 */
export function lineWithInk({ height, ascent, descent }: LineType, ink: InkRoom, leading: number): InkRoom {
  const spare = leading - ink.above - ink.below
  const half = Math.max(0, spare) / 2
  if (height === 0) return { above: ink.above + half, below: ink.below + half }
  const above = (height + ascent - descent) / 2
  const parts = { above, below: height - above }
  return spare >= 0 ? parts : largerRoom(parts, ink)
}
