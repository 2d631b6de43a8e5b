import { type FontMetrics, readFontMetrics } from './font-metrics.js'
import { HarfBuzzFont, type ShapingOptions } from './harfbuzz.js'
import { concatenateShaped, type ShapedWord, shapedWord } from './shaped-word.js'
import { FontSubsetter } from './subsetter.js'

/** Words remembered for a face, and as many older ones, so that a long run of documents does not fill the memory. */
const CACHED_WORDS = 10_000

/** A font that may serve any number of documents. HarfBuzz opens it when the first character is asked for. */
export class Face {
  readonly #glyphs = new Map<number, number | undefined>()
  #words = new Map<string, Map<string, ShapedWord>>()
  #older = new Map<string, Map<string, ShapedWord>>()
  #remembered = 0
  #font: HarfBuzzFont | undefined
  #cutter: FontSubsetter | undefined

  private constructor(
    /** The font file. */
    readonly bytes: Uint8Array,
    readonly metrics: FontMetrics,
    /** Of the file, relative to the folder of fonts. */
    readonly path: string,
  ) {}

  /** Opens a font that may be embedded in documents; else says what the bytes are, in words that follow "is". */
  static open(bytes: Uint8Array, path = ''): Face | string {
    const facts = readFontMetrics(bytes)
    return typeof facts === 'string' ? facts : new Face(bytes, facts, path)
  }

  /** Thousandths of an em above the baseline. */
  get ascender(): number {
    return this.metrics.ascender
  }

  /** Thousandths of an em, below zero. */
  get descender(): number {
    return this.metrics.descender
  }

  /** Whether every character of a text has a glyph. */
  has(text: string): boolean {
    for (const character of text) if (this.#glyphOf(character.codePointAt(0) ?? 0) === undefined) return false
    return true
  }

  /** Thousandths of an em. */
  advanceOf(glyph: number): number {
    return (this.#shaping.advanceOf(glyph) * 1000) / this.metrics.unitsPerEm
  }

  /** Shapes a word; a soft hyphen in it prints as a hyphen, and reads as what it is. */
  shape(text: string, manner: ShapingOptions): ShapedWord {
    const key = shapingKey(manner)
    const known = this.#words.get(key)?.get(text)
    if (known) return known
    const shaped = this.#older.get(key)?.get(text) ?? this.#shapeAnew(text, manner)
    this.#remember(text, key, shaped)
    return shaped
  }

  /**
   * The space after a word is shaped by itself, as most words are met both with it and without; a letter and the
   * space after it may still stand closer than each by itself.
   */
  #shapeAnew(text: string, manner: ShapingOptions): ShapedWord {
    const end = lengthWithoutTrailingSpaces(text)
    const last = text.slice(0, end).match(/.$/u)?.[0]
    if (last === undefined || end === text.length || text === `${last} `)
      return this.#shapeWhole(text, manner)
    const [word, space] = [this.shape(text.slice(0, end), manner), this.shape(text.slice(end), manner)]
    const closer =
      this.shape(`${last} `, manner).width - this.shape(last, manner).width - this.shape(' ', manner).width
    return manner.rightToLeft ? concatenateShaped(space, word, 0) : concatenateShaped(word, space, closer)
  }

  #shapeWhole(text: string, manner: ShapingOptions): ShapedWord {
    const { rightToLeft } = manner
    const raw = this.#shaping.shape(text.replaceAll('\u00AD', '-'), manner)
    const { unitsPerEm } = this.metrics
    const glyphOf = (codePoint: number) => this.#glyphOf(codePoint)
    return shapedWord(raw, text, { rightToLeft, unitsPerEm, glyphOf })
  }

  /** The font with no glyphs but these, which keep their numbers; whole, where its licence asks for that. */
  subset(glyphs: Iterable<number>): Uint8Array {
    if (this.metrics.noSubsetting) return this.bytes
    this.#cutter ??= new FontSubsetter(this.bytes)
    const bytes = this.#cutter.subset(glyphs)
    if (!bytes) throw new Error(`HarfBuzz cannot cut ${this.metrics.postScriptName}`)
    return bytes
  }

  get #shaping(): HarfBuzzFont {
    this.#font ??= new HarfBuzzFont(this.bytes)
    return this.#font
  }

  #glyphOf(codePoint: number): number | undefined {
    if (!this.#glyphs.has(codePoint)) this.#glyphs.set(codePoint, this.#shaping.glyphOf(codePoint))
    return this.#glyphs.get(codePoint)
  }

  /** When there are too many, those that were not asked for since there last were go. */
  #remember(text: string, key: string, shaped: ShapedWord): void {
    if (this.#remembered >= CACHED_WORDS) {
      this.#older = this.#words
      this.#words = new Map()
      this.#remembered = 0
    }
    this.#remembered++
    const words = this.#words.get(key) ?? new Map<string, ShapedWord>()
    words.set(text, shaped)
    this.#words.set(key, words)
  }
}

const shapingKey = ({ lang, rightToLeft, apart }: ShapingOptions): string =>
  rightToLeft || apart ? `${lang} ${rightToLeft} ${apart}` : lang

/** How long a text is without the spaces at its end. */
export function lengthWithoutTrailingSpaces(text: string): number {
  let end = text.length
  while (end > 0 && text.charCodeAt(end - 1) === 0x20) end--
  return end
}
