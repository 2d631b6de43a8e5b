import type { Heading } from '../../markup/index.js'

/** How the headings of a page rank: one is the first of all, and none skips a rank. */
export interface HeadingRanks {
  /** Whether one of them is the title of the page; where none is, the page says its title out of sight. */
  readonly haveTitle: boolean
  /** Undefined for a heading that is not on the page. */
  rankOf(heading: Heading): number | undefined
}

/**
 * The headings of a page in their order: each ranks below the one that it belongs to, as in the tags of the PDF, and all of them a
 * rank lower where several stand at the top there, or none does.
 */
export function headingRanks(headings: readonly Heading[]): HeadingRanks {
  const ancestors: number[] = []
  const levels = new Map(
    headings.map(heading => {
      while ((ancestors.at(-1) ?? 0) >= heading.level) ancestors.pop()
      ancestors.push(heading.level)
      return [heading, ancestors.length] as const
    }),
  )
  const haveTitle = [...levels.values()].filter(level => level === 1).length === 1
  const rankOf = (heading: Heading) => {
    const level = levels.get(heading)
    return level === undefined || haveTitle ? level : level + 1
  }
  return { haveTitle, rankOf }
}
