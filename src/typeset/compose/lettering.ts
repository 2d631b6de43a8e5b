import type { Place } from '../../diagnostics/index.js'
import type { Face, Lettering, Type } from '../../figures/index.js'
import { faceFor } from '../fonts/open-fonts.js'
import { breakLines } from '../layout/lines.js'
import { measureRuns } from '../layout/measure.js'
import type { Line } from '../pdfmake-classes.js'
import type { Tag } from '../tags/tag.js'
import type { Look } from '../theme/sheet.js'
import type { Context } from './context.js'
import { ofBlock } from './context.js'
import { directionOf } from './direction.js'

/** Measures and sets the words of one figure in the type of the theme. */
export class FigureType implements Type {
  readonly size: number
  readonly small: number
  readonly leading: number
  readonly ascent: number
  readonly descent: number
  readonly #look: Look
  readonly #ems = { regular: new Map<string, number>(), bold: new Map<string, number>() }

  constructor(
    private readonly context: Context,
    private readonly tag: Tag,
    private readonly place: Place,
  ) {
    const { sheet, fonts, look } = context
    const { small, ...text } = sheet.style('figure')
    this.#look = sheet.look(text, look)
    this.size = this.#look.size
    this.small = sheet.look({ size: small }, look).size
    this.leading = this.#look.leading / this.#look.size
    const face = faceFor(fonts, this.#look)
    const [above, below] = [face?.ascender ?? 1000, -(face?.descender ?? 0)]
    this.ascent = above / (above + below)
    this.descent = below / (above + below)
  }

  /** Word by word, as lines are made of them: most words of a figure are asked for many times. */
  widthOf(text: string, face: Face): number {
    const space = text.indexOf(' ')
    if (space === -1 || space === text.length - 1) return this.#widthOfWord(text, face)
    return text.split(/(?<= )/).reduce((sum, word) => sum + this.#widthOfWord(word, face), 0)
  }

  /** A line of the figure, placed from the left and the top edge of the drawing; a space parts it from the next. */
  line({ text, x, y, face, colour }: Lettering): Line[] {
    const [line] = breakLines(this.#words(`${text} `, face, colour), Number.POSITIVE_INFINITY)
    return line ? [Object.assign(line, { x, y: y - line.getAscenderHeight() })] : []
  }

  #widthOfWord(word: string, { bold, size }: Face): number {
    const known = this.#ems[bold ? 'bold' : 'regular'].get(word)
    const ems = known ?? this.#measure(word, bold)
    if (known === undefined) this.#ems[bold ? 'bold' : 'regular'].set(word, ems)
    return ems * size
  }

  /** Ems. A word that the family has all letters of, and that runs from left to right, is measured as it stands. */
  #measure(word: string, bold: boolean): number {
    const { fonts, lang } = this.context
    const face = faceFor(fonts, { ...this.#look, bold })
    if (RUNS_RIGHT.test(word) && face?.has(word) && directionOf(lang) === 'ltr')
      return face.shape(word, { lang, rightToLeft: false, apart: false }).width / 1000
    const { size, colour } = this.#look
    return this.#words(word, { size, bold }, colour).reduce((sum, { width }) => sum + width, 0) / size
  }

  #words(text: string, { size, bold }: Face, colour: string) {
    const look = { ...this.#look, size, bold, colour, leading: this.leading * size }
    const runs = this.context.inlines.words(text, this.place, look, ofBlock(this.context, this.tag))
    return measureRuns(runs, this.context.fonts)
  }
}

const RUNS_RIGHT = /^[\p{Script=Latin}\p{Script=Greek}\p{Script=Cyrillic}\p{M}\p{N}\p{P}\p{S}\s]*$/u
