import { lazyData, wordSets } from './data-file.js'

const words = lazyData(() => wordSets('draft/speech/lexicon/data/en/calendar.txt', ['calendar']))

/** Whether a word (in lower case) names a day, a month or a time: a capital letter does not make it a name. */
export function isCalendarWord(lower: string): boolean {
  return words().calendar.has(lower)
}
