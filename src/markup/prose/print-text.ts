import { escapeHtml, type Place, type Report } from '../../diagnostics/index.js'
import {
  type Edition,
  isPlacedValue,
  type ProseText,
  type SourceCitation,
  type Verbatim,
} from '../../edition/index.js'
import { SafeHtml } from '../html/safe-html.js'
import { type BriefPlaces, removeControlCharacters } from '../html/source-map.js'
import type { Locale } from '../locale/locale.js'
import type { CrossReferences } from './cross-references.js'
import type { ReadMarkdown } from './inline-markdown.js'

/** What is known, wherever a value is printed, of the edition that is being rendered. */
export interface RenderContext {
  readonly edition: Edition
  readonly locale: Locale
  readonly report: Report
  readonly briefPlaces: BriefPlaces
  readonly markdown: ReadMarkdown
  /** The sources that this edition may cite, by id. */
  readonly sources: ReadonlyMap<string, Readonly<Record<string, unknown>>>
  readonly crossReferences: CrossReferences
  /** Names of fields that are shown without words of their own, if anything of their item is. */
  readonly shownWithoutWords: Set<string>
  /** Where a template asks for what is printed; undefined where nothing of a template does. */
  readonly calledAt?: Place
  /** What holds in the other languages of the template, by their tags. */
  readonly besides: ReadonlyMap<string, ContextBeside>
}

/** What is printed in a language that stands beside that of the edition. */
export interface ContextBeside {
  readonly context: RenderContext
  /** What `@root` is. */
  readonly root: object
  /** What `this` is there; undefined for what is no part of the edition. */
  readonly thisFor: (value: unknown) => unknown
}

/** Prints a string that has no place of its own in the brief. */
export function printLiteral(text: string): SafeHtml {
  const clean = removeControlCharacters(text)
  return new SafeHtml(escapeHtml(clean), clean)
}

/** Prints text of the brief as it is written, without reading Markdown in it. */
export function printVerbatim(verbatim: Verbatim, context: RenderContext): SafeHtml {
  const { html, text } = printLiteral(`${portionMarkBefore(verbatim)}${verbatim.text}`)
  return new SafeHtml(context.briefPlaces.mark(verbatim.place, html), text)
}

/** What stands before a text that bears a portion mark, on one line with its first word. */
export function portionMarkBefore({ portionMark }: ProseText | Verbatim): string {
  return portionMark === undefined ? '' : `${portionMark}\u00a0`
}

/** Prints the words in which a value of the brief is said, as coming from where the value does. */
export function printInWordsOf(value: unknown, words: string, context: RenderContext): SafeHtml {
  const printed = printLiteral(words)
  if (!isPlacedValue(value) || words === '') return printed
  return new SafeHtml(context.briefPlaces.mark(value.place, printed.html), printed.text)
}

/** What a reference refers to: a source of the brief, a place in it, and words before it such as `see`. */
export interface ReferenceTarget {
  readonly source: string
  readonly locator: string | undefined
  readonly prefix?: string | undefined
}

/** Prints a reference to a source; nothing if the edition may not show that source. */
export function printReference(
  { source, locator, prefix }: ReferenceTarget,
  style: 'superscript' | 'inline',
  { sources }: RenderContext,
): string {
  if (!sources.has(source)) return ''
  const attributes = [
    htmlAttribute('to', source),
    htmlAttribute('locator', locator),
    htmlAttribute('prefix', prefix),
    htmlAttribute('class', style === 'inline' ? style : undefined),
  ]
  return `<source-ref${attributes.join('')}></source-ref>`
}

/** Prints the citations of one place, each as a superscript. */
export function printCitations(citations: readonly SourceCitation[], context: RenderContext): SafeHtml {
  const references = citations.map(citation => {
    const reference = printReference(citation, 'superscript', context)
    return reference === '' ? '' : context.briefPlaces.mark(citation.place, reference)
  })
  return new SafeHtml(references.join(''), '')
}

/** The full stop that a text lacks to end as a sentence; none if it ends with such a mark, before closing quotation marks or not. */
export function missingFullStop(text: string): '' | '.' {
  return /[.?!…][”"’'»)\]\s]*$/.test(text) ? '' : '.'
}

function htmlAttribute(name: string, value: string | undefined): string {
  return value === undefined ? '' : ` ${name}="${printLiteral(value).html}"`
}
