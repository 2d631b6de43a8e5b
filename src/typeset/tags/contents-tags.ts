import type { Heading } from '../../markup/index.js'
import { plainText } from '../compose/plain-text.js'
import type { Tag } from './tag.js'

/** The elements of a contents list, entries of the second level in a list of their own. */
export class ContentsTags {
  #inner: Tag | undefined

  constructor(private readonly list: Tag) {}

  /** The link that the words of an entry belong to. */
  entry({ level, place, children }: Heading): Tag {
    if (level === 2) this.#inner = undefined
    else this.#inner ??= this.list.add('TOC', place)
    const item = (this.#inner ?? this.list).add('TOCI', place)
    return item.add('Reference', place).add('Link', place, { leadsTo: plainText(children) })
  }
}
