export type { DraftOptions } from './assemble/assemble-fields.js'
export type { DraftJson } from './assemble/draft-output.js'
export { type Draft, draftBrief } from './draft-brief.js'
