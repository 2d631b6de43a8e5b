import { escapeHtml } from '../../diagnostics/index.js'
import { editionIn } from '../../edition/index.js'
import { valueText } from '../prose/data-values.js'
import type { Helper, HelperCall } from './helper.js'

/** The helper for text in several languages. */
export const PARALLEL_HELPERS: readonly Helper[] = [
  {
    name: 'parallel',
    block: { parameters: 0 },
    summary:
      'its inside in each of the `languages` of the front matter, side by side, with wordings, labels and dates of each; `widths` are shares of the columns',
    arity: [0, 0],
    namedArguments: ['widths'],
    example: {
      template: '{{#parallel}}<p>{{label "interest"}}</p>{{/parallel}}',
      data: {},
      languages: ['en', 'fr'],
      prints:
        '<parallel><column lang="en"><p>Interest</p></column><column lang="fr"><p>Intérêt</p></column></parallel>',
    },
    run: printParallel,
  },
]

function printParallel(call: HelperCall): string {
  const { edition } = call.renderContext
  const { languages } = edition.audience
  if (languages.length < 2)
    throw new Error('the front matter does not say in which languages: add `languages: [en, fr]`')
  if (call.column !== undefined) throw new Error('`parallel` stands in another')
  const columns = languages.map(tag => {
    const { lang } = editionIn(edition, tag)
    const body = call.bodyIn?.(tag) ?? ''
    return `${call.originMark}<column lang="${escapeHtml(lang)}">${body}${call.originMark}</column>`
  })
  const widths = valueText(call.named.widths)
  const attribute = widths === undefined ? '' : ` widths="${escapeHtml(widths)}"`
  return `${call.originMark}<parallel${attribute}>${columns.join('')}${call.originMark}</parallel>`
}
