import { Html } from '../html.js'
import { fill } from '../locale.js'
import { printReference } from '../print.js'
import type { Helper, HelperCall } from '../rendering.js'
import { sourceLine } from '../source-line.js'
import { fieldOf, fieldsOf, wordsOf } from '../values.js'

/** Sources and what leads to them. */
export const SOURCES: readonly Helper[] = [
  {
    name: 'reference',
    summary: 'where a quotation stands: the number of its source and, where it is proved, the paragraph',
    takes: [1, 1],
    example: {
      template: '{{reference quote}}',
      data: { quote: { source: { id: 'report' }, proof: { paragraph: 4 } }, sources: [{ id: 'report' }] },
      prints: '<source-ref to="report" locator="para. 4" class="inline"></source-ref>',
    },
    run: reference,
  },
  {
    name: 'source-line',
    summary: 'a source as a bibliography has it',
    takes: [1, 1],
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
      const fields = fieldsOf(source)
      return fields && sourceLine(fields, call.rendering)
    },
  },
]

function reference(call: HelperCall, quote: unknown): Html {
  const source = wordsOf(fieldOf(fieldOf(quote, 'source'), 'id'))
  const paragraph = wordsOf(fieldOf(fieldOf(quote, 'proof'), 'paragraph'))
  const words = call.rendering.locale.citations
  const locator = paragraph === undefined ? undefined : fill(words.paragraph, { number: paragraph })
  if (source === undefined) return new Html('', '')
  return new Html(printReference({ source, locator }, 'inline', call.rendering), '')
}
