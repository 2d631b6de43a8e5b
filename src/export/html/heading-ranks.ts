import type { Heading } from '../../markup/index.js'

/** How the headings of a page rank: one is the first of all, and none skips a rank. */
export interface HeadingRanks {
  /** Whether one of them is the title of the page; where none is, the page says its title out of sight. */
  readonly haveTitle: boolean
  rankOf(heading: Heading): number
}

/** By their levels in the tags of the PDF; all of them a rank lower where several stand at the top there, or none does. */
export function headingRanks(levels: ReadonlyMap<Heading, Heading['level']>): HeadingRanks {
  const haveTitle = [...levels.values()].filter(level => level === 1).length === 1
  return { haveTitle, rankOf: heading => (levels.get(heading) ?? heading.level) + (haveTitle ? 0 : 1) }
}
