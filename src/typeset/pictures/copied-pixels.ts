import type { PixelRow, Pixels, PixelTarget } from './pixel-rows.js'

/** A picture with all of its pixels. */
export class CopiedPixels implements PixelTarget {
  readonly #colours: Uint8Array
  #alpha: Uint8Array | undefined

  constructor(
    private readonly width: number,
    private readonly height: number,
    /** Bytes of a colour. */
    private readonly parts: number,
  ) {
    this.#colours = new Uint8Array(width * height * parts)
  }

  add({ y, x, dx, columns, colours, alpha }: PixelRow): void {
    const { width, height, parts } = this
    const first = y * width + x
    if (dx === 1) this.#colours.set(colours.subarray(0, columns * parts), first * parts)
    else
      for (let column = 0, from = 0; column < columns; column++)
        for (let part = 0; part < parts; part++, from++)
          this.#colours[(first + column * dx) * parts + part] = colours[from] as number
    if (!alpha) return
    this.#alpha ??= new Uint8Array(width * height)
    for (let column = 0; column < columns; column++)
      this.#alpha[first + column * dx] = alpha[column] as number
  }

  finish(): Pixels {
    const { width, height } = this
    return { width, height, colours: this.#colours, alpha: this.#alpha }
  }
}
