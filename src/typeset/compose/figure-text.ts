import { type Place, present } from '../../diagnostics/index.js'
import type { FigureFace, FigureText, FigureType } from '../../figures/index.js'
import type { Face as Font } from '../fonts/face.js'
import { faceFor } from '../fonts/open-fonts.js'
import { unbrokenLines } from '../lines/break-lines.js'
import { mayBeTall } from '../lines/measure-ink.js'
import { setLine } from '../lines/visual-order.js'
import { type InkRoom, largerRoom } from '../nodes/ink-room.js'
import type { DrawingLine } from '../nodes/layout-nodes.js'
import type { Line } from '../nodes/line.js'
import type { TextRun } from '../nodes/paragraph.js'
import { type Artifact, LAYOUT_ARTIFACT, type StructureElement } from '../nodes/structure-element.js'
import { Word } from '../nodes/word.js'
import { directionOf } from '../text/direction.js'
import type { TextStyle } from '../theme/style-sheet.js'
import { smallestType } from '../theme/theme-bounds.js'
import type { ComposeContext } from './context.js'

/** Measures and sets the words of one figure in the type of the theme. */
export class FigureTextSetter implements FigureType {
  readonly size: number
  readonly small: number
  readonly smallest: number
  readonly leading: number
  readonly ascent: number
  readonly descent: number
  readonly #textStyle: TextStyle
  readonly #patterns = new Map<string, TextRun>()
  readonly #ems = { regular: new Map<string, number>(), bold: new Map<string, number>() }

  constructor(
    private readonly context: Pick<ComposeContext, 'sheet' | 'session' | 'textStyle' | 'inlines' | 'lang'>,
    private readonly place: Place,
    /** What the figure shows: if its letters need more than the leading of figures, its lines are set farther apart. */
    shown = '',
  ) {
    const { sheet, session, textStyle } = context
    const { small, ...text } = sheet.style('figure')
    this.#textStyle = sheet.textStyle(text, textStyle)
    this.size = this.#textStyle.size
    this.smallest = smallestType(sheet.theme)
    this.small = sheet.textStyle({ size: small }, textStyle).size
    this.leading = this.#textStyle.leading / this.#textStyle.size
    const { ascender, descender } = present(faceFor(session.fonts, this.#textStyle), 'font of figures')
    this.ascent = ascender / (ascender - descender)
    this.descent = -descender / (ascender - descender)
    const room = this.#inkRoomOf(shown)
    if (!room) return
    this.ascent = room.above / this.size
    this.descent = room.below / this.size
    this.leading = this.ascent + this.descent
  }

  #inkRoomOf(text: string): InkRoom | undefined {
    const { size } = this
    if (!mayBeTall(text)) return undefined
    return [false, true]
      .flatMap(bold => this.#words(text, { size, bold }, this.#textStyle.colour, LAYOUT_ARTIFACT))
      .flatMap(({ inkRoom }) => inkRoom ?? [])
      .reduce<InkRoom | undefined>((one, other) => (one ? largerRoom(one, other) : other), undefined)
  }

  /** Measures word by word, as most words of a figure are measured many times. */
  widthOf(text: string, face: FigureFace): number {
    const space = text.indexOf(' ')
    if (space === -1 || space === text.length - 1) return this.#widthOfWord(text, face)
    return text.split(AFTER_SPACE).reduce((sum, word) => sum + this.#widthOfWord(word, face), 0)
  }

  /** A line of a figure, placed from the left and top edges of the drawing; a space separates it from the next. */
  line({ text, x, y, face, colour }: FigureText, element: StructureElement): DrawingLine[] {
    const spaced = `${text} `
    const font = this.#plainFont(text, face.bold)
    const pattern = font && this.#pattern(face, colour)
    const line = pattern
      ? this.#plainLine({ ...pattern, text: spaced, markedContent: element.markedContent() }, face, font)
      : unbrokenLines(this.#words(spaced, face, colour, element))[0]
    return line ? [{ line, x, y: y - line.ascent }] : []
  }

  #widthOfWord(word: string, { bold, size }: FigureFace): number {
    const known = this.#ems[bold ? 'bold' : 'regular'].get(word)
    const ems = known ?? this.#measure(word, bold)
    if (known === undefined) this.#ems[bold ? 'bold' : 'regular'].set(word, ems)
    return ems * size
  }

  /** Ems. */
  #measure(word: string, bold: boolean): number {
    const font = this.#plainFont(word, bold)
    const { lang } = this.context
    if (font) return font.shape(word, { lang, rightToLeft: false, noLigatures: false }).width / 1000
    const { size, colour } = this.#textStyle
    return (
      this.#words(word, { size, bold }, colour, LAYOUT_ARTIFACT).reduce((sum, { width }) => sum + width, 0) /
      size
    )
  }

  /** The font for a text that needs no fallback, reordering or letter spacing; undefined for any other text. */
  #plainFont(text: string, bold: boolean): Font | undefined {
    const { caps, letterSpacing } = this.#textStyle
    if (
      caps ||
      letterSpacing !== 0 ||
      directionOf(this.context.lang) === 'rtl' ||
      !LEFT_TO_RIGHT_ONLY.test(text)
    )
      return undefined
    const font = faceFor(this.context.session.fonts, { ...this.#textStyle, bold })
    return font?.has(text) ? font : undefined
  }

  #plainLine(run: TextRun, face: FigureFace, font: Font): Line {
    const shape = font.shaper({ lang: run.lang, rightToLeft: false, noLigatures: false })
    const words = run.text.split(AFTER_SPACE).map(word => {
      const width = this.#widthOfWord(word, face)
      const trailingCut = width - this.#widthOfWord(word.trimEnd(), face)
      const shaped = shape(word)
      return new Word(run, { text: word, shaped, width, trailingCut, font, anchors: [], ...WITHIN_LINE })
    })
    return setLine(words, Number.POSITIVE_INFINITY)
  }

  /** A run in the style of a face and colour, of which the text and the element are replaced. */
  #pattern(face: FigureFace, colour: string): TextRun | undefined {
    const key = `${face.bold} ${face.size} ${colour}`
    const known = this.#patterns.get(key) ?? this.#runs('A', face, colour, LAYOUT_ARTIFACT)[0]
    if (known) this.#patterns.set(key, known)
    return known
  }

  #words(
    text: string,
    face: FigureFace,
    colour: string,
    element: StructureElement | Artifact,
  ): readonly Word[] {
    return this.context.session.measure(this.#runs(text, face, colour, element))
  }

  #runs(
    text: string,
    { size, bold }: FigureFace,
    colour: string,
    element: StructureElement | Artifact,
  ): TextRun[] {
    const letterSpacing = (this.#textStyle.letterSpacing / this.#textStyle.size) * size
    const textStyle = { ...this.#textStyle, size, bold, colour, letterSpacing, leading: this.leading * size }
    return this.context.inlines.words(text, this.place, textStyle, { element, lang: this.context.lang })
  }
}

const WITHIN_LINE = { lineEnd: false, noNewLine: false }
const AFTER_SPACE = /(?<= )/
const LEFT_TO_RIGHT_ONLY = /^[\p{Script=Latin}\p{Script=Greek}\p{Script=Cyrillic}\p{M}\p{N}\p{P}\p{S}\s]*$/u
