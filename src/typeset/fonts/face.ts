import { type FontFacts, readFacts } from './font-facts.js'
import { type Manner, ShapingFont } from './harfbuzz.js'
import { joinedWords, type Shaped, shapedWord } from './shaped.js'
import { FontCutter } from './subsetter.js'

/** Words remembered for a face, and as many older ones, so that a long run of documents does not fill the memory. */
const REMEMBERED_WORDS = 10_000

/** A font that may serve any number of documents. HarfBuzz opens it when the first character is asked for. */
export class Face {
  readonly #glyphs = new Map<number, number | undefined>()
  #words = new Map<string, Map<string, Shaped>>()
  #older = new Map<string, Map<string, Shaped>>()
  #remembered = 0
  #font: ShapingFont | undefined
  #cutter: FontCutter | undefined

  private constructor(
    /** The font file. */
    readonly bytes: Uint8Array,
    readonly facts: FontFacts,
    /** Of the file, relative to the folder of fonts. */
    readonly path: string,
  ) {}

  /** Opens a font that may be embedded in documents; else says what the bytes are, in words that follow "is". */
  static open(bytes: Uint8Array, path = ''): Face | string {
    const facts = readFacts(bytes)
    return typeof facts === 'string' ? facts : new Face(bytes, facts, path)
  }

  /** Thousandths of an em above the baseline. */
  get ascender(): number {
    return this.facts.ascender
  }

  /** Thousandths of an em, below zero. */
  get descender(): number {
    return this.facts.descender
  }

  /** Whether every character of a text has a glyph. */
  has(text: string): boolean {
    for (const character of text) if (this.#glyphOf(character.codePointAt(0) ?? 0) === undefined) return false
    return true
  }

  /** Thousandths of an em. */
  advanceOf(glyph: number): number {
    return (this.#shaping.advanceOf(glyph) * 1000) / this.facts.unitsPerEm
  }

  /** Shapes a word; a soft hyphen in it prints as a hyphen, and reads as what it is. */
  shape(text: string, manner: Manner): Shaped {
    const key = keyOf(manner)
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
  #shapeAnew(text: string, manner: Manner): Shaped {
    const end = lengthWithoutSpace(text)
    const last = text.slice(0, end).match(/.$/u)?.[0]
    if (last === undefined || end === text.length || text === `${last} `)
      return this.#shapeWhole(text, manner)
    const [word, space] = [this.shape(text.slice(0, end), manner), this.shape(text.slice(end), manner)]
    const closer =
      this.shape(`${last} `, manner).width - this.shape(last, manner).width - this.shape(' ', manner).width
    return manner.rightToLeft ? joinedWords(space, word, 0) : joinedWords(word, space, closer)
  }

  #shapeWhole(text: string, manner: Manner): Shaped {
    const { rightToLeft } = manner
    const raw = this.#shaping.shape(text.replaceAll('\u00AD', '-'), manner)
    const { unitsPerEm } = this.facts
    const glyphOf = (codePoint: number) => this.#glyphOf(codePoint)
    return shapedWord(raw, text, { rightToLeft, unitsPerEm, glyphOf })
  }

  /** The font with no glyphs but these, which keep their numbers; whole, where its licence asks for that. */
  cut(glyphs: Iterable<number>): Uint8Array {
    if (this.facts.onlyWhole) return this.bytes
    this.#cutter ??= new FontCutter(this.bytes)
    const bytes = this.#cutter.cut(glyphs)
    if (!bytes) throw new Error(`HarfBuzz cannot cut ${this.facts.postScriptName}`)
    return bytes
  }

  get #shaping(): ShapingFont {
    this.#font ??= new ShapingFont(this.bytes)
    return this.#font
  }

  #glyphOf(codePoint: number): number | undefined {
    if (!this.#glyphs.has(codePoint)) this.#glyphs.set(codePoint, this.#shaping.glyphOf(codePoint))
    return this.#glyphs.get(codePoint)
  }

  /** When there are too many, those that were not asked for since there last were go. */
  #remember(text: string, key: string, shaped: Shaped): void {
    if (this.#remembered >= REMEMBERED_WORDS) {
      this.#older = this.#words
      this.#words = new Map()
      this.#remembered = 0
    }
    this.#remembered++
    const words = this.#words.get(key) ?? new Map<string, Shaped>()
    words.set(text, shaped)
    this.#words.set(key, words)
  }
}

const keyOf = ({ lang, rightToLeft, apart }: Manner): string =>
  rightToLeft || apart ? `${lang} ${rightToLeft} ${apart}` : lang

/** How long a text is without the spaces at its end. */
export function lengthWithoutSpace(text: string): number {
  let end = text.length
  while (end > 0 && text.charCodeAt(end - 1) === 0x20) end--
  return end
}
