import { ProseText, SourceCitation, SourceCitations, Verbatim } from '../../edition/index.js'
import { escapeHtml, SafeHtml } from '../html/safe-html.js'
import { removeControlCharacters } from '../html/source-map.js'
import { proseHtml } from './print-prose.js'
import type { RenderContext } from './render-context.js'

/** Prints any value of an edition's data as closed HTML: prose with its Markdown, all else to the letter. */
export function printValue(value: unknown, rendering: RenderContext): SafeHtml {
  if (value === undefined || value === null || value === false) return new SafeHtml('', '')
  if (value instanceof SafeHtml) return value
  if (value instanceof ProseText) return proseHtml(value, rendering)
  if (value instanceof Verbatim) return printVerbatim(value, rendering)
  if (value instanceof SourceCitations) return printCitations(value.list, rendering)
  if (value instanceof SourceCitation) return printCitations([value], rendering)
  if (typeof value === 'string' || typeof value === 'number') return printPlainText(String(value))
  if (value === true) throw new Error('`true` cannot be printed: ask for it with `{{#if …}}`')
  throw new Error(
    Array.isArray(value)
      ? 'a list cannot be printed as it is: write `{{#each …}}` or `{{join …}}`'
      : 'a group of fields cannot be printed: name one of its fields',
  )
}

/** Prints a string that has no place of its own in the brief. */
export function printPlainText(text: string): SafeHtml {
  const clean = removeControlCharacters(text)
  return new SafeHtml(escapeHtml(clean), clean)
}

/** What a reference says: a source of the brief, a place in it, and words before it such as `see`. */
export interface ReferenceTarget {
  readonly source: string
  readonly locator: string | undefined
  readonly prefix?: string | undefined
}

/** Prints a citation that leads to its source; one of a source that the edition may not show, not at all. */
export function printReference(
  { source, locator, prefix }: ReferenceTarget,
  style: 'raised' | 'inline',
  rendering: RenderContext,
): string {
  if (!rendering.sources.has(source)) return ''
  const attributes = [
    htmlAttribute('to', source),
    htmlAttribute('locator', locator),
    htmlAttribute('prefix', prefix),
    htmlAttribute('class', style === 'inline' ? style : undefined),
  ]
  return `<source-ref${attributes.join('')}></source-ref>`
}

function htmlAttribute(name: string, value: string | undefined): string {
  return value === undefined ? '' : ` ${name}="${escapeHtml(removeControlCharacters(value))}"`
}

function printVerbatim(value: Verbatim, rendering: RenderContext): SafeHtml {
  const clean = removeControlCharacters(value.text)
  return new SafeHtml(rendering.briefPlaces.mark(value.place, escapeHtml(clean)), clean)
}

function printCitations(list: readonly SourceCitation[], rendering: RenderContext): SafeHtml {
  const references = list.map(citation => {
    const reference = printReference(citation, 'raised', rendering)
    return reference === '' ? '' : rendering.briefPlaces.mark(citation.place, reference)
  })
  return new SafeHtml(references.join(''), '')
}
