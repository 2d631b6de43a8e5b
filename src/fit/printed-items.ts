import { type Place, present } from '../diagnostics/index.js'
import { type Item, placeInBrief } from '../edition/index.js'
import {
  type Block,
  type Document,
  findNodes,
  partsOfDocument,
  textOfInlines,
  visitNodes,
} from '../markup/index.js'
import type { OptionalItem } from './omission-order.js'
import { FIGURE_WEIGHT } from './optional-figures.js'

/**
 * The items that may be left out and would then be printed less, in the order in which a document prints them; the
 * document `without` a whole list tells. An actor who is only the speaker of a quotation is named there whether the
 * list of actors is printed or not. What only annexes print is not left out, as they are outside the limit.
 */
export function optionalItems(
  items: readonly Item[],
  whole: Document,
  without: (items: readonly Item[]) => Document | undefined,
): OptionalItem[] {
  const spare = items.filter(item => item.priority !== 'must')
  const rest = new Map<Item, number>()
  for (const field of new Set(spare.map(item => item.field))) {
    const list = spare.filter(item => item.field === field)
    const document = without(list) ?? whole
    for (const [item, characters] of new ItemFinder(list).charactersIn(document)) rest.set(item, characters)
  }
  return [...new ItemFinder(spare).charactersIn(whole)].flatMap(([item, characters]) => {
    const weight = characters - (rest.get(item) ?? 0)
    return weight > 0 ? [{ ...item, weight }] : []
  })
}

/** The heading under which each item is first printed; items that are under none are not included. */
export function itemHeadings(items: readonly Item[], document: Document): ReadonlyMap<string, string> {
  const finder = new ItemFinder(items)
  const headings = new Map<string, string>()
  for (const { heading, words } of documentSections(document.blocks))
    for (const word of words) {
      const item = finder.find(word.place)
      if (item && heading !== undefined && !headings.has(item.path)) headings.set(item.path, heading)
    }
  return headings
}

/** The part of a document under one heading; sections within sections belong to the outermost. */
export interface DocumentSection {
  readonly heading: string | undefined
  readonly words: readonly { readonly place: Place; readonly text: string }[]
}

/** The sections of a document with their headings, in columns too, and the blocks that are in none. */
export function documentSections(blocks: readonly Block[]): DocumentSection[] {
  return blocks.flatMap((block): DocumentSection[] => {
    if (block.kind === 'columns') return block.columns.flatMap(documentSections)
    if (block.kind === 'parallel') return block.columns.flatMap(({ children }) => documentSections(children))
    const [heading] = block.kind === 'section' ? findNodes(block.children, 'heading') : []
    return [{ heading: heading && textOfInlines(heading.children), words: findNodes([block], 'text') }]
  })
}

/** Finds the item of a brief that contains a place. */
class ItemFinder {
  readonly #sorted: readonly Item[]

  constructor(items: readonly Item[]) {
    this.#sorted = [...items].sort((a, b) => a.place.range.start - b.place.range.start)
  }

  find(place: Place): Item | undefined {
    const { file, range } = placeInBrief(place)
    let low = 0
    let high = this.#sorted.length
    while (low < high) {
      const middle = (low + high) >> 1
      if (present(this.#sorted[middle], 'item').place.range.start <= range.start) low = middle + 1
      else high = middle
    }
    const item = this.#sorted[low - 1]
    return item && item.place.file === file && range.end <= item.place.range.end ? item : undefined
  }

  /** How many characters of each item a document prints before its annexes, in the order in which it prints them. */
  charactersIn(document: Document): ReadonlyMap<Item, number> {
    const counts = new Map<Item, number>()
    for (const { place, characters } of printedCharacters(document)) {
      const item = this.find(place)
      if (item) counts.set(item, (counts.get(item) ?? 0) + characters)
    }
    return counts
  }
}

/** The texts and pictures of a document before its annexes, with the characters that they take, or would fill their space. */
export function printedCharacters(
  document: Document,
): readonly { readonly place: Place; readonly characters: number }[] {
  const found: { readonly place: Place; readonly characters: number }[] = []
  visitNodes(partsOfDocument(document).body, node => {
    if (node.kind === 'text') found.push({ place: node.place, characters: node.text.length })
    else if (node.kind === 'figure') found.push({ place: node.place, characters: FIGURE_WEIGHT })
  })
  return found
}
