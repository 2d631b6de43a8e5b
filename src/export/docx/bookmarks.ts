import { type DocumentIndex, headingDestination } from '../../typeset/index.js'

/** The names of the places that links of a document lead to, in the order of its text. */
export class Bookmarks {
  readonly #names = new Map<string, string>()

  constructor({ destinations, contentsHeadings }: Pick<DocumentIndex, 'destinations' | 'contentsHeadings'>) {
    const inContents = new Set(contentsHeadings.map(({ id }) => headingDestination(id)))
    // Names that begin with a low line are those that Word gives, and it shows them to nobody.
    for (const destination of destinations) {
      const number = String(this.#names.size + 1).padStart(6, '0')
      this.#names.set(destination, `${inContents.has(destination) ? '_Toc' : '_Ref'}${number}`)
    }
  }

  readonly #set = new Set<string>()
  #waiting: string[] = []

  /** What is written next is this place. */
  wait(destination: string): void {
    this.#waiting.push(destination)
  }

  /** The names of the places that a paragraph is, those included that waited for one; each place is one once. */
  take(own: readonly string[]): string[] {
    const taken = [...new Set([...this.#waiting, ...own])].filter(each => !this.#set.has(each))
    this.#waiting = []
    for (const each of taken) this.#set.add(each)
    return taken.flatMap(each => this.#names.get(each) ?? [])
  }

  /** The name of a place; undefined where the document does not have it. */
  nameOf(destination: string): string | undefined {
    return this.#names.get(destination)
  }
}
