export type { Brief, Path } from './brief.js'
export { type BriefData, LIKELIHOODS, PRIORITIES, type Priority, type Prose } from './schema.js'
