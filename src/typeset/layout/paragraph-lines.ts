import type { Fonts } from '../fonts/open-fonts.js'
import { breakLines } from '../lines/break-lines.js'
import { wordsOfParagraph } from '../lines/measure.js'
import type { ParagraphNode } from '../nodes/layout-nodes.js'
import type { PdfmakeLine as LaidLine } from '../nodes/pdfmake-classes.js'

/** Measures and breaks paragraphs, each when it is first asked for, and once for each width that it is tried at. */
export class ParagraphLines {
  readonly #lines = new WeakMap<ParagraphNode, Map<number, readonly LaidLine[]>>()

  constructor(
    private readonly fonts: Fonts,
    /** Ems: paragraphs of narrower columns are hyphenated. */
    private readonly hyphenateBelow: number,
  ) {}

  /** The lines of a paragraph that is `width` points wide. */
  lines(leaf: ParagraphNode, width: number): readonly LaidLine[] {
    if (leaf.lines) return leaf.lines
    const known = this.#lines.get(leaf)
    const lines = known?.get(width)
    if (lines) return lines
    const broken = this.#break(leaf, width)
    if (known) known.set(width, broken)
    else this.#lines.set(leaf, new Map([[width, broken]]))
    return broken
  }

  #break(leaf: ParagraphNode, width: number): readonly LaidLine[] {
    const words = wordsOfParagraph(leaf, this.fonts)
    const hyphenate = !leaf.balanceLines && width < this.hyphenateBelow * (words[0]?.fontSize ?? 0)
    return breakLines(words, width, { hyphenate, even: leaf.balanceLines === true })
  }
}

/** Points that lines take one under another. */
export const heightOfLines = (lines: readonly LaidLine[]): number =>
  lines.reduce((sum, line) => sum + line.getHeight(), 0)
