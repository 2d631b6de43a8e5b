export type { Brief, Path } from './brief.js'
export {
  type Citation,
  type CitationFault,
  type CitationGroup,
  citationsIn,
  findCitationGroups,
  parseCitations,
  parseCiteField,
} from './citations.js'
export {
  type DateParts,
  type EdtfDate,
  FARTHEST,
  firstMoment,
  momentAfter,
  parseDate,
  type TimeOfDay,
} from './dates.js'
export { decodeText, reportTooLarge, TEXT_LIMIT } from './decode-text.js'
export { type AudienceEntry, listedAudiences } from './listed-audiences.js'
export { BRIEF_LIMIT, type LoadedBrief, loadBrief, loadWhatCanBeRead } from './load-brief.js'
export { type ProseField, proseFields } from './prose-fields.js'
export { unprintableIn } from './rules/check-characters.js'
export { isLanguageTag } from './rules/check-languages.js'
export type { BriefData, Prose } from './schema/schema.js'
export { type Shape, shapeAt } from './schema/shape.js'
export { LIKELIHOODS, PRIORITIES, type Priority, rankOf } from './schema/terms.js'
export { checkSettings, type Problem, problemOf, unknownKeys } from './settings/check-settings.js'
export { type Fault, readSettings, type Settings } from './settings/read-settings.js'
export { shorten } from './shorten.js'
export { timelineOrder } from './timeline-order.js'
export { TLP_LABELS, tlpLevel } from './tlp.js'
export { parseWordingKey } from './wording-key.js'
export { reportReviews } from './yaml/review-comments.js'
export { writeYaml, type YamlComment } from './yaml/write-yaml.js'
