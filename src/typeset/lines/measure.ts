import type { Face, WordShaper } from '../fonts/face.js'
import { type Fonts, faceFor } from '../fonts/open-fonts.js'
import type { ShapedWord } from '../fonts/shaped-word.js'
import type { TextRun } from '../nodes/paragraph.js'
import { Word } from '../nodes/word.js'
import { withInkRooms } from './measure-ink.js'
import { canBreakBetween, segmentText, type TextSegment } from './segment-text.js'

export const SOFT_HYPHEN = '\u00AD'
/** Zero-width space and word joiner: they allow or forbid a break, and print nothing. */
const INVISIBLE = /[\u200B\u2060]/g

/** Breaks runs into the segments between which a line may end, and measures each. */
export function measureRuns(runs: readonly TextRun[], fonts: Fonts): readonly Word[] {
  const words: Word[] = []
  let previous: readonly string[] = []
  for (const [index, run] of runs.entries()) {
    const font = faceOfRun(run, fonts)
    const shape = shaperOf(run, font)
    const segments = segmentText(run.text)
    const anchors = sameNames(run.anchors, previous) ? NO_ANCHORS : run.anchors
    const next = runs[index + 1]
    for (const [at, segment] of segments.entries()) {
      const joined =
        at === segments.length - 1 &&
        next !== undefined &&
        !canBreakBetween(segment, segmentText(next.text)[0] ?? segment)
      words.push(measureSegment(segment, run, font, shape, at === 0 ? anchors : NO_ANCHORS, joined))
    }
    previous = run.anchors
  }
  return withInkRooms(words)
}

function measureSegment(
  segment: TextSegment,
  run: TextRun,
  font: Face,
  shape: WordShaper,
  anchors: readonly string[],
  joined: boolean,
): Word {
  const text = segment.text.replace(INVISIBLE, '')
  const shaped = shape(text.endsWith(SOFT_HYPHEN) ? text.slice(0, -1) : text)
  const width = widthOfShaped(shaped, run)
  const trailingCut = shaped.bare ? width - widthOfShaped(shaped.bare, run) : spaceWidth(text, width)
  const { lineEnd } = segment
  return new Word(run, { text, shaped, width, trailingCut, font, anchors, lineEnd, noNewLine: joined })
}

/** A word of nothing but spaces takes no room at the end of a line. */
const spaceWidth = (text: string, width: number): number => (text.endsWith(' ') ? width : 0)

/** One for all words that are no destination, which most are. */
const NO_ANCHORS: readonly string[] = []

const sameNames = (one: readonly string[], other: readonly string[]): boolean =>
  one === other || (one.length === other.length && one.every((name, index) => name === other[index]))

/** The width of a word in points. A soft hyphen at its end counts for nothing, as it prints only at the end of a line. */
export function textWidth(text: string, run: TextRun, font: Face): number {
  return widthOfShaped(shaperOf(run, font)(text.endsWith(SOFT_HYPHEN) ? text.slice(0, -1) : text), run)
}

/** Points that glyphs take in the size and letter spacing of a run. */
const widthOfShaped = ({ width, advancingGlyphs }: ShapedWord, run: TextRun): number =>
  (width / 1000) * run.size + run.letterSpacing * advancingGlyphs

/** What of a word changes with its text; its space and its place among other words do not. */
export function retyped({ run, font }: Word, text: string): Pick<Word, 'text' | 'shaped' | 'width'> {
  const shaped = shaperOf(run, font)(text.endsWith(SOFT_HYPHEN) ? text.slice(0, -1) : text)
  return { text, shaped, width: widthOfShaped(shaped, run) }
}

/** A word that ends a line in a soft hyphen: it prints as a hyphen, and is still read as a soft one. */
export function endingInHyphen(word: Word): Word {
  const { run, font, text } = word
  const width = textWidth(`${text.slice(0, -1)}-`, run, font)
  return word.with({ width, shaped: shaperOf(run, font)(text) })
}

/** Shapes the words of a run. */
const shaperOf = (run: TextRun, font: Face): WordShaper => {
  const { lang, level, letterSpacing, inCapitals = false, tabular = false } = run
  return font.shaper({
    lang,
    rightToLeft: level % 2 === 1,
    noLigatures: letterSpacing !== 0,
    inCapitals,
    tabular,
  })
}

function faceOfRun(run: TextRun, fonts: Fonts): Face {
  const face = faceFor(fonts, run)
  if (!face) throw new Error(`family ${run.family} was not checked before layout`)
  return face
}
