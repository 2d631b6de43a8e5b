import { SafeHtml } from '../html/safe-html.js'
import { fillPattern } from '../locale/locale.js'
import { bibliographyEntry } from '../prose/bibliography-entry.js'
import { asDataFields, ownField, valueText } from '../prose/data-values.js'
import { printReference } from '../prose/print-text.js'
import type { Helper, HelperCall } from './helper.js'

/** Helpers for sources and references to them. */
export const SOURCE_HELPERS: readonly Helper[] = [
  {
    name: 'reference',
    summary: 'where a quotation is found: the number of its source and, where it is proved, the paragraph',
    arity: [1, 1],
    example: {
      template: '{{reference quote}}',
      data: { quote: { source: { id: 'report' }, proof: { paragraph: 4 } }, sources: [{ id: 'report' }] },
      prints: '<source-ref to="report" locator="para. 4" class="inline"></source-ref>',
    },
    run: quotationReference,
  },
  {
    name: 'source-line',
    summary: 'a source as a bibliography has it',
    arity: [1, 1],
    example: {
      template: '{{source-line source}}',
      data: {
        source: {
          title: 'Two bids',
          author: ['A. Vela'],
          container_title: 'The Courier',
          issued: '2025-03-04',
        },
      },
      prints: 'A. Vela, “Two bids”, <em>The Courier</em>, 4 March 2025.',
    },
    run: (call, source) => {
      const fields = asDataFields(source)
      return fields && bibliographyEntry(fields, call.renderContext)
    },
  },
]

function quotationReference(call: HelperCall, quote: unknown): SafeHtml {
  const source = valueText(ownField(ownField(quote, 'source'), 'id'))
  const paragraph = valueText(ownField(ownField(quote, 'proof'), 'paragraph'))
  const words = call.renderContext.locale.citations
  const locator = paragraph === undefined ? undefined : fillPattern(words.paragraph, { number: paragraph })
  if (source === undefined) return new SafeHtml('', '')
  return new SafeHtml(printReference({ source, locator }, 'inline', call.renderContext), '')
}
