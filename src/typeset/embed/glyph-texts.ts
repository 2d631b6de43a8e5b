import type { Glyph } from '../fonts/shaped-word.js'

/** Glyphs of a face with a text that they represent, numbered from 0, so that arrays can be kept of them. */
export class GlyphTexts {
  readonly #numbers = new Map<number, Map<string, number>>()
  readonly #glyphs: number[] = []
  readonly #texts: string[] = []

  get count(): number {
    return this.#glyphs.length
  }

  numberOf({ id, text }: Pick<Glyph, 'id' | 'text'>): number {
    const ofGlyph = this.#numbers.get(id) ?? new Map<string, number>()
    const known = ofGlyph.get(text)
    if (known !== undefined) return known
    const number = this.#glyphs.push(id) - 1
    this.#texts.push(text)
    this.#numbers.set(id, ofGlyph.set(text, number))
    return number
  }

  glyphOf(number: number): number {
    return this.#glyphs[number] as number
  }

  textOf(number: number): string {
    return this.#texts[number] as string
  }
}
