import { QuoteType, Tokenizer, type TokenizerCallbacks } from 'htmlparser2'
import type { Report } from '../../diagnostics/index.js'
import { DeclarationReporter } from './declaration-reporter.js'
import { checkStartTag } from './parse-html.js'
import type { SourceMappedText } from './source-map.js'

/** Stands for what a mustache prints, in a text that is checked before anything is printed. */
export const PRINTED_LATER = '\ufffc'

/**
 * Checks the elements, attributes and classes that a template spells out, in all its branches; what is put together of
 * pieces, or printed by a mustache, is left to the check of what it prints. Returns the elements and ids that it names.
 */
export function checkStaticHtml(source: SourceMappedText, report: Report): StaticHtml {
  const checker = new StartTagChecker(source, report)
  const tokenizer = new Tokenizer(
    { xmlMode: false, decodeEntities: false, recognizeSelfClosing: true },
    checker,
  )
  tokenizer.write(source.text)
  tokenizer.end()
  return checker
}

export interface StaticHtml {
  readonly elements: ReadonlySet<string>
  readonly ids: ReadonlySet<string>
}

class StartTagChecker extends DeclarationReporter implements TokenizerCallbacks, StaticHtml {
  readonly elements = new Set<string>()
  readonly ids = new Set<string>()
  #tag: string | undefined
  #tagStart = 0
  #attribute: { readonly name: string; readonly start: number; readonly end: number } | undefined
  #value: { readonly start: number; readonly end: number } | undefined

  onopentagname(start: number, end: number): void {
    this.#tag = this.#spelled(start, end)?.toLowerCase()
    this.#tagStart = start - 1
    if (this.#tag !== undefined) this.elements.add(this.#tag)
  }

  onattribname(start: number, end: number): void {
    const name = this.#spelled(start, end)?.toLowerCase()
    this.#attribute = name === undefined ? undefined : { name, start, end }
    this.#value = undefined
  }

  onattribdata(start: number, end: number): void {
    this.#value = { start: this.#value?.start ?? start, end }
  }

  onattribend(quote: QuoteType): void {
    if (this.#tag === undefined || !this.#attribute) return
    const { name, start, end } = this.#attribute
    const namePlace = this.source.placeOfRange(start, end)
    if (quote === QuoteType.Unquoted)
      this.report('invalid-attribute', namePlace, `the value of \`${name}\` has no quotation marks`)
    const value = this.#value ? this.#spelled(this.#value.start, this.#value.end) : ''
    const place = this.#value ? this.source.placeOfRange(this.#value.start, this.#value.end) : namePlace
    if (name === 'id' && value !== undefined) this.ids.add(value)
    if (value === undefined && name === 'class') return
    checkStartTag.attribute(this.#tag, name, value ?? '', { namePlace, place }, this.report)
  }

  onopentagend(end: number): void {
    if (this.#tag !== undefined)
      checkStartTag.element(this.#tag, this.source.placeOfRange(this.#tagStart, end + 1), this.report)
    this.#tag = undefined
  }

  onselfclosingtag(end: number): void {
    this.onopentagend(end)
  }

  ontext(): void {}
  ontextentity(): void {}
  onattribentity(): void {}
  onclosetag(): void {}
  onend(): void {}

  /** A stretch of text that stands in the template as it is, in one piece. */
  #spelled(start: number, end: number): string | undefined {
    const text = this.source.text.slice(start, end)
    return text.includes(PRINTED_LATER) || this.source.slices(start, end).length > 1 ? undefined : text
  }
}
