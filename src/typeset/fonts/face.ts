import { present } from '../../diagnostics/index.js'
import { capitalsOf } from './capitals.js'
import { type FontMetrics, readFontMetrics } from './font-metrics.js'
import type { PathCommand } from './glyph-outlines.js'
import { HarfBuzzFont, type ShapingOptions } from './harfbuzz.js'
import { hasCombiningMarks, placeMarks } from './place-marks.js'
import { readSfntTables, withoutTables } from './sfnt.js'
import { concatenateShaped, type ShapedWord, shapedWord } from './shaped-word.js'
import { subsetTrueType } from './subset-truetype.js'
import { FontSubsetter } from './subsetter.js'
import { DIGITS, withEvenDigits } from './tabular-figures.js'
import { type FaceRole, instanceFor, isVariable, staticFont } from './variable-font.js'
import { WordCache } from './word-cache.js'

/** Shaped words that a face keeps for each language, and as many older ones, so that long runs of documents do not fill the memory. */
const CACHED_WORDS = 10_000

/** What draws glyphs in colours or as bitmaps, in place of the outlines that a document embeds. */
const COLOUR_TABLES = new Set(['CBDT', 'CBLC', 'COLR', 'CPAL', 'EBDT', 'EBLC', 'EBSC', 'SVG ', 'sbix'])

/** Spaces that HarfBuzz makes of the common one, at the width that Unicode describes, where a font lacks them. */
const NARROW_SPACES = new Set(['\u2009', '\u202F'])
const SPACE = 0x20

/** How a character is shaped by itself. */
const ALONE: ShapingOptions = { lang: 'und', rightToLeft: false, noLigatures: false }

/** How far the outline of a glyph reaches above and below the baseline. */
interface GlyphInk {
  readonly above: number
  readonly below: number
}

interface WordShaping extends ShapingOptions {
  /** Shown by the glyphs of its capitals, each with the letters that are written as its text. */
  readonly inCapitals?: boolean
}

/** Shapes a word of the language and direction that it was made for. */
export type WordShaper = (text: string) => ShapedWord

/** A font that any number of documents may use. HarfBuzz opens it when its first glyph is needed. */
export class Face {
  readonly #glyphs = new Map<number, number | undefined>()
  readonly #shown = new Map<number, boolean>()
  readonly #ink = new Map<number, GlyphInk | undefined>()
  readonly #shapers = new Map<string, WordShaper>()
  #widestDigit: number | undefined
  #font: HarfBuzzFont | undefined
  #subsetter: FontSubsetter | undefined

  private constructor(
    /** The font file. */
    readonly bytes: Uint8Array,
    readonly metrics: FontMetrics,
    /** Of the file, relative to the folder of fonts. */
    readonly path: string,
  ) {}

  /**
   * Opens a font that may be embedded in documents, a variable one at the weight of its role; for other bytes returns what
   * they are, worded to follow "is".
   */
  static open(bytes: Uint8Array, path = '', role: FaceRole = { bold: false, italics: false }): Face | string {
    const tables = readSfntTables(bytes)
    if (typeof tables === 'string') return tables
    const facts = readFontMetrics(tables)
    if (typeof facts === 'string') return facts
    if (!isVariable(tables)) return new Face(bytes, facts, path)
    if (facts.noSubsetting) return 'a variable font whose licence forbids making static ones of it'
    const instance = instanceFor(tables, role)
    const made = staticFont(bytes, instance)
    const madeTables = made && readSfntTables(made)
    const metrics = madeTables && typeof madeTables !== 'string' ? readFontMetrics(madeTables) : undefined
    if (!made || !metrics || typeof metrics === 'string')
      return 'a variable font of which no static one can be made'
    const postScriptName = `${facts.postScriptName}${instance.nameSuffix}`
    return new Face(made, { ...metrics, postScriptName }, path)
  }

  /** Thousandths of an em above the baseline. */
  get ascender(): number {
    return this.metrics.ascender
  }

  /** Thousandths of an em, below zero. */
  get descender(): number {
    return this.metrics.descender
  }

  /** Whether every character of a text has a glyph that shows it. */
  has(text: string): boolean {
    for (const character of text) if (!this.#shows(character)) return false
    return true
  }

  /** Whether a character has a glyph here that is drawn in colours, or as a bitmap, and in no other way. */
  hasOnlyInColour(character: string): boolean {
    return (
      this.#glyphOf(present(character.codePointAt(0), 'code point')) !== undefined && !this.#shows(character)
    )
  }

  #shows(character: string): boolean {
    const codePoint = present(character.codePointAt(0), 'code point')
    const known = this.#shown.get(codePoint)
    if (known !== undefined) return known
    const glyph = this.#glyphOf(codePoint)
    const shown =
      glyph === undefined
        ? NARROW_SPACES.has(character) && this.#glyphOf(SPACE) !== undefined
        : !isVisible(character) || this.#hasInk(character, glyph)
    this.#shown.set(codePoint, shown)
    return shown
  }

  /** In fonts that write letters on a slope, a letter has an outline only once it is shaped. */
  #hasInk(character: string, glyph: number): boolean {
    if (this.inkOf(glyph)) return true
    return this.#shaping.shape(character, ALONE).some(({ id }) => this.inkOf(id) !== undefined)
  }

  /** Thousandths of an em. */
  advanceOf(glyph: number): number {
    return (this.#shaping.advanceOf(glyph) * 1000) / this.metrics.unitsPerEm
  }

  /** Thousandths of an em that the outline of a glyph reaches above and below the baseline; undefined for a space. */
  inkOf(glyph: number): GlyphInk | undefined {
    if (this.#ink.has(glyph)) return this.#ink.get(glyph)
    const extents = this.#shaping.extentsOf(glyph)
    const scaled = (units: number) => (units * 1000) / this.metrics.unitsPerEm
    const ink = extents && { above: scaled(extents.top), below: scaled(extents.height - extents.top) }
    this.#ink.set(glyph, ink)
    return ink
  }

  /** The outline of a glyph in units of the font, from the baseline up; empty for a space. */
  outlineOf(glyph: number): readonly PathCommand[] {
    return this.#shaping.outlineOf(glyph)
  }

  /** Shapes words of one language and direction. */
  shaper(options: WordShaping): WordShaper {
    const key = shapingKey(options)
    const known = this.#shapers.get(key)
    if (known) return known
    const words = new WordCache(CACHED_WORDS)
    const made: WordShaper = text => {
      const kept = words.get(text)
      if (kept) return kept
      const shaped = this.#shapeInParts(text, options, made)
      words.set(text, shaped)
      return shaped
    }
    this.#shapers.set(key, made)
    return made
  }

  /** Shapes a word; a soft hyphen in it has the glyph of a hyphen, and keeps its own text. */
  shape(text: string, options: WordShaping): ShapedWord {
    return this.shaper(options)(text)
  }

  /**
   * Shapes a word and the space after it one by one, as most words occur with a space and without; kerning between the
   * last letter and the space is added.
   */
  #shapeInParts(text: string, options: WordShaping, shape: WordShaper): ShapedWord {
    const end = lengthWithoutTrailingSpaces(text)
    if (end === text.length || end === 0) return this.#shapeWhole(text, options)
    const last = text.slice(0, end).match(/.$/u)?.[0]
    const bare = shape(text.slice(0, end))
    if (last === undefined || text === `${last} `) return { ...this.#shapeWhole(text, options), bare }
    const space = shape(text.slice(end))
    const kerning = shape(`${last} `).width - shape(last).width - shape(' ').width
    const both = options.rightToLeft
      ? concatenateShaped(space, bare, 0)
      : concatenateShaped(bare, space, kerning)
    return { ...both, bare }
  }

  #shapeWhole(text: string, options: WordShaping): ShapedWord {
    const { rightToLeft, inCapitals } = options
    const { unitsPerEm, xHeight } = this.metrics
    const shown = inCapitals ? capitalsOf(text, options.lang) : undefined
    const drawn = shown?.text ?? text
    const asShaped = this.#shaping.shape(drawn.replaceAll('\u00AD', '-'), options)
    const shaped = options.tabular ? withEvenDigits(asShaped, drawn, this.#digitWidth(options)) : asShaped
    const raw =
      !rightToLeft && hasCombiningMarks(drawn)
        ? placeMarks(shaped, drawn, (xHeight * unitsPerEm) / 1000, glyph => this.#shaping.extentsOf(glyph))
        : shaped
    const glyphOf = (codePoint: number) => this.#glyphOf(codePoint)
    const context = { rightToLeft, unitsPerEm, glyphOf }
    // With PostScript outlines a glyph has one text in a file: that of the capital.
    if (!shown || this.metrics.cff) return shapedWord(raw, drawn, context)
    const ofLetters = raw.map(glyph => ({ ...glyph, cluster: shown.writtenAt(glyph.cluster) }))
    return shapedWord(ofLetters, text, context)
  }

  /** The width of the widest digit of tables, in units of the font. */
  #digitWidth(options: ShapingOptions): number {
    this.#widestDigit ??= [...DIGITS].reduce((widest, digit) => {
      const width = this.#shaping.shape(digit, options).reduce((sum, { advance }) => sum + advance, 0)
      return Math.max(widest, width)
    }, 0)
    return this.#widestDigit
  }

  /** The font with no glyphs but these, which keep their numbers; the whole font where its licence forbids subsetting. */
  subset(glyphs: Iterable<number>): Uint8Array {
    if (this.metrics.noSubsetting) return this.bytes
    return this.#subsetTrueType(glyphs) ?? this.#subsetAny(glyphs)
  }

  /** Undefined for other outlines, and for a font of which HarfBuzz may make more. */
  #subsetTrueType(glyphs: Iterable<number>): Uint8Array | undefined {
    const tables = readSfntTables(this.bytes)
    if (this.metrics.cff || typeof tables === 'string') return undefined
    try {
      return subsetTrueType(tables, glyphs)
    } catch (error) {
      if (error instanceof RangeError) return undefined
      throw error
    }
  }

  #subsetAny(glyphs: Iterable<number>): Uint8Array {
    this.#subsetter ??= new FontSubsetter(this.bytes)
    const bytes = this.#subsetter.subset(glyphs)
    if (!bytes) throw new Error(`HarfBuzz cannot subset ${this.metrics.postScriptName}`)
    return bytes
  }

  get #shaping(): HarfBuzzFont {
    this.#font ??= new HarfBuzzFont(withoutTables(this.bytes, COLOUR_TABLES))
    return this.#font
  }

  #glyphOf(codePoint: number): number | undefined {
    if (!this.#glyphs.has(codePoint)) this.#glyphs.set(codePoint, this.#shaping.glyphOf(codePoint))
    return this.#glyphs.get(codePoint)
  }
}

/**
 * Whether a character prints something. Marks of scripts that stack their letters may print nothing by themselves; those that
 * letters of any script can bear do.
 */
const isVisible = (character: string): boolean =>
  !/[\p{White_Space}\p{Cc}\p{Cf}\p{Cs}\p{Default_Ignorable_Code_Point}\u2800\uFFFC]/u.test(character) &&
  (!/\p{M}/u.test(character) || /\p{Script=Inherited}/u.test(character))

const shapingKey = ({
  lang,
  rightToLeft,
  noLigatures,
  inCapitals = false,
  tabular = false,
}: WordShaping): string =>
  rightToLeft || noLigatures || inCapitals || tabular
    ? `${lang} ${rightToLeft} ${noLigatures} ${inCapitals} ${tabular}`
    : lang

/** The length of a text without the spaces at its end. */
export function lengthWithoutTrailingSpaces(text: string): number {
  let end = text.length
  while (end > 0 && text.charCodeAt(end - 1) === 0x20) end--
  return end
}
