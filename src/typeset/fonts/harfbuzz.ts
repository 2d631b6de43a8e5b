import { present } from '../../diagnostics/index.js'
import { type OutlineLibrary, OutlineReader, type PathCommand } from './glyph-outlines.js'
import { loadHarfBuzz, WasmMemory } from './wasm.js'

/** What shaping depends on beside the characters. */
export interface ShapingOptions {
  /** BCP 47. */
  readonly lang: string
  readonly rightToLeft: boolean
  /** Letters are spaced out, and so not joined to ligatures. */
  readonly noLigatures: boolean
  /** Figures are set as in tables, where the font has such: each as wide as the others, as high as capitals, and not kerned. */
  readonly tabular?: boolean
}

/** A glyph as HarfBuzz places it. Lengths are units of the font. */
export interface HarfBuzzGlyph {
  readonly id: number
  /** Index in the text of the first character that the glyph represents. */
  readonly cluster: number
  readonly advance: number
  readonly x: number
  readonly y: number
}

/** The box around a glyph's outline, in units of the font, from its origin. */
export interface GlyphExtents {
  readonly left: number
  readonly top: number
  readonly width: number
  readonly height: number
}

/** A font in HarfBuzz, which turns words into placed glyphs. */
export class HarfBuzzFont {
  readonly #shaper = sharedShaper()
  readonly #font: number

  constructor(bytes: Uint8Array) {
    const font = this.#shaper.open(bytes)
    const { close } = this.#shaper
    this.#font = font
    unusedFonts.register(this, () => close(font))
  }

  /** The glyph that a character has by itself, if it has one. */
  glyphOf(codePoint: number): number | undefined {
    return this.#shaper.glyphOf(this.#font, codePoint)
  }

  /** Units of the font. */
  advanceOf(glyph: number): number {
    return this.#shaper.library.hb_font_get_glyph_h_advance(this.#font, glyph)
  }

  /** The box around the outline of a glyph; undefined for a space. */
  extentsOf(glyph: number): GlyphExtents | undefined {
    return this.#shaper.extentsOf(this.#font, glyph)
  }

  /** The outline of a glyph in units of the font; empty for a space. */
  outlineOf(glyph: number): readonly PathCommand[] {
    return this.#shaper.outlines.read(this.#font, glyph)
  }

  /** Glyphs from left to right. */
  shape(text: string, options: ShapingOptions): HarfBuzzGlyph[] {
    return this.#shaper.shape(this.#font, text, options)
  }
}

/** HarfBuzz's memory is not garbage-collected: a font that nothing refers to any more is closed. */
const unusedFonts = new FinalizationRegistry<() => void>(close => close())

/** One for the process: it holds no state of a document. */
let shaper: Shaper | undefined

function sharedShaper(): Shaper {
  shaper ??= new Shaper()
  return shaper
}

/** The functions of HarfBuzz that are called (https://harfbuzz.github.io), with pointers and numbers. */
interface ShapingLibrary extends OutlineLibrary {
  hb_blob_create(data: number, length: number, mode: number, owned: number, destroy: number): number
  hb_blob_destroy(blob: number): void
  hb_face_create(blob: number, index: number): number
  hb_face_destroy(face: number): void
  hb_font_create(face: number): number
  hb_font_destroy(font: number): void
  hb_font_get_nominal_glyph(font: number, codePoint: number, glyph: number): number
  hb_font_get_glyph_h_advance(font: number, glyph: number): number
  hb_font_get_glyph_extents(font: number, glyph: number, extents: number): number
  hb_language_from_string(tag: number, length: number): number
  hb_buffer_create(): number
  hb_buffer_clear_contents(buffer: number): void
  hb_buffer_set_flags(buffer: number, flags: number): void
  hb_buffer_set_cluster_level(buffer: number, level: number): void
  hb_buffer_add_utf16(buffer: number, text: number, length: number, offset: number, count: number): void
  hb_buffer_set_direction(buffer: number, direction: number): void
  hb_buffer_set_language(buffer: number, language: number): void
  hb_buffer_guess_segment_properties(buffer: number): void
  hb_buffer_get_length(buffer: number): number
  hb_buffer_get_glyph_infos(buffer: number, length: number): number
  hb_buffer_get_glyph_positions(buffer: number, length: number): number
  hb_shape(font: number, buffer: number, features: number, count: number): void
}

/** Values of HarfBuzz's enumerations. */
const WRITABLE = 2
const LEFT_TO_RIGHT = 4
const RIGHT_TO_LEFT = 5
const REMOVE_DEFAULT_IGNORABLES = 8
const CHARACTERS_IN_ORDER = 1

/** 32-bit words: the left and the upper edge, the width and the height. */
const EXTENTS_WORDS = 4
/** 32-bit words of an entry of HarfBuzz's arrays of glyphs. */
const ENTRY_WORDS = 5
const FEATURE_BYTES = 16
const WHOLE_TEXT = 0xffff_ffff
const WITHOUT_LIGATURES = { liga: 0, clig: 0 }
const TABULAR_FIGURES = { tnum: 1, lnum: 1, kern: 0 }

/** Features in HarfBuzz's memory. */
interface FeatureList {
  readonly pointer: number
  readonly count: number
}

/** HarfBuzz, with one buffer in which all words are shaped. */
class Shaper {
  readonly library = loadHarfBuzz<ShapingLibrary>('harfbuzz.wasm')
  readonly #memory = new WasmMemory(this.library)
  readonly #buffer = this.#newBuffer()
  readonly #features = [
    {},
    WITHOUT_LIGATURES,
    TABULAR_FIGURES,
    { ...WITHOUT_LIGATURES, ...TABULAR_FIGURES },
  ].map(values => this.#featureList(values))
  /** Room for what a function returns beside its value. */
  readonly #result = this.library.malloc(EXTENTS_WORDS * 4)
  readonly #languages = new Map<string, number>()
  #outlines: OutlineReader | undefined
  /** Pointers to the bytes of each open font. */
  readonly #data = new Map<number, number>()
  #text = 0
  #capacity = 0

  get outlines(): OutlineReader {
    this.#outlines ??= new OutlineReader(this.library)
    return this.#outlines
  }

  open(bytes: Uint8Array): number {
    const { library } = this
    const data = this.#memory.copyIn(bytes)
    const blob = library.hb_blob_create(data, bytes.length, WRITABLE, 0, 0)
    const face = library.hb_face_create(blob, 0)
    const font = library.hb_font_create(face)
    library.hb_blob_destroy(blob)
    library.hb_face_destroy(face)
    this.#data.set(font, data)
    return font
  }

  readonly close = (font: number): void => {
    this.library.hb_font_destroy(font)
    this.library.free(present(this.#data.get(font), 'font'))
    this.#data.delete(font)
  }

  extentsOf(font: number, glyph: number): GlyphExtents | undefined {
    if (this.library.hb_font_get_glyph_extents(font, glyph, this.#result) === 0) return undefined
    const at = this.#result / 4
    const [left = 0, top = 0, width = 0, height = 0] = this.#memory.integers.subarray(at, at + EXTENTS_WORDS)
    return width === 0 && height === 0 ? undefined : { left, top, width, height: -height }
  }

  glyphOf(font: number, codePoint: number): number | undefined {
    const found = this.library.hb_font_get_nominal_glyph(font, codePoint, this.#result)
    return found === 0 ? undefined : this.#memory.words[this.#result / 4]
  }

  shape(font: number, text: string, options: ShapingOptions): HarfBuzzGlyph[] {
    const { lang, rightToLeft, noLigatures, tabular = false } = options
    const { library } = this
    const buffer = this.#buffer
    library.hb_buffer_clear_contents(buffer)
    library.hb_buffer_add_utf16(buffer, this.#copyText(text), text.length, 0, text.length)
    library.hb_buffer_set_direction(buffer, rightToLeft ? RIGHT_TO_LEFT : LEFT_TO_RIGHT)
    library.hb_buffer_set_language(buffer, this.#language(lang))
    library.hb_buffer_guess_segment_properties(buffer)
    const features = present(this.#features[Number(noLigatures) + 2 * Number(tabular)], 'list of features')
    library.hb_shape(font, buffer, features.pointer, features.count)
    return this.#glyphs(library.hb_buffer_get_length(buffer))
  }

  #glyphs(count: number): HarfBuzzGlyph[] {
    const info = this.library.hb_buffer_get_glyph_infos(this.#buffer, 0) / 4
    const position = this.library.hb_buffer_get_glyph_positions(this.#buffer, 0) / 4
    const { words, integers } = this.#memory
    return Array.from({ length: count }, (_, index) => {
      const [id, at] = [info + index * ENTRY_WORDS, position + index * ENTRY_WORDS]
      return {
        id: present(words[id], 'glyph'),
        cluster: present(words[id + 2], 'cluster'),
        advance: present(integers[at], 'advance'),
        x: present(integers[at + 2], 'offset'),
        y: present(integers[at + 3], 'offset'),
      }
    })
  }

  #newBuffer(): number {
    const buffer = this.library.hb_buffer_create()
    this.library.hb_buffer_set_flags(buffer, REMOVE_DEFAULT_IGNORABLES)
    this.library.hb_buffer_set_cluster_level(buffer, CHARACTERS_IN_ORDER)
    return buffer
  }

  /** Values of features by their tags, for whole texts. */
  #featureList(values: Readonly<Record<string, number>>): FeatureList {
    const entries = Object.entries(values)
    const pointer = this.library.malloc(Math.max(1, entries.length) * FEATURE_BYTES)
    const words = entries.flatMap(([tag, value]) => [Buffer.from(tag).readUInt32BE(), value, 0, WHOLE_TEXT])
    this.#memory.words.set(words, pointer / 4)
    return { pointer, count: entries.length }
  }

  #language(tag: string): number {
    const known = this.#languages.get(tag)
    if (known !== undefined) return known
    const bytes = Buffer.from(tag, 'latin1')
    const pointer = this.#memory.copyIn(bytes)
    const language = this.library.hb_language_from_string(pointer, bytes.length)
    this.library.free(pointer)
    this.#languages.set(tag, language)
    return language
  }

  /** Copies a text to where HarfBuzz reads it, over the one before. */
  #copyText(text: string): number {
    if (text.length > this.#capacity) {
      this.library.free(this.#text)
      this.#capacity = Math.max(256, text.length * 2)
      this.#text = this.library.malloc(this.#capacity * 2)
    }
    const { bytes } = this.#memory
    for (let index = 0; index < text.length; index++) {
      const unit = text.charCodeAt(index)
      bytes[this.#text + index * 2] = unit & 0xff
      bytes[this.#text + index * 2 + 1] = unit >> 8
    }
    return this.#text
  }
}
