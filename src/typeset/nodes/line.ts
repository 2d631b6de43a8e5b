import { type InkRoom, largerRoom, lineWithInk } from './ink-room.js'
import type { Word } from './word.js'

/** Words set side by side. Lengths are points. */
export class Line {
  /** From baseline to baseline. */
  readonly height: number
  /** The greatest of its words, above and below the baseline; with ink that needs more than the leading, the whole line. */
  readonly ascent: number
  readonly descent: number
  /** Without the space after the last word. */
  readonly width: number

  constructor(
    /** In reading order. */
    readonly words: readonly Word[],
    /** Where each word begins, from the left of the line. */
    readonly positions: readonly number[],
    /** The width that the line has room for. */
    readonly room: number,
    /** Its paragraph, or a part of it that its author breaks off, ends with it. */
    readonly isLast = true,
  ) {
    let [height, ascent, descent, width] = [0, 0, 0, 0]
    let ink: InkRoom | undefined
    let inkLeading = 0
    const hasWordsOnBaseline = words.some(isPlain)
    for (const word of words) {
      width += word.width
      if (word.inkRoom) {
        ink = ink ? largerRoom(ink, word.inkRoom) : word.inkRoom
        inkLeading = Math.max(inkLeading, word.height)
      } else if (word.baselineShift === 0 || !hasWordsOnBaseline) {
        height = Math.max(height, word.height)
        ascent = Math.max(ascent, word.ascent)
        descent = Math.max(descent, word.descent)
      }
    }
    if (ink) {
      const { above, below } = lineWithInk({ height, ascent, descent }, ink, inkLeading)
      height = above + below
      ascent = above
      descent = below
    }
    this.height = height
    this.ascent = ascent
    this.descent = descent
    this.width = width - (words.at(-1)?.trailingCut ?? 0)
  }

  /** From the top of the line's box to the top of its type. */
  get halfLeading(): number {
    return (this.height - this.ascent - this.descent) / 2
  }

  get align(): 'left' | 'right' | 'center' {
    return this.words[0]?.align ?? 'left'
  }
}

/** A word that decides where the baseline of its line is: what is raised stands over it, within the leading of the others. */
const isPlain = (word: Word): boolean => word.baselineShift === 0 && !word.inkRoom && word.text !== ''

/** Points that lines take one under another. */
export const heightOfLines = (lines: readonly Line[]): number =>
  lines.reduce((sum, line) => sum + line.height, 0)
