export type * from './blocks.js'
