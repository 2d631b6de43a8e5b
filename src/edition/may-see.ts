import type { Brief, Priority } from '../brief/index.js'
import { compareClassification } from './classification.js'
import type { Audience } from './edition.js'

/** What every item of a list may have. */
export interface ListItem {
  readonly audiences?: readonly string[] | undefined
  readonly priority?: Priority | undefined
  readonly classification?: string | undefined
}

/** Whether an audience may see an item of a brief at all: it is meant for it, and within its clearance. */
export function maySee(item: ListItem, audience: Audience, brief: Brief): boolean {
  return isMeantFor(item, audience) && isCleared(item, audience, brief)
}

/** Whether an item is for all audiences, or names this one. */
export function isMeantFor({ audiences }: ListItem, { name }: Audience): boolean {
  return !audiences || audiences.includes(name)
}

/** Whether the marking of an item is within the clearance of an audience; one that cannot be compared with it is not. */
export function isCleared({ classification }: ListItem, audience: Audience, { markings }: Brief): boolean {
  return compareClassification(classification, audience, markings) === 'within'
}
