export { parseAudience } from './audience.js'
export { audiencesOf } from './audiences-of.js'
export { bannerOf } from './classification.js'
export type { Audience, Edition, EditionData, Item, Margins, Marked } from './edition.js'
export { languageFor, languagesOf, ownLanguage } from './languages.js'
export type { Reader, RecipientData } from './reader.js'
export { selectEdition } from './select.js'
export {
  asItReads,
  Citation,
  Citations,
  fillMarks,
  MARKS,
  NOT_VERIFIED,
  type Placeholder,
  placeInBrief,
  Text,
  type Untranslated,
  Verbatim,
} from './text.js'
export { watchReads } from './watch-reads.js'
