import { parseTargetName, type TargetKind, targetName } from '../../brief/index.js'
import type { Place, Report } from '../../diagnostics/index.js'
import {
  attributeOf,
  attributePlace,
  type HtmlElement,
  type HtmlNode,
  isWhitespace,
} from '../html/html-node.js'
import { targetOf } from '../html/placed-units.js'
import type { ElementName } from '../html/vocabulary.js'
import type { Locale } from '../locale/locale.js'
import { type CrossReferences, idInColumn, type LanguageColumn } from '../prose/cross-references.js'
import { findNodes } from './block-tree.js'
import type { Block, Heading } from './blocks.js'
import { type DiagramData, type DiagramStrings, diagramStrings } from './diagrams.js'
import { noteLabel, PLACES_OF_NOTES } from './note-calls.js'
import type { ReferenceWords } from './reference-words.js'

/** What a language prints by itself. */
export interface LanguageWords {
  readonly locale: Locale
  readonly referenceWords: ReferenceWords
}

/** What is known and remembered while the blocks of one document are built, from the first to the last. */
export class BlockContext {
  /** Of each, up to which number others were given that wished for the same. */
  readonly headingIds = new Map<string, number>()
  readonly #anchors: { readonly id: string; readonly place: Place }[] = []
  readonly #referredTo = new Set<string>()
  readonly #targets = new Set<string>()
  #isInBox = false
  readonly #sourceNumbers: ReadonlyMap<string, number>
  #headingLevel = 0
  /** That of the heading which what is built stands under, sub-headings aside. */
  #sectionLevel = 0
  #notes = 0
  /** The innermost element around what is built in which no note is called. */
  #noNotesIn: ElementName | undefined
  readonly #diagramStrings = new Map<string | undefined, DiagramStrings>()
  #column: LanguageColumn | undefined

  constructor(
    readonly report: Report,
    /** By the language of a column; undefined for that of the edition. */
    private readonly wordsOf: (lang: string | undefined) => LanguageWords,
    readonly crossReferences: CrossReferences,
    /** Ids of the cited sources, in order of first reference. */
    readonly cited: readonly string[],
    /** What a diagram shows of the edition, if anything. */
    readonly drawnIn: (element: HtmlElement) => DiagramData | undefined,
    /** The entry of a source in the list of sources, in the language of a column. */
    private readonly entryIn: (id: string, lang: string | undefined) => readonly HtmlNode[],
    /** The number of the first of the cited sources. */
    readonly firstSource: number,
  ) {
    this.#sourceNumbers = new Map(cited.map((id, index) => [id, firstSource + index]))
  }

  /** The words of the language that is being built. */
  get locale(): Locale {
    return this.wordsOf(this.#column?.lang).locale
  }

  get referenceWords(): ReferenceWords {
    return this.wordsOf(this.#column?.lang).referenceWords
  }

  /** The column of a language that is being built, beside which others stand. */
  get column(): LanguageColumn | undefined {
    return this.#column
  }

  /** The entry of a source in the list of sources. */
  entryOf(id: string): readonly HtmlNode[] {
    return this.entryIn(id, this.#column?.lang)
  }

  /** Builds a column whose words are of one language. */
  inColumn<Built>(column: LanguageColumn, build: () => Built): Built {
    const outer = this.#column
    this.#column = column
    const built = this.inSection(build)
    this.#column = outer
    return built
  }

  /** An id that the columns of several languages share, as the one here has it. */
  idHere(id: string | undefined): string | undefined {
    return id === undefined ? undefined : idInColumn(id, this.#column)
  }

  /** The number of a source, and whether this is the first reference to it. */
  referTo(source: string): { readonly number: number; readonly first: boolean } | undefined {
    const number = this.#sourceNumbers.get(source)
    if (number === undefined) return undefined
    const first = !this.#referredTo.has(source)
    this.#referredTo.add(source)
    return { number, first }
  }

  /** Builds the content of an element in which no note may be called. */
  withoutNotes<Built>(parent: ElementName, build: () => Built): Built {
    const outer = this.#noNotesIn
    this.#noNotesIn = parent
    const built = build()
    this.#noNotesIn = outer
    return built
  }

  /** Whether a note may be called here; reported if not. */
  mayCallNote(element: HtmlElement): boolean {
    if (this.#noNotesIn === undefined) return true
    this.reportMisplaced(element, this.#noNotesIn, PLACES_OF_NOTES[this.#noNotesIn])
    return false
  }

  /** What calls the next note: a letter, as numbers are for sources. */
  nextNoteLabel(): string {
    this.#notes++
    return noteLabel(this.#notes)
  }

  get diagramStrings(): DiagramStrings {
    const lang = this.#column?.lang
    const known = this.#diagramStrings.get(lang) ?? diagramStrings(this.locale)
    this.#diagramStrings.set(lang, known)
    return known
  }

  /** The preferred id of a heading, with a number after it where another heading has it already. */
  uniqueId(preferred: string): string {
    let id = preferred
    let count = this.headingIds.get(preferred) ?? 1
    while (this.headingIds.has(id)) id = `${preferred}-${++count}`
    this.headingIds.set(preferred, count).set(id, 1)
    return id
  }

  /** Builds the content of a box, which may stand under any heading. */
  withinBox<Built>(build: () => Built): Built {
    const outer = this.#isInBox
    this.#isInBox = true
    const built = build()
    this.#isInBox = outer
    return built
  }

  /** The level of a heading: in a box that which it asks for, or one below the heading before it. */
  levelHere(wanted: Heading['level']): Heading['level'] {
    const next = LEVELS[this.#headingLevel] ?? wanted
    return this.#isInBox && next < wanted ? next : wanted
  }

  /** A number that references say must stand somewhere: boxes and annexes have it before their heading. */
  checkLabelled(element: HtmlElement, id: string, blocks: readonly Block[]): void {
    if (findNodes(blocks, 'heading').length > 0) return
    const message = `\`${element.name}\` has the id \`${id}\` and no heading`
    this.report('misplaced-element', element.place, message, 'begin it with a heading, which references name')
  }

  /** The id by which references name an element; reported where it has none that they can. */
  targetId(element: HtmlElement): string | undefined {
    const id = attributeOf(element, 'id')
    if (id === undefined) return undefined
    const name = targetOf(element)
    const kind = parseTargetName(id)?.kind
    const place = attributePlace(element, 'id')
    if (
      name === undefined ||
      kind === undefined ||
      !(KINDS_OF_ELEMENTS[element.name] ?? ['figure']).includes(kind)
    ) {
      const kinds = KINDS_OF_ELEMENTS[element.name] ?? ['figure']
      const names = kinds.map(each => `\`${targetName({ kind: each, id: '' })}\``).join(' or ')
      this.report(
        'invalid-attribute',
        place,
        `\`${id}\` is no id of a \`${element.name}\``,
        `begin it with ${names}`,
      )
      return undefined
    }
    const own = idInColumn(name, this.#column)
    if (this.#targets.has(own))
      this.report('invalid-attribute', place, `two elements have the id \`${name}\``)
    this.#targets.add(own)
    return own
  }

  /** Levels may not be skipped (PDF/UA-1, ISO 14289-1, 7.4.2), and the first heading must be `h1`. */
  checkHeadingLevel(level: number, element: HtmlElement): void {
    if (level > this.#headingLevel + 1)
      this.report(
        'misplaced-element',
        element.place,
        this.#headingLevel === 0
          ? `the first heading is \`h${level}\``
          : `\`h${level}\` follows \`h${this.#headingLevel}\``,
        `write \`h${this.#headingLevel + 1}\``,
      )
    this.#headingLevel = level
    this.#sectionLevel = level
  }

  /** Builds a section, whose headings are none of what follows it. */
  inSection<Built>(build: () => Built): Built {
    const outer = this.#sectionLevel
    const built = build()
    this.#sectionLevel = outer
    return built
  }

  /** The level of a sub-heading that stands so many levels below the heading of its section; none is skipped. */
  levelBelow(depth: number): Heading['level'] {
    const levels: readonly Heading['level'][] = [1, 2, 3, 4]
    const level = Math.min(this.#sectionLevel + depth, this.#headingLevel + 1, 4)
    this.#headingLevel = level
    return levels[level - 1] ?? 4
  }

  addAnchor(id: string, place: Place): void {
    this.#anchors.push({ id, place })
  }

  /** Links to headings can be checked only when all headings are known. */
  checkAnchors(): void {
    for (const { id, place } of this.#anchors)
      if (!this.headingIds.has(id)) this.report('invalid-attribute', place, `no heading has the id \`${id}\``)
  }

  /** The children that an element may have; any other content is reported. */
  allowedChildren(element: HtmlElement, names: readonly string[]): HtmlElement[] {
    return element.children.flatMap(child => {
      if (isWhitespace(child)) return []
      if (child.name !== undefined && names.includes(child.name)) return [child]
      if (child.name !== undefined) this.reportMisplaced(child, element.name)
      else
        this.report(
          'misplaced-element',
          child.place,
          `there is text in \`${element.name}\``,
          `put it into ${names.map(name => `\`${name}\``).join(' or ')}`,
        )
      return []
    })
  }

  /** The value of an attribute of positive numbers, separated by spaces. */
  positiveNumbers(element: HtmlElement, attribute: string): readonly number[] | undefined {
    const value = attributeOf(element, attribute)
    if (value === undefined) return undefined
    const numbers = value.trim().split(/\s+/).map(Number)
    if (numbers.length <= MAX_COLUMNS && numbers.every(number => number > 0 && number <= MOST_SHARES))
      return numbers
    this.reportInvalidAttribute(
      element,
      attribute,
      `numbers above 0, separated by spaces, and at most ${MAX_COLUMNS} of them`,
    )
    return undefined
  }

  reportMisplaced(element: HtmlElement, parent: string, hint?: string): void {
    this.report('misplaced-element', element.place, `\`${element.name}\` cannot stand in \`${parent}\``, hint)
  }

  reportInvalidAttribute(element: HtmlElement, attribute: string, expected: string): void {
    const value = attributeOf(element, attribute)
    this.report(
      'invalid-attribute',
      attributePlace(element, attribute),
      value === undefined
        ? `\`${element.name}\` has no \`${attribute}\``
        : `\`${shortened(value)}\` is not a value of \`${attribute}\``,
      `give it ${expected}`,
    )
  }
}

const LEVELS = [1, 2, 3, 4] as const

/** What references may call an element; a diagram is a figure. */
const KINDS_OF_ELEMENTS: Readonly<Partial<Record<ElementName, readonly TargetKind[]>>> = {
  table: ['table'],
  figure: ['figure', 'table'],
  aside: ['box'],
  section: ['section', 'annex', 'box', 'table', 'figure'],
}

/** More than the width of a page has room for. */
export const MAX_COLUMNS = 100
/** Of the width: beyond it the narrowest column would be nothing. */
const MOST_SHARES = 100_000

const LONGEST_VALUE_SHOWN = 40
const shortened = (value: string) =>
  value.length > LONGEST_VALUE_SHOWN ? `${value.slice(0, LONGEST_VALUE_SHOWN)}…` : value
