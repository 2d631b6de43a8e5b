import { type Priority, priorityRank } from '../brief/index.js'
import { type DiagramStrings, fillPattern, missingFullStop } from '../markup/index.js'

/** The most items that are named one by one: a listener would not remember more. */
const MOST_ITEMS = 12

/** A count in words where the locale has them, otherwise in digits. */
export const countInWords = (count: number, { numbers, lang }: DiagramStrings): string =>
  numbers[count] ?? new Intl.NumberFormat(lang).format(count)

/** Lists items; of many, the first ones and the number of the others. */
export function listItems(items: readonly string[], words: DiagramStrings): string {
  const rest = items.length - MOST_ITEMS
  const separator = words.labels.list_separator
  if (rest <= 0) return items.join(separator)
  return [
    ...items.slice(0, MOST_ITEMS),
    fillPattern(words.labels.more, { count: countInWords(rest, words) }),
  ].join(separator)
}

/** The most important items in their original order; all of them where they are few. */
export function mostImportant<Item extends { readonly priority: Priority }>(
  items: readonly Item[],
): readonly Item[] {
  const ranked = [...items].sort((one, other) => priorityRank(one.priority) - priorityRank(other.priority))
  const chosen = new Set(ranked.slice(0, MOST_ITEMS))
  return items.filter(item => chosen.has(item))
}

/** Lists items; where they are a selection, says so. */
export function listSelected(items: readonly string[], areAll: boolean, words: DiagramStrings): string {
  const said = items.join(words.labels.list_separator)
  return areAll ? said : fillPattern(words.labels.among_them, { items: said })
}

/** Ends a sentence with exactly one full stop. */
export const asSentence = (text: string): string => text + missingFullStop(text)
