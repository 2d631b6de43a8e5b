import * as v from 'valibot'
import type { Brief } from './brief.js'
import { type BriefData, briefSchema } from './schema/schema.js'
import type { YamlPlaces } from './yaml/places.js'
import type { FieldPath } from './yaml/tree.js'

/**
 * What can be judged of a brief that has errors: its valid items, each at the place where it is written. Quotations
 * whose source cannot be read are left out, and all prose as well unless `sourcesKnown`, since it may quote from there.
 */
export function readableParts(
  read: Readonly<Record<string, unknown>>,
  places: YamlPlaces,
  sourcesKnown: boolean,
): YamlPlaces & Pick<Brief, 'data'> {
  const sources = validItems('sources', read.sources)
  const complete = sourcesKnown && (!Array.isArray(read.sources) || read.sources.length === sources.length)
  const ids = new Set(sources.map(({ item }) => fieldOf(item, 'id')))
  const kept = new Map<string, readonly IndexedItem[]>()
  const single: [string, unknown][] = []
  for (const [key, value] of Object.entries(read)) {
    if (!complete && !QUOTE_FIELDS.has(key)) continue
    if (Array.isArray(value)) kept.set(key, validItems(key, value))
    else if (matchesSchema(key, value)) single.push([key, value])
  }
  const isReadable = ({ item }: IndexedItem) =>
    [fieldOf(item, 'source')].flat().every(source => ids.has(source))
  kept.set('quotes', kept.get('quotes')?.filter(isReadable) ?? [])
  const lists = [...kept].map(([key, items]) => [key, items.map(({ item }) => item)] as const)
  const data = v.parse(briefSchema, {
    ...REQUIRED_FIELDS,
    ...Object.fromEntries(single),
    ...Object.fromEntries(lists),
  })
  return { data, ...placesOfKept(places, kept) }
}

/** An item of a list, with its number in the file. */
interface IndexedItem {
  readonly item: unknown
  readonly index: number
}

/** What the quotations in `quotes` are judged by. */
const QUOTE_FIELDS: ReadonlySet<string> = new Set(['lang', 'actors', 'quotes', 'sources'])
/** Stand-ins for required fields that are missing; they are never shown. */
const REQUIRED_FIELDS = { title: '', as_of: '' }

function validItems(key: string, value: unknown): IndexedItem[] {
  if (!Array.isArray(value)) return []
  return value
    .map((item: unknown, index) => ({ item, index }))
    .filter(({ item }) => matchesSchema(key, [item]))
}

function matchesSchema(key: string, value: unknown): boolean {
  return Object.hasOwn(briefSchema.entries, key) && v.is(briefSchema.entries[key as keyof BriefData], value)
}

function fieldOf(item: unknown, key: string): unknown {
  return typeof item === 'object' && item !== null
    ? Object.entries(item).find(([name]) => name === key)?.[1]
    : undefined
}

function placesOfKept(places: YamlPlaces, kept: ReadonlyMap<string, readonly IndexedItem[]>): YamlPlaces {
  const written = (path: FieldPath): FieldPath => {
    const index = typeof path[1] === 'number' ? kept.get(String(path[0]))?.[path[1]]?.index : undefined
    return index === undefined ? path : path.with(1, index)
  }
  return {
    place: (path, part) => places.place(written(path), part),
    placeWithin: (path, start, end) => places.placeWithin(written(path), start, end),
  }
}
