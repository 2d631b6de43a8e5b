import { COLOUR, COLOUR_ALPHA, GREY_ALPHA, type PngChunks } from './png-chunks.js'

/** One of the reduced pictures that a PNG is transmitted in: where its pixels begin and how far they are apart. */
export interface PngPass {
  readonly x: number
  readonly y: number
  readonly dx: number
  readonly dy: number
  readonly columns: number
  readonly rows: number
  /** Without the number of its filter. */
  readonly rowBytes: number
}

const WHOLE = [{ x: 0, y: 0, dx: 1, dy: 1 }] as const
/** Adam7 (PNG, third edition, 8.1). */
const INTERLACED = [
  { x: 0, y: 0, dx: 8, dy: 8 },
  { x: 4, y: 0, dx: 8, dy: 8 },
  { x: 0, y: 4, dx: 4, dy: 8 },
  { x: 2, y: 0, dx: 4, dy: 4 },
  { x: 0, y: 2, dx: 2, dy: 4 },
  { x: 1, y: 0, dx: 2, dy: 2 },
  { x: 0, y: 1, dx: 1, dy: 2 },
] as const

/** The passes of a PNG that have pixels, of which one that is not interlaced has one. */
export function passesOf({ width, height, bits, colourType, interlaced }: PngChunks): readonly PngPass[] {
  return (interlaced ? INTERLACED : WHOLE)
    .map(pass => {
      const columns = Math.ceil((width - pass.x) / pass.dx)
      const rowBytes = Math.ceil((columns * channelsOf(colourType) * bits) / 8)
      return { ...pass, columns, rows: Math.ceil((height - pass.y) / pass.dy), rowBytes }
    })
    .filter(({ columns, rows }) => columns > 0 && rows > 0)
}

/** Samples in a pixel. */
export const channelsOf = (colourType: number): number =>
  colourType === COLOUR_ALPHA ? 4 : colourType === COLOUR ? 3 : colourType === GREY_ALPHA ? 2 : 1
