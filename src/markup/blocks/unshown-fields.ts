import { shapeAt, TARGET_LISTS } from '../../brief/index.js'
import type { Place } from '../../diagnostics/index.js'
import {
  type Edition,
  type EditionData,
  fieldAt,
  isPlacedValue,
  PlainValue,
  placeInBrief,
  SourceCitation,
  SourceCitations,
} from '../../edition/index.js'
import { attributeOf, type HtmlElement, type HtmlNode } from '../html/html-node.js'
import { asDataFields, hasValue, ownField, valueText } from '../prose/data-values.js'
import type { DiagramData } from './diagrams.js'
import { placesInDiagram } from './fields-in-diagram.js'

/** What a template printed of an edition. */
export interface PrintedContent {
  /** Without what is left out as empty, but with the entries of the list of sources, if there is one. */
  readonly nodes: readonly HtmlNode[]
  /** Ids of the sources that it cites. */
  readonly cited: readonly string[]
  /** Fields that are shown without words of their own, if anything of their item is. */
  readonly shownWithoutWords: ReadonlySet<string>
  /** What a diagram draws, if anything. */
  readonly drawnIn: (element: HtmlElement) => DiagramData | undefined
}

/**
 * The fields that readers could see of what a template prints, and that it never printed, in the order of the brief: of
 * the items of each list that its `sections` name or that it prints, of the texts that `sections` name, and of the fields of
 * a house's own that its template declares. To ask for a
 * field is not to print it.
 */
export function unshownFields({ audience, data }: Edition, printed: PrintedContent): readonly string[] {
  const shown = new Set<string>()
  const seenThemselves = new Set<string>()
  const lists = new Set([...audience.sections, ...FREE_CONTENT.filter(list => data[list] !== undefined)])
  if (audience.fields.size > 0) lists.add('custom')
  for (const place of placesOfNodes(printed.nodes, data, printed)) {
    const at = fieldAt(placeInBrief(place))
    if (!at) continue
    if (at.via === undefined && at.others === undefined) {
      if (seenThemselves.has(at.field)) continue
      seenThemselves.add(at.field)
    }
    for (const field of [at.field, ...(at.others ?? [])]) shown.add(field)
    if (at.via === undefined) lists.add(topOf(at.field))
    else shown.add(at.via)
  }
  if (printed.shownWithoutWords.size > 0) {
    const items = new Set([...shown].map(itemOf))
    for (const field of printed.shownWithoutWords) if (items.has(itemOf(field))) shown.add(field)
  }
  const known = [...lists].filter(name => shapeAt([name]) !== undefined)
  const expected = known.flatMap(name => [...new Set(fieldsIn(shownPart(name, data, printed.cited)))])
  return inOrderOfBrief(joinLists(expected, shown))
}

/** What is for all audiences that it does not exclude itself, whether their templates know of it or not. */
const FREE_CONTENT: readonly string[] = Object.keys(TARGET_LISTS)

/** The sources that an edition shows are those that it cites. */
function shownPart(name: string, data: EditionData, cited: readonly string[]): unknown {
  const value = data[name]
  if (name !== 'sources' || !Array.isArray(value)) return value
  return value.filter(source => cited.includes(valueText(ownField(source, 'id')) ?? ''))
}

function* placesOfNodes(
  nodes: readonly HtmlNode[],
  data: EditionData,
  printed: PrintedContent,
): Generator<Place> {
  for (const node of nodes) {
    if (node.name === undefined) {
      if (node.isFromBrief) yield node.place
      continue
    }
    if (node.name === 'source-ref') yield node.place
    const diagram = printed.drawnIn(node)
    if (diagram) yield* placesInDiagram(diagram, data, attributeOf(node, 'list') !== 'none')
    for (const name of READ_ATTRIBUTES) yield* node.attributes.get(name)?.fromBrief ?? []
    yield* placesOfNodes(node.children, data, printed)
  }
}

/** Attributes that reach readers: a picture and its words, and where a link leads. */
const READ_ATTRIBUTES = ['alt', 'href', 'src']

/** The names of all fields for readers in a value of an edition that hold something. */
function fieldsIn(value: unknown): string[] {
  if (Array.isArray(value)) return value.flatMap(fieldsIn)
  if (value instanceof SourceCitations) return value.list.flatMap(fieldsIn)
  if (isPlacedValue(value) || value instanceof SourceCitation) {
    const at = fieldAt(value.place)
    return at && holdsSomething(value) ? [at.via ?? at.field] : []
  }
  return Object.values(asDataFields(value) ?? {}).flatMap(fieldsIn)
}

/** A 0 is said, too, unlike in conditions of templates. */
function holdsSomething(value: unknown): boolean {
  return value instanceof PlainValue || hasValue(value)
}

/** Those that are not shown; a list of which nothing is shown is named as one. */
function joinLists(expected: readonly string[], shown: ReadonlySet<string>): string[] {
  const missing = expected.filter(field => !shown.has(field))
  if (missing.length === 0) return []
  const seen = new Set(expected.filter(field => shown.has(field)).map(listOf))
  return [...new Set(missing.map(field => (seen.has(listOf(field)) ? field : listOf(field))))]
}

/** Items of a timeline are shown by date, and templates print fields in their own order. */
function inOrderOfBrief(fields: readonly string[]): readonly string[] {
  const shape = shapeAt([])
  const order = shape?.kind === 'fields' ? [...shape.entries.keys()] : []
  const indexOf = (field: string) => Number(/\[(\d+)\]/.exec(field)?.[1] ?? 0)
  return fields.toSorted(
    (a, b) => order.indexOf(topOf(a)) - order.indexOf(topOf(b)) || indexOf(a) - indexOf(b),
  )
}

const topOf = (field: string) => /^\w+/.exec(field)?.[0] ?? ''
const itemOf = (field: string) => /^\w+\[\d+\]/.exec(field)?.[0] ?? ''
/** A field without the number of an entry of its own list. */
const listOf = (field: string) => /^\w+\[\d+\]\.\w+/.exec(field)?.[0] ?? field
