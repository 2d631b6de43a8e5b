import { sha256 } from '../../diagnostics/index.js'

/** A part of a plan: the `index`th, from 1, of `of`. */
export interface Shard {
  readonly index: number
  readonly of: number
}

/** Whether an edition belongs to a shard: by its path alone, so that editions that come or go move no other, and all files of one are together. */
export function isInShard(path: string, { index, of }: Shard): boolean {
  return Number.parseInt(sha256(path).slice(0, 8), 16) % of === index - 1
}
