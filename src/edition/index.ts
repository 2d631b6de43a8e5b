export { parseAudience } from './audience.js'
export { audiencesForBrief } from './audiences-for-brief.js'
export { bannerLabel } from './classification.js'
export type {
  Audience,
  Edition,
  EditionData,
  EditionReader,
  Item,
  Margins,
  MarkedItem,
  RecipientData,
  WithheldReference,
} from './edition.js'
export { briefLanguage, briefLanguages, closestBriefLanguage } from './languages.js'
export {
  fillPlaceholders,
  NOT_VERIFIED_MARK,
  PLACEHOLDER_MARKS,
  type Placeholder,
  ProseText,
  placeholderText,
  placeInBrief,
  SourceCitation,
  SourceCitations,
  type Untranslated,
  Verbatim,
} from './prose-text.js'
export { selectEdition } from './select-edition.js'
export { trackFieldReads } from './track-field-reads.js'
export { reportWithheld } from './withheld.js'
