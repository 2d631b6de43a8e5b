import { type Brief, type CitationGroup, type FieldPath, parseCitations } from '../../brief/index.js'

/** The sources that a quotation may come from, the likeliest first. */
export interface CandidateSources {
  readonly sources: readonly string[]
  /** The quotation is cited: no other source may have it. */
  readonly cited: boolean
}

/**
 * Tells the sources that a quotation in prose may come from, by where it ends. A source cited in its sentence or directly
 * after it is the only candidate; one cited later in the paragraph, or in the item's `cite`, is tried before all others.
 */
export function candidateSources(
  brief: Brief,
  path: FieldPath,
  text: string,
  groups: readonly CitationGroup[],
  blockEnds: readonly number[] = [],
): (end: number) => CandidateSources {
  const known = new Set((brief.data.sources ?? []).map(({ id }) => id))
  const ofItem = citedByItem(brief, path)
  const blankLines = Array.from(text.matchAll(/\n[ \t]*\n/g), ({ index }) => index)
  const paragraphEnds =
    blockEnds.length === 0 ? blankLines : [...blankLines, ...blockEnds].sort((a, b) => a - b)
  const sentenceEnds = Array.from(text.matchAll(NEXT_SENTENCE), ({ index }) => index)
  const starts = groups.map(({ range }) => range.start)
  return end => {
    const next = groups[firstFrom(starts, end)]
    const named = (next?.citations ?? []).map(({ source }) => source).filter(id => known.has(id))
    const isBefore = (ends: readonly number[]) =>
      next !== undefined && (ends[firstFrom(ends, end)] ?? text.length) < next.range.start
    const near = named.length > 0 && !isBefore(paragraphEnds)
    if (near && !isBefore(sentenceEnds)) return { sources: named, cited: true }
    const likely = [...(near ? named : []), ...ofItem]
    return { sources: [...new Set([...likely.filter(id => known.has(id)), ...known])], cited: false }
  }
}

/** The end of a sentence that another follows; a citation may stand before its first word. */
const NEXT_SENTENCE = /[.!?。！？]["”“’»«›‹')\]」』]*\s+(?=[^\s[])/g

/** The index of the first of some ascending numbers that is at least `least`. */
export function firstFrom(numbers: readonly number[], least: number): number {
  let low = 0
  let high = numbers.length
  while (low < high) {
    const middle = (low + high) >> 1
    if ((numbers[middle] ?? least) >= least) high = middle
    else low = middle + 1
  }
  return low
}

function citedByItem(brief: Brief, [list, index]: FieldPath): string[] {
  const items: unknown = Object.entries(brief.data).find(([key]) => key === list)?.[1]
  const item: unknown = Array.isArray(items) && typeof index === 'number' ? items[index] : undefined
  if (typeof item !== 'object' || item === null || !('cite' in item) || !Array.isArray(item.cite)) return []
  return item.cite.flatMap((entry: unknown) =>
    typeof entry === 'string' ? parseCitations(entry).map(({ source }) => source) : [],
  )
}
