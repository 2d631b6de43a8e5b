import { crossReferencesIn, parseTargetName, type TargetKind } from '../../brief/index.js'
import type { Place, Report } from '../../diagnostics/index.js'
import { attributeOf, type HtmlElement, type HtmlNode } from '../html/html-node.js'
import { normalTargetName, targetOf } from '../html/placed-units.js'
import { fillPattern, type Locale } from '../locale/locale.js'
import type { ReferenceFormats } from '../locale/locale-schema.js'

/** How a reference is put into words: with its kind, with that of several whose first it is, or by its number alone. */
export const REFERENCE_FORMS = ['words', 'plural', 'number'] as const
export type ReferenceForm = (typeof REFERENCE_FORMS)[number]

/** What a cross-reference says, and the id of the element that it leads to; undefined where the edition prints none. */
export interface CrossReferenceWords {
  readonly text: string
  readonly leadsTo: string | undefined
}

/**
 * What the cross-references of one edition say: targets are numbered in the order in which it prints them, those of each kind
 * by themselves, so that nobody misses what is not printed.
 */
export class CrossReferences {
  readonly #printed = new Map<string, PrintedTarget>()
  #areKnown = false
  #wereAskedEarly = false

  /** Whether words were asked for before it was known what is printed; they are not right then. */
  get wereAskedEarly(): boolean {
    return this.#wereAskedEarly
  }

  /** Numbers the targets of a document. */
  number(nodes: readonly HtmlNode[]): void {
    this.#printed.clear()
    const counts = new Map<TargetKind, number>()
    for (const { element, column } of elementsInColumns(nodes)) {
      const name = targetOf(element)
      const kind = parseTargetName(name ?? '')?.kind
      if (name === undefined || kind === undefined) continue
      const own = idInColumn(name, column)
      if (this.#printed.has(own)) continue
      const count = this.#printed.get(name)?.count ?? (counts.get(kind) ?? 0) + 1
      counts.set(kind, Math.max(count, counts.get(kind) ?? 0))
      const target = { kind, count, element, id: own }
      this.#printed.set(own, target)
      if (!this.#printed.has(name)) this.#printed.set(name, target)
    }
    this.#areKnown = true
    this.#wereAskedEarly = false
  }

  /** The words for a target by its name, such as `tbl:costs`, in the language of the place; a sentence may begin with them. */
  wordsFor(
    to: string,
    form: ReferenceForm,
    beginsSentence: boolean,
    at: ReferencePlace,
  ): CrossReferenceWords | undefined {
    const name = normalTargetName(to)
    const kind = parseTargetName(to)?.kind
    if (name === undefined || kind === undefined) return undefined
    this.#wereAskedEarly ||= !this.#areKnown
    const own = idInColumn(name, at.column)
    const target = this.#printed.get(own) ?? this.#printed.get(name)
    const text = target ? this.#wordsOf(target, form, at) : at.locale.referenceFormat(`no_${kind}`)
    return { text: beginsSentence ? capitalIn(text, at.locale) : text, leadsTo: target?.id }
  }

  /** The kind of a target that the edition prints. */
  kindPrinted(to: string): TargetKind | undefined {
    this.#wereAskedEarly ||= !this.#areKnown
    return this.#printed.get(normalTargetName(to) ?? '')?.kind
  }

  /** Says that a reference of a text leads to nothing, once it is known what is printed: at the reference, as often as the text has it. */
  reportMissing(to: string, text: Place, report: Report): void {
    if (!this.#areKnown) return
    const message = `\`@${to}\` leads to nothing that this edition prints`
    for (const place of placesOfReference(to, text))
      report(
        'reference-not-printed',
        place,
        message,
        'give these readers another wording, or print it for them',
      )
  }

  /** What stands before the title of a target, such as `Table 2`; undefined for what has no number. */
  labelOf(id: string, at: ReferencePlace): string | undefined {
    const target = this.#printed.get(id) ?? this.#printed.get(normalTargetName(id) ?? '')
    if (!target || target.kind === 'section') return undefined
    return capitalIn(this.#wordsOf(target, 'words', at), at.locale)
  }

  #wordsOf({ kind, count, element }: PrintedTarget, form: ReferenceForm, at: ReferencePlace): string {
    const { locale } = at
    const pattern = locale.referenceFormat(form === 'plural' ? PLURALS[kind] : kind)
    if (kind === 'section') {
      const { open, close } = locale.quotationMarks
      const title = `${open}${this.#titleOf(element, at)}${close}`
      return form === 'number' ? title : fillPattern(pattern, { title })
    }
    const number = kind === 'annex' ? annexLetter(count) : String(count)
    return form === 'number' ? number : fillPattern(pattern, { number })
  }

  /** The words of the first heading, without its portion mark. */
  #titleOf(section: HtmlElement, at: ReferencePlace): string {
    const heading = [...elementsIn(section.children)].find(({ name }) => HEADINGS.has(name))
    const words = this.#wordsIn(heading?.children ?? [], at)
    return words
      .replace(/[^\S\u00a0\u202f]+/g, ' ')
      .replace(PORTION_MARK, '')
      .trim()
  }

  /** Without what titles of sections say of other sections, which might be themselves. */
  #wordsIn(nodes: readonly HtmlNode[], at: ReferencePlace): string {
    const wordsOf = (node: HtmlNode): string => {
      if (node.name === undefined) return node.text
      if (node.name === 'br') return ' '
      if (node.name === 'note') return ''
      if (node.name !== 'ref') return this.#wordsIn(node.children, at)
      const target = this.#printed.get(normalTargetName(attributeOf(node, 'to')) ?? '')
      return target && target.kind !== 'section' ? this.#wordsOf(target, 'words', at) : ''
    }
    return nodes.map(wordsOf).join('')
  }
}

const capitalIn = (text: string, { data }: Locale): string =>
  text.replace(/^\p{Ll}/u, letter => letter.toLocaleUpperCase(data.lang))

/** A column in one language, beside which others say the same. */
export interface LanguageColumn {
  /** BCP 47. */
  readonly lang: string
  /** From 0. */
  readonly index: number
}

/** Where the words of a reference are to stand. */
export interface ReferencePlace {
  readonly locale: Locale
  readonly column: LanguageColumn | undefined
}

/** Columns print the same targets, so that all but the first add their language to an id. */
export const idInColumn = (id: string, column: LanguageColumn | undefined): string =>
  column === undefined || column.index === 0 ? id : `${id}@${column.lang}`

interface PrintedTarget {
  readonly kind: TargetKind
  /** From 1, among those of its kind. */
  readonly count: number
  readonly element: HtmlElement
  /** With its language, in a column beside another that prints it too. */
  readonly id: string
}

const PLURALS = {
  table: 'tables',
  figure: 'figures',
  section: 'sections',
  box: 'boxes',
  annex: 'annexes',
} as const satisfies Record<TargetKind, keyof ReferenceFormats>

/** Where a text of a brief has a reference; the text itself where that cannot be told. */
function placesOfReference(to: string, text: Place): Place[] {
  const { file, range } = text
  const found = crossReferencesIn(file.text.slice(range.start, range.end)).filter(
    ({ target }) => normalTargetName(target) === normalTargetName(to),
  )
  if (found.length === 0) return [text]
  return found.map(({ nameRange }) => ({
    file,
    range: { start: range.start + nameRange.start - 1, end: range.start + nameRange.end },
  }))
}

const HEADINGS: ReadonlySet<string> = new Set(['h1', 'h2', 'h3', 'h4'])
const PORTION_MARK = /^(?:\([^()]+\)(?:\u00a0| (?=\()))+/

interface ElementInColumn {
  readonly element: HtmlElement
  readonly column: LanguageColumn | undefined
}

function* elementsInColumns(nodes: readonly HtmlNode[], column?: LanguageColumn): Generator<ElementInColumn> {
  for (const element of nodes) {
    if (element.name === undefined) continue
    yield { element, column }
    if (element.name !== 'parallel') yield* elementsInColumns(element.children, column)
    else {
      const columns = element.children.filter(({ name }) => name === 'column')
      for (const [index, each] of columns.entries())
        if (each.name !== undefined)
          yield* elementsInColumns([each], { index, lang: attributeOf(each, 'lang') ?? '' })
    }
  }
}

function* elementsIn(nodes: readonly HtmlNode[]): Generator<HtmlElement> {
  for (const node of nodes) {
    if (node.name === undefined) continue
    yield node
    yield* elementsIn(node.children)
  }
}

/** `A` to `Z`, then `AA`, `AB` and so on. */
function annexLetter(number: number): string {
  const rest = number - 1
  const before = rest < 26 ? '' : annexLetter(Math.floor(rest / 26))
  return before + String.fromCharCode(65 + (rest % 26))
}
