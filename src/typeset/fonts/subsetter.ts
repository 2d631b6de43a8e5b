import { type HarfBuzzModule, loadHarfBuzz, WasmMemory } from './wasm.js'

/**
 * Reduces a font to the glyphs that a document shows. Glyphs keep their numbers; hinting is dropped, and every table that
 * only shaping, hinting or an operating system reads.
 */
export class FontSubsetter {
  readonly #library = sharedLibrary()
  readonly #memory = new WasmMemory(this.#library)
  readonly #face: number

  constructor(bytes: Uint8Array) {
    const data = this.#memory.copyIn(bytes)
    const blob = this.#library.hb_blob_create(data, bytes.length, WRITABLE, 0, 0)
    const face = this.#library.hb_face_create(blob, 0)
    this.#library.hb_blob_destroy(blob)
    this.#face = face
    const { hb_face_destroy, free } = this.#library
    unusedFaces.register(this, () => {
      hb_face_destroy(face)
      free(data)
    })
  }

  /** Undefined if HarfBuzz cannot subset the font. */
  subset(glyphs: Iterable<number>): Uint8Array | undefined {
    const library = this.#library
    const input = library.hb_subset_input_create_or_fail()
    library.hb_subset_input_set_flags(input, NO_HINTING | RETAIN_GLYPH_NUMBERS)
    library.hb_subset_input_pin_all_axes_to_default(input, this.#face)
    const wanted = library.hb_subset_input_glyph_set(input)
    for (const glyph of glyphs) library.hb_set_add(wanted, glyph)
    const dropped = library.hb_subset_input_set(input, DROP_TABLE_TAG_SET)
    for (const tag of DROPPED_TABLE_TAGS) library.hb_set_add(dropped, Buffer.from(tag).readUInt32BE())
    const face = library.hb_subset_or_fail(this.#face, input)
    library.hb_subset_input_destroy(input)
    return face === 0 ? undefined : takeFace(face, this.#memory)
  }

  /** The font with the glyphs of characters and what shaping makes of these, and all that shaping needs, for programs that shape text themselves. */
  subsetToShape(codePoints: Iterable<number>): Uint8Array | undefined {
    const library = this.#library
    const input = library.hb_subset_input_create_or_fail()
    library.hb_subset_input_set_flags(input, NO_HINTING)
    library.hb_subset_input_pin_all_axes_to_default(input, this.#face)
    const wanted = library.hb_subset_input_unicode_set(input)
    for (const codePoint of codePoints) library.hb_set_add(wanted, codePoint)
    const face = library.hb_subset_or_fail(this.#face, input)
    library.hb_subset_input_destroy(input)
    return face === 0 ? undefined : takeFace(face, this.#memory)
  }
}

/** A variable font at one point of its axes, with all its glyphs; undefined if HarfBuzz cannot make it. */
export function instantiateFont(
  bytes: Uint8Array,
  axes: ReadonlyMap<string, number>,
): Uint8Array | undefined {
  const library = sharedLibrary()
  const memory = new WasmMemory(library)
  const data = memory.copyIn(bytes)
  const blob = library.hb_blob_create(data, bytes.length, WRITABLE, 0, 0)
  const face = library.hb_face_create(blob, 0)
  library.hb_blob_destroy(blob)
  const input = library.hb_subset_input_create_or_fail()
  library.hb_subset_input_keep_everything(input)
  library.hb_subset_input_pin_all_axes_to_default(input, face)
  for (const [tag, value] of axes)
    library.hb_subset_input_pin_axis_location(input, face, Buffer.from(tag, 'latin1').readUInt32BE(), value)
  const instance = library.hb_subset_or_fail(face, input)
  library.hb_subset_input_destroy(input)
  library.hb_face_destroy(face)
  library.free(data)
  return instance === 0 ? undefined : takeFace(instance, memory)
}

/** The bytes of a face that HarfBuzz made, which is released. */
function takeFace(face: number, memory: WasmMemory): Uint8Array {
  const library = sharedLibrary()
  const blob = library.hb_face_reference_blob(face)
  const start = library.hb_blob_get_data(blob, 0)
  const bytes = memory.bytes.slice(start, start + library.hb_blob_get_length(blob))
  library.hb_blob_destroy(blob)
  library.hb_face_destroy(face)
  return bytes
}

/** One for the process: it holds no state of a document. */
let library: SubsettingLibrary | undefined

function sharedLibrary(): SubsettingLibrary {
  library ??= loadHarfBuzz<SubsettingLibrary>('harfbuzz-subset.wasm')
  return library
}

/** HarfBuzz's memory is not garbage-collected: a face that nothing refers to any more is freed. */
const unusedFaces = new FinalizationRegistry<() => void>(close => close())

/** The functions of HarfBuzz's subsetter that are called (https://harfbuzz.github.io), with pointers and numbers. */
interface SubsettingLibrary extends HarfBuzzModule {
  hb_blob_create(data: number, length: number, mode: number, owned: number, destroy: number): number
  hb_blob_destroy(blob: number): void
  hb_blob_get_data(blob: number, length: number): number
  hb_blob_get_length(blob: number): number
  hb_face_create(blob: number, index: number): number
  hb_face_destroy(face: number): void
  hb_face_reference_blob(face: number): number
  hb_set_add(set: number, value: number): void
  hb_subset_input_create_or_fail(): number
  hb_subset_input_destroy(input: number): void
  hb_subset_input_glyph_set(input: number): number
  hb_subset_input_keep_everything(input: number): void
  hb_subset_input_pin_all_axes_to_default(input: number, face: number): number
  hb_subset_input_pin_axis_location(input: number, face: number, tag: number, value: number): number
  hb_subset_input_set(input: number, kind: number): number
  hb_subset_input_set_flags(input: number, flags: number): void
  hb_subset_input_unicode_set(input: number): number
  hb_subset_or_fail(face: number, input: number): number
}

/** Values of HarfBuzz's enumerations. */
const WRITABLE = 2
const NO_HINTING = 1
const RETAIN_GLYPH_NUMBERS = 2
const DROP_TABLE_TAG_SET = 3

/** ISO 32000-1, 9.9: an embedded TrueType program needs `glyf`, `head`, `hhea`, `hmtx`, `loca` and `maxp`. */
const DROPPED_TABLE_TAGS = [
  ...['BASE', 'GDEF', 'GPOS', 'GSUB', 'JSTF', 'MATH', 'kern', 'kerx', 'morx', 'mort', 'feat', 'trak'],
  ...['cvt ', 'fpgm', 'prep', 'gasp', 'hdmx', 'LTSH', 'VDMX', 'cvar'],
  ...['OS/2', 'name', 'post', 'cmap', 'DSIG', 'STAT', 'MVAR', 'HVAR', 'VVAR', 'meta', 'PCLT', 'FFTM'],
  ...['vhea', 'vmtx', 'VORG', 'COLR', 'CPAL', 'SVG ', 'CBDT', 'CBLC', 'sbix', 'EBDT', 'EBLC', 'EBSC'],
]
