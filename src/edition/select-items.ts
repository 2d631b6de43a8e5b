import { type Brief, type BriefData, type Priority, priorityRank, timelineOrder } from '../brief/index.js'
import type { Place, Report } from '../diagnostics/index.js'
import { isTlpMarking, isWithinClearance } from './classification.js'
import type { Audience } from './edition.js'

/** What every item of a list may carry. */
interface ItemData {
  readonly audiences?: readonly string[] | undefined
  readonly priority?: Priority | undefined
  readonly classification?: string | undefined
}

/** Indices into the lists of a brief, in the order in which they are shown. */
export interface ItemSelection {
  readonly lists: ReadonlyMap<string, readonly number[]>
  /** Ids of actors that may be named, shown in the list of actors or not. */
  readonly actors: ReadonlySet<string>
  /** Ids of sources that may be cited. */
  readonly sources: ReadonlySet<string>
}

/** Which items an audience sees: meant for it, cleared for it, of a priority that it is shown, and not left out. */
export function selectItems(
  brief: Brief,
  audience: Audience,
  leftOut: ReadonlySet<string>,
  report: Report,
): ItemSelection {
  const { data } = brief
  const cleared = (item: ItemData) => isCleared(item, audience, data.classification)
  const meant = (item: ItemData) => !item.audiences || item.audiences.includes(audience.name)
  const weighty = (item: ItemData) =>
    priorityRank(item.priority ?? 'should') <= priorityRank(audience.priority)

  const actors = new Set((data.actors ?? []).filter(cleared).map(actor => actor.id))
  const sources = new Set(
    (data.sources ?? []).filter(source => cleared(source) && meant(source)).map(source => source.id),
  )
  const lists = new Map<string, readonly number[]>()
  for (const [field, items] of listsOf(data)) {
    const shown = (index: number) => {
      const item = items[index]
      if (!item || !meant(item)) return false
      if (cleared(item)) return field === 'sources' || (weighty(item) && !leftOut.has(itemPath(field, index)))
      reportForeignMarking(item, brief.place([field, index, 'classification']), audience, report)
      return false
    }
    lists.set(field, orderOf(field, items, data).filter(shown))
  }
  lists.set('quotes', withoutHidden(brief, lists.get('quotes') ?? [], { actors, sources }, audience, report))
  return { lists, actors, sources }
}

/** How findings and the manifest name an item: its list, and its number there from 0. */
export function itemPath(field: string, index: number): string {
  return `${field}[${index}]`
}

/** That an item is above a clearance is as it should be; that nobody can tell is not. The finding is the same for all. */
function reportForeignMarking(
  { classification }: ItemData,
  place: Place,
  { clearance }: Audience,
  report: Report,
): void {
  if (classification === undefined || isTlpMarking(classification) === isTlpMarking(clearance)) return
  report(
    'marking-not-compared',
    place,
    `\`${classification}\` cannot be compared with \`${clearance}\`: the item is left out`,
    'use labels of one scheme in the brief and in the `clearance` of its audiences',
  )
}

/** The items of a list of a brief, as what they have in common. */
export function itemsOfList(data: BriefData, field: string): readonly ItemData[] {
  const value: unknown = data[field as keyof BriefData]
  return Array.isArray(value) ? value : []
}

/** A quotation falls with its speaker or its source: who said it, and where, is part of it. */
function withoutHidden(
  brief: Brief,
  indices: readonly number[],
  known: Pick<ItemSelection, 'actors' | 'sources'>,
  audience: Audience,
  report: Report,
): number[] {
  return indices.filter(index => {
    const quote = brief.data.quotes?.[index]
    if (!quote) return false
    const hidden =
      quote.speaker !== undefined && !known.actors.has(quote.speaker)
        ? 'speaker'
        : known.sources.has(quote.source)
          ? undefined
          : 'source'
    if (hidden) {
      const message = `\`${audience.name}\` goes without this quotation, whose ${hidden} it may not see`
      report('reference-above-clearance', brief.place(['quotes', index, hidden]), message)
    }
    return hidden === undefined
  })
}

/** An item marked in another scheme is also seen where the brief as a whole has the same marking. */
function isCleared({ classification }: ItemData, audience: Audience, whole: string | undefined): boolean {
  if (isWithinClearance(classification, audience.clearance)) return true
  return whole !== undefined && !isTlpMarking(whole) && isWithinClearance(classification, whole)
}

function* listsOf(data: BriefData): Generator<[string, readonly ItemData[]]> {
  for (const [field, value] of Object.entries(data)) {
    if (field !== 'audiences' && Array.isArray(value) && value.every(item => typeof item === 'object'))
      yield [field, itemsOfList(data, field)]
  }
}

function orderOf(field: string, items: readonly ItemData[], data: BriefData): readonly number[] {
  return field === 'timeline' ? timelineOrder(data.timeline ?? []) : [...items.keys()]
}
