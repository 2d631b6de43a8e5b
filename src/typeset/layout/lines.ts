import type { Line as LaidLine } from '../pdfmake-classes.js'
import { widthOf } from './measure.js'
import type { Word } from './nodes.js'
import { Line } from './pdfmake.js'
import { inVisualOrder } from './reorder.js'

const SOFT_HYPHEN = '\u00AD'
/** Shares of the width: a last line of one word, or of less than this, gets one more from the line above if that can spare it. */
const ONE_WORD = 0.3
const SHORT_LAST_LINE = 0.12
const SPARE = 0.7

/** Sets words into lines of `width` points, ragged right. The words stay as they are: lines hold copies. */
export function breakLines(words: readonly Word[], width: number): LaidLine[] {
  const rows = avoidShortLastLine(fillRows(words, width), width)
  return rows.map(row => setRow(row, width))
}

/** Words that may not be parted from one another, as one unit. */
function fillRows(words: readonly Word[], width: number): Word[][] {
  const rows: Word[][] = []
  let row: Word[] = []
  let used = 0
  for (const unit of units(words)) {
    const fits = (wide: number) => used + wide <= width + 0.001
    if (row.length > 0 && !fits(bareWidth(unit))) {
      rows.push(row)
      row = []
      used = 0
    }
    const pieces = fits(bareWidth(unit)) ? [unit] : splitWide(unit, width)
    for (const [index, piece] of pieces.entries()) {
      row.push(...piece)
      used += widthOfWords(piece)
      if (index < pieces.length - 1 || unit.at(-1)?.lineEnd) {
        rows.push(row)
        row = []
        used = 0
      }
    }
  }
  if (row.length > 0) rows.push(row)
  return rows
}

function units(words: readonly Word[]): Word[][] {
  const all: Word[][] = []
  let open: Word[] | undefined
  for (const word of words) {
    if (open) open.push(word)
    else all.push([word])
    open = word.noNewLine ? all.at(-1) : undefined
  }
  return all
}

const widthOfWords = (words: readonly Word[]) => words.reduce((sum, word) => sum + word.width, 0)

/** Without the space at the end, but with the hyphen that a soft one becomes. */
function bareWidth(unit: readonly Word[]): number {
  const last = unit.at(-1)
  if (!last) return 0
  return widthOfWords(unit) - last.trailingCut + (last.text.endsWith(SOFT_HYPHEN) ? hyphenWidth(last) : 0)
}
const hyphenWidth = (word: Word) => widthOf('-', word, word.font)

/** Cuts a unit that is wider than a whole line between characters; composing has warned of it where that matters. */
function splitWide(unit: readonly Word[], width: number): Word[][] {
  const parts: Word[][] = [[]]
  let used = 0
  for (const word of unit) {
    let rest = word
    while (used + rest.width - rest.trailingCut > width) {
      const length = fittingLength(rest, width - used)
      if (length === 0 && used === 0) break
      if (length > 0) parts.at(-1)?.push(resized(rest, rest.text.slice(0, length)))
      rest = { ...resized(rest, rest.text.slice(length)), anchors: [] }
      parts.push([])
      used = 0
    }
    parts.at(-1)?.push(rest)
    used += rest.width
  }
  return parts
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

const resized = (word: Word, text: string): Word => ({
  ...word,
  text,
  width: widthOf(text, word, word.font),
  trailingCut: text === word.text ? word.trailingCut : 0,
})

function avoidShortLastLine(rows: Word[][], width: number): Word[][] {
  const last = rows.at(-1)
  const above = rows.at(-2)
  if (!last || !above || above.at(-1)?.lineEnd) return rows
  const short = units(last).length === 1 ? ONE_WORD : SHORT_LAST_LINE
  if (widthOfWords(last) > width * short) return rows
  const spared = units(above).at(-1) ?? []
  const kept = above.slice(0, above.length - spared.length)
  if (widthOfWords(kept) < width * SPARE || widthOfWords(spared) + bareWidth(last) > width) return rows
  return [...rows.slice(0, -2), kept, [...spared, ...last]]
}

function setRow(row: readonly Word[], width: number): LaidLine {
  const line = new Line(width)
  row.forEach((word, index) => {
    const end = index === row.length - 1
    line.addInline(word.text.endsWith(SOFT_HYPHEN) ? hyphenated(word, end) : { ...word })
  })
  return inVisualOrder(line)
}

function hyphenated(word: Word, endOfLine: boolean): Word {
  const text = word.text.slice(0, -1)
  return endOfLine ? { ...word, width: widthOf(`${text}-`, word, word.font) } : { ...word, text }
}
