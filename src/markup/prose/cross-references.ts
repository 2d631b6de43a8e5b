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

  constructor(readonly locale: Locale) {}

  /** Whether words were asked for before it was known what is printed; they are not right then. */
  get wereAskedEarly(): boolean {
    return this.#wereAskedEarly
  }

  /** Numbers the targets of a document. */
  number(nodes: readonly HtmlNode[]): void {
    this.#printed.clear()
    const counts = new Map<TargetKind, number>()
    for (const element of elementsIn(nodes)) {
      const name = targetOf(element)
      const kind = parseTargetName(name ?? '')?.kind
      if (name === undefined || kind === undefined || this.#printed.has(name)) continue
      const count = (counts.get(kind) ?? 0) + 1
      counts.set(kind, count)
      this.#printed.set(name, { kind, count, element })
    }
    this.#areKnown = true
    this.#wereAskedEarly = false
  }

  /** The words for a target by its name, such as `tbl:costs`; a sentence may begin with them. */
  wordsFor(to: string, form: ReferenceForm, beginsSentence: boolean): CrossReferenceWords | undefined {
    const name = normalTargetName(to)
    const kind = parseTargetName(to)?.kind
    if (name === undefined || kind === undefined) return undefined
    this.#wereAskedEarly ||= !this.#areKnown
    const target = this.#printed.get(name)
    const text = target ? this.#wordsOf(target, form) : this.locale.referenceFormat(`no_${kind}`)
    return { text: beginsSentence ? this.#capital(text) : text, leadsTo: target && name }
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
  labelOf(name: string): string | undefined {
    const target = this.#printed.get(normalTargetName(name) ?? '')
    return target && target.kind !== 'section' ? this.#capital(this.#wordsOf(target, 'words')) : undefined
  }

  #wordsOf({ kind, count, element }: PrintedTarget, form: ReferenceForm): string {
    const pattern = this.locale.referenceFormat(form === 'plural' ? PLURALS[kind] : kind)
    if (kind === 'section') {
      const { open, close } = this.locale.quotationMarks
      const title = `${open}${this.#titleOf(element)}${close}`
      return form === 'number' ? title : fillPattern(pattern, { title })
    }
    const number = kind === 'annex' ? annexLetter(count) : String(count)
    return form === 'number' ? number : fillPattern(pattern, { number })
  }

  /** The words of the first heading, without its portion mark. */
  #titleOf(section: HtmlElement): string {
    const heading = [...elementsIn(section.children)].find(({ name }) => HEADINGS.has(name))
    const words = this.#wordsIn(heading?.children ?? [])
    return words
      .replace(/[^\S\u00a0\u202f]+/g, ' ')
      .replace(PORTION_MARK, '')
      .trim()
  }

  /** Without what titles of sections say of other sections, which might be themselves. */
  #wordsIn(nodes: readonly HtmlNode[]): string {
    const wordsOf = (node: HtmlNode): string => {
      if (node.name === undefined) return node.text
      if (node.name === 'br') return ' '
      if (node.name === 'note') return ''
      if (node.name !== 'ref') return this.#wordsIn(node.children)
      const target = this.#printed.get(normalTargetName(attributeOf(node, 'to')) ?? '')
      return target && target.kind !== 'section' ? this.#wordsOf(target, 'words') : ''
    }
    return nodes.map(wordsOf).join('')
  }

  #capital(text: string): string {
    return text.replace(/^\p{Ll}/u, letter => letter.toLocaleUpperCase(this.locale.data.lang))
  }
}

interface PrintedTarget {
  readonly kind: TargetKind
  /** From 1, among those of its kind. */
  readonly count: number
  readonly element: HtmlElement
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
