/** What trying a step showed: whether it serves, and by how much it is off; above 0 is too long. */
export interface SearchOutcome {
  readonly serves: boolean
  readonly excess: number
}

/** Steps between one known (or taken) not to serve and one that does, with what is expected of each. */
export interface SearchBracket {
  readonly fails: number
  readonly serves: number
  readonly excess: { readonly fails: number; readonly serves: number }
  /** An end of the search before the first: a step that serves and falls short by no more than this. */
  readonly tolerance?: number
}

/**
 * The first step that serves, where `bracket` says that one fails and a later one serves: both are taken at their
 * word. Goes to where interpolation expects it, but never so far from the middle that what remains could not be
 * halved away with the tries left; steps grow alike in length, or `at` says by how much they do not.
 */
export function findFirstFitting(
  bracket: SearchBracket,
  tries: number,
  attempt: (step: number) => SearchOutcome,
  at: (step: number) => number = step => step,
): number {
  let { fails, serves } = bracket
  const excess = { ...bracket.excess }
  for (let left = tries; left > 0 && serves - fails > 1; left--) {
    const step = clampedStep(fails, serves, left, interpolatedStep(fails, serves, excess, at))
    const outcome = attempt(step)
    if (outcome.serves) {
      serves = step
      excess.serves = outcome.excess
      if (outcome.excess >= -(bracket.tolerance ?? 0)) break
    } else {
      fails = step
      excess.fails = outcome.excess
    }
  }
  return serves
}

/** The first step at which a straight line between the two ends is not too long. */
function interpolatedStep(
  fails: number,
  serves: number,
  excess: SearchBracket['excess'],
  at: (step: number) => number,
): number {
  const fall = excess.fails - excess.serves
  const share = fall > 0 ? Math.max(0, excess.fails) / fall : 0.5
  const wanted = at(fails) + share * (at(serves) - at(fails))
  let step = fails + 1
  while (step < serves - 1 && at(step) < wanted) step++
  return step
}

function clampedStep(fails: number, serves: number, left: number, step: number): number {
  const reach = 2 ** (left - 1)
  if (serves - fails > 2 * reach) return (fails + serves) >> 1
  return Math.min(Math.max(step, serves - reach, fails + 1), fails + reach, serves - 1)
}
