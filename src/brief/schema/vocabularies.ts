export const PRIORITIES = ['must', 'should', 'could'] as const
export type Priority = (typeof PRIORITIES)[number]

/** Place among the priorities, 0 being the highest. */
export const priorityRank = (priority: Priority): number => PRIORITIES.indexOf(priority)

/** ICD 203 (Intelligence Community Directive 203, Analytic Standards, 2015), D.6.e(2)(a): both rows of terms. */
export const LIKELIHOODS = [
  'almost no chance',
  'very unlikely',
  'unlikely',
  'roughly even chance',
  'likely',
  'very likely',
  'almost certain',
  'remote',
  'highly improbable',
  'improbable',
  'roughly even odds',
  'probable',
  'highly probable',
  'nearly certain',
] as const

/** CSL 1.0.2 item types that briefs cite; the variable names are CSL's with `_` for `-`. */
export const SOURCE_TYPES = [
  'article',
  'article-journal',
  'article-magazine',
  'article-newspaper',
  'bill',
  'book',
  'broadcast',
  'chapter',
  'dataset',
  'document',
  'hearing',
  'interview',
  'legal_case',
  'legislation',
  'manuscript',
  'motion_picture',
  'pamphlet',
  'paper-conference',
  'personal_communication',
  'post',
  'post-weblog',
  'regulation',
  'report',
  'song',
  'speech',
  'standard',
  'thesis',
  'treaty',
  'webpage',
] as const

/** What a text may number or mark for itself: locator labels of CSL 1.0.2, with `article` for its `article-locator`, and the recitals of laws. */
export const LOCATOR_KINDS = [
  'paragraph',
  'article',
  'recital',
  'section',
  'page',
  'line',
  'timestamp',
] as const
export type LocatorKind = (typeof LOCATOR_KINDS)[number]

/** What may be decided of a recommendation, in the order of its boxes. */
export const DECISIONS = ['approve', 'decline', 'discuss', 'note'] as const

/** Where those who were consulted stand. */
export const CONSULTATION_STATUSES = ['agrees', 'disagrees', 'no_comment', 'not_consulted'] as const

/** How the values of a table are drawn. */
export const CHART_KINDS = ['bar', 'column', 'line', 'dot', 'stacked'] as const
export type ChartKind = (typeof CHART_KINDS)[number]

/** How a column of a table stands: its words at an edge, or its figures with their decimal signs on one line. */
export const ALIGNMENTS = ['left', 'right', 'decimal'] as const
export type ColumnAlignment = (typeof ALIGNMENTS)[number]
