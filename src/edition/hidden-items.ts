import type { Brief } from '../brief/index.js'
import type { DiagnosticCode } from '../diagnostics/index.js'
import type { Audience } from './edition.js'
import { isCleared, isMeantFor, type ListItem } from './may-see.js'
import { NameFinder } from './names-in-text.js'

/** Why an audience may not see an actor or a source: `names` that it tells of a hidden actor by name. */
export type HidingReason = 'audiences' | 'classification' | 'names'

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
  const actors = hidden(brief.data.actors)
  const sources = hidden(brief.data.sources)
  const names = hiddenNameFinder(brief, actors)
  for (const source of brief.data.sources ?? []) {
    const isNaming = Object.entries(source).some(
      ([key, value]) => !NOT_PRINTED.has(key) && typeof value === 'string' && names.find(value).length > 0,
    )
    if (isNaming && !sources.has(source.id)) sources.set(source.id, 'names')
  }
  return { actors, sources }
}

/** Fields of a source that no reader sees. */
const NOT_PRINTED: ReadonlySet<string> = new Set(['id', 'text', 'type'])

/** Finds the names of hidden actors in texts, where no other actor has the same. */
export function hiddenNameFinder({ data }: Brief, hidden: ReadonlyMap<string, unknown>): NameFinder {
  const names = (isHidden: boolean) =>
    (data.actors ?? []).filter(({ id }) => hidden.has(id) === isHidden).map(({ name }) => name)
  return new NameFinder(names(true), names(false))
}

/** The kind of finding that says what an audience goes without. */
export function hidingCode(reason: HidingReason): DiagnosticCode {
  return reason === 'classification' ? 'reference-above-clearance' : 'reference-not-for-audience'
}

/** Why a reference is not shown, in words that follow "the speaker `anna`" or "the source `cable`". */
export function describeHiding(reason: HidingReason): string {
  if (reason === 'names') return 'names an actor whom it is not shown'
  return reason === 'audiences' ? 'is for other audiences' : 'is above its clearance'
}
