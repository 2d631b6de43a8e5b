import { TLP_LABELS, tlpLevel } from '../notation/tlp.js'
import { nodePlace } from '../read/read-context.js'
import { shorten } from '../shorten.js'
import type { BriefRule } from './rules.js'

/** A label that TLP does not have would be taken for another scheme's, and hide what it marks from everyone. */
export const checkMarkings: BriefRule = reading => {
  for (const { path, text, scalar } of reading.texts) {
    if (path.at(-1) !== 'classification' || !/^\s*TLP\b/i.test(text) || tlpLevel(text) !== undefined) continue
    const hint = reading.suggestions.hint(text, TLP_LABELS, 'labels')
    reading.report(
      'invalid-value',
      nodePlace(scalar, reading),
      `\`${shorten(text)}\` is not a label of TLP 2.0`,
      hint,
    )
  }
}
