/** The types of sources (CSL) all of which is somebody's own words. */
export const OWN_WORDS_TYPES: ReadonlySet<string> = new Set([
  'speech',
  'interview',
  'post',
  'bill',
  'legislation',
  'legal_case',
  'report',
  'treaty',
  'regulation',
  'pamphlet',
  'personal_communication',
])
