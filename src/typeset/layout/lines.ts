import type { Line as LaidLine } from '../pdfmake-classes.js'
import { syllables } from './hyphenate.js'
import { widthOf } from './measure.js'
import { optimumBreaks } from './optimum-fit.js'
import { Line } from './pdfmake.js'
import { inVisualOrder } from './reorder.js'
import { HYPHEN, joined, PARTED, SOFT_HYPHEN, type Unit, unitsOf, widths } from './units.js'
import type { Word } from './word.js'

/** How a paragraph is to be broken. */
export interface Breaking {
  /** Words may be hyphenated by the rules of their language where the lines would be ragged without. */
  readonly hyphenate?: boolean
  /** Lines of one length, as in headings. */
  readonly even?: boolean
}

/** Sets words into lines of `width` points, ragged right. Lines hold the words where these are in no other, else copies. */
export function breakLines(words: readonly Word[], width: number, breaking: Breaking = {}): LaidLine[] {
  const take = inLines.has(words) ? copied : taken
  inLines.add(words)
  const lines: LaidLine[] = []
  for (const units of segments(unitsOf(words)))
    for (const row of fillRows(units, width, breaking)) lines.push(setRow(row, width, take))
  return lines
}

const inLines = new WeakSet<readonly Word[]>()
const taken = (word: Word): Word => word
const copied = (word: Word): Word => word.with({})

/** What stands between two ends of line that the author set. */
function segments(units: readonly Unit[]): readonly (readonly Unit[])[] {
  const all: Unit[][] = []
  let open: Unit[] = []
  for (const unit of units) {
    open.push(unit)
    if (!unit.lineEnd) continue
    all.push(open)
    open = []
  }
  return open.length > 0 ? [...all, open] : all
}

/** Share of the width that a line in a narrow column may fall short before words are hyphenated. */
const RAGGED = 0.18

function fillRows(units: readonly Unit[], width: number, { hyphenate, even = false }: Breaking): Unit[][] {
  const whole = bound(units, width).flatMap(unit => (unit.bare > width ? cut(unit, width) : [unit]))
  const rows = rowsOf(whole, width, even)
  if (!hyphenate || !rows.slice(0, -1).some(row => widths(wordsOf(row)).bare < width * (1 - RAGGED)))
    return rows
  const parts = whole.flatMap(unit => (unit.partOf ? [unit] : partsOfUnit(unit)))
  return parts.length === whole.length ? rows : rowsOf(parts, width, even, rows.length)
}

function rowsOf(units: readonly Unit[], width: number, even: boolean, most?: number): Unit[][] {
  let from = 0
  return optimumBreaks(units, width, { even }, most).map(to => {
    const row = units.slice(from, to)
    from = to
    return row
  })
}

/** Share of a line that units which should stand together may take together. */
const WIDEST_BOUND = 0.6

function bound(units: readonly Unit[], width: number): Unit[] {
  const all: Unit[] = []
  let open: Unit | undefined
  for (const unit of units) {
    const both = open && joined(open, unit)
    if (open && both && both.bare <= width * WIDEST_BOUND) all[all.length - 1] = both
    else {
      if (open) all[all.length - 1] = { ...open, penalty: PARTED }
      all.push(unit)
    }
    open = unit.bound ? all.at(-1) : undefined
  }
  return all
}

/** Cuts a unit that is wider than a line: where it may be hyphenated, else between characters. */
function cut(unit: Unit, width: number): Unit[] {
  return partsOfUnit(unit).flatMap(part => (part.bare > width ? splitWide(part, width) : [part]))
}

/** The parts into which a word may be hyphenated. An author's own soft hyphens say where it may be, alone. */
export function partsOfUnit(unit: Unit): Unit[] {
  const [word] = unit.words
  if (!word || unit.words.length > 1 || unit.hyphen || word.rise !== 0) return [unit]
  const texts = syllables(word.text, word.lang)
  return texts.length === 1
    ? [unit]
    : texts.map((text, index) => partOf(unit, word, text, index, texts.length))
}

function partOf(unit: Unit, word: Word, text: string, index: number, count: number): Unit {
  const last = index === count - 1
  const first = index === 0 ? word : word.with({ anchors: [] })
  const words = [last ? ended(resized(first, text), word) : resized(first, text + SOFT_HYPHEN)]
  const after = last ? unit : { ...unit, penalty: HYPHEN, lineEnd: false, bound: false }
  return { ...after, words, ...widths(words), partOf: unit }
}

/** The end of a word has the space that follows the word. */
const ended = (part: Word, { trailingCut }: Word): Word => part.with({ trailingCut })

/** Cuts a unit between characters; composing has warned of it where that matters. */
function splitWide(unit: Unit, width: number): Unit[] {
  const parts: Word[][] = [[]]
  let used = 0
  for (const word of unit.words) {
    let rest = word
    while (used + rest.width - rest.trailingCut > width) {
      const length = fittingLength(rest, width - used)
      if (length === 0 && used === 0) break
      if (length > 0) parts.at(-1)?.push(resized(rest, rest.text.slice(0, length)))
      rest = ended(resized(rest, rest.text.slice(length)), rest).with({ anchors: [] })
      parts.push([])
      used = 0
    }
    parts.at(-1)?.push(rest)
    used += rest.width
  }
  return parts.map((words, index) => {
    const after = index === parts.length - 1 ? unit : { ...unit, penalty: PARTED, lineEnd: false }
    return { ...after, words, ...widths(words), partOf: unit }
  })
}

function fittingLength(word: Word, room: number): number {
  const ends = [...new Intl.Segmenter().segment(word.text)].map(part => part.index + part.segment.length)
  let fitting = 0
  for (const end of ends.slice(0, -1)) {
    if (widthOf(word.text.slice(0, end), word, word.font) > room) break
    fitting = end
  }
  return fitting
}

const resized = (word: Word, text: string): Word =>
  word.with({
    text,
    width: widthOf(text, word, word.font),
    trailingCut: text === word.text ? word.trailingCut : 0,
    lineEnd: false,
  })

/** The words of a line; a word that was cut only on trial is whole again. */
function wordsOf(row: readonly Unit[]): Word[] {
  const words: Word[] = []
  for (let at = 0; at < row.length; at++) {
    const unit = row[at] as Unit
    const { partOf: whole } = unit
    const parts = whole ? row.filter(other => other.partOf === whole) : []
    if (whole && parts.length > 1 && isAllOf(parts, whole)) {
      words.push(...whole.words)
      at += parts.length - 1
    } else words.push(...unit.words)
  }
  return words
}

function isAllOf(parts: readonly Unit[], whole: Unit): boolean {
  const text = parts.flatMap(part => part.words.map(word => word.text.replace(SOFT_HYPHEN, ''))).join('')
  return text === whole.words.map(word => word.text).join('')
}

function setRow(row: readonly Unit[], width: number, take: (word: Word) => Word): LaidLine {
  const line = new Line(width)
  const words = wordsOf(row)
  words.forEach((word, index) => {
    const end = index === words.length - 1
    line.addInline(word.text.endsWith(SOFT_HYPHEN) ? hyphenated(word, end) : take(word))
  })
  return inVisualOrder(line)
}

/** At the end of a line a soft hyphen prints, and still reads as what it is. */
function hyphenated(word: Word, endOfLine: boolean): Word {
  const text = word.text.slice(0, -1)
  return word.with(endOfLine ? { width: widthOf(`${text}-`, word, word.font) } : { text })
}
