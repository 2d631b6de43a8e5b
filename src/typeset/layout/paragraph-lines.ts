import { breakIntoLines } from '../lines/break-lines.js'
import { type BreakUnit, breakUnits } from '../lines/break-units.js'
import type { TypesetSession } from '../lines/typeset-session.js'
import type { ParagraphNode } from '../nodes/layout-nodes.js'
import type { PdfmakeLine } from '../nodes/pdfmake-classes.js'

interface BrokenParagraph {
  readonly units: readonly BreakUnit[]
  readonly linesByWidth: Map<number, readonly PdfmakeLine[]>
}

/** Breaks paragraphs into lines, each when its lines are first needed, and once for each width that is tried. */
export class ParagraphLines {
  readonly #paragraphs = new WeakMap<ParagraphNode, BrokenParagraph>()

  constructor(
    private readonly session: TypesetSession,
    /** Ems: paragraphs of narrower columns are hyphenated. */
    private readonly hyphenateBelow: number,
  ) {}

  /** The lines of a paragraph that is `width` points wide. */
  lines(paragraph: ParagraphNode, width: number): readonly PdfmakeLine[] {
    if (paragraph.lines) return paragraph.lines
    const { units, linesByWidth } = this.#paragraphs.get(paragraph) ?? this.#add(paragraph)
    const known = linesByWidth.get(width)
    if (known) return known
    const size = units[0]?.words[0]?.fontSize ?? 0
    const lines = breakIntoLines(units, width, {
      hyphenate: !paragraph.balanceLines && width < this.hyphenateBelow * size,
      balanced: paragraph.balanceLines === true,
      copyWords: linesByWidth.size > 0,
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

/** Points that lines take one under another. */
export const heightOfLines = (lines: readonly PdfmakeLine[]): number =>
  lines.reduce((sum, line) => sum + line.getHeight(), 0)
