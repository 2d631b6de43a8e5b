import type { ShapedWord } from './shaped-word.js'

/** Shaped words of one face and language. Once enough are kept, those that were not used since the last time are dropped. */
export class WordCache {
  #recent = new Map<string, ShapedWord>()
  #older = new Map<string, ShapedWord>()

  constructor(private readonly most: number) {}

  get(text: string): ShapedWord | undefined {
    const recent = this.#recent.get(text)
    if (recent) return recent
    const older = this.#older.get(text)
    if (older) this.set(text, older)
    return older
  }

  set(text: string, shaped: ShapedWord): void {
    if (this.#recent.size >= this.most) {
      this.#older = this.#recent
      this.#recent = new Map()
    }
    this.#recent.set(text, shaped)
  }
}
