import { QuoteType, Tokenizer, type TokenizerCallbacks } from 'htmlparser2'
import { didYouMean, type Place, type Report } from '../../diagnostics/index.js'
import { DeclarationReporter } from './declaration-reporter.js'
import {
  type HtmlAttribute,
  type HtmlElement,
  type HtmlNode,
  type HtmlText,
  isWhitespace,
} from './html-node.js'
import type { SourceMappedText } from './source-map.js'
import { type ElementName, elementDefinition, VOCABULARY } from './vocabulary.js'

/**
 * Parses what a template printed, strictly: every element must be known, and be closed in the order in which it was opened.
 * An unknown element is reported and left out with its content, which is checked nevertheless.
 */
export function parseHtml(source: SourceMappedText, report: Report): readonly HtmlNode[] {
  const tree = new HtmlTreeBuilder(source, report)
  const tokenizer = new Tokenizer({ xmlMode: false, decodeEntities: true, recognizeSelfClosing: true }, tree)
  tokenizer.write(source.text)
  tokenizer.end()
  return tree.root
}

interface OpenTag {
  readonly name: string
  readonly start: number
  readonly attributes: Map<string, HtmlAttribute>
}

interface OpenElement {
  readonly name: string
  readonly place: HtmlElement['place']
  readonly children: HtmlNode[]
}

class HtmlTreeBuilder extends DeclarationReporter implements TokenizerCallbacks {
  readonly root: HtmlNode[] = []
  readonly #stack: OpenElement[] = []
  #isTooDeep = false
  /** The last text that something was joined to: to look for words in it each time would take time that grows faster than texts. */
  #joined: HtmlNode | undefined
  #tag: OpenTag = { name: '', start: 0, attributes: new Map() }
  #attribute = { name: '', nameStart: 0, nameEnd: 0, value: '', start: -1, hasMarkup: false }

  ontext(start: number, end: number): void {
    for (const piece of this.source.slices(start, end))
      this.#addText(this.source.text.slice(piece.start, piece.end), piece.start, piece.end)
  }

  ontextentity(codepoint: number, end: number): void {
    this.#addText(String.fromCodePoint(codepoint), end - 1, end)
  }

  onopentagname(start: number, end: number): void {
    this.#tag = { name: this.#slice(start, end).toLowerCase(), start: start - 1, attributes: new Map() }
    if (this.source.isFromBrief(start) && !this.source.isFromBrief(start - 1))
      this.report(
        'misplaced-element',
        this.source.placeOfRange(start, end),
        'text of the brief names an element',
      )
  }

  onattribname(start: number, end: number): void {
    const name = this.#slice(start, end).toLowerCase()
    this.#attribute = { name, nameStart: start, nameEnd: end, value: '', start: -1, hasMarkup: false }
  }

  onattribdata(start: number, end: number): void {
    const data = this.#slice(start, end)
    const { value, start: first, hasMarkup } = this.#attribute
    this.#attribute.value = value + data
    this.#attribute.start = first === -1 ? start : first
    this.#attribute.hasMarkup = hasMarkup || data.includes('<')
  }

  onattribentity(codepoint: number): void {
    this.#attribute.value += String.fromCodePoint(codepoint)
  }

  onattribend(quote: QuoteType, end: number): void {
    const { name, nameStart, nameEnd, value, start, hasMarkup } = this.#attribute
    const namePlace = this.source.placeOfRange(nameStart, nameEnd)
    if (quote === QuoteType.Unquoted)
      this.report('invalid-attribute', namePlace, `the value of \`${name}\` has no quotation marks`)
    if (hasMarkup)
      this.report(
        'invalid-attribute',
        namePlace,
        `there is markup in the attribute \`${name}\``,
        'print the value with `plain`',
      )
    if (this.#tag.attributes.has(name))
      this.report('invalid-attribute', namePlace, `the attribute \`${name}\` appears twice`)
    const place = start === -1 ? namePlace : this.source.placeOfRange(start, end)
    const segments = start === -1 ? [] : this.source.slices(start, end).map(({ segment }) => segment)
    const fromBrief = segments.filter(({ isFromBrief }) => isFromBrief).map(segment => segment.place)
    if (checkStartTag.attribute(this.#tag.name, name, value, { namePlace, place }, this.report))
      this.#tag.attributes.set(name, { value, place, fromBrief })
  }

  onopentagend(end: number): void {
    const element = this.#open(end)
    if (element && !elementDefinition(element.name)?.void) this.#stack.push(element)
  }

  onselfclosingtag(end: number): void {
    this.#open(end)
  }

  onclosetag(start: number, end: number): void {
    const name = this.#slice(start, end).toLowerCase()
    const at = this.#stack.findLastIndex(element => element.name === name)
    if (at === -1) {
      const place = this.source.placeOfRange(start - 2, end + 1)
      this.report('unclosed-element', place, `\`</${name}>\` closes nothing`)
      return
    }
    for (const open of this.#stack.splice(at).slice(1)) this.#reportUnclosed(open)
  }

  onend(): void {
    for (const open of this.#stack.splice(0)) this.#reportUnclosed(open)
  }

  /** Once: all that is deeper is left out. */
  #reportTooDeep(name: string, place: Place): void {
    if (!this.#isTooDeep)
      this.report('misplaced-element', place, `\`${name}\` is in more than ${MAX_DEPTH} elements`)
    this.#isTooDeep = true
  }

  #slice(start: number, end: number): string {
    return this.source.text.slice(start, end)
  }

  #open(end: number): OpenElement {
    const { name, start, attributes } = this.#tag
    const place = this.source.placeOfRange(start, end + 1)
    const children: HtmlNode[] = []
    if (this.#stack.length >= MAX_DEPTH) this.#reportTooDeep(name, place)
    else if (checkStartTag.element(name, place, this.report))
      this.#siblings().push({ name: name as ElementName, attributes, place, children })
    return { name, place, children }
  }

  /** White space around words is not part of their place, so that the place does not begin on another line. */
  #addText(text: string, start: number, end: number): void {
    const siblings = this.#siblings()
    const last = siblings.at(-1)
    const indent = text.length - text.trimStart().length
    const words = text.trim().length
    const place =
      words > 0
        ? this.source.placeOfRange(start + indent, start + indent + words)
        : this.source.placeOfRange(start, end)
    const node = { text, place, isFromBrief: this.source.isFromBrief(start) }
    const isText = last !== undefined && last.name === undefined
    const joined =
      isText && (last === this.#joined || !isWhitespace(last)) ? joinTextNodes(last, node) : undefined
    if (joined) siblings[siblings.length - 1] = this.#joined = joined
    else siblings.push({ name: undefined, ...node })
  }

  #siblings(): HtmlNode[] {
    return this.#stack.at(-1)?.children ?? this.root
  }

  /** An unknown element was reported already. */
  #reportUnclosed({ name, place }: OpenElement): void {
    if (!elementDefinition(name)) return
    this.report('unclosed-element', place, `\`${name}\` is not closed`, `write \`</${name}>\` where it ends`)
  }
}

/** Elements in one another: more than any page has room for. */
const MAX_DEPTH = 64

/** Characters of `&CounterClockwiseContourIntegral;`: the place of an entity is its last character only. */
const LONGEST_ENTITY_LENGTH = 33

/** Joins text to words before it where an entity alone separates them. */
function joinTextNodes(last: HtmlText, next: Omit<HtmlText, 'name'>): HtmlText | undefined {
  const { place: before } = last
  const { place: after } = next
  if (before.file !== after.file || last.isFromBrief !== next.isFromBrief) return undefined
  const text = last.text + next.text
  if (before.range.start === after.range.start && before.range.end === after.range.end)
    return { ...last, text }
  const gap = after.range.start - before.range.end
  if (last.isFromBrief || gap < 0 || gap > LONGEST_ENTITY_LENGTH) return undefined
  return {
    ...last,
    text,
    place: { file: before.file, range: { start: before.range.start, end: after.range.end } },
  }
}

/** Checks start tags against the vocabulary; each check returns whether to keep what it checked. */
export const checkStartTag = {
  element(name: string, place: Place, report: Report): boolean {
    if (elementDefinition(name)) return true
    report('unknown-element', place, `unknown element \`${name}\``, didYouMean(name, Object.keys(VOCABULARY)))
    return false
  },

  attribute(
    element: string,
    name: string,
    value: string,
    { namePlace, place }: { readonly namePlace: Place; readonly place: Place },
    report: Report,
  ): boolean {
    const known = elementDefinition(element)
    if (!known) return false
    if (name === 'class' && known.classes.length > 0) {
      if (known.classes.includes(value)) return true
      const hint = didYouMean(value, known.classes)
      report('unknown-class', place, `\`${element}\` has no class \`${value}\``, hint)
      return false
    }
    if (known.attributes.includes(name)) return true
    const names = known.classes.length > 0 ? ['class', ...known.attributes] : known.attributes
    const hint = didYouMean(name, names)
    report('unknown-attribute', namePlace, `\`${element}\` has no attribute \`${name}\``, hint)
    return false
  },
}
