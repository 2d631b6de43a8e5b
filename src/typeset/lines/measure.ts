import { type Face, lengthWithoutTrailingSpaces } from '../fonts/face.js'
import { type Fonts, faceFor } from '../fonts/open-fonts.js'
import type { ShapedWord } from '../fonts/shaped-word.js'
import type { TextRun } from '../nodes/paragraph.js'
import { Word } from '../nodes/word.js'
import { canBreakBetween, segmentText, type TextSegment } from './segment-text.js'

export const SOFT_HYPHEN = '\u00AD'
/** Zero-width space and word joiner: they allow or forbid a break, and print nothing. */
const INVISIBLE = /[\u200B\u2060]/g

/** Breaks runs into the segments between which a line may end, and measures each. */
export function measureRuns(runs: readonly TextRun[], fonts: Fonts): Word[] {
  const words: Word[] = []
  let previous: readonly string[] = []
  runs.forEach((run, index) => {
    const font = faceOfRun(run, fonts)
    const segments = segmentText(run.text)
    const next = runs[index + 1]
    segments.forEach((segment, at) => {
      const last = at === segments.length - 1
      const joined =
        last && next !== undefined && !canBreakBetween(segment, segmentText(next.text)[0] ?? segment)
      const anchors = sameNames(run.anchors, previous) ? [] : run.anchors
      previous = run.anchors
      words.push(measureSegment(segment, run, font, anchors, joined))
    })
  })
  return words
}

function measureSegment(
  segment: TextSegment,
  run: TextRun,
  font: Face,
  anchors: readonly string[],
  joined: boolean,
): Word {
  const text = segment.text.replace(INVISIBLE, '')
  const width = textWidth(text, run, font)
  const end = lengthWithoutTrailingSpaces(text)
  const trailingCut = end === text.length ? 0 : width - textWidth(text.slice(0, end), run, font)
  const { lineEnd } = segment
  return new Word(run, { text, width, trailingCut, font, anchors, lineEnd, noNewLine: joined })
}

const sameNames = (one: readonly string[], other: readonly string[]): boolean =>
  one === other || (one.length === other.length && one.every((name, index) => name === other[index]))

/** The width of a word in points. A soft hyphen at its end counts for nothing, as it prints only at the end of a line. */
export function textWidth(text: string, run: TextRun, font: Face): number {
  const { width, advancingGlyphs } = shapeRun(
    text.endsWith(SOFT_HYPHEN) ? text.slice(0, -1) : text,
    run,
    font,
  )
  return (width / 1000) * run.size + run.letterSpacing * advancingGlyphs
}

/** The glyphs of a word of a run. */
export function shapeRun(
  text: string,
  run: Pick<TextRun, 'lang' | 'level' | 'letterSpacing'>,
  font: Face,
): ShapedWord {
  return font.shape(text, {
    lang: run.lang,
    rightToLeft: run.level % 2 === 1,
    noLigatures: run.letterSpacing !== 0,
  })
}

function faceOfRun(run: TextRun, fonts: Fonts): Face {
  const face = faceFor(fonts, run)
  if (!face) throw new Error(`family ${run.family} was not checked before layout`)
  return face
}
