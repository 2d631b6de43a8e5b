import { placeOf } from '../read/reading.js'
import { shorten } from '../shorten.js'
import { TLP_LABELS, tlpLevel } from '../tlp.js'
import type { Rule } from './rules.js'

/** A label that TLP does not have would be taken for another scheme's, and hide what it marks from everyone. */
export const checkMarkings: Rule = reading => {
  for (const { path, text, scalar } of reading.leaves) {
    if (path.at(-1) !== 'classification' || !/^\s*TLP\b/i.test(text) || tlpLevel(text) !== undefined) continue
    const hint = reading.suggestions.hint(text, TLP_LABELS, 'labels')
    reading.report(
      'invalid-value',
      placeOf(scalar, reading),
      `\`${shorten(text)}\` is not a label of TLP 2.0`,
      hint,
    )
  }
}
