import type { Place } from '../../diagnostics/index.js'
import type { Face, Lettering, Type } from '../../figures/index.js'
import type { Face as Font } from '../fonts/face.js'
import { faceFor } from '../fonts/open-fonts.js'
import { breakLines } from '../layout/lines.js'
import { measureRuns } from '../layout/measure.js'
import type { Run } from '../layout/nodes.js'
import { Line } from '../layout/pdfmake.js'
import { Word } from '../layout/word.js'
import type { Line as LaidLine } from '../pdfmake-classes.js'
import { type Artifact, LAYOUT, type Tag } from '../tags/tag.js'
import type { Look } from '../theme/sheet.js'
import type { Context } from './context.js'
import { directionOf } from './direction.js'

/** Measures and sets the words of one figure in the type of the theme. */
export class FigureType implements Type {
  readonly size: number
  readonly small: number
  readonly leading: number
  readonly ascent: number
  readonly descent: number
  readonly #look: Look
  readonly #patterns = new Map<string, Run>()
  readonly #ems = { regular: new Map<string, number>(), bold: new Map<string, number>() }

  constructor(
    private readonly context: Context,
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
    return text.split(AFTER_SPACE).reduce((sum, word) => sum + this.#widthOfWord(word, face), 0)
  }

  /** A line of the element of a figure, from the left and the top edge of the drawing; a space parts it from the next. */
  line({ text, x, y, face, colour }: Lettering, tag: Tag): LaidLine[] {
    const spaced = `${text} `
    const font = this.#plainFont(text, face.bold)
    const pattern = font && this.#pattern(face, colour)
    const line = pattern
      ? this.#plainLine({ ...pattern, text: spaced, tag: tag.spot() }, face, font)
      : breakLines(this.#words(spaced, face, colour, tag), Number.POSITIVE_INFINITY)[0]
    return line ? [Object.assign(line, { x, y: y - line.getAscenderHeight() })] : []
  }

  #widthOfWord(word: string, { bold, size }: Face): number {
    const known = this.#ems[bold ? 'bold' : 'regular'].get(word)
    const ems = known ?? this.#measure(word, bold)
    if (known === undefined) this.#ems[bold ? 'bold' : 'regular'].set(word, ems)
    return ems * size
  }

  /** Ems. */
  #measure(word: string, bold: boolean): number {
    const font = this.#plainFont(word, bold)
    const { lang } = this.context
    if (font) return font.shape(word, { lang, rightToLeft: false, apart: false }).width / 1000
    const { size, colour } = this.#look
    return this.#words(word, { size, bold }, colour, LAYOUT).reduce((sum, { width }) => sum + width, 0) / size
  }

  /** The font of a text that can be set as it stands: one with all its letters, from left to right, nothing set apart. */
  #plainFont(text: string, bold: boolean): Font | undefined {
    const { caps, tracking } = this.#look
    if (caps || tracking !== 0 || directionOf(this.context.lang) === 'rtl' || !RUNS_RIGHT.test(text))
      return undefined
    const font = faceFor(this.context.fonts, { ...this.#look, bold })
    return font?.has(text) ? font : undefined
  }

  #plainLine(run: Run, face: Face, font: Font): LaidLine {
    const line = new Line(Number.POSITIVE_INFINITY)
    for (const word of run.text.split(AFTER_SPACE)) {
      const width = this.#widthOfWord(word, face)
      const trailingCut = width - this.#widthOfWord(word.trimEnd(), face)
      line.addInline(new Word(run, { text: word, width, trailingCut, font, anchors: [], ...IN_LINE }))
    }
    return line
  }

  /** A run that looks as others do. */
  #pattern(face: Face, colour: string): Run | undefined {
    const key = `${face.bold} ${face.size} ${colour}`
    const known = this.#patterns.get(key) ?? this.#runs('A', face, colour, LAYOUT)[0]
    if (known) this.#patterns.set(key, known)
    return known
  }

  #words(text: string, face: Face, colour: string, tag: Tag | Artifact): Word[] {
    return measureRuns(this.#runs(text, face, colour, tag), this.context.fonts)
  }

  #runs(text: string, { size, bold }: Face, colour: string, tag: Tag | Artifact): Run[] {
    const tracking = (this.#look.tracking / this.#look.size) * size
    const look = { ...this.#look, size, bold, colour, tracking, leading: this.leading * size }
    return this.context.inlines.words(text, this.place, look, { tag, lang: this.context.lang })
  }
}

const IN_LINE = { lineEnd: false, noNewLine: false }
const AFTER_SPACE = /(?<= )/
const RUNS_RIGHT = /^[\p{Script=Latin}\p{Script=Greek}\p{Script=Cyrillic}\p{M}\p{N}\p{P}\p{S}\s]*$/u
