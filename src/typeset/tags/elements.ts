import { Spot, type Tag } from './tag.js'

/** Elements of a document in reading order, with their parents. */
export type Elements = ReadonlyMap<Tag, Tag | undefined>

/** The elements that are written. One of which nothing is drawn is left out, but for the cells of a row. */
export function elementsOf(root: Tag): Elements {
  const drawn = new Set<Tag>()
  findDrawn(root, drawn)
  const kept = new Map<Tag, Tag | undefined>()
  const keep = (tag: Tag, parent: Tag | undefined) => {
    kept.set(tag, parent)
    for (const kid of tag.kids)
      if (!(kid instanceof Spot) && (drawn.has(kid) || tag.role === 'TR')) keep(kid, tag)
  }
  keep(root, undefined)
  return kept
}

function findDrawn(tag: Tag, drawn: Set<Tag>): boolean {
  let found = false
  for (const kid of tag.kids)
    if (kid instanceof Spot ? kid.marks.length > 0 : findDrawn(kid, drawn)) found = true
  if (found) drawn.add(tag)
  return found
}

/** The elements right inside one, as far as they are written. */
export const kidsOf = (tag: Tag, elements: Elements): Tag[] =>
  tag.kids.filter((kid): kid is Tag => !(kid instanceof Spot) && elements.has(kid))
