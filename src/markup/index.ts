export type * from './blocks.js'
export { formatDate } from './dates.js'
export type * from './diagrams.js'
export { helperTable } from './helper-docs.js'
export { HELPERS } from './helpers/index.js'
export type { TemplateLibrary } from './library.js'
export { fill, findLocale, Locale, localeTag } from './locale.js'
export type { LocaleData } from './locale-schema.js'
export { markShortened, type Shortening } from './mark-shortened.js'
export { nodesOf } from './nodes-of.js'
export { parseLocale } from './parse-locale.js'
export { textOf } from './plain.js'
export { render, renderHtml } from './render.js'
export type { Helper } from './rendering.js'
export { stopAfter } from './stop-after.js'
export {
  partialsOf,
  type RecipientFields,
  type RequiredField,
  recipientFieldsOf,
} from './template-uses.js'
export { type ElementName, VOCABULARY } from './vocabulary.js'
export { withoutDiagrams } from './without-diagrams.js'
