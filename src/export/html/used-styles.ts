/**
 * The styles and lengths that a page uses, so that its style sheet has rules for these and no other. Nothing is said in attributes of
 * elements, so that a policy may forbid those.
 */
export class UsedStyles {
  readonly #keys = new Set<string>()
  readonly #own = new Map<string, string>()

  /** Takes note of an element and a class of it, as themes name them, and gives the class. */
  use(element: string, style?: string): string | undefined {
    this.#keys.add(element)
    if (style !== undefined) this.#keys.add(`${element}.${style}`)
    return style
  }

  has(key: string): boolean {
    return this.#keys.has(key)
  }

  /** The class of an element that is declared so, such as the width of a column. */
  declare(declarations: string): string {
    const known = this.#own.get(declarations)
    if (known !== undefined) return known
    const name = `s${this.#own.size + 1}`
    this.#own.set(declarations, name)
    return name
  }

  /** The rules of what was declared. */
  get declared(): readonly string[] {
    return [...this.#own].map(([declarations, name]) => `.${name}{${declarations}}`)
  }
}
