import { graphemeSegmenter, present } from '../../diagnostics/index.js'
import type { Line } from '../nodes/line.js'
import type { Word } from '../nodes/word.js'
import {
  BOND_PENALTY,
  BROKEN_WORD_PENALTY,
  type BreakUnit,
  breakUnits,
  HYPHEN_PENALTY,
  joinUnits,
  type UnitBond,
  unitWidths,
} from './break-units.js'
import { hyphenate } from './hyphenate.js'
import { endingInHyphen, retyped, SOFT_HYPHEN, textWidth } from './measure.js'
import { optimumBreaks } from './optimum-fit.js'
import { hangSeparators, splitSeparator, withoutOuterSeparators } from './separators.js'
import { setLine } from './visual-order.js'

/** How a paragraph is to be broken. */
export interface LineBreakOptions {
  /** Words may be hyphenated by the rules of their language where the lines would be ragged without. */
  readonly hyphenate?: boolean
  /** Lines of one length, as in headings. */
  readonly balanced?: boolean
}

/** Sets words without breaking lines but where the author does. */
export const unbrokenLines = (words: readonly Word[]): Line[] =>
  breakIntoLines(breakUnits(words), Number.POSITIVE_INFINITY)

/** Breaks a paragraph into lines of `width` points, ragged right. */
export function breakIntoLines(
  units: readonly BreakUnit[],
  width: number,
  options: LineBreakOptions = {},
): Line[] {
  return splitAtForcedBreaks(hangSeparators(units)).flatMap(part =>
    breakRows(part, width, options).map((row, index, rows) =>
      setLine(printedWords(row), width, index === rows.length - 1),
    ),
  )
}

function splitAtForcedBreaks(units: readonly BreakUnit[]): readonly (readonly BreakUnit[])[] {
  const parts: BreakUnit[][] = []
  let part: BreakUnit[] = []
  for (const unit of units) {
    part.push(unit)
    if (!unit.lineEnd) continue
    parts.push(part)
    part = []
  }
  return part.length > 0 ? [...parts, part] : parts
}

/** Share of the width that a line in a narrow column may fall short before words are hyphenated. */
const RAGGED_SHARE = 0.18

function breakRows(
  units: readonly BreakUnit[],
  width: number,
  { hyphenate, balanced = false }: LineBreakOptions,
): BreakUnit[][] {
  const whole = joinNoBreakUnits(joinAddresses(units, width), width).flatMap(unit =>
    unit.widthAtLineEnd > width ? splitTooWide(unit, width) : [unit],
  )
  const rows = optimumRows(whole, width, balanced)
  const isRagged = (row: readonly BreakUnit[]) =>
    !row.at(-1)?.endsItem && unitWidths(wordsOfRow(row)).widthAtLineEnd < width * (1 - RAGGED_SHARE)
  if (!hyphenate || !rows.slice(0, -1).some(isRagged)) return rows
  const parts = whole.flatMap(unit => (unit.hyphenatedFrom ? [unit] : hyphenateUnit(unit)))
  return parts.length === whole.length ? rows : optimumRows(parts, width, balanced, rows.length)
}

function optimumRows(
  units: readonly BreakUnit[],
  width: number,
  balanced: boolean,
  most?: number,
): BreakUnit[][] {
  let from = 0
  return optimumBreaks(units, width, { balanced }, most).map(to => {
    const row = units.slice(from, to)
    from = to
    return row
  })
}

/**
 * Share of a line that units which should not be separated may take together, lest the line before fall as far short; a
 * reference may take all of it where an item ends before it.
 */
const WIDEST_JOINED_SHARE: Readonly<Record<UnitBond, number>> = {
  reference: 0.25,
  tight: 0.25,
  close: 0,
  loose: 0,
}

/** Joins the parts of each address that a line has room for: a longer one may break after its marks. */
function joinAddresses(units: readonly BreakUnit[], width: number): BreakUnit[] {
  const result: BreakUnit[] = []
  for (let start = 0; start < units.length; ) {
    let end = start + 1
    while (end < units.length && units[end - 1]?.goesOn) end++
    const parts = units.slice(start, end)
    start = end
    const whole = parts.reduce(joinUnits)
    if (parts.length === 1 || !ADDRESS.test(whole.words.map(({ text }) => text).join('')))
      result.push(...parts)
    else if (whole.widthAtLineEnd <= width) result.push(whole)
    else result.push(...parts.map(part => ({ ...part, isOfAddress: true })))
  }
  return result
}

/** Not words with a slash between them. */
const ADDRESS = /:\/\/|@|[\p{L}\p{N}]\.\u200B?\p{L}{2}/u

/** Joins units that should not be separated, as far as a line has room for them; else a break there has a penalty. */
function joinNoBreakUnits(units: readonly BreakUnit[], width: number): BreakUnit[] {
  const result: BreakUnit[] = []
  for (const unit of units) {
    const previous = result.at(-1)
    const bond = previous?.keepWithNext
    if (previous && bond) {
      const isItem = bond === 'reference' && result.at(-2)?.endsItem
      const both = joinUnits(previous, unit)
      if (both.widthAtLineEnd <= width * (isItem ? 1 : WIDEST_JOINED_SHARE[bond])) {
        result[result.length - 1] = both
        continue
      }
      const penalty = Math.max(previous.penalty, BOND_PENALTY[bond])
      result[result.length - 1] = { ...previous, penalty }
    }
    result.push(unit)
  }
  return result
}

/** Splits a unit that is wider than a line: where it may be hyphenated, else between characters. */
const splitTooWide = (unit: BreakUnit, width: number): BreakUnit[] =>
  hyphenateUnit(unit).flatMap(part =>
    part.widthAtLineEnd > width ? splitBetweenCharacters(part, width) : [part],
  )

/** The parts into which a word may be hyphenated. In a word with soft hyphens of its author's only these count. */
export function hyphenateUnit(unit: BreakUnit): BreakUnit[] {
  const [word] = unit.words
  if (!word || unit.isOfAddress || unit.words.length > 1 || unit.endsInHyphen || word.baselineShift !== 0)
    return [unit]
  const texts = hyphenate(word.text, word.lang)
  return texts.length === 1
    ? [unit]
    : texts.map((text, index) => unitPart(unit, word, text, index, texts.length))
}

function unitPart(unit: BreakUnit, word: Word, text: string, index: number, count: number): BreakUnit {
  const last = index === count - 1
  const first = index === 0 ? word : word.with({ anchors: [] })
  const part = last ? withTrailingSpaceOf(word, resized(first, text)) : resized(first, text + SOFT_HYPHEN)
  const properties = last
    ? unit
    : { ...unit, penalty: HYPHEN_PENALTY, lineEnd: false, keepWithNext: undefined }
  return { ...properties, words: [part], ...unitWidths([part]), hyphenatedFrom: unit }
}

/** The last part of a word keeps the space that follows the word. */
const withTrailingSpaceOf = ({ trailingCut }: Word, part: Word): Word => part.with({ trailingCut })

/** Splits a unit between characters; composing has reported it where that matters. */
function splitBetweenCharacters(unit: BreakUnit, width: number): BreakUnit[] {
  const parts: Word[][] = [[]]
  let used = 0
  const [words, separator] = splitSeparator(unit)
  for (const word of words) {
    let rest = word
    while (used + rest.width - rest.trailingCut > width) {
      const length = fittingLength(rest, width - used)
      if (length === 0 && used === 0) break
      if (length > 0) present(parts.at(-1), 'part').push(resized(rest, rest.text.slice(0, length)))
      rest = withTrailingSpaceOf(rest, resized(rest, rest.text.slice(length))).with({ anchors: [] })
      parts.push([])
      used = 0
    }
    present(parts.at(-1), 'part').push(rest)
    used += rest.width
  }
  const widthsAtLineEnd = parts.map(part => unitWidths(part).widthAtLineEnd)
  parts.at(-1)?.push(...separator)
  return parts.map((words, index) => {
    const last = index === parts.length - 1
    const properties = last
      ? unit
      : { ...unit, penalty: BROKEN_WORD_PENALTY, lineEnd: false, endsItem: false }
    const widthAtLineEnd = present(widthsAtLineEnd[index], 'width of a part')
    return { ...properties, words, ...unitWidths(words), widthAtLineEnd, hyphenatedFrom: unit }
  })
}

/** How many UTF-16 code units at the beginning of a word take no more than `available` points. */
function fittingLength(word: Word, available: number): number {
  let fitting = 0
  for (const { index, segment } of graphemeSegmenter().segment(word.text)) {
    const end = index + segment.length
    if (end === word.text.length) break
    if (textWidth(word.text.slice(0, end), word, word.font) > available) break
    fitting = end
  }
  return fitting
}

const resized = (word: Word, text: string): Word =>
  word.with({
    ...retyped(word, text),
    trailingCut: text === word.text ? word.trailingCut : 0,
    lineEnd: false,
  })

/** The words of a line; a word all of whose parts are in the line is one again. */
function wordsOfRow(row: readonly BreakUnit[]): Word[] {
  const words: Word[] = []
  for (let index = 0; index < row.length; index++) {
    const unit = present(row[index], 'unit')
    const { hyphenatedFrom: whole } = unit
    const parts = whole ? row.filter(other => other.hyphenatedFrom === whole) : []
    if (whole && parts.length > 1 && isAllOf(parts, whole)) {
      words.push(...whole.words)
      index += parts.length - 1
    } else words.push(...unit.words)
  }
  return words
}

function isAllOf(parts: readonly BreakUnit[], whole: BreakUnit): boolean {
  const text = parts.flatMap(part => part.words.map(word => word.text.replace(SOFT_HYPHEN, ''))).join('')
  return text === whole.words.map(word => word.text).join('')
}

function printedWords(row: readonly BreakUnit[]): Word[] {
  const words = withoutOuterSeparators(wordsOfRow(row))
  return words.map((word, index) =>
    word.text.endsWith(SOFT_HYPHEN) ? withSoftHyphen(word, index === words.length - 1) : word,
  )
}

/** At the end of a line a soft hyphen prints as a hyphen; elsewhere it is dropped. */
const withSoftHyphen = (word: Word, atLineEnd: boolean): Word =>
  atLineEnd ? endingInHyphen(word) : word.with({ text: word.text.slice(0, -1) })
