import { escapeHtml } from '../../diagnostics/index.js'
import { hasValue, ownField, valueText } from '../prose/data-values.js'
import { printInWordsOf } from '../prose/print-text.js'
import type { Helper, HelperCall } from './helper.js'
import { labelOrKey } from './locale.js'

/** Helpers for sections, with the headings that the locale has for the audience. */
export const SECTION_HELPERS: readonly Helper[] = [
  {
    name: 'section',
    block: { parameters: 0 },
    summary:
      'a section with its heading, only if the field of its name holds something; `when` tests another value, `heading` gives other words or the key of a label, `level` 3 makes it a subsection, `class` styles it',
    arity: [1, 1],
    namedArguments: ['when', 'heading', 'level', 'class'],
    example: {
      template: '{{#section "gaps" heading="Open points"}}<p>{{count gaps}}</p>{{/section}}',
      data: { gaps: ['cost'] },
      prints: '<section id="gaps"><h2>Open points</h2>\n<p>1</p></section>',
    },
    run: printSection,
  },
  {
    name: 'heading',
    summary: 'the heading that a section has in this edition',
    arity: [1, 1],
    example: { template: '<h2>{{heading "gaps"}}</h2>', data: {}, prints: '<h2>What is not known</h2>' },
    run: (call, name) => sectionHeading(call, valueText(name) ?? ''),
  },
]

function printSection(call: HelperCall, name: unknown): string {
  const id = valueText(name) ?? ''
  const { when, level = 2, class: style } = call.named
  const field = ownField(call.data, id) ?? ownField(call.renderContext.edition.data, id)
  if (!hasValue('when' in call.named ? when : field)) return call.inverse?.() ?? ''
  if (level !== 2 && level !== 3) throw new Error('the `level` of a section is 2 or 3')
  const heading = printInWordsOf(call.named.heading, sectionHeading(call, id), call.renderContext).html
  const styled = style === undefined ? '' : ` class="${escapeHtml(valueText(style) ?? '')}"`
  const body = call.body?.(call.data) ?? ''
  const open = `<section id="${escapeHtml(id)}"${styled}><h${level}>${heading}</h${level}>\n`
  return `${call.originMark}${open}${body}${call.originMark}</section>`
}

function sectionHeading(call: HelperCall, name: string): string {
  const given = valueText(call.named.heading)
  const { locale, edition } = call.renderContext
  if (given !== undefined) return locale.label(given) ?? given
  const heading = locale.sectionHeading(edition.audience.name, name)
  return heading ?? labelOrKey(name, call.place, call.renderContext, 'heading')
}
