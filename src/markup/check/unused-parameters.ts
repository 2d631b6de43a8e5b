import { didYouMean, type Report } from '../../diagnostics/index.js'
import type { PartialCall } from './name-checker.js'

/** Reports parameters of a partial that it reads nowhere; `reads` are the names that it reads of what it is given. */
export function reportUnusedParameters(
  { name, named, template }: PartialCall,
  reads: ReadonlySet<string | undefined>,
  report: Report,
): void {
  if (reads.has(undefined)) return
  for (const [parameter, { node }] of named)
    if (!reads.has(parameter)) {
      const message = `the partial \`${name}\` does nothing with \`${parameter}\``
      const known = [...reads].filter(read => read !== undefined && !named.has(read)) as string[]
      report('invalid-argument', template.locator.place(node.loc), message, didYouMean(parameter, known))
    }
}
