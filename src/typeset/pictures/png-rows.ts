import { Readable } from 'node:stream'
import { createInflate } from 'node:zlib'
import { damaged, type PictureFault } from './picture.js'
import type { PngChunks } from './png-chunks.js'
import { LAST_FILTER, undoFilter } from './png-filter.js'
import { channelsOf, type PngPass, passesOf } from './png-passes.js'

/** Takes a row of a pass, its filter undone; the bytes are those of another row afterwards. */
export type TakeRow = (line: Uint8Array, row: number, pass: PngPass) => void

/** The most that a byte of deflated data can stand for (zlib, "Maximum compression factor"). */
const MOST_INFLATION = 1032
const CHUNK_BYTES = 1 << 18

/**
 * Reads the rows of a PNG as they are inflated, so that two of them are held. They must be as many bytes as its head says;
 * with nothing to take them, they are only checked.
 */
export async function readRows(png: PngChunks, take?: TakeRow): Promise<PictureFault | undefined> {
  const rows = new RowReader(png, take)
  const compressed = png.pixels.reduce((sum, piece) => sum + piece.length, 0)
  if (rows.missingBytes > compressed * MOST_INFLATION) return WRONG_LENGTH
  const inflate = createInflate({ chunkSize: CHUNK_BYTES })
  Readable.from(png.pixels.filter(piece => piece.length > 0)).pipe(inflate)
  try {
    for await (const bytes of inflate) if (!rows.add(bytes as Uint8Array)) break
  } catch (error) {
    if (!isZlibError(error)) throw error
    return DAMAGED_PIXELS
  }
  return rows.fault ?? (rows.missingBytes > 0 ? WRONG_LENGTH : undefined)
}

const isZlibError = (error: unknown) =>
  error instanceof Error && 'code' in error && String(error.code).startsWith('Z_')

const WRONG_LENGTH = damaged('a PNG with fewer or more pixels than its head says')
const DAMAGED_PIXELS = damaged('a PNG whose pixels are damaged')

/** Puts inflated bytes together to rows. */
class RowReader {
  /** Bytes that are still to come. */
  missingBytes: number
  fault: PictureFault | undefined
  readonly #passes: Iterator<PngPass>
  readonly #pixelBytes: number
  #pass: PngPass | undefined
  #row = 0
  /** The number of the filter, and the row. */
  #line = new Uint8Array(0)
  #above = new Uint8Array(0)
  #filled = 0

  constructor(
    png: PngChunks,
    private readonly take: TakeRow | undefined,
  ) {
    const passes = passesOf(png)
    this.missingBytes = passes.reduce((sum, { rows, rowBytes }) => sum + rows * (1 + rowBytes), 0)
    this.#pixelBytes = Math.max(1, (channelsOf(png.colourType) * png.bits) >> 3)
    this.#passes = passes.values()
    this.#nextPass()
  }

  /** False once the picture has a fault. */
  add(bytes: Uint8Array): boolean {
    if (bytes.length > this.missingBytes) this.fault = WRONG_LENGTH
    let at = 0
    while (at < bytes.length && !this.fault) {
      const part = bytes.subarray(at, at + this.#line.length - this.#filled)
      this.#line.set(part, this.#filled)
      this.#filled += part.length
      at += part.length
      if (this.#filled === this.#line.length) this.#finishRow()
    }
    this.missingBytes -= at
    return !this.fault
  }

  #finishRow(): void {
    const pass = this.#pass
    if (!pass) return
    const filter = this.#line[0] ?? 0
    if (filter > LAST_FILTER) {
      this.fault = DAMAGED_PIXELS
      return
    }
    if (this.take) {
      const row = this.#line.subarray(1)
      undoFilter(filter, row, this.#above.subarray(1), this.#pixelBytes)
      this.take(row, this.#row, pass)
      const above = this.#above
      this.#above = this.#line
      this.#line = above
    }
    this.#filled = 0
    this.#row++
    if (this.#row === pass.rows) this.#nextPass()
  }

  #nextPass(): void {
    this.#pass = this.#passes.next().value
    this.#row = 0
    this.#line = new Uint8Array(1 + (this.#pass?.rowBytes ?? 0))
    this.#above = new Uint8Array(this.#line.length)
  }
}
