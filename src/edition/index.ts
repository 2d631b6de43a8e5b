export type { Audience, Edition, EditionData, Margins } from './edition.js'
export { Text, Verbatim } from './text.js'
