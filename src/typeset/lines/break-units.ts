import type { Word } from '../nodes/word.js'
import { SOFT_HYPHEN, textWidth } from './measure.js'
import { type Bond, bondBetween } from './no-break-pairs.js'
import type { MeasuredBox } from './optimum-fit.js'

/** Words between which no line may end. */
export interface BreakUnit extends MeasuredBox {
  readonly words: readonly Word[]
  /** A line must end after it. */
  readonly lineEnd: boolean
  /** It ends with a mark of addresses, and the unit after it goes on without a space. */
  readonly goesOn?: boolean
  /** Part of an address, in which a hyphen would be read as its own. */
  readonly isOfAddress?: boolean
  /** How firmly it belongs to the unit after it. */
  readonly keepWithNext: UnitBond | undefined
  /** The whole word, if this is a part of a hyphenated one. */
  readonly hyphenatedFrom?: BreakUnit
}

/** How firmly units belong together: as two words do, or as the parts of a `reference` to a source. */
export type UnitBond = Bond | 'reference'

/** The units of a paragraph, in order. */
export function breakUnits(words: readonly Word[]): readonly BreakUnit[] {
  return groupUnbreakable(words).map((group, index, groups) =>
    unitOf(group, groups[index + 1], groups[index - 1]?.at(-1)),
  )
}

function groupUnbreakable(words: readonly Word[]): Word[][] {
  const groups: Word[][] = []
  let open: Word[] | undefined
  for (const word of words) {
    if (open) open.push(word)
    else groups.push([word])
    open = word.noNewLine ? groups.at(-1) : undefined
  }
  return groups
}

function unitOf(
  words: readonly Word[],
  next: readonly Word[] | undefined,
  previous: Word | undefined,
): BreakUnit {
  const last = words.at(-1)
  const spaced = last !== undefined && last.trailingCut > 0
  const text = last?.text.trimEnd() ?? ''
  return {
    words,
    ...unitWidths(words),
    keepWithNext: spaced && !last.lineEnd && next?.[0] ? bondOf(last, next[0], previous) : undefined,
    lineEnd: last?.lineEnd === true,
    endsItem: false,
    ...(!spaced && next && !last?.lineEnd && ADDRESS_MARK.test(text) ? { goesOn: true } : {}),
    penalty: penaltyOf(text, spaced, next?.[0]?.text ?? ''),
  }
}

const bondOf = (last: Word, next: Word, previous: Word | undefined): UnitBond | undefined =>
  last.run.isReference && next.run.isReference
    ? 'reference'
    : bondBetween(
        textWithoutSpace(last),
        textWithoutSpace(next),
        last.lang,
        previous && textWithoutSpace(previous),
      )

const textWithoutSpace = (word: Word) => word.text.trimEnd()

/** Two units as one, which is followed by what follows the second. */
export function joinUnits(one: BreakUnit, other: BreakUnit): BreakUnit {
  const words = [...one.words, ...other.words]
  return { ...other, words, width: one.width + other.width, widthAtLineEnd: one.width + other.widthAtLineEnd }
}

/** Points that words take within a line and at its end. */
export function unitWidths(
  words: readonly Word[],
): Pick<MeasuredBox, 'width' | 'widthAtLineEnd' | 'endsInHyphen'> {
  let width = 0
  for (const word of words) width += word.width
  const last = words.at(-1)
  if (!last) return { width, widthAtLineEnd: width, endsInHyphen: false }
  const endsInHyphen = last.text.endsWith(SOFT_HYPHEN)
  const hyphen = endsInHyphen ? textWidth('-', last, last.font) : 0
  return { width, widthAtLineEnd: width - last.trailingCut + hyphen, endsInHyphen }
}

/** Of a break within a word that is wider than a line. */
export const BROKEN_WORD_PENALTY = 25
/** Of a break between two units: as bad as a line that falls short by a little more than a quarter, by a quarter, and by a sixth. */
export const BOND_PENALTY: Readonly<Record<UnitBond, number>> = {
  reference: 25,
  tight: 25,
  close: 16,
  loose: 3,
}
export const HYPHEN_PENALTY = 5
const COMPOUND_PENALTY = 1.5
const ADDRESS_PENALTY = 3
const ADDRESS_MARK = /[/._?&=#:@%+~]$/
const BEFORE_DASH_PENALTY = 4
const ONE_LETTER_PENALTY = 4
const TWO_LETTER_PENALTY = 0.5

/** UTF-16 units: a mark and two letters. */
const LONGEST_SHORT_WORD = 5

/** A line should not end in a very short word, nor the next begin with a dash. */
function penaltyOf(text: string, spaced: boolean, next: string): number {
  if (text.endsWith(SOFT_HYPHEN)) return HYPHEN_PENALTY
  if (next.startsWith('–') || next.startsWith('—')) return BEFORE_DASH_PENALTY
  if (!spaced) return text.endsWith('-') ? COMPOUND_PENALTY : ADDRESS_MARK.test(text) ? ADDRESS_PENALTY : 0
  if (text.length > LONGEST_SHORT_WORD) return 0
  const letters = /^[(“"‘«]?(\p{L}{1,2})$/u.exec(text)?.[1]?.length
  return letters === 1 ? ONE_LETTER_PENALTY : letters === 2 ? TWO_LETTER_PENALTY : 0
}
