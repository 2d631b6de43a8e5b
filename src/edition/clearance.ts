import * as v from 'valibot'
import { isFault, type Marking, type MarkingSchemes } from '../brief/index.js'
import { didYouMean } from '../diagnostics/index.js'

/** What a clearance is written as: a label, or a list with one label of each scheme. */
export const clearanceSetting = v.pipe(
  v.unknown(),
  v.check(isLabels, 'expected a label, or a list with one label of each scheme'),
  v.transform(value => (typeof value === 'string' ? value : (value as string[]))),
)

function isLabels(value: unknown): boolean {
  const isLabel = (each: unknown) => typeof each === 'string' && each.trim() !== ''
  return Array.isArray(value) ? value.every(isLabel) : isLabel(value)
}

/** Something wrong with a clearance; `index` is that of the label in its list. */
export interface ClearanceProblem {
  readonly index: number
  readonly message: string
  readonly hint?: string | undefined
}

/**
 * Reads a clearance: one label of each scheme that it is for. In a template, a label of a scheme that is known and not in
 * force says nothing here, since the package's templates serve houses with other schemes; `isStrict` makes it a problem.
 */
export function readClearance(
  labels: readonly string[],
  markings: MarkingSchemes,
  isStrict: boolean,
): { readonly clearance: readonly Marking[]; readonly problems: readonly ClearanceProblem[] } {
  const clearance: Marking[] = []
  const problems: ClearanceProblem[] = []
  for (const [index, label] of labels.entries()) {
    const read = markings.read(label)
    if (isFault(read)) {
      const { message, hint, valid } = read
      if (!isStrict && markings.isOutOfForce(label)) continue
      problems.push({ index, message, hint: hint ?? didYouMean(label, valid, 'labels') })
    } else if (clearance.some(({ scheme }) => scheme === read.scheme))
      problems.push({
        index,
        message: `a clearance has one label of each scheme, and \`${label}\` is the second of \`${read.scheme}\``,
        hint: 'keep the higher one: it includes all that are below it',
      })
    else clearance.push(read)
  }
  return { clearance, problems }
}
