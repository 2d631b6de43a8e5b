import type { Word } from '../nodes/word.js'
import type { BreakUnit } from './break-units.js'

/**
 * Hangs each mark that separates two texts, such as the middle dot of an attribution, on the unit before it, where it takes no
 * room at the end of a line: the end of the line separates by itself.
 */
export function hangSeparators(units: readonly BreakUnit[]): readonly BreakUnit[] {
  if (!units.some(isSeparator)) return units
  const hung: BreakUnit[] = []
  for (const unit of units) {
    const before = hung.at(-1)
    if (before && !before.lineEnd && isSeparator(unit)) hung[hung.length - 1] = withSeparator(before, unit)
    else hung.push(unit)
  }
  return hung.map(unit =>
    unit.endsItem ? unit : { ...unit, penalty: Math.max(unit.penalty, WITHIN_ITEM_PENALTY) },
  )
}

/** Of a line that ends within one of several items: as bad as one between them that is four tenths short. */
const WITHIN_ITEM_PENALTY = 15

/** Whether a unit is a separator and the spaces around it. */
const isSeparator = ({ words }: BreakUnit): boolean => isSeparating(words)

const isSeparating = (words: readonly Word[]): boolean =>
  words.some(({ run }) => run.isSeparator) && words.every(word => word.run.isSeparator || isBlank(word))

const isBlank = ({ text }: Word): boolean => text.trim() === ''

/** A unit with the separator that follows it. */
export const withSeparator = (unit: BreakUnit, separator: BreakUnit): BreakUnit => ({
  ...unit,
  words: [...unit.words, ...separator.words],
  width: unit.width + separator.width,
  lineEnd: separator.lineEnd,
  keepWithNext: undefined,
  penalty: 0,
  endsItem: true,
})

/** A unit without the separator that hangs on it, and that separator. */
export function splitSeparator({ words }: BreakUnit): readonly [readonly Word[], readonly Word[]] {
  const from = separatorStart(words)
  return [words.slice(0, from), words.slice(from)]
}

/** The words of a line without separators at its beginning and at its end; all of them where it has no others. */
export function withoutOuterSeparators(words: readonly Word[]): readonly Word[] {
  if (!words.some(({ run }) => run.isSeparator)) return words
  const end = separatorStart(words)
  let start = 0
  while (start < end && isSeparating(words.slice(0, start + 1))) start++
  return start < end ? words.slice(start, end) : words
}

/** Where the separator at the end of words begins: their count if there is none. */
function separatorStart(words: readonly Word[]): number {
  const last = words.findLastIndex(word => !word.run.isSeparator && !isBlank(word))
  const from = words.findIndex((word, index) => index > last && word.run.isSeparator)
  return from === -1 ? words.length : from
}
