import { present } from '../../diagnostics/index.js'
import { retyped } from '../lines/measure.js'
import { isRightToLeft } from '../lines/visual-order.js'
import type { Line } from '../nodes/line.js'
import type { Word } from '../nodes/word.js'

/**
 * Consecutive words of a line in one style and with one link target, which one operation draws: they follow one another in
 * reading order and are adjacent, in either direction. Lengths are points.
 */
export interface WordSequence {
  readonly words: readonly Word[]
  /** From the left of the line to each word. */
  readonly x: readonly number[]
  /** From the left of the line to the leftmost word. */
  readonly left: number
  /** Without the space after the last word, on whichever side that is: a link or a background ends with the word. */
  readonly width: number
}

/** The words of a line in the sequences that are drawn. */
export function wordSequences(line: Line): WordSequence[] {
  const sequences: WordSequence[] = []
  let words: Word[] = []
  let x: number[] = []
  const close = () => {
    if (words.length > 0) sequences.push({ words, x, ...extentOf(words, x) })
    words = []
    x = []
  }
  line.words.forEach((placed, index) => {
    const word = withTrailingSpace(placed)
    const position = present(line.positions[index], 'position of a word')
    const left = isRightToLeft(word) ? position + placed.width - word.width : position
    const last = words.at(-1)
    const continues =
      last !== undefined &&
      word.anchors.length === 0 &&
      haveSameStyle(last, word) &&
      areAdjacent(x.at(-1) ?? left, last.width, left, word.width)
    if (!continues) close()
    if (!continues && word.text === '' && word.anchors.length === 0) return
    words.push(word)
    x.push(left)
  })
  close()
  return sequences
}

/** A word before a forced line break gets a space, so that a screen reader separates it from the next. */
function withTrailingSpace(word: Word): Word {
  if (!word.lineEnd || word.text.endsWith(' ')) return word
  const spaced = retyped(word, `${word.text} `)
  return word.with({ ...spaced, trailingCut: spaced.width - word.width })
}

const areAdjacent = (lastLeft: number, lastWidth: number, left: number, width: number): boolean =>
  Math.abs(lastLeft + lastWidth - left) < 0.01 || Math.abs(left + width - lastLeft) < 0.01

const haveSameStyle = ({ run: one, font }: Word, { run: other, font: otherFont }: Word): boolean =>
  font === otherFont &&
  (one === other ||
    (one.markedContent === other.markedContent &&
      one.size === other.size &&
      one.colour === other.colour &&
      one.letterSpacing === other.letterSpacing &&
      one.baselineShift === other.baselineShift &&
      one.background === other.background &&
      one.underline === other.underline &&
      one.url === other.url &&
      one.goto === other.goto))

function extentOf(words: readonly Word[], x: readonly number[]): { left: number; width: number } {
  let [left, right] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY]
  words.forEach((word, index) => {
    const cut = index === words.length - 1 ? word.trailingCut : 0
    const start = (x[index] as number) + (isRightToLeft(word) ? cut : 0)
    left = Math.min(left, start)
    right = Math.max(right, start + word.width - cut)
  })
  return { left, width: right - left }
}
