import type { HarfBuzzModule } from './wasm.js'

/** A part of an outline: of a glyph in units of its font, from the baseline up; of a shape in those of its drawing. */
export type PathCommand =
  | { readonly kind: 'move' | 'line'; readonly x: number; readonly y: number }
  | {
      readonly kind: 'curve'
      readonly x1: number
      readonly y1: number
      readonly x2: number
      readonly y2: number
      readonly x: number
      readonly y: number
    }
  | { readonly kind: 'close' }

/** The functions of HarfBuzz that hand an outline over, part by part (https://harfbuzz.github.io/harfbuzz-hb-draw.html). */
export interface OutlineLibrary extends HarfBuzzModule {
  readonly __indirect_function_table: WebAssembly.Table
  hb_draw_funcs_create(): number
  hb_draw_funcs_set_move_to_func(funcs: number, call: number, data: number, destroy: number): void
  hb_draw_funcs_set_line_to_func(funcs: number, call: number, data: number, destroy: number): void
  hb_draw_funcs_set_quadratic_to_func(funcs: number, call: number, data: number, destroy: number): void
  hb_draw_funcs_set_cubic_to_func(funcs: number, call: number, data: number, destroy: number): void
  hb_draw_funcs_set_close_path_func(funcs: number, call: number, data: number, destroy: number): void
  hb_font_draw_glyph(font: number, glyph: number, funcs: number, data: number): void
}

/** Reads outlines of glyphs with one instance of HarfBuzz, whichever kind of curve their fonts have. */
export class OutlineReader {
  readonly #functions: number
  #commands: PathCommand[] = []
  /** Where the last part ended, from which a curve goes on. */
  #at = { x: 0, y: 0 }

  constructor(private readonly library: OutlineLibrary) {
    const functions = library.hb_draw_funcs_create()
    const set = (
      part: 'move_to' | 'line_to' | 'quadratic_to' | 'cubic_to' | 'close_path',
      coordinates: number,
      call: (...numbers: readonly number[]) => void,
    ) =>
      library[`hb_draw_funcs_set_${part}_func`](
        functions,
        addFunction(library.__indirect_function_table, coordinates, call),
        0,
        0,
      )
    set('move_to', 2, (x = 0, y = 0) => this.#to({ kind: 'move', x, y }))
    set('line_to', 2, (x = 0, y = 0) => this.#to({ kind: 'line', x, y }))
    set('quadratic_to', 4, (cx = 0, cy = 0, x = 0, y = 0) => {
      // The cubic curve that is the same (ISO 32000-1 has no other).
      const [near, far] = [this.#at, { x, y }].map(end => ({
        x: end.x + (2 / 3) * (cx - end.x),
        y: end.y + (2 / 3) * (cy - end.y),
      })) as [Point, Point]
      this.#to({ kind: 'curve', x1: near.x, y1: near.y, x2: far.x, y2: far.y, x, y })
    })
    set('cubic_to', 6, (x1 = 0, y1 = 0, x2 = 0, y2 = 0, x = 0, y = 0) =>
      this.#to({ kind: 'curve', x1, y1, x2, y2, x, y }),
    )
    set('close_path', 0, () => this.#commands.push({ kind: 'close' }))
    this.#functions = functions
  }

  /** The outline of a glyph of an open font; empty for a space. */
  read(font: number, glyph: number): readonly PathCommand[] {
    this.#commands = []
    this.library.hb_font_draw_glyph(font, glyph, this.#functions, 0)
    return this.#commands
  }

  #to(command: Exclude<PathCommand, { readonly kind: 'close' }>): void {
    this.#commands.push(command)
    this.#at = command
  }
}

interface Point {
  readonly x: number
  readonly y: number
}

const I32 = 0x7f
const F32 = 0x7d
/** What HarfBuzz gives before the coordinates: its functions, data of the caller, the state. */
const LEADING = 3

/** Puts a function into the table of a module, where the module calls it by its number. It takes coordinates alone. */
function addFunction(
  table: WebAssembly.Table,
  coordinates: number,
  call: (...numbers: readonly number[]) => void,
): number {
  const parameters = [...Array(LEADING).fill(I32), ...Array(coordinates).fill(F32), I32]
  const signature = [0x60, parameters.length, ...parameters, 0]
  // A module that imports `a.a` and exports it as `a`: only functions of modules may stand in a table.
  const bytes = [
    ...[0x00, 0x61, 0x73, 0x6d, 0x01, 0x00, 0x00, 0x00],
    ...[0x01, signature.length + 1, 1, ...signature],
    ...[0x02, 0x07, 1, 1, 0x61, 1, 0x61, 0x00, 0],
    ...[0x07, 0x05, 1, 1, 0x61, 0x00, 0],
  ]
  const { exports } = new WebAssembly.Instance(new WebAssembly.Module(new Uint8Array(bytes)), {
    a: { a: (...given: readonly number[]) => call(...given.slice(LEADING, -1)) },
  })
  const index = table.grow(1)
  table.set(index, exports.a)
  return index
}
