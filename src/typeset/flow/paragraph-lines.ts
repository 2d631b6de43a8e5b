import { breakIntoLines } from '../lines/break-lines.js'
import { breakUnits } from '../lines/break-units.js'
import type { TypesetSession } from '../lines/typeset-session.js'
import type { Line } from '../nodes/line.js'
import type { ParagraphNode } from '../nodes/paragraph.js'

/**
 * Breaks paragraphs into lines, each when its lines are first needed, and once for each width that is tried: layouts of one
 * composed document share the lines.
 */
export class ParagraphLines {
  readonly #linesByWidth = new WeakMap<ParagraphNode, Map<number, readonly Line[]>>()

  constructor(
    private readonly session: TypesetSession,
    /** Ems: paragraphs of narrower columns are hyphenated. */
    private readonly hyphenateBelow: number,
  ) {}

  /** The lines of a paragraph that is `width` points wide. */
  lines(paragraph: ParagraphNode, width: number): readonly Line[] {
    const byWidth = this.#linesByWidth.get(paragraph) ?? new Map<number, readonly Line[]>()
    this.#linesByWidth.set(paragraph, byWidth)
    const lines = byWidth.get(width) ?? this.#broken(paragraph, width)
    byWidth.set(width, lines)
    return lines
  }

  #broken(paragraph: ParagraphNode, width: number): Line[] {
    const words = this.session.wordsOf(paragraph)
    const size = words[0]?.fontSize ?? 0
    return breakIntoLines(breakUnits(words), width, {
      hyphenate: !paragraph.balanceLines && width < this.hyphenateBelow * size,
      balanced: paragraph.balanceLines === true,
    })
  }
}
