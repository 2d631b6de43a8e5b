import { escapeHtml, SourceFile } from '../../diagnostics/index.js'
import { SourceCitation, SourceCitations, Verbatim } from '../../edition/index.js'
import { SafeHtml } from '../html/safe-html.js'
import { fillPattern, type Locale } from '../locale/locale.js'
import { bibliographyEntry, shortEntry } from '../prose/bibliography-entry.js'
import { asDataFields, ownField, valueText } from '../prose/data-values.js'
import { printLiteral, printReference, type RenderContext } from '../prose/print-text.js'
import type { Helper, HelperCall } from './helper.js'

const EXAMPLE_PLACE = { file: new SourceFile('brief.yaml', ''), range: { start: 0, end: 0 } }

/** Helpers for sources and references to them. */
export const SOURCE_HELPERS: readonly Helper[] = [
  {
    name: 'reference',
    summary:
      'where a quotation is found: the number of each of its sources and, where it is proved, the paragraph, or the place by the numbers of the source',
    arity: [1, 1],
    example: {
      template: '{{reference quote}}',
      data: { quote: { source: { id: 'report' }, proof: { paragraph: 4 } }, sources: [{ id: 'report' }] },
      prints: '<source-ref to="report" locator="para. 4" class="inline"></source-ref>',
    },
    run: quotationReference,
  },
  {
    name: 'source-names',
    summary:
      'citations by author, title and date, each with its reference: where the figures of a table or a chart are from',
    arity: [1, 1],
    example: {
      template: '{{source-names cite}}',
      data: {
        cite: new SourceCitations([new SourceCitation('count', undefined, EXAMPLE_PLACE)]),
        sources: [{ id: 'count', title: 'Port statistics', author: ['Harbour Office'], issued: '2024' }],
      },
      prints: 'Harbour Office, Port statistics, 2024<source-ref to="count"></source-ref>',
    },
    run: ({ renderContext }, value) => sourceNames(value, renderContext),
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

/** The sources of citations in few words, of which references alone would tell nothing where figures are read by themselves. */
function sourceNames(value: unknown, context: RenderContext): SafeHtml {
  const citations = value instanceof SourceCitations ? value.list : []
  /** By its words: a source that is cited for several places is named once. */
  const named = new Map<string, string>()
  for (const citation of citations) {
    const fields = context.sources.get(citation.source)
    if (!fields) continue
    const prefix = citation.prefix === undefined ? '' : `${citation.prefix} `
    const { html, text } = printLiteral(`${prefix}${shortEntry(fields, context)}`)
    const reference = printReference({ ...citation, prefix: undefined }, 'superscript', context)
    const before = named.get(text)
    const words = before === undefined ? `${html}${reference}` : reference
    named.set(text, `${before ?? ''}${context.briefPlaces.mark(citation.place, words)}`)
  }
  const separator = context.locale.label('list_separator') ?? '; '
  return new SafeHtml([...named.values()].join(escapeHtml(separator)), [...named.keys()].join(separator))
}

/** Each source of a quotation, with the place in it. */
function quotationReference({ renderContext }: HelperCall, quote: unknown): SafeHtml {
  const sources = ownField(quote, 'sources')
  const views = Array.isArray(sources) && sources.length > 1 ? sources : [ownField(quote, 'source')]
  const separator = renderContext.locale.label('list_separator') ?? '; '
  const references = views.map(view => {
    const source = valueText(ownField(view, 'id'))
    const proof = ownField(view, 'proof') ?? ownField(quote, 'proof')
    const locator = placeOfProof(proof, renderContext.locale)
    if (source === undefined) return ''
    const reference = printReference({ source, locator }, 'inline', renderContext)
    const title = ownField(view, 'title')
    return title instanceof Verbatim && reference !== ''
      ? renderContext.briefPlaces.mark(title.place, reference)
      : reference
  })
  return new SafeHtml(references.filter(reference => reference !== '').join(separator), '')
}

/** By the source's own numbering, if it declares one. */
function placeOfProof(proof: unknown, locale: Locale): string | undefined {
  const place = ownField(proof, 'place')
  const paragraph = valueText(ownField(proof, 'paragraph'))
  const parts = Array.isArray(place)
    ? place
    : paragraph === undefined
      ? []
      : [{ kind: 'paragraph', number: paragraph }]
  const words = parts.flatMap(part => {
    const [kind, number] = [valueText(ownField(part, 'kind')), valueText(ownField(part, 'number'))]
    return kind === undefined || number === undefined ? [] : [fillPattern(locale.locator(kind), { number })]
  })
  return words.length > 0 ? words.join(', ') : undefined
}
