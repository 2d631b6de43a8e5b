import type { Range } from '../../../diagnostics/index.js'
import { isWordItem, type SentenceItem } from './reporting-sentences.js'

/** On what occasion words were said, by what follows the verb of their tag: `while signing the order`, `in a letter to the town`. */
export function occasionAfter(items: readonly SentenceItem[], verb: number): Range | undefined {
  const first = items[verb + 1]
  const second = items[verb + 2]
  if (!isWordItem(first) || !isWordItem(second)) return undefined
  const opens =
    /^(?:while|when|during|after|before)$/.test(first.lower) ||
    (/^(?:in|at)$/.test(first.lower) && /^(?:DET|PRON)$/.test(second.pos))
  if (!opens) return undefined
  let { end } = second
  for (const item of items.slice(verb + 3)) {
    if (!isWordItem(item)) return undefined
    if (/^[.,;:—–]$|^--$/.test(item.text)) break
    end = item.end
  }
  return end - first.start <= MAX_OCCASION_LENGTH ? { start: first.start, end } : undefined
}

/** Characters. */
const MAX_OCCASION_LENGTH = 100
