import { Citation, Citations, Text, Verbatim } from '../edition/index.js'
import { escapeHtml, Html } from './html.js'
import { withoutControls } from './origins.js'
import { proseHtml } from './prose.js'
import type { Rendering } from './rendering.js'

/** Prints any value of an edition's data as closed HTML: prose with its Markdown, all else to the letter. */
export function printValue(value: unknown, rendering: Rendering): Html {
  if (value === undefined || value === null || value === false) return new Html('', '')
  if (value instanceof Html) return value
  if (value instanceof Text) return proseHtml(value, rendering)
  if (value instanceof Verbatim) return printVerbatim(value, rendering)
  if (value instanceof Citations) return printCitations(value.list, rendering)
  if (value instanceof Citation) return printCitations([value], rendering)
  if (typeof value === 'string' || typeof value === 'number') return printPlain(String(value))
  if (value === true) throw new Error('`true` cannot be printed: ask for it with `{{#if …}}`')
  throw new Error(
    Array.isArray(value)
      ? 'a list cannot be printed as it is: write `{{#each …}}` or `{{join …}}`'
      : 'a group of fields cannot be printed: name one of its fields',
  )
}

/** Prints a string that has no place of its own in the brief. */
export function printPlain(text: string): Html {
  const clean = withoutControls(text)
  return new Html(escapeHtml(clean), clean)
}

/** What a reference says: a source of the brief, a place in it, and words before it such as `see`. */
export interface Mention {
  readonly source: string
  readonly locator: string | undefined
  readonly prefix?: string | undefined
}

/** Prints a citation that leads to its source; one of a source that the edition may not show, not at all. */
export function printReference(
  { source, locator, prefix }: Mention,
  style: 'raised' | 'inline',
  rendering: Rendering,
): string {
  if (!rendering.sources.has(source)) return ''
  const attributes = [
    attribute('to', source),
    attribute('locator', locator),
    attribute('prefix', prefix),
    attribute('class', style === 'inline' ? style : undefined),
  ]
  return `<source-ref${attributes.join('')}></source-ref>`
}

function attribute(name: string, value: string | undefined): string {
  return value === undefined ? '' : ` ${name}="${escapeHtml(withoutControls(value))}"`
}

function printVerbatim(value: Verbatim, rendering: Rendering): Html {
  const clean = withoutControls(value.text)
  return new Html(rendering.brief.mark(value.place, escapeHtml(clean)), clean)
}

function printCitations(list: readonly Citation[], rendering: Rendering): Html {
  const references = list.map(citation => {
    const reference = printReference(citation, 'raised', rendering)
    return reference === '' ? '' : rendering.brief.mark(citation.place, reference)
  })
  return new Html(references.join(''), '')
}
