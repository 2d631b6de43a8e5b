import type { Theme } from '../../typeset/index.js'

/** What a page stands on. */
export const PAGE_GROUND = '#ffffff'
/** The name of that colour among those of a page. */
const GROUND_NAME = 'ground'

/** The colours that a page uses, each a variable of its style sheet, so that a dark screen has others. */
export class PageColours {
  readonly #names = new Map<string, string>([[PAGE_GROUND, GROUND_NAME]])
  readonly #taken = new Set<string>([GROUND_NAME])
  readonly #used = new Set<string>([PAGE_GROUND])

  constructor(private readonly theme: Pick<Theme, 'colours'>) {
    for (const [name, colour] of Object.entries(theme.colours)) this.#name(colour, name)
  }

  /** The value of a property in a colour of `#rrggbb`. */
  value(colour: string): string {
    const hex = colour.toLowerCase()
    this.#used.add(hex)
    return `var(--${this.#names.get(hex) ?? this.#name(hex, 'colour')})`
  }

  /** The value of a property in a colour that the theme names; black where a figure asks for one that it has not. */
  named(name: string): string {
    return this.value(this.theme.colours[name] ?? '#000000')
  }

  /** The declarations of a marking: the colours of its scheme, which on a ground of their own are the same on any screen. */
  marking(colour: string, ground: string | undefined): string {
    return ground === undefined ? `color:${this.value(colour)}` : `color:${colour};background:${ground}`
  }

  /** The colours in use by their variables. */
  get used(): ReadonlyMap<string, string> {
    return new Map([...this.#names].flatMap(([hex, name]) => (this.#used.has(hex) ? [[name, hex]] : [])))
  }

  #name(colour: string, wanted: string): string {
    const hex = colour.toLowerCase()
    const known = this.#names.get(hex)
    if (known !== undefined) return known
    const base = wanted.toLowerCase().replace(/[^a-z0-9-]+/g, '-')
    let name = base
    for (let again = 2; this.#taken.has(name); again++) name = `${base}-${again}`
    this.#taken.add(name)
    this.#names.set(hex, name)
    return name
  }
}
