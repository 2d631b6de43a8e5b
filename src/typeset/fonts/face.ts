import { present } from '../../diagnostics/index.js'
import { type FontMetrics, readFontMetrics } from './font-metrics.js'
import { HarfBuzzFont, type ShapingOptions } from './harfbuzz.js'
import { concatenateShaped, type ShapedWord, shapedWord } from './shaped-word.js'
import { FontSubsetter } from './subsetter.js'

/** Shaped words that a face keeps, and as many older ones, so that long runs of documents do not fill the memory. */
const CACHED_WORDS = 10_000

/** A font that any number of documents may use. HarfBuzz opens it when its first glyph is needed. */
export class Face {
  readonly #glyphs = new Map<number, number | undefined>()
  #recent = new Map<string, Map<string, ShapedWord>>()
  #older = new Map<string, Map<string, ShapedWord>>()
  #recentCount = 0
  #font: HarfBuzzFont | undefined
  #subsetter: FontSubsetter | undefined

  private constructor(
    /** The font file. */
    readonly bytes: Uint8Array,
    readonly metrics: FontMetrics,
    /** Of the file, relative to the folder of fonts. */
    readonly path: string,
  ) {}

  /** Opens a font that may be embedded in documents; for other bytes returns what they are, worded to follow "is". */
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
    for (const character of text)
      if (this.#glyphOf(present(character.codePointAt(0), 'code point')) === undefined) return false
    return true
  }

  /** Thousandths of an em. */
  advanceOf(glyph: number): number {
    return (this.#shaping.advanceOf(glyph) * 1000) / this.metrics.unitsPerEm
  }

  /** Shapes a word; a soft hyphen in it has the glyph of a hyphen, and keeps its own text. */
  shape(text: string, options: ShapingOptions): ShapedWord {
    const key = shapingKey(options)
    const known = this.#recent.get(key)?.get(text)
    if (known) return known
    const shaped = this.#older.get(key)?.get(text) ?? this.#shapeInParts(text, options)
    this.#keep(text, key, shaped)
    return shaped
  }

  /**
   * Shapes a word and the space after it one by one, as most words occur with a space and without; kerning between the
   * last letter and the space is added.
   */
  #shapeInParts(text: string, options: ShapingOptions): ShapedWord {
    const end = lengthWithoutTrailingSpaces(text)
    const last = text.slice(0, end).match(/.$/u)?.[0]
    if (last === undefined || end === text.length || text === `${last} `)
      return this.#shapeWhole(text, options)
    const [word, space] = [this.shape(text.slice(0, end), options), this.shape(text.slice(end), options)]
    const kerning =
      this.shape(`${last} `, options).width - this.shape(last, options).width - this.shape(' ', options).width
    return options.rightToLeft ? concatenateShaped(space, word, 0) : concatenateShaped(word, space, kerning)
  }

  #shapeWhole(text: string, options: ShapingOptions): ShapedWord {
    const { rightToLeft } = options
    const raw = this.#shaping.shape(text.replaceAll('\u00AD', '-'), options)
    const { unitsPerEm } = this.metrics
    const glyphOf = (codePoint: number) => this.#glyphOf(codePoint)
    return shapedWord(raw, text, { rightToLeft, unitsPerEm, glyphOf })
  }

  /** The font with no glyphs but these, which keep their numbers; the whole font where its licence forbids subsetting. */
  subset(glyphs: Iterable<number>): Uint8Array {
    if (this.metrics.noSubsetting) return this.bytes
    this.#subsetter ??= new FontSubsetter(this.bytes)
    const bytes = this.#subsetter.subset(glyphs)
    if (!bytes) throw new Error(`HarfBuzz cannot subset ${this.metrics.postScriptName}`)
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

  /** Once enough words are kept, those that were not used since the last time are dropped. */
  #keep(text: string, key: string, shaped: ShapedWord): void {
    if (this.#recentCount >= CACHED_WORDS) {
      this.#older = this.#recent
      this.#recent = new Map()
      this.#recentCount = 0
    }
    this.#recentCount++
    const words = this.#recent.get(key) ?? new Map<string, ShapedWord>()
    words.set(text, shaped)
    this.#recent.set(key, words)
  }
}

const shapingKey = ({ lang, rightToLeft, noLigatures }: ShapingOptions): string =>
  rightToLeft || noLigatures ? `${lang} ${rightToLeft} ${noLigatures}` : lang

/** The length of a text without the spaces at its end. */
export function lengthWithoutTrailingSpaces(text: string): number {
  let end = text.length
  while (end > 0 && text.charCodeAt(end - 1) === 0x20) end--
  return end
}
