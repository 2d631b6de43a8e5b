import type { Brief } from '../brief/index.js'
import type { DiagnosticCode } from '../diagnostics/index.js'
import type { Audience } from './edition.js'
import { isCleared, isMeantFor, type ListItem } from './may-see.js'

/** Why an audience may not see an actor or a source. */
export type HidingReason = 'audiences' | 'classification'

/** Actors and sources that an audience may not see, by their ids: nothing of them reaches its pages. */
export interface HiddenItems {
  readonly actors: ReadonlyMap<string, HidingReason>
  readonly sources: ReadonlyMap<string, HidingReason>
}

/** Sorts out whom and what an audience may not see. */
export function findHiddenItems(brief: Brief, audience: Audience): HiddenItems {
  const hidden = (items: readonly (ListItem & { readonly id: string })[] = []) =>
    new Map(
      items.flatMap((item): [string, HidingReason][] => {
        if (!isCleared(item, audience, brief)) return [[item.id, 'classification']]
        return isMeantFor(item, audience) ? [] : [[item.id, 'audiences']]
      }),
    )
  return { actors: hidden(brief.data.actors), sources: hidden(brief.data.sources) }
}

/** The kind of finding that says what an audience goes without. */
export function hidingCode(reason: HidingReason): DiagnosticCode {
  return reason === 'audiences' ? 'reference-not-for-audience' : 'reference-above-clearance'
}

/** Why a reference is not shown, in words that follow "the speaker `anna`" or "the source `cable`". */
export function describeHiding(reason: HidingReason): string {
  return reason === 'audiences' ? 'is for other audiences' : 'is above its clearance'
}
