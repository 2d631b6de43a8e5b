export { parseAudience, readTemplateSettings, type TemplateSettings } from './audience.js'
export { audiencesForBrief } from './audiences-for-brief.js'
export { checkSectionPlaces } from './check-section-places.js'
export { type Banner, bannersOf, bannersOfMarkings, compareWithClearance } from './classification.js'
export { reportUnservedCustomFields } from './custom-data.js'
export {
  columnOfTable,
  type DataTable,
  type DataTableCell,
  type DataTableColumn,
  type EditionTables,
  isMissing,
} from './data-table.js'
export {
  type DeclaredField,
  type DeclaredFields,
  type DeclaredPlace,
  declaredFieldsIn,
} from './declared-fields.js'
export type {
  Audience,
  CitationStyle,
  Edition,
  EditionBeside,
  EditionData,
  EditionReader,
  Item,
  Margins,
  MarkedItem,
  PageOrientation,
  PaperSize,
  RecipientData,
  WithheldReference,
} from './edition.js'
export { type FieldPlace, fieldAt, nameOfField } from './field-place.js'
export { EDITION_FORMATS, type EditionFormat } from './formats.js'
export { type HouseNames, type HouseStyle, inHouse, parseHouse } from './house.js'
export { type HouseIdentity, nameOfHouse } from './house-identity.js'
export {
  briefLanguage,
  briefLanguages,
  closestBriefLanguage,
  editionLanguage,
} from './languages.js'
export { editionIn, editionLanguages, languagesOfEdition } from './languages-beside.js'
export { type Pack, type PackItem, type PackNames, parsePack } from './pack.js'
export { pageSize } from './paper.js'
export {
  atPlace,
  fillPlaceholders,
  isPlacedValue,
  NOT_VERIFIED_MARK,
  PLACEHOLDER_MARKS,
  type Placeholder,
  PlainValue,
  ProseText,
  placeholderText,
  placeInBrief,
  SourceCitation,
  SourceCitations,
  type Untranslated,
  Verbatim,
} from './prose-text.js'
export { addressEdition, maySeeBrief, selectEdition } from './select-edition.js'
export { TableFigure } from './table-figure.js'
export {
  dataTypeWith,
  type FieldsType,
  fieldsType,
  listType,
  RECIPIENT_TYPE,
  TEXT_TYPE,
  type TemplateType,
  templateDataType,
  UNKNOWN_TYPE,
} from './template-type.js'
export { FIELDS_NOT_FOR_READERS } from './template-value.js'
export { limitOfTheme, type ThemeLimit } from './theme-limit.js'
export { trackFieldReads } from './track-field-reads.js'
export { reportWithheld } from './withheld.js'
