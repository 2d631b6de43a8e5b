import type { Face } from '../fonts/face.js'
import type { ShapedWord } from '../fonts/shaped-word.js'
import type { InkRoom } from './ink-room.js'
import type { TextRun } from './paragraph.js'

/** The properties of a word that its run does not have. Lengths are points. */
export interface WordProperties {
  readonly text: string
  /** Its glyphs, which are drawn. */
  readonly shaped: ShapedWord
  readonly width: number
  /** The width of the space at its end. */
  readonly trailingCut: number
  readonly font: Face
  /** Destinations at this word: those of its run, if it is the first of that. */
  readonly anchors: readonly string[]
  readonly lineEnd: boolean
  /** No line may end between it and the next word. */
  readonly noNewLine: boolean
  /** Undefined where the leading is enough, and the face tells where its letters are. */
  readonly inkRoom?: InkRoom | undefined
}

/**
 * A measured segment of a run within which no line may end. A document has so many that each refers to its run for the
 * properties that they share.
 */
export class Word implements TextRun {
  readonly text: string
  readonly shaped: ShapedWord
  readonly width: number
  readonly trailingCut: number
  readonly font: Face
  readonly anchors: readonly string[]
  readonly lineEnd: boolean
  readonly noNewLine: boolean
  readonly inkRoom: InkRoom | undefined

  constructor(
    readonly run: TextRun,
    { text, shaped, width, trailingCut, font, anchors, lineEnd, noNewLine, inkRoom }: WordProperties,
  ) {
    this.text = text
    this.shaped = shaped
    this.width = width
    this.trailingCut = trailingCut
    this.font = font
    this.anchors = anchors
    this.lineEnd = lineEnd
    this.noNewLine = noNewLine
    this.inkRoom = inkRoom
  }

  /** A word of the same run with some properties changed. */
  with(changes: Partial<WordProperties>): Word {
    const { text, shaped, width, trailingCut, font, anchors, lineEnd, noNewLine, inkRoom } = this
    return new Word(this.run, {
      text,
      shaped,
      width,
      trailingCut,
      font,
      anchors,
      lineEnd,
      noNewLine,
      inkRoom,
      ...changes,
    })
  }

  /** Points from baseline to baseline. */
  get height() {
    return this.run.leading
  }
  /** Points above the baseline. */
  get ascent() {
    return (this.font.ascender / 1000) * this.run.size
  }
  /** Points below the baseline. */
  get descent() {
    return (-this.font.descender / 1000) * this.run.size
  }
  get fontSize() {
    return this.run.size
  }
  get place() {
    return this.run.place
  }
  get markedContent() {
    return this.run.markedContent
  }
  get lang() {
    return this.run.lang
  }
  get level() {
    return this.run.level
  }
  get apart() {
    return this.run.apart
  }
  get family() {
    return this.run.family
  }
  get bold() {
    return this.run.bold
  }
  get italics() {
    return this.run.italics
  }
  get size() {
    return this.run.size
  }
  get leading() {
    return this.run.leading
  }
  get colour() {
    return this.run.colour
  }
  get inCapitals() {
    return this.run.inCapitals ?? false
  }
  get letterSpacing() {
    return this.run.letterSpacing
  }
  get baselineShift() {
    return this.run.baselineShift
  }
  get align() {
    return this.run.align
  }
  get background() {
    return this.run.background
  }
  get underline() {
    return this.run.underline
  }
  get url() {
    return this.run.url
  }
  get goto() {
    return this.run.goto
  }
  get pageOf() {
    return this.run.pageOf
  }
  get note() {
    return this.run.note
  }
}
