import { type Priority, priorityRank } from '../brief/index.js'
import { type DiagramStrings, fillPattern, missingFullStop } from '../markup/index.js'

/** Items that are named one by one: of more, nobody would remember the first at the last. */
const MOST_ITEMS = 12

/** A count as one says it: in words as far as the language has them here, in figures beyond. */
export const countInWords = (count: number, { numbers, lang }: DiagramStrings): string =>
  numbers[count] ?? new Intl.NumberFormat(lang).format(count)

/** Items one after another; of many, the first and how many follow. */
export function listItems(items: readonly string[], words: DiagramStrings): string {
  const rest = items.length - MOST_ITEMS
  if (rest <= 0) return items.join('; ')
  return [
    ...items.slice(0, MOST_ITEMS),
    fillPattern(words.labels.more, { count: countInWords(rest, words) }),
  ].join('; ')
}

/** Of many items those that matter most, in the order in which they stand; of few all. */
export function mostImportant<Item extends { readonly priority: Priority }>(
  items: readonly Item[],
): readonly Item[] {
  const ranked = [...items].sort((one, other) => priorityRank(one.priority) - priorityRank(other.priority))
  const chosen = new Set(ranked.slice(0, MOST_ITEMS))
  return items.filter(item => chosen.has(item))
}

/** Says items, and where they are only the most important of those that there are, that they are. */
export function listSelected(items: readonly string[], areAll: boolean, words: DiagramStrings): string {
  const said = items.join('; ')
  return areAll ? said : fillPattern(words.labels.among_them, { items: said })
}

/** A sentence ends with a full stop, and with one only. */
export const asSentence = (text: string): string => text + missingFullStop(text)
