export { type AudienceEntry, type Brief, listedAudiences } from './brief.js'
export { decodeText, MAX_TEXT_BYTES, reportTooLarge } from './decode-text.js'
export {
  type KnownNames,
  type LoadedBrief,
  loadBrief,
  loadPartialBrief,
  MAX_BRIEF_LENGTH,
} from './load-brief.js'
export { contrastOf } from './markings/contrast.js'
export { type MarkingScheme, parseMarkingScheme } from './markings/marking-scheme.js'
export { isFault, type Marking, type MarkingFault, MarkingSchemes } from './markings/marking-schemes.js'
export { addressProblem } from './notation/addresses.js'
export {
  bareCrossReferences,
  type Citation,
  type CitationError,
  type CitationGroup,
  type CrossReference,
  citationsIn,
  crossReferencesIn,
  findCitationGroups,
  parseCitations,
  parseCiteField,
} from './notation/citations.js'
export {
  type DateParts,
  type EdtfDate,
  firstInstant,
  instantAfter,
  MAX_CALENDAR_YEAR,
  parseDate,
  type TimeOfDay,
} from './notation/dates.js'
export { isLanguageTag, primaryLanguage } from './notation/language-tag.js'
export { findBareAddresses } from './notation/links.js'
export {
  allProseBlocks,
  inlineTextsOf,
  type ProseBlock,
  type ProseBlockKinds,
  type ProseBlockQuotation,
  type ProseColumnAlign,
  type ProseParagraph,
  type ProsePicture,
  type ProseTable,
  proseParagraphText,
} from './notation/prose-block.js'
export { parseProseBlocks } from './notation/prose-blocks.js'
export type { ProseLine } from './notation/prose-lines.js'
export { findNoteCalls, type NoteCall, noteTextsOf } from './notation/prose-notes.js'
export { rangeInLines } from './notation/range-in-lines.js'
export { RECIPIENT_FIELD } from './notation/recipient-fields.js'
export {
  parseTargetName,
  TARGET_LISTS,
  TARGET_PREFIXES,
  type TargetKind,
  type TargetName,
  targetName,
} from './notation/reference-targets.js'
export { parseWordingKey, possibleWordingKeys } from './notation/wording-key.js'
export { type ProseField, proseFields } from './prose-fields.js'
export { UNSAFE_LINK_HINT } from './rules/prose/link-rules.js'
export { unprintableIn } from './rules/text-rules.js'
export {
  CUSTOM_FIELD_TYPES,
  type CustomFields,
  type CustomFieldType,
  NO_CUSTOM_FIELDS,
} from './schema/custom-fields.js'
export { loadJsonSchemas } from './schema/load-json-schemas.js'
export type { BriefData, Prose } from './schema/schema.js'
export { customFieldShape, type FieldsShape, shapeAt, shapeOfBrief, type ValueShape } from './schema/shape.js'
export {
  ALIGNMENTS,
  CHART_KINDS,
  type ChartKind,
  type ColumnAlignment,
  LIKELIHOODS,
  LOCATOR_KINDS,
  type LocatorKind,
  PRIORITIES,
  type Priority,
  priorityRank,
} from './schema/vocabularies.js'
export {
  checkSettings,
  reportProblem,
  unknownKeys,
} from './settings/check-settings.js'
export { describeSchemaIssue, type SettingsProblem } from './settings/describe-issue.js'
export {
  isSettingsTree,
  mergedSettings,
  readSettingsLayers,
  type SettingsLayer,
  type SettingsTree,
  settingAt,
} from './settings/extended-settings.js'
export { readSettings, type SettingsData, type SettingsReport } from './settings/read-settings.js'
export { type SettingsFiles, settingsFiles } from './settings/settings-files.js'
export {
  columnOfFile,
  type DataCell,
  type DataFile,
  reportUnknownColumn,
  textsOfColumn,
} from './tables/data-file.js'
export {
  type Decimal,
  decimalText,
  decimalToNumber,
  isZero,
  parseDecimal,
  wholeAndFraction,
} from './tables/decimal.js'
export {
  formattedDecimal,
  NUMBER_FORMATS,
  type NumberFormat,
  PLAIN_FORMAT,
  parseNumberFormat,
} from './tables/number-format.js'
export {
  type ColumnKind,
  columnKind,
  figureOf,
  isPercentSign,
} from './tables/table-columns.js'
export { withDataFiles } from './with-data-files.js'
export { keepsLines } from './yaml/keeps-lines.js'
export { reportReviewComments } from './yaml/review-comments.js'
export type { FieldPath } from './yaml/tree.js'
export { writeYaml, type YamlComment } from './yaml/write-yaml.js'
