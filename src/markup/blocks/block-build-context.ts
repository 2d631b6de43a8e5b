import type { Place, Report } from '../../diagnostics/index.js'
import { attributeOf, attributePlace, type HtmlElement } from '../html/html-node.js'
import type { Locale } from '../locale/locale.js'
import type { Inline } from './blocks.js'
import { diagramStrings } from './diagram-strings.js'
import type { DiagramData, DiagramStrings } from './diagrams.js'

/** What building a document's blocks, from its first to its last, has to remember. */
export class BlockBuildContext {
  readonly headingIds = new Set<string>()
  readonly #anchors: { readonly id: string; readonly place: Place }[] = []
  readonly #mentioned = new Set<string>()
  readonly #numbers: ReadonlyMap<string, number>
  #level = 0
  #diagramWords: DiagramStrings | undefined

  constructor(
    readonly report: Report,
    readonly locale: Locale,
    /** Whether citations in running text say where in the source. */
    readonly locators: boolean,
    /** Ids of the cited sources, in order of first mention. */
    readonly cited: readonly string[],
    /** What the figures of the edition may show. */
    readonly dataOf: (kind: DiagramData['kind']) => DiagramData | undefined,
    /** The entry of a source in the list of sources. */
    readonly entryOf: (id: string) => readonly Inline[],
  ) {
    this.#numbers = new Map(cited.map((id, index) => [id, index + 1]))
  }

  /** The number of a source, and whether this is its first mention. */
  referTo(source: string): { readonly number: number; readonly first: boolean } | undefined {
    const number = this.#numbers.get(source)
    if (number === undefined) return undefined
    const first = !this.#mentioned.has(source)
    this.#mentioned.add(source)
    return { number, first }
  }

  get diagramStrings(): DiagramStrings {
    this.#diagramWords ??= diagramStrings(this.locale)
    return this.#diagramWords
  }

  /** An id like the one wished for that no other heading has. */
  uniqueId(wish: string): string {
    let id = wish
    for (let count = 2; this.headingIds.has(id); count++) id = `${wish}-${count}`
    this.headingIds.add(id)
    return id
  }

  /** Levels may not skip (PDF/UA-1, ISO 14289-1, 7.4.2), nor may the first heading be other than `h1`. */
  checkHeadingLevel(level: number, element: HtmlElement): void {
    if (level > this.#level + 1)
      this.report(
        'misplaced-element',
        element.place,
        this.#level === 0
          ? `the first heading is \`h${level}\``
          : `\`h${level}\` follows \`h${this.#level}\``,
        `write \`h${this.#level + 1}\``,
      )
    this.#level = level
  }

  addAnchor(id: string, place: Place): void {
    this.#anchors.push({ id, place })
  }

  /** Links to headings can be checked only when all headings are known. */
  checkAnchors(): void {
    for (const { id, place } of this.#anchors)
      if (!this.headingIds.has(id)) this.report('invalid-attribute', place, `no heading has the id \`${id}\``)
  }

  reportMisplaced(element: HtmlElement, parent: string, hint?: string): void {
    this.report('misplaced-element', element.place, `\`${element.name}\` cannot stand in \`${parent}\``, hint)
  }

  /** An attribute of positive numbers parted by spaces. */
  positiveNumbers(element: HtmlElement, attribute: string): readonly number[] | undefined {
    const value = attributeOf(element, attribute)
    if (value === undefined) return undefined
    const numbers = value.trim().split(/\s+/).map(Number)
    if (numbers.every(number => number > 0 && Number.isFinite(number))) return numbers
    this.reportInvalidAttribute(element, attribute, 'numbers above 0, parted by spaces')
    return undefined
  }

  reportInvalidAttribute(element: HtmlElement, attribute: string, expected: string): void {
    const value = attributeOf(element, attribute)
    this.report(
      'invalid-attribute',
      attributePlace(element, attribute),
      value === undefined
        ? `\`${element.name}\` has no \`${attribute}\``
        : `\`${value}\` is not a value of \`${attribute}\``,
      `give it ${expected}`,
    )
  }
}
