import { nameOf, PdfGraph } from './file.js'
import { type MarkedText, markedText } from './marked-text.js'
import { type Dictionary, Name, Ref, type Value } from './values.js'

/** A structure element as the file has it. */
export interface Element {
  readonly role: string
  readonly lang: string | undefined
  readonly alt: string | undefined
  readonly id: string | undefined
  /** Entries of all attribute dictionaries, names without their slash. */
  readonly attributes: ReadonlyMap<string, Value>
  readonly kids: readonly (Element | Words | Annotation)[]
}
export interface Words {
  readonly page: number
  readonly text: string
}
export interface Annotation {
  readonly page: number
  /** Web address, or name of a destination. */
  readonly goal: string
  readonly contents: string | undefined
}
export const isElement = (kid: Element['kids'][number]): kid is Element => 'role' in kid
export const isWords = (kid: Element['kids'][number]): kid is Words => 'text' in kid

/** The words of an element and of those in it, in the order in which they are read out. */
export const spoken = (element: Element): string =>
  element.kids
    .map(kid => (isElement(kid) ? spoken(kid) : isWords(kid) ? kid.text : ''))
    .join(INLINE.has(element.role) ? '' : ' ')

/** Elements within a line. */
export const INLINE: ReadonlySet<string> = new Set(['Link', 'Reference', 'Span'])

/** The structure of a printed file with the words of its pages, as assistive technology finds it. */
export interface Structure {
  readonly lang: Value | undefined
  readonly root: Element
  readonly artifacts: readonly MarkedText['artifacts'][]
}

/** Reads the structure tree, and holds the parent tree against it; throws where the two disagree. */
export function readStructure(bytes: Uint8Array): Structure {
  const graph = new PdfGraph(bytes)
  return new StructureReader(graph).read()
}

class StructureReader {
  readonly #pages
  /** By key in the parent tree: which element each piece of a page, or an annotation, belongs to. */
  readonly #parents = new Map<number, Value>()
  readonly #told = new Set<string>()

  constructor(private readonly graph: PdfGraph) {
    this.#pages = graph.pages.map(({ number, page }) => ({ number, page, text: markedText(graph, page) }))
  }

  read(): Structure {
    const { catalog } = this.graph
    const top = this.graph.dictionary(catalog.get('StructTreeRoot'))
    const numbers = this.graph.list(this.graph.dictionary(top.get('ParentTree')).get('Nums'))
    for (let index = 0; index < numbers.length; index += 2)
      this.#parents.set(Number(numbers[index]), numbers[index + 1] ?? null)
    const root = this.#element(top.get('K') ?? null)
    const pieces = this.#pages.flatMap(({ text }, page) =>
      [...text.pieces.keys()].map(key => `${page} ${key}`),
    )
    const untold = pieces.filter(piece => !this.#told.has(piece))
    if (untold.length > 0) throw new Error(`no element has the pieces ${untold.join(', ')}`)
    return { lang: catalog.get('Lang'), root, artifacts: this.#pages.map(({ text }) => text.artifacts) }
  }

  #element(value: Value): Element {
    const element = this.graph.dictionary(value)
    const number = value instanceof Ref ? value.number : -1
    const text = (key: string) => {
      const found = this.graph.follow(element.get(key))
      return typeof found === 'string' ? found : undefined
    }
    return {
      role: nameOf(element, 'S') ?? '',
      lang: text('Lang'),
      alt: text('Alt'),
      id: text('ID'),
      attributes: this.#attributes(element),
      kids: this.graph.list(element.get('K')).map(kid => this.#kid(kid, element, number)),
    }
  }

  #attributes(element: Dictionary): Map<string, Value> {
    const all = this.graph.list(element.get('A')).flatMap(one => [...this.graph.dictionary(one)])
    return new Map(all.map(([key, value]) => [key, value instanceof Name ? value.text : value]))
  }

  #kid(kid: Value, element: Dictionary, number: number): Element['kids'][number] {
    if (typeof kid === 'number') return this.#words(element.get('Pg'), kid, number, nameOf(element, 'S'))
    const dictionary = this.graph.dictionary(kid)
    const type = nameOf(dictionary, 'Type')
    const page = dictionary.get('Pg') ?? element.get('Pg')
    if (type === 'MCR') return this.#words(page, Number(dictionary.get('MCID')), number, nameOf(element, 'S'))
    return type === 'OBJR' ? this.#annotation(dictionary, page, number) : this.#element(kid)
  }

  #words(on: Value | undefined, piece: number, number: number, role: string | undefined): Words {
    const page = this.#pageOf(on)
    const found = this.#pages[page]
    const marked = found?.text.pieces.get(piece)
    const parents = this.graph.list(this.#parents.get(Number(found?.page.get('StructParents'))))
    const parent = parents[piece]
    if (!marked || marked.role !== role) throw new Error(`page ${page} has no piece ${piece} of ${role}`)
    if (!(parent instanceof Ref) || parent.number !== number)
      throw new Error(`the parent tree has another element for piece ${piece} of page ${page}`)
    if (this.#told.has(`${page} ${piece}`))
      throw new Error(`two elements have piece ${piece} of page ${page}`)
    this.#told.add(`${page} ${piece}`)
    return { page, text: marked.text }
  }

  #annotation(reference: Dictionary, on: Value | undefined, number: number): Annotation {
    const object = reference.get('Obj')
    const annotation = this.graph.dictionary(object)
    const page = this.#pageOf(on)
    const parent = this.#parents.get(Number(annotation.get('StructParent')))
    if (!(parent instanceof Ref) || parent.number !== number)
      throw new Error('the parent tree has another element for an annotation')
    const listed = this.graph.list(this.#pages[page]?.page.get('Annots'))
    if (!listed.some(one => one instanceof Ref && object instanceof Ref && one.number === object.number))
      throw new Error(`page ${page} does not have an annotation that an element has`)
    const action = this.graph.dictionary(annotation.get('A'))
    const contents = annotation.get('Contents')
    return {
      page,
      goal: String(this.graph.follow(action.get('URI') ?? action.get('D'))),
      contents: typeof contents === 'string' ? contents : undefined,
    }
  }

  #pageOf(value: Value | undefined): number {
    return this.#pages.findIndex(({ number }) => value instanceof Ref && value.number === number)
  }
}
