import type { Heading } from '../../markup/index.js'
import type { StructureElement } from '../nodes/structure-element.js'
import { unformattedText } from '../text/unformatted-text.js'

/** The elements of a contents list, entries of the second level in a list of their own. */
export class ContentsListStructure {
  #inner: StructureElement | undefined

  constructor(private readonly list: StructureElement) {}

  /** The link that the words of an entry belong to. */
  entry({ level, place, children }: Heading): StructureElement {
    if (level === 2) this.#inner = undefined
    else this.#inner ??= this.list.add('TOC', place)
    const item = (this.#inner ?? this.list).add('TOCI', place)
    return item.add('Reference', place).add('Link', place, { linkDescription: unformattedText(children) })
  }
}
