import type { Place } from '../../diagnostics/index.js'
import { didYouMean } from '../../diagnostics/index.js'
import type { RenderContext } from '../prose/render-context.js'

/** A label of the locale; one that is not there is a finding, and prints as its key. */
export function labelOrKey(
  key: string,
  place: Place,
  { locale, report }: RenderContext,
  what: 'label' | 'heading' = 'label',
): string {
  const label = locale.label(key)
  if (label !== undefined) return label
  report(
    'unknown-label',
    place,
    `the locale \`${locale.data.lang}\` has no ${what} \`${key}\``,
    what === 'label' ? didYouMean(key, locale.labelNames) : 'give it one with `heading="…"`',
  )
  return key
}
