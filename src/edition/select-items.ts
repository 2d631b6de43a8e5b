import { type Brief, type BriefData, type Priority, parseDate, priorityRank } from '../brief/index.js'
import { type Place, present, type Report } from '../diagnostics/index.js'
import { clearanceInWords, compareClassification } from './classification.js'
import type { Audience } from './edition.js'
import { describeHiding, findHiddenItems, type HiddenItems, hidingCode } from './hidden-items.js'
import { isCleared, isMeantFor, type ListItem } from './may-see.js'

/** Indices into the lists of a brief, in the order in which they are shown. */
export interface ItemSelection {
  readonly lists: ReadonlyMap<string, readonly number[]>
  /** Ids of actors that may be named, shown in the list of actors or not. */
  readonly actors: ReadonlySet<string>
  /** Ids of sources that may be cited. */
  readonly sources: ReadonlySet<string>
  /** Those of whom, and of which, nothing may be shown. */
  readonly hidden: HiddenItems
}

/** Selects the items that an audience sees: meant for it, within its clearance, important enough, and not left out. */
export function selectItems(
  brief: Brief,
  audience: Audience,
  leftOut: ReadonlySet<string>,
  report: Report,
): ItemSelection {
  const { data } = brief
  const isVisible = (item: ListItem) => isCleared(item, audience, brief)
  const isImportantEnough = (item: ListItem) =>
    priorityRank(priorityOf(item)) <= priorityRank(audience.priority)

  const hidden = findHiddenItems(brief, audience)
  const shownIds = (items: readonly { readonly id: string }[] = [], not: ReadonlyMap<string, unknown>) =>
    new Set(items.map(({ id }) => id).filter(id => !not.has(id)))
  const actors = shownIds(data.actors, hidden.actors)
  const sources = shownIds(data.sources, hidden.sources)
  const lists = new Map<string, readonly number[]>()
  for (const [field, items] of listsOf(data)) {
    const isShown = (index: number) => {
      const item = present(items[index], itemPath(field, index))
      if (!isMeantFor(item, audience)) return false
      if (isVisible(item))
        return field === 'sources' || (isImportantEnough(item) && !leftOut.has(itemPath(field, index)))
      reportNotCompared(item, brief.place([field, index, 'classification']), audience, brief, report)
      return false
    }
    lists.set(field, orderOf(field, items, data).filter(isShown))
  }
  lists.set('quotes', withoutHidden(brief, lists.get('quotes') ?? [], hidden, audience, report))
  return { lists, actors, sources, hidden }
}

/** The name of an item in findings and manifests: its list, and its number there from 0. */
export function itemPath(field: string, index: number): string {
  return `${field}[${index}]`
}

/** An item above the clearance is left out silently; one whose marking cannot be compared with it is reported. */
function reportNotCompared(
  { classification }: ListItem,
  place: Place,
  audience: Audience,
  { markings }: Brief,
  report: Report,
): void {
  if (compareClassification(classification, audience, markings) !== 'not-compared') return
  const marking = markings.find(classification ?? '')
  report(
    'marking-not-compared',
    place,
    `\`${classification}\` cannot be compared: ${clearanceInWords(audience, marking, markings)}; the item is left out`,
    `add to \`clearances\` of \`briefwright.yaml\` what \`${audience.name}\` may see, or name in \`audiences\` of the item who it is for`,
  )
}

/** The priority of an item: it should be shown where it does not say. */
export function priorityOf({ priority }: ListItem): Priority {
  return priority ?? 'should'
}

/** The items of a list of a brief, with the fields that all items have. */
export function itemsOfList(data: BriefData, field: string): readonly ListItem[] {
  const value: unknown = data[field as keyof BriefData]
  return Array.isArray(value) ? value : []
}

/** A quotation is left out with its speaker or its source: who said it, and where, is part of it. */
function withoutHidden(
  brief: Brief,
  indices: readonly number[],
  hidden: HiddenItems,
  audience: Audience,
  report: Report,
): number[] {
  return indices.filter(index => {
    const { speaker = [], source } = present(brief.data.quotes?.[index], itemPath('quotes', index))
    const reasons = [
      ...speaker.map((id, at) => ['speaker', at, id, hidden.actors.get(id)] as const),
      ...source.map((id, at) => ['source', at, id, hidden.sources.get(id)] as const),
    ]
    for (const [field, at, id, reason] of reasons) {
      if (reason === undefined) continue
      const message = `\`${audience.name}\` goes without this quotation, whose ${field} \`${id}\` ${describeHiding(reason)}`
      report(hidingCode(reason), brief.place(['quotes', index, field, at]), message)
      return false
    }
    return true
  })
}

function* listsOf(data: BriefData): Generator<[string, readonly ListItem[]]> {
  for (const [field, value] of Object.entries(data)) {
    if (field !== 'audiences' && Array.isArray(value) && value.every(item => typeof item === 'object'))
      yield [field, itemsOfList(data, field)]
  }
}

function orderOf(field: string, items: readonly ListItem[], data: BriefData): readonly number[] {
  return field === 'timeline' ? timelineOrder(data.timeline ?? []) : [...items.keys()]
}

/**
 * The indices of a timeline's items in the order of their dates. Items without a date stay after the item that they
 * follow; equal dates keep their order. The data itself is not reordered, so that paths remain valid.
 */
export function timelineOrder(items: readonly { readonly date?: string | undefined }[]): number[] {
  const groups: { readonly sortKey: number; readonly indices: number[] }[] = []
  for (const [index, { date }] of items.entries()) {
    const sortKey = date === undefined ? undefined : parseDate(date)?.sortKey
    const last = groups.at(-1)
    if (sortKey === undefined && last) last.indices.push(index)
    else groups.push({ sortKey: sortKey ?? Number.NEGATIVE_INFINITY, indices: [index] })
  }
  return groups.sort((a, b) => compareNumbers(a.sortKey, b.sortKey)).flatMap(group => group.indices)
}

/** The difference of two infinite keys would not be a number. */
function compareNumbers(a: number, b: number): number {
  return a < b ? -1 : Number(a > b)
}
