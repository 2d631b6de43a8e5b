import type { PdfmakeLine as LaidLine } from '../nodes/pdfmake-classes.js'
import { PdfmakeLine } from '../nodes/pdfmake-modules.js'
import type { Word } from '../nodes/word.js'
import {
  BROKEN_PAIR_PENALTY,
  type BreakUnit,
  breakUnits,
  HYPHEN_PENALTY,
  joinUnits,
  SOFT_HYPHEN,
  unitWidths,
} from './break-units.js'
import { hyphenate } from './hyphenate.js'
import { textWidth } from './measure.js'
import { optimumBreaks } from './optimum-fit.js'
import { inVisualOrder } from './visual-order.js'

/** How a paragraph is to be broken. */
export interface LineBreakOptions {
  /** Words may be hyphenated by the rules of their language where the lines would be ragged without. */
  readonly hyphenate?: boolean
  /** Lines of one length, as in headings. */
  readonly even?: boolean
}

/** Sets words into lines of `width` points, ragged right. Lines hold the words where these are in no other, else copies. */
export function breakLines(
  words: readonly Word[],
  width: number,
  breaking: LineBreakOptions = {},
): LaidLine[] {
  const take = inLines.has(words) ? copied : taken
  inLines.add(words)
  const lines: LaidLine[] = []
  for (const units of splitAtForcedBreaks(breakUnits(words)))
    for (const row of breakRows(units, width, breaking)) lines.push(lineOf(row, width, take))
  return lines
}

const inLines = new WeakSet<readonly Word[]>()
const taken = (word: Word): Word => word
const copied = (word: Word): Word => word.with({})

/** What stands between two ends of line that the author set. */
function splitAtForcedBreaks(units: readonly BreakUnit[]): readonly (readonly BreakUnit[])[] {
  const all: BreakUnit[][] = []
  let open: BreakUnit[] = []
  for (const unit of units) {
    open.push(unit)
    if (!unit.lineEnd) continue
    all.push(open)
    open = []
  }
  return open.length > 0 ? [...all, open] : all
}

/** Share of the width that a line in a narrow column may fall short before words are hyphenated. */
const RAGGED_SHARE = 0.18

function breakRows(
  units: readonly BreakUnit[],
  width: number,
  { hyphenate, even = false }: LineBreakOptions,
): BreakUnit[][] {
  const whole = joinNoBreakUnits(units, width).flatMap(unit =>
    unit.bare > width ? splitTooWide(unit, width) : [unit],
  )
  const rows = optimumRows(whole, width, even)
  if (
    !hyphenate ||
    !rows.slice(0, -1).some(row => unitWidths(wordsOfRow(row)).bare < width * (1 - RAGGED_SHARE))
  )
    return rows
  const parts = whole.flatMap(unit => (unit.hyphenatedFrom ? [unit] : hyphenateUnit(unit)))
  return parts.length === whole.length ? rows : optimumRows(parts, width, even, rows.length)
}

function optimumRows(
  units: readonly BreakUnit[],
  width: number,
  even: boolean,
  most?: number,
): BreakUnit[][] {
  let from = 0
  return optimumBreaks(units, width, { even }, most).map(to => {
    const row = units.slice(from, to)
    from = to
    return row
  })
}

/** Share of a line that units which should stand together may take together. */
const WIDEST_JOINED_SHARE = 0.6

function joinNoBreakUnits(units: readonly BreakUnit[], width: number): BreakUnit[] {
  const all: BreakUnit[] = []
  let open: BreakUnit | undefined
  for (const unit of units) {
    const both = open && joinUnits(open, unit)
    if (open && both && both.bare <= width * WIDEST_JOINED_SHARE) all[all.length - 1] = both
    else {
      if (open) all[all.length - 1] = { ...open, penalty: BROKEN_PAIR_PENALTY }
      all.push(unit)
    }
    open = unit.keepWithNext ? all.at(-1) : undefined
  }
  return all
}

/** Cuts a unit that is wider than a line: where it may be hyphenated, else between characters. */
function splitTooWide(unit: BreakUnit, width: number): BreakUnit[] {
  return hyphenateUnit(unit).flatMap(part =>
    part.bare > width ? splitBetweenCharacters(part, width) : [part],
  )
}

/** The parts into which a word may be hyphenated. An author's own soft hyphens say where it may be, alone. */
export function hyphenateUnit(unit: BreakUnit): BreakUnit[] {
  const [word] = unit.words
  if (!word || unit.words.length > 1 || unit.hyphen || word.baselineShift !== 0) return [unit]
  const texts = hyphenate(word.text, word.lang)
  return texts.length === 1
    ? [unit]
    : texts.map((text, index) => unitPart(unit, word, text, index, texts.length))
}

function unitPart(unit: BreakUnit, word: Word, text: string, index: number, count: number): BreakUnit {
  const last = index === count - 1
  const first = index === 0 ? word : word.with({ anchors: [] })
  const words = [last ? withTrailingSpaceOf(resized(first, text), word) : resized(first, text + SOFT_HYPHEN)]
  const after = last ? unit : { ...unit, penalty: HYPHEN_PENALTY, lineEnd: false, bound: false }
  return { ...after, words, ...unitWidths(words), hyphenatedFrom: unit }
}

/** The end of a word has the space that follows the word. */
const withTrailingSpaceOf = (part: Word, { trailingCut }: Word): Word => part.with({ trailingCut })

/** Cuts a unit between characters; composing has warned of it where that matters. */
function splitBetweenCharacters(unit: BreakUnit, width: number): BreakUnit[] {
  const parts: Word[][] = [[]]
  let used = 0
  for (const word of unit.words) {
    let rest = word
    while (used + rest.width - rest.trailingCut > width) {
      const length = fittingLength(rest, width - used)
      if (length === 0 && used === 0) break
      if (length > 0) parts.at(-1)?.push(resized(rest, rest.text.slice(0, length)))
      rest = withTrailingSpaceOf(resized(rest, rest.text.slice(length)), rest).with({ anchors: [] })
      parts.push([])
      used = 0
    }
    parts.at(-1)?.push(rest)
    used += rest.width
  }
  return parts.map((words, index) => {
    const after =
      index === parts.length - 1 ? unit : { ...unit, penalty: BROKEN_PAIR_PENALTY, lineEnd: false }
    return { ...after, words, ...unitWidths(words), partOf: unit }
  })
}

function fittingLength(word: Word, room: number): number {
  const ends = [...new Intl.Segmenter().segment(word.text)].map(part => part.index + part.segment.length)
  let fitting = 0
  for (const end of ends.slice(0, -1)) {
    if (textWidth(word.text.slice(0, end), word, word.font) > room) break
    fitting = end
  }
  return fitting
}

const resized = (word: Word, text: string): Word =>
  word.with({
    text,
    width: textWidth(text, word, word.font),
    trailingCut: text === word.text ? word.trailingCut : 0,
    lineEnd: false,
  })

/** The words of a line; a word that was cut only on trial is whole again. */
function wordsOfRow(row: readonly BreakUnit[]): Word[] {
  const words: Word[] = []
  for (let at = 0; at < row.length; at++) {
    const unit = row[at] as BreakUnit
    const { hyphenatedFrom: whole } = unit
    const parts = whole ? row.filter(other => other.hyphenatedFrom === whole) : []
    if (whole && parts.length > 1 && isAllOf(parts, whole)) {
      words.push(...whole.words)
      at += parts.length - 1
    } else words.push(...unit.words)
  }
  return words
}

function isAllOf(parts: readonly BreakUnit[], whole: BreakUnit): boolean {
  const text = parts.flatMap(part => part.words.map(word => word.text.replace(SOFT_HYPHEN, ''))).join('')
  return text === whole.words.map(word => word.text).join('')
}

function lineOf(row: readonly BreakUnit[], width: number, take: (word: Word) => Word): LaidLine {
  const line = new PdfmakeLine(width)
  const words = wordsOfRow(row)
  words.forEach((word, index) => {
    const end = index === words.length - 1
    line.addInline(word.text.endsWith(SOFT_HYPHEN) ? hyphenated(word, end) : take(word))
  })
  return inVisualOrder(line)
}

/** At the end of a line a soft hyphen prints, and still reads as what it is. */
function hyphenated(word: Word, endOfLine: boolean): Word {
  const text = word.text.slice(0, -1)
  return word.with(endOfLine ? { width: textWidth(`${text}-`, word, word.font) } : { text })
}
