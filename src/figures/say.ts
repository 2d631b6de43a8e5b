import { type Priority, rankOf } from '../brief/index.js'
import { type DiagramWords, fill, stopAfter } from '../markup/index.js'

/** Items that are named one by one: of more, nobody would remember the first at the last. */
const MOST = 12

/** A count as one says it: in words as far as the language has them here, in figures beyond. */
export const sayCount = (count: number, { numbers, lang }: DiagramWords): string =>
  numbers[count] ?? new Intl.NumberFormat(lang).format(count)

/** Items one after another; of many, the first and how many follow. */
export function sayItems(items: readonly string[], words: DiagramWords): string {
  const rest = items.length - MOST
  if (rest <= 0) return items.join('; ')
  return [...items.slice(0, MOST), fill(words.labels.more, { count: sayCount(rest, words) })].join('; ')
}

/** Of many items those that matter most, in the order in which they stand; of few all. */
export function mostImportant<Item extends { readonly priority: Priority }>(
  items: readonly Item[],
): readonly Item[] {
  const ranked = [...items].sort((one, other) => rankOf(one.priority) - rankOf(other.priority))
  const chosen = new Set(ranked.slice(0, MOST))
  return items.filter(item => chosen.has(item))
}

/** Says items, and where they are only the most important of those that there are, that they are. */
export function saySome(items: readonly string[], areAll: boolean, words: DiagramWords): string {
  const said = items.join('; ')
  return areAll ? said : fill(words.labels.among_them, { items: said })
}

/** A sentence ends with a full stop, and with one only. */
export const sentence = (text: string): string => text + stopAfter(text)
