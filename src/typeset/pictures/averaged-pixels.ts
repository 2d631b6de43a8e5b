import type { PixelSize } from './picture.js'
import type { PixelRow, Pixels, PixelTarget } from './pixel-rows.js'
import { LIGHT_OF_SAMPLE, sampleOfLight } from './srgb.js'

/**
 * A picture scaled down by a box filter: each pixel is the mean of the light that falls on it, by the share of each pixel
 * of the file that it covers and by how opaque that is. Light, and not samples, as samples would darken fine lines.
 */
export class AveragedPixels implements PixelTarget {
  readonly #across: Shares
  readonly #down: Shares
  readonly #channels: number
  /** The light of one row of the file, by columns of the smaller picture, and how opaque they are if that is given. */
  readonly #line: Float64Array
  /** Rows of the smaller picture of which some light has come, by their number. */
  readonly #begun = new Map<number, BegunRow>()
  readonly #colours: Uint8Array
  readonly #alpha: Uint8Array | undefined

  constructor(
    private readonly from: PixelSize,
    private readonly to: PixelSize,
    /** Bytes of a colour. */
    private readonly parts: number,
    hasAlpha: boolean,
  ) {
    this.#across = sharesOf(from.width, to.width)
    this.#down = sharesOf(from.height, to.height)
    this.#channels = parts + (hasAlpha ? 1 : 0)
    this.#line = new Float64Array(to.width * this.#channels)
    this.#colours = new Uint8Array(to.width * to.height * parts)
    this.#alpha = hasAlpha ? new Uint8Array(to.width * to.height) : undefined
  }

  add(row: PixelRow): void {
    this.#line.fill(0)
    if (row.alpha) this.#gatherTransparent(row, row.alpha)
    else this.#gatherOpaque(row)
    const first = this.#down.first[row.y] as number
    const share = this.#down.share[row.y] as number
    this.#addLine(first, share, row.columns)
    if (share < 1) this.#addLine(first + 1, 1 - share, row.columns)
  }

  finish(): Pixels {
    const { width, height } = this.to
    return { width, height, colours: this.#colours, alpha: this.#alpha }
  }

  #gatherOpaque({ x, dx, columns, colours }: PixelRow): void {
    const { parts } = this
    const { first, share } = this.#across
    const line = this.#line
    for (let column = 0, at = x, from = 0; column < columns; column++, at += dx) {
      const here = share[at] as number
      for (let part = 0, to = (first[at] as number) * parts; part < parts; part++, from++, to++) {
        const light = LIGHT_OF_SAMPLE[colours[from] as number] as number
        line[to] = (line[to] as number) + light * here
        if (here < 1) line[to + parts] = (line[to + parts] as number) + light * (1 - here)
      }
    }
  }

  #gatherTransparent({ x, dx, columns, colours }: PixelRow, alpha: Uint8Array): void {
    const { parts } = this
    const channels = this.#channels
    const { first, share } = this.#across
    const line = this.#line
    for (let column = 0, at = x; column < columns; column++, at += dx) {
      const opaque = alpha[column] as number
      if (opaque === 0) continue
      const here = opaque * (share[at] as number)
      const next = opaque - here
      const to = (first[at] as number) * channels
      for (let part = 0; part < channels; part++) {
        const light =
          part === parts ? 1 : (LIGHT_OF_SAMPLE[colours[column * parts + part] as number] as number)
        line[to + part] = (line[to + part] as number) + light * here
        if (next > 0) line[to + channels + part] = (line[to + channels + part] as number) + light * next
      }
    }
  }

  #addLine(number: number, share: number, columns: number): void {
    const line = this.#line
    const row = this.#begun.get(number) ?? this.#begin(number)
    const { sums } = row
    for (let at = 0; at < line.length; at++) sums[at] = (sums[at] as number) + (line[at] as number) * share
    row.missing -= columns
    if (row.missing > 0) return
    this.#begun.delete(number)
    this.#finishRow(number, sums)
  }

  #begin(number: number): BegunRow {
    const missing = (this.#down.sources[number] as number) * this.from.width
    const row = { sums: new Float32Array(this.#line.length), missing }
    this.#begun.set(number, row)
    return row
  }

  #finishRow(number: number, sums: Float32Array): void {
    const { from, to, parts } = this
    const channels = this.#channels
    const area = (from.width / to.width) * (from.height / to.height)
    for (let column = 0, at = number * to.width; column < to.width; column++, at++) {
      const opaque = this.#alpha ? (sums[column * channels + parts] as number) : area
      if (this.#alpha) this.#alpha[at] = Math.round(opaque / area)
      for (let part = 0; part < parts; part++)
        this.#colours[at * parts + part] =
          opaque > 0 ? sampleOfLight((sums[column * channels + part] as number) / opaque) : PAPER
    }
  }
}

/** Pixels that are wholly clear are white: a viewer that smooths colours apart from the mask mixes no black into the edge. */
const PAPER = 255

interface BegunRow {
  readonly sums: Float32Array
  /** Pixels of the file that are still to come. */
  missing: number
}

/** Where the columns or rows of a picture go in a smaller one. */
interface Shares {
  /** By the number in the file: the first of the smaller picture that it covers. */
  readonly first: Uint32Array
  /** How much of it that is; the rest falls on the next. */
  readonly share: Float64Array
  /** By the number in the smaller picture: how many of the file fall on it. */
  readonly sources: Uint32Array
}

function sharesOf(from: number, to: number): Shares {
  const shares = { first: new Uint32Array(from), share: new Float64Array(from), sources: new Uint32Array(to) }
  for (let at = 0; at < from; at++) {
    const first = Math.floor((at * to) / from)
    const share = Math.min(1, ((first + 1) * from - at * to) / to)
    shares.first[at] = first
    shares.share[at] = share
    for (const number of share < 1 ? [first, first + 1] : [first])
      shares.sources[number] = (shares.sources[number] as number) + 1
  }
  return shares
}
