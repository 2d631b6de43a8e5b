import { nameEntry, PdfGraph } from './pdf-graph.js'
import { type ParsedDictionary, ParsedName, ParsedReference, type ParsedValue } from './pdf-values.js'
import { type ReadMarkedText, readMarkedText } from './read-marked-text.js'

/** A structure element as the file has it. */
export interface ReadElement {
  readonly role: string
  readonly lang: string | undefined
  readonly alt: string | undefined
  /** What an abbreviation stands for. */
  readonly expansion: string | undefined
  readonly id: string | undefined
  /** Entries of all attribute dictionaries, names without their slash. */
  readonly attributes: ReadonlyMap<string, ParsedValue>
  readonly kids: readonly (ReadElement | ReadWords | ReadAnnotation)[]
}
export interface ReadWords {
  readonly page: number
  readonly text: string
}
export interface ReadAnnotation {
  readonly page: number
  /** Web address, or name of a destination. */
  readonly goal: string
  readonly contents: string | undefined
}
export const isReadElement = (kid: ReadElement['kids'][number]): kid is ReadElement => 'role' in kid
export const isReadAnnotation = (kid: ReadElement['kids'][number]): kid is ReadAnnotation => 'goal' in kid
export const isReadWords = (kid: ReadElement['kids'][number]): kid is ReadWords => 'text' in kid

/** The words of an element and of those in it, in the order in which they are read out. */
export const spokenText = (element: ReadElement): string =>
  element.kids
    .map(kid => (isReadElement(kid) ? spokenText(kid) : isReadWords(kid) ? kid.text : ''))
    .join(INLINE_ROLES.has(element.role) ? '' : ' ')

/** Elements within a line. */
export const INLINE_ROLES: ReadonlySet<string> = new Set(['Link', 'Reference', 'Span'])

/** The structure of a printed file with the words of its pages, as assistive technology finds it. */
export interface ReadStructure {
  readonly lang: ParsedValue | undefined
  readonly root: ReadElement
  readonly artifacts: readonly ReadMarkedText['artifacts'][]
}

/** Reads the structure tree, and holds the parent tree against it; throws where the two disagree. */
export function readStructure(bytes: Uint8Array): ReadStructure {
  const graph = new PdfGraph(bytes)
  return new StructureReader(graph).read()
}

class StructureReader {
  readonly #pages
  /** By key in the parent tree: which element each piece of a page, or an annotation, belongs to. */
  readonly #parents = new Map<number, ParsedValue>()
  readonly #told = new Set<string>()

  constructor(private readonly graph: PdfGraph) {
    this.#pages = graph.pages.map(({ number, page }) => ({ number, page, text: readMarkedText(graph, page) }))
  }

  read(): ReadStructure {
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

  #element(value: ParsedValue): ReadElement {
    const element = this.graph.dictionary(value)
    const number = value instanceof ParsedReference ? value.number : -1
    const text = (key: string) => {
      const found = this.graph.follow(element.get(key))
      return typeof found === 'string' ? found : undefined
    }
    return {
      role: nameEntry(element, 'S') ?? '',
      lang: text('Lang'),
      alt: text('Alt'),
      expansion: text('E'),
      id: text('ID'),
      attributes: this.#attributes(element),
      kids: this.graph.list(element.get('K')).map(kid => this.#kid(kid, element, number)),
    }
  }

  #attributes(element: ParsedDictionary): Map<string, ParsedValue> {
    const all = this.graph.list(element.get('A')).flatMap(one => [...this.graph.dictionary(one)])
    return new Map(all.map(([key, value]) => [key, value instanceof ParsedName ? value.text : value]))
  }

  #kid(kid: ParsedValue, element: ParsedDictionary, number: number): ReadElement['kids'][number] {
    if (typeof kid === 'number') return this.#words(element.get('Pg'), kid, number, nameEntry(element, 'S'))
    const dictionary = this.graph.dictionary(kid)
    const type = nameEntry(dictionary, 'Type')
    const page = dictionary.get('Pg') ?? element.get('Pg')
    if (type === 'MCR')
      return this.#words(page, Number(dictionary.get('MCID')), number, nameEntry(element, 'S'))
    return type === 'OBJR' ? this.#annotation(dictionary, page, number) : this.#element(kid)
  }

  #words(on: ParsedValue | undefined, piece: number, number: number, role: string | undefined): ReadWords {
    const page = this.#pageOf(on)
    const found = this.#pages[page]
    const marked = found?.text.pieces.get(piece)
    const parents = this.graph.list(this.#parents.get(Number(found?.page.get('StructParents'))))
    const parent = parents[piece]
    if (!marked || marked.role !== role) throw new Error(`page ${page} has no piece ${piece} of ${role}`)
    if (!(parent instanceof ParsedReference) || parent.number !== number)
      throw new Error(`the parent tree has another element for piece ${piece} of page ${page}`)
    if (this.#told.has(`${page} ${piece}`))
      throw new Error(`two elements have piece ${piece} of page ${page}`)
    this.#told.add(`${page} ${piece}`)
    return { page, text: marked.text }
  }

  #annotation(reference: ParsedDictionary, on: ParsedValue | undefined, number: number): ReadAnnotation {
    const object = reference.get('Obj')
    const annotation = this.graph.dictionary(object)
    const page = this.#pageOf(on)
    const parent = this.#parents.get(Number(annotation.get('StructParent')))
    if (!(parent instanceof ParsedReference) || parent.number !== number)
      throw new Error('the parent tree has another element for an annotation')
    const listed = this.graph.list(this.#pages[page]?.page.get('Annots'))
    if (
      !listed.some(
        one =>
          one instanceof ParsedReference && object instanceof ParsedReference && one.number === object.number,
      )
    )
      throw new Error(`page ${page} does not have an annotation that an element has`)
    const action = this.graph.dictionary(annotation.get('A'))
    const contents = annotation.get('Contents')
    return {
      page,
      goal: String(this.graph.follow(action.get('URI') ?? action.get('D'))),
      contents: typeof contents === 'string' ? contents : undefined,
    }
  }

  #pageOf(value: ParsedValue | undefined): number {
    return this.#pages.findIndex(({ number }) => value instanceof ParsedReference && value.number === number)
  }
}
