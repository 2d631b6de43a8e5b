import type { Glyph } from '../fonts/shaped-word.js'

/** Glyphs of a face with a text that they represent, numbered from 0, so that arrays can be kept of them. */
export class GlyphTexts {
  /** By glyph: the number of its first text. */
  readonly #first = new Map<number, number>()
  readonly #others = new Map<string, number>()
  readonly #glyphs: number[] = []
  readonly #texts: string[] = []

  get count(): number {
    return this.#glyphs.length
  }

  numberOf({ id, text }: Pick<Glyph, 'id' | 'text'>): number {
    const first = this.#first.get(id)
    if (first !== undefined && this.#texts[first] === text) return first
    const key = `${id} ${text}`
    const known = this.#others.get(key)
    if (known !== undefined) return known
    const number = this.#glyphs.push(id) - 1
    this.#texts.push(text)
    if (first === undefined) this.#first.set(id, number)
    else this.#others.set(key, number)
    return number
  }

  glyphOf(number: number): number {
    return this.#glyphs[number] as number
  }

  textOf(number: number): string {
    return this.#texts[number] as string
  }
}
