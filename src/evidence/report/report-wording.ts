import type { TextDifference } from './compare-texts.js'
import type { BriefSection } from './report-content.js'

/** The words of the report that do not come from a brief; the same in all formats. */
export const REPORT_WORDING = {
  title: 'Evidence report',
  introduction:
    'Each quotation stands beside the passage of its source. What the brief declares as left out or inserted is marked; what the rules of proof take for the same, although its characters differ, is listed.',
  limits:
    'A proof says that the words stand in the text that was given as the source, and whose the text says they are; not that the text is genuine. A lock says that nothing has changed since it was written, not that it was written honestly.',
  unread: 'This brief has errors, and its quotations are not reported. They may be false.',
  noQuotations: 'This brief has no quotations.',
  asInBrief: 'In the brief',
  inSource: 'In the source',
  noPassage: 'No passage is shown: the text is not at hand, or has no such words.',
  exact: 'The brief and the source have the same characters, but for white space.',
  tooLong: 'Too long to be compared word by word here; the verdict on the words stands.',
  signature: 'Checked by, and on which day:',
} as const

/** How a difference is introduced. */
export const DIFFERENCE_WORDING: Readonly<Record<TextDifference['kind'], string>> = {
  'left-out': 'Left out, as declared',
  inserted: 'Inserted, as declared',
  normalised: 'Counts as the same',
  'passed-over': 'Passed over in the source',
  other: 'Differs',
}

/** The title of a brief's section. */
export function sectionTitle({ title, name }: BriefSection): string {
  return title ?? name
}
