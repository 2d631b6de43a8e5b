import { TabStopType } from 'docx'
import { type Cell, textOfInlines } from '../../markup/index.js'
import type { Fonts, TextStyle } from '../../typeset/index.js'
import { widthOfText } from './measure-text.js'
import type { WordContext } from './word-context.js'
import { twips } from './word-units.js'
import type { ParagraphExtras } from './write-paragraph.js'

/** Points that a figure takes before its decimal sign, and from there on. */
export interface FigureParts {
  readonly before: number
  readonly after: number
}

/** The parts of the figure in a cell that is aligned on its decimal sign; undefined for other cells. */
export function figureParts(cell: Cell, text: TextStyle, fonts: Fonts): FigureParts | undefined {
  const [only, ...others] = cell.children
  if (cell.decimalAt === undefined || only?.kind !== 'paragraph' || others.length > 0) return undefined
  const figure = textOfInlines(only.children)
  return {
    before: widthOfText(figure.slice(0, cell.decimalAt), text, fonts),
    after: widthOfText(figure.slice(cell.decimalAt), text, fonts),
  }
}

/** Where the decimal sign of a figure stands: Word moves a figure in a cell to the first decimal tab without one being typed. */
export function decimalTab(
  cell: Cell,
  widest: FigureParts | undefined,
  { width, text, style }: WordContext,
): Pick<ParagraphExtras, 'tabs'> | undefined {
  if (!widest || !figureParts(cell, text, style.fonts)) return undefined
  return {
    tabs: [{ type: TabStopType.DECIMAL, position: twips(Math.max(widest.before, width - widest.after)) }],
  }
}
