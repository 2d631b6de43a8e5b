import type { DateParts, EdtfDate } from '../../brief/index.js'
import { fillPattern } from './locale.js'
import type { DateFormats, DatePhrase } from './locale-schema.js'

/** Puts a date into a sentence, as far as the locale has words for that: “en avril 2025”, “im April 2025”. */
export function phraseDate(
  words: string,
  parts: DateParts,
  precision: EdtfDate['precision'],
  phrase: DatePhrase,
  formats: DateFormats,
): string {
  const pattern = datePattern(parts, precision, phrase, formats)
  return pattern === undefined ? words : fillDatePhrase(pattern, words, parts, formats)
}

/** Whether the locale has words for a phrase. */
export const hasPhrase = (phrase: DatePhrase, { phrases }: DateFormats): boolean =>
  phrases?.[phrase] !== undefined

/** Whether the phrase puts dates into words of its own, as in “del 3 de abril”. */
export const hasForms = (phrase: DatePhrase, { phrases }: DateFormats): boolean =>
  phrases?.[phrase]?.day !== undefined

function datePattern(
  [, month, day]: DateParts,
  precision: EdtfDate['precision'],
  phrase: DatePhrase,
  { phrases }: DateFormats,
): string | undefined {
  const patterns = phrases?.[phrase]
  if (precision === 'decade') return patterns?.decade
  if (day !== undefined) return patterns?.day
  if (month === undefined) return patterns?.year
  const season = SEASONS[month - FIRST_SEASON]
  return season === undefined ? patterns?.month : patterns?.[season]
}

/** EDTF numbers the seasons from 21, where other dates have the month. */
export const FIRST_SEASON = 21
const SEASONS = ['spring', 'summer', 'autumn', 'winter'] as const

function fillDatePhrase(
  pattern: string,
  words: string,
  [year]: DateParts,
  { elisions = {} }: DateFormats,
): string {
  const filled = fillPattern(pattern, { date: words, year })
  const elided = Object.entries(elisions).find(
    ([full]) => filled.startsWith(`${full} `) && VOWEL.test(filled.slice(full.length + 1)),
  )
  return elided ? elided[1] + filled.slice(elided[0].length + 1) : filled
}

const VOWEL = /^[aeiouyhàâäéèêëîïôöùûü]/i
