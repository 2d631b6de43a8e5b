import { breakIntoLines } from '../lines/break-lines.js'
import { type BreakUnit, breakUnits } from '../lines/break-units.js'
import type { TypesetSession } from '../lines/typeset-session.js'
import type { Line } from '../nodes/line.js'
import type { ParagraphNode } from '../nodes/paragraph.js'

interface BrokenParagraph {
  readonly units: readonly BreakUnit[]
  readonly linesByWidth: Map<number, readonly Line[]>
}

/**
 * Breaks paragraphs into lines, each when its lines are first needed, and once for each width that is tried: layouts of one
 * composed document share the lines.
 */
export class ParagraphLines {
  readonly #paragraphs = new WeakMap<ParagraphNode, BrokenParagraph>()

  constructor(
    private readonly session: TypesetSession,
    /** Ems: paragraphs of narrower columns are hyphenated. */
    private readonly hyphenateBelow: number,
  ) {}

  /** The lines of a paragraph that is `width` points wide. */
  lines(paragraph: ParagraphNode, width: number): readonly Line[] {
    const { units, linesByWidth } = this.#paragraphs.get(paragraph) ?? this.#add(paragraph)
    const known = linesByWidth.get(width)
    if (known) return known
    const size = units[0]?.words[0]?.fontSize ?? 0
    const lines = breakIntoLines(units, width, {
      hyphenate: !paragraph.balanceLines && width < this.hyphenateBelow * size,
      balanced: paragraph.balanceLines === true,
    })
    linesByWidth.set(width, lines)
    return lines
  }

  #add(paragraph: ParagraphNode): BrokenParagraph {
    const broken = { units: breakUnits(this.session.wordsOf(paragraph)), linesByWidth: new Map() }
    this.#paragraphs.set(paragraph, broken)
    return broken
  }
}
