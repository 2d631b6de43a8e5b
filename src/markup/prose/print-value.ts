import {
  PlainValue,
  ProseText,
  SourceCitation,
  SourceCitations,
  TableFigure,
  Verbatim,
} from '../../edition/index.js'
import { SafeHtml } from '../html/safe-html.js'
import { printedFigure } from '../locale/figure-text.js'
import { proseHtml } from './print-prose.js'
import {
  printCitations,
  printInWordsOf,
  printLiteral,
  printVerbatim,
  type RenderContext,
} from './print-text.js'

/** Prints any value of an edition's data as closed HTML: prose with its Markdown, anything else verbatim. */
export function printValue(value: unknown, context: RenderContext): SafeHtml {
  if (value === undefined || value === null || value === false) return new SafeHtml('', '')
  if (value instanceof SafeHtml) return value
  if (value instanceof ProseText) return proseHtml(value, context)
  if (value instanceof Verbatim) return printVerbatim(value, context)
  if (value instanceof TableFigure)
    return printInWordsOf(value, printedFigure(value, context.locale), context)
  if (value instanceof PlainValue) return printInWordsOf(value, String(value), context)
  if (value instanceof SourceCitations) return printCitations(value.list, context)
  if (value instanceof SourceCitation) return printCitations([value], context)
  if (typeof value === 'string' || typeof value === 'number') return printLiteral(String(value))
  if (value === true) throw new Error('`true` cannot be printed: ask for it with `{{#if …}}`')
  throw new Error(
    Array.isArray(value)
      ? 'a list cannot be printed as it is: write `{{#each …}}` or `{{join …}}`'
      : 'a group of fields cannot be printed: name one of its fields',
  )
}
