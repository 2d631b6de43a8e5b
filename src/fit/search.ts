/** The result of trying a step: whether it fits, and by how much it is off; above 0 it is too long. */
export interface SearchOutcome {
  readonly fits: boolean
  readonly excess: number
}

/** A step known (or assumed) to be too long and a later one that fits, with the excess expected of each. */
export interface SearchBracket {
  readonly tooLong: number
  readonly fitting: number
  readonly excess: { readonly tooLong: number; readonly fitting: number }
  /** Ends the search before the first: at a step that fits and falls short by no more than this. */
  readonly tolerance?: number
}

/**
 * The first step that fits, within a bracket that is not checked. Tries the step where interpolation expects it, but
 * never so far from the middle that the tries left could not halve the remaining steps down to one. Steps count as
 * equal in length unless `positionOf` says otherwise.
 */
export function findFirstFitting(
  bracket: SearchBracket,
  tries: number,
  attempt: (step: number) => SearchOutcome,
  positionOf: (step: number) => number = step => step,
): number {
  let { tooLong, fitting } = bracket
  const excess = { ...bracket.excess }
  for (let left = tries; left > 0 && fitting - tooLong > 1; left--) {
    const step = clampedStep(tooLong, fitting, left, interpolatedStep(tooLong, fitting, excess, positionOf))
    const outcome = attempt(step)
    if (outcome.fits) {
      fitting = step
      excess.fitting = outcome.excess
      if (outcome.excess >= -(bracket.tolerance ?? 0)) break
    } else {
      tooLong = step
      excess.tooLong = outcome.excess
    }
  }
  return fitting
}

/** The first step at which a straight line between the two ends is not too long. */
function interpolatedStep(
  tooLong: number,
  fitting: number,
  excess: SearchBracket['excess'],
  positionOf: (step: number) => number,
): number {
  const fall = excess.tooLong - excess.fitting
  const share = fall > 0 ? Math.max(0, excess.tooLong) / fall : 0.5
  const wanted = positionOf(tooLong) + share * (positionOf(fitting) - positionOf(tooLong))
  let step = tooLong + 1
  while (step < fitting - 1 && positionOf(step) < wanted) step++
  return step
}

function clampedStep(tooLong: number, fitting: number, left: number, step: number): number {
  const reach = 2 ** (left - 1)
  if (fitting - tooLong > 2 * reach) return (tooLong + fitting) >> 1
  return Math.min(Math.max(step, fitting - reach, tooLong + 1), tooLong + reach, fitting - 1)
}
