import type { Fonts } from '../fonts/open-fonts.js'
import type { Line as LaidLine } from '../pdfmake-classes.js'
import { breakLines } from './lines.js'
import { wordsOf } from './measure.js'
import type { Leaf } from './nodes.js'

/** Measures and breaks paragraphs, each when it is first asked for, and once for each width that it is tried at. */
export class Paragraphs {
  readonly #lines = new WeakMap<Leaf, Map<number, readonly LaidLine[]>>()

  constructor(
    private readonly fonts: Fonts,
    /** Ems: paragraphs of narrower columns are hyphenated. */
    private readonly hyphenateBelow: number,
  ) {}

  /** The lines of a paragraph that is `width` points wide. */
  lines(leaf: Leaf, width: number): readonly LaidLine[] {
    if (leaf.lines) return leaf.lines
    const known = this.#lines.get(leaf)
    const lines = known?.get(width)
    if (lines) return lines
    const broken = this.#break(leaf, width)
    if (known) known.set(width, broken)
    else this.#lines.set(leaf, new Map([[width, broken]]))
    return broken
  }

  #break(leaf: Leaf, width: number): readonly LaidLine[] {
    const words = wordsOf(leaf, this.fonts)
    const hyphenate = !leaf.heading && width < this.hyphenateBelow * (words[0]?.fontSize ?? 0)
    return breakLines(words, width, { hyphenate, even: leaf.heading === true })
  }
}

/** Points that lines take one under another. */
export const heightOfLines = (lines: readonly LaidLine[]): number =>
  lines.reduce((sum, line) => sum + line.getHeight(), 0)
