import { type INumberingOptions, LevelFormat } from 'docx'
import type { TextStyle } from '../../typeset/index.js'
import { halfPoints, twips, wordColour } from './word-units.js'

/** How the items of a list are marked. Lengths are points. */
export interface ItemMarker {
  /** A sign; undefined for numbers. */
  readonly sign: string | undefined
  readonly family: string
  readonly text: TextStyle
  readonly colour: string
  /** From the edge to the words, and how far before these the mark stands. */
  readonly left: number
  readonly hanging: number
  /** The number of the first item. */
  readonly start: number
}

type NumberingConfig = INumberingOptions['config'][number]

/** The lists of a document: each numbered one counts by itself, and lists with the same mark share a definition. */
export class WordLists {
  readonly #definitions = new Map<string, { readonly config: NumberingConfig; instances: number }>()
  #open: { readonly list: ReturnType<WordLists['add']>; next: number } | undefined

  /** The definition of a new list, to be named by each of its items. */
  add(marker: ItemMarker): { readonly reference: string; readonly instance: number } {
    const key = JSON.stringify(marker)
    const known = this.#definitions.get(key)
    if (known) {
      if (marker.sign === undefined) known.instances++
      return { reference: known.config.reference, instance: known.instances }
    }
    const config = definition(`list-definition-${this.#definitions.size + 1}`, marker)
    this.#definitions.set(key, { config, instances: 0 })
    return { reference: config.reference, instance: 0 }
  }

  /** The list of numbered paragraphs, begun anew where the number is not the next. */
  goOn(number: number, marker: ItemMarker): { readonly reference: string; readonly instance: number } {
    if (!this.#open || this.#open.next !== number) this.#open = { list: this.add(marker), next: number }
    this.#open.next++
    return this.#open.list
  }

  get options(): INumberingOptions {
    return { config: [...this.#definitions.values()].map(({ config }) => config) }
  }
}

function definition(
  reference: string,
  { sign, family, text, colour, left, hanging, start }: ItemMarker,
): NumberingConfig {
  const level = {
    level: 0,
    format: sign === undefined ? LevelFormat.DECIMAL : LevelFormat.BULLET,
    text: sign ?? '%1.',
    alignment: 'left' as const,
    start,
    style: {
      paragraph: { indent: { left: twips(left), hanging: twips(hanging) } },
      run: {
        color: wordColour(colour),
        font: { ascii: family, hAnsi: family, cs: family, eastAsia: family },
        bold: text.bold,
        italics: false,
        size: halfPoints(text.size),
      },
    },
  }
  return { reference, levels: [level] }
}
