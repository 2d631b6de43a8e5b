export {
  type BlockTreeNode,
  contentLists,
  filterBlocks,
  findNodes,
  flowColumns,
  isAnnex,
  partsOfDocument,
  removeDiagrams,
  textOfInlines,
  visitNodes,
} from './blocks/block-tree.js'
export type * from './blocks/blocks.js'
export { pictureOf } from './blocks/build-figures.js'
export type * from './blocks/charts.js'
export type * from './blocks/diagrams.js'
export { outlineDocument } from './blocks/document-outline.js'
export type * from './blocks/inlines.js'
export { separatedTexts } from './blocks/inlines.js'
export { type LocatedBlock, locateBlocks } from './blocks/locate-blocks.js'
export {
  addOmissionNote,
  type SectionOmission,
} from './blocks/omission-note.js'
export {
  type AudienceTemplate,
  checkAudienceTemplate,
  checkUnusedPartial,
  type TemplateSurroundings,
} from './check/check-audience-template.js'
export type { KnownRecipients } from './check/check-recipient-names.js'
export type { ListedSection } from './check/check-sections.js'
export type { Helper } from './helpers/helper.js'
export { HELPERS, helperTable } from './helpers/index.js'
export { type CellSpans, type GridRow, gridOf, tiedRows } from './html/table-grid.js'
export { type ElementName, VOCABULARY } from './html/vocabulary.js'
export type { LocaleGrounds } from './locale/check-locale.js'
export { dayName, fillDateLabel, formatDate, formatsInStyle } from './locale/dates.js'
export { figureText } from './locale/figure-text.js'
export {
  fillPattern,
  findLocale,
  Locale,
  matchLocaleTag,
  parseLocale,
} from './locale/locale.js'
export type { LocaleData } from './locale/locale-schema.js'
export { usedWordsOf } from './locale/used-words.js'
export {
  type JoinedPart,
  joinDocuments,
  partOfPicture,
} from './pack/join-documents.js'
export {
  type PackFront,
  type PackPart,
  packContents,
  packContentsTitle,
  packCover,
  packPartId,
  tabLetter,
} from './pack/pack-front.js'
export { ReadMarkdown } from './prose/inline-markdown.js'
export { missingFullStop } from './prose/print-text.js'
export { type RenderedEdition, renderEdition, renderHtml, renderTemplate } from './render.js'
export { reportUnknownLocale } from './template/run-edition-template.js'
export type { TemplateLibrary } from './template/template-library.js'
export {
  partialNamesOf,
  type RecipientFieldUse,
  type RequiredRecipientField,
  recipientFieldsOf,
} from './template/template-uses.js'
